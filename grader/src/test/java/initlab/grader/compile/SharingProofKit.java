package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.lab.WeightLab;
import initlab.grader.sandbox.Sharing;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Compiles submissions and proves what they leave behind. */
abstract class SharingProofKit {
  static final SharingProof PROOF = new SharingProof(new WeightLab().library().stateless());

  private static CompilerKit compiler;

  @BeforeAll
  static void start() {
    compiler = new CompilerKit();
  }

  @AfterAll
  static void stop() {
    compiler.close();
  }

  static Sharing sharing(String source) {
    return PROOF.sharing(classes(source));
  }

  static Map<String, byte[]> classes(String source) {
    BuildResult built = compiler.compile(source);
    return assertInstanceOf(Compiled.class, built, built::toString).classes();
  }

  static String with(String statements, String member) {
    boolean hasFields = statements.contains("calls") || statements.contains("kept");
    return """
        package initlab.student;
        import initlab.datasets.RandomState;
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.concurrent.atomic.*;
        import java.util.function.*;
        import java.util.stream.*;
        import org.ejml.simple.SimpleMatrix;
        public class Initializers {
          static final int LAST = 3;
          %s
          %s
          static String helper(int n) { return "W" + n; }
          @SuppressWarnings("unchecked") static <T> T any(Object o) { return (T) o; }
          public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
            Map<String, SimpleMatrix> all = new HashMap<>();
            %s
            return all;
          }
        }
        """
        .formatted(
            hasFields ? "static int calls; static SimpleMatrix kept;" : "", member, statements);
  }
}
