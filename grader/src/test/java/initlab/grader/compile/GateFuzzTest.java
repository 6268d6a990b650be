package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.BuildResult.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whatever a class file holds, the gate passes or rejects it, and comes to an end. */
class GateFuzzTest {
  private static final Gate GATE = Gate.standard(List.of());

  /** Changes a real class file at places that the fuzzer chooses: offset, value, offset, value. */
  @FuzzTest(maxDuration = "20s")
  void aClassFileIsPassedOrRejected(byte[] changes) throws IOException {
    byte[] classFile = realClass();
    for (int i = 0; i + 2 < changes.length; i += 3) {
      int offset = (((changes[i] & 0xFF) << 8) | (changes[i + 1] & 0xFF)) % classFile.length;
      classFile[offset] = changes[i + 2];
    }
    BuildResult result =
        GATE.check(new Compiled(Map.of("initlab.student.Initializers", classFile)));
    assertTrue(result instanceof Compiled || result instanceof Rejected);
  }

  private static byte[] realClass() throws IOException {
    try (InputStream in = GateFuzzTest.class.getResourceAsStream("GateFuzzTest.class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
