package initlab.student;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ejml.simple.SimpleMatrix;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * One exercise under test.
 *
 * @param number 1, 2 or 3
 * @param call how the call is written, with %s for the layer dimensions and %d for the seed
 * @param method the student's method
 */
record Exercise(int number, String call, Method method) {
  /** A call of the student's method. */
  @FunctionalInterface
  interface Method {
    Map<String, SimpleMatrix> initialize(int[] layerDims, long seed);
  }

  /** The seed of the lab. */
  static final long SEED = 3;

  private static final Set<Integer> TOLD = ConcurrentHashMap.newKeySet();
  private static final Set<Integer> ENDLESS = ConcurrentHashMap.newKeySet();
  private static final Set<Integer> FAILED = ConcurrentHashMap.newKeySet();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static final Exercise ZEROS =
      new Exercise(
          1, "initializeZeros(%s)", (layerDims, seed) -> Initializers.initializeZeros(layerDims));
  static final Exercise RANDOM =
      new Exercise(2, "initializeRandom(%s, %d)", Initializers::initializeRandom);
  static final Exercise HE = new Exercise(3, "initializeHe(%s, %d)", Initializers::initializeHe);

  /**
   * Calls the method. An exercise that is still empty fails, or is skipped where the build says so.
   */
  Map<String, SimpleMatrix> initialize(int[] layerDims, long seed) {
    if (ENDLESS.contains(number)) {
      return abort(Texts.get("test.endless-before"));
    }
    try {
      return required(called(layerDims, seed), at(layerDims, seed));
    } catch (UnsupportedOperationException e) {
      return isStub(e) ? unfilled(e) : threw(at(layerDims, seed), seed, e);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return threw(at(layerDims, seed), seed, e);
    }
  }

  /** Without patience ten tests would each wait for the same loop. */
  private Map<String, SimpleMatrix> called(int[] layerDims, long seed) {
    long start = System.nanoTime();
    int[] given = layerDims.clone();
    try {
      Map<String, SimpleMatrix> result =
          assertTimeoutPreemptively(PATIENCE, () -> method.initialize(given, seed));
      return Arrays.equals(given, layerDims)
          ? result
          : fail(Texts.get("test.changed", at(layerDims, seed)));
    } catch (AssertionFailedError e) {
      if (System.nanoTime() - start < PATIENCE.toNanos()) {
        throw e;
      }
      ENDLESS.add(number);
      return fail(Texts.get("test.endless", at(layerDims, seed)));
    }
  }

  private static Map<String, SimpleMatrix> required(
      Map<String, SimpleMatrix> parameters, String at) {
    return parameters == null ? fail(Texts.get("test.null", at)) : parameters;
  }

  /** Says which call threw what, and in which line of the student's file. */
  private static Map<String, SimpleMatrix> threw(String at, long seed, Throwable thrown) {
    String line =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> "Initializers.java".equals(frame.getFileName()))
            .findFirst()
            .map(frame -> Texts.get("test.line", frame.getLineNumber()))
            .orElse("");
    boolean isCut =
        seed > Integer.MAX_VALUE && String.valueOf(thrown.getMessage()).contains("" + (int) seed);
    String reason = isCut ? Texts.get("reason.int-seed") : "";
    return fail(Texts.get("test.threw", at, thrown, line) + reason);
  }

  private boolean isStub(UnsupportedOperationException e) {
    return String.valueOf(e.getMessage()).startsWith("exercise " + number + " not implemented yet");
  }

  /** One mistake is told once: what else fails because of it would hide it. */
  void requireNoFailureBefore() {
    if (FAILED.contains(number)) {
      abort(Texts.get("test.failed-before"));
    }
  }

  /** Remembers that a test of the exercise failed. */
  void failed() {
    FAILED.add(number);
  }

  /** Fails one test of the exercise and passes over the rest, which would say the same. */
  private Map<String, SimpleMatrix> unfilled(UnsupportedOperationException stub) {
    boolean isToldElsewhere = System.getProperty("initlab.unfilled", "fail").equals("skip");
    if (isToldElsewhere || !TOLD.add(number)) {
      return abort(stub.getMessage());
    }
    return fail(stub.getMessage());
  }

  /**
   * The answers to all public calls, of which the first is made twice; none if a call has no
   * result.
   */
  List<Map<String, SimpleMatrix>> answers() {
    List<Map<String, SimpleMatrix>> answers = new ArrayList<>();
    try {
      for (PublicCase example : PublicCase.ALL) {
        answers.add(initialize(example.layerDims(), example.seed()));
      }
      PublicCase first = PublicCase.ALL.get(0);
      answers.add(initialize(first.layerDims(), first.seed()));
      return answers;
    } catch (AssertionError | TestAbortedException e) {
      return List.of();
    }
  }

  /** The call, as the start of a message. */
  String at(int[] layerDims, long seed) {
    return Texts.get("call", number, call.formatted(Arrays.toString(layerDims), seed));
  }
}
