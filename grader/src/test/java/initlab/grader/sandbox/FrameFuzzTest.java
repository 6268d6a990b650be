package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import initlab.grader.worker.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Whatever stands on the pipe, it is a frame or a bad one; a frame is written as it was read. */
class FrameFuzzTest {
  @FuzzTest(maxDuration = "20s")
  void bytesAreAFrameOrABadOne(byte[] bytes) throws IOException {
    Frame frame;
    try {
      frame = Frame.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException refused) {
      return; // as it should be
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    frame.writeTo(new DataOutputStream(written));
    assertArrayEquals(Arrays.copyOf(bytes, written.size()), written.toByteArray());
  }
}
