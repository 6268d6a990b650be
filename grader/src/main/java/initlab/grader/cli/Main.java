package initlab.grader.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The entry point of initlab.jar. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    Language.chooseThatOfTheLocale();
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int exitCode = ExitCode.HARNESS_FAULT; // also where an error of the JVM ends the run
    try {
      OptionalInt elsewhere = QuickStart.run(args);
      exitCode = elsewhere.isPresent() ? elsewhere.getAsInt() : new InitLab(out, err).run(args);
    } catch (Throwable e) { // nothing is left but to say so
      err.println("initlab: " + e);
    } finally {
      System.exit(exitCode);
    }
  }
}
