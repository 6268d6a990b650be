package initlab.grader.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The worker process: says hello, takes the classes of a submission, then answers questions, many
 * in a frame, each as soon as it can, until other classes come or its input ends.
 *
 * <p>Standard input and output carry frames and are out of the submission's way: its {@code
 * System.in} is empty, and what it prints goes to standard error, which the grader keeps for the
 * feedback.
 */
public final class WorkerMain {
  private static final int LITTLE_STACK = 256 << 10; // of 1 MiB

  private WorkerMain() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    AnswerStream out = new AnswerStream(new FileOutputStream(FileDescriptor.out));
    System.setIn(InputStream.nullInputStream());
    new Frame(Protocol.HELLO_NONCE, new byte[0]).writeTo(out);
    Thread onExit = new Thread(() -> say(Protocol.EXIT_NONCE, out));
    Runtime.getRuntime().addShutdownHook(onExit);
    Optional<Frame> others = answer(Frame.readFrom(in), in, out);
    if (others.isPresent()) {
      answerOthers(others.get(), in, out);
    }
    Runtime.getRuntime().halt(0);
  }

  /** Answers questions about classes, until other classes come, or the end. */
  private static Optional<Frame> answer(Frame classes, DataInputStream in, AnswerStream out)
      throws IOException {
    OutputStream printed = new FileOutputStream(FileDescriptor.err);
    Calls calls = begin(classes, printed);
    while (true) {
      Frame frame;
      try {
        frame = Frame.readFrom(in);
      } catch (EOFException end) {
        return Optional.empty();
      }
      if (frame.nonce() == Protocol.CLASSES_NONCE) {
        return Optional.of(frame);
      } else if (frame.nonce() == Protocol.MARK_NONCE) {
        printed.write(frame.payload());
      } else {
        answerAll(new DataInputStream(new ByteArrayInputStream(frame.payload())), out, calls);
      }
    }
  }

  /**
   * Answers about others with a fraction of the stack: Java's own code that those before have had
   * compiled runs deeper than it would alone, and who needs the rest is asked again alone. Who ends
   * the process is too, so an answer need not be gone before the next question; but soon, as those
   * before a call that never ends count.
   */
  private static void answerOthers(Frame classes, DataInputStream in, AnswerStream out) {
    out.batch();
    Runnable all =
        () -> {
          try {
            Optional<Frame> next = Optional.of(classes);
            while (next.isPresent()) {
              next = answer(next.get(), in, out);
            }
          } catch (IOException e) {
            Runtime.getRuntime().halt(1); // nobody listens any more
          }
        };
    Thread thread = new Thread(null, all, "others", LITTLE_STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  /** A stream keeps half a character that was printed: each submission gets its own. */
  private static Calls begin(Frame classes, OutputStream printed) throws IOException {
    PrintStream own = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(own);
    System.setErr(own);
    return new Calls(submission(classes));
  }

  private static void say(long nonce, DataOutputStream out) {
    try {
      new Frame(nonce, new byte[0]).writeTo(out);
    } catch (IOException e) {
      return; // nobody listens any more
    }
  }

  /** A count, then each question behind the nonce that its answer must carry. */
  private static void answerAll(DataInputStream questions, AnswerStream out, Calls calls)
      throws IOException {
    for (int left = questions.readInt(); left > 0; left--) {
      long nonce = questions.readLong();
      Frame.write(nonce, calls.answer(questions), out);
      out.send();
    }
    out.flush();
  }

  /**
   * The class that is called, then class files under their names: a count, then name, length and
   * bytes of each.
   */
  private static SubmissionLoader submission(Frame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.payload()));
    String type = in.readUTF();
    Map<String, byte[]> classes = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.put(in.readUTF(), in.readNBytes(in.readInt()));
    }
    return new SubmissionLoader(type, classes);
  }
}
