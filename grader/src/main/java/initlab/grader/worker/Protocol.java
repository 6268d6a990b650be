package initlab.grader.worker;

/**
 * What the grader and its processes agree on. Every message is a frame: {@link #MAGIC}, a nonce, a
 * length and that many bytes. The nonce of an answer is the nonce of its question.
 */
public final class Protocol {
  /** The first four bytes of every frame: "ILAB". */
  public static final int MAGIC = 0x494C4142;

  /** The nonce of the first frame, which a worker sends when it is ready. */
  public static final long HELLO_NONCE = 0;

  /** The nonce of a frame that brings a worker the classes of a submission. */
  public static final long CLASSES_NONCE = 1;

  /** The nonce of a frame that brings a worker questions. */
  public static final long QUESTIONS_NONCE = 2;

  /** The nonce of a frame that a worker prints as it is, behind all that was printed before. */
  public static final long MARK_NONCE = 3;

  /** The nonce of the frame that a worker sends when the submission ends the program. */
  public static final long EXIT_NONCE = -1;

  /** The longest frame in bytes; the largest honest answer has 8 MiB of numbers. */
  public static final int MAX_FRAME = 12 << 20;

  /** What a pipe of Linux takes at once, in bytes. */
  public static final int PIPE = 64 << 10;

  /** The most entries of a returned map that are looked at. */
  public static final int MAX_ENTRIES = 64;

  /** The longest name of an entry, in characters. */
  public static final int MAX_NAME = 32;

  /** The most numbers in one answer; larger matrices are described by their shape alone. */
  public static final int MAX_NUMBERS = 1 << 20;

  /** The longest text (exception, description) in characters. */
  public static final int MAX_TEXT = 300;

  /** Kinds of answer to a call. */
  public static final byte RETURNED = 1;

  /** The method threw: type and message follow. */
  public static final byte THREW = 2;

  /** There is no such method: what there is instead follows. */
  public static final byte NO_METHOD = 3;

  /** The method returned something else than a map: a description follows. */
  public static final byte NO_MAP = 4;

  /** Kinds of entry: a matrix with its numbers. */
  public static final byte MATRIX = 1;

  /** A matrix with too many numbers to send: the shape alone. */
  public static final byte HUGE_MATRIX = 2;

  /** No real double matrix: a description follows. */
  public static final byte OTHER = 3;

  private Protocol() {}
}
