package initlab.grader.sandbox;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a worker sends, it is an answer or the submission's own failure. */
class AnswerReaderFuzzTest {
  @FuzzTest(maxDuration = "20s")
  void anAnswerIsReadOrRefused(byte[] payload) {
    try {
      AnswerReader reader = new AnswerReader(payload);
      reader.returned();
    } catch (CallFailure refused) {
      return; // as it should be
    }
  }
}
