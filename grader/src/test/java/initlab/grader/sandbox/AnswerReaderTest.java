package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.sandbox.Returned.MatrixEntry;
import initlab.grader.worker.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker's answer may be written by the submission itself. */
class AnswerReaderTest {
  @Test
  void anHonestAnswerIsRead() throws IOException {
    AnswerReader reader = new AnswerReader(answer(2, 3, 6));
    Returned returned = reader.returned();
    assertArrayEquals(new int[] {3, 2}, returned.numbersAfter());
    MatrixEntry entry = (MatrixEntry) returned.entries().get(0);
    assertEquals("W1", entry.name());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, entry.matrix().values());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 4, 6",
    "2147483647, 2147483647, 6",
    "-1, -6, 6",
    "65536, 65536, 0",
    "1000000, 1, 1"
  })
  void aMatrixThatClaimsMoreNumbersThanItBringsIsRefused(int rows, int cols, int numbers)
      throws IOException {
    assertSenseless(answer(rows, cols, numbers));
  }

  @Test
  void everyCutOffAnswerIsRefused() throws IOException {
    byte[] whole = answer(2, 3, 6);
    for (int length = 0; length < whole.length; length++) {
      assertSenseless(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void noiseIsRefusedOrReadButNeverBreaksTheReader() throws IOException {
    byte[] whole = answer(2, 3, 6);
    Random random = new Random(1);
    int refusals = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] noisy = whole.clone();
      noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
      noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
      try {
        AnswerReader reader = new AnswerReader(noisy);
        reader.returned();
      } catch (CallFailure refused) {
        refusals++;
      }
    }
    assertTrue(refusals > 1_000, "of 20,000 noisy answers only " + refusals + " were refused");
  }

  private static void assertSenseless(byte[] bytes) {
    CallFailure failure =
        assertThrows(
            CallFailure.class,
            () -> {
              AnswerReader reader = new AnswerReader(bytes);
              reader.returned();
            });
    assertEquals(CallFailure.Kind.DIED, failure.kind());
  }

  private static byte[] answer(int rows, int cols, int numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(2);
    out.writeInt(3);
    out.writeInt(2);
    out.writeByte(Protocol.RETURNED);
    out.writeBoolean(false);
    out.writeBoolean(false);
    out.writeInt(1);
    out.writeUTF("W1");
    out.writeByte(Protocol.MATRIX);
    out.writeInt(rows);
    out.writeInt(cols);
    for (int i = 0; i < numbers; i++) {
      out.writeDouble(i);
    }
    return bytes.toByteArray();
  }
}
