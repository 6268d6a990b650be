package initlab.grader.cli;

import initlab.grader.sandbox.HarnessFault;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what ended a command, and with which exit code. */
final class Failures implements IExecutionExceptionHandler, IExitCodeExceptionMapper {
  private final PrintStream err;

  Failures(PrintStream err) {
    this.err = err;
  }

  @Override
  public int getExitCode(Throwable failure) {
    if (failure instanceof UsageException usage) {
      return usage.exitCode();
    }
    return failure instanceof NoSuchFileException || failure instanceof ParameterException
        ? ExitCode.USAGE
        : ExitCode.HARNESS_FAULT;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    err.println("initlab: " + sentence(failure));
    if (isBug(failure)) {
      failure.printStackTrace(err);
    }
    return command.getExitCodeExceptionMapper().getExitCode(failure);
  }

  private static String sentence(Exception failure) {
    if (failure instanceof UsageException usage) {
      return usage.getMessage();
    }
    if (failure instanceof NoSuchFileException missing) {
      return Messages.get("usage.no-file", missing.getFile());
    }
    return isBug(failure) ? Messages.get("run.bug") : Messages.get("run.fault", describe(failure));
  }

  private static boolean isBug(Exception failure) {
    return !(failure instanceof UsageException
        || failure instanceof IOException
        || failure instanceof HarnessFault);
  }

  /** What the file system says is a path alone; its type says what happened to it. */
  private static String describe(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof IOException
        ? failure.getClass().getSimpleName() + ": " + message
        : message;
  }
}
