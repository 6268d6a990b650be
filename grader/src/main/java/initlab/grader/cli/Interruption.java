package initlab.grader.cli;

import initlab.grader.text.Messages;
import java.util.function.Supplier;

/**
 * What happens when a run is interrupted, by Ctrl-C or a signal: it cleans up, says what is left to
 * do, and ends with the exit code of a fault, so that no script takes it for a finished run.
 */
final class Interruption implements AutoCloseable {
  private final Console console;
  private final Runnable cleanup;
  private final Supplier<String> message;
  private final Thread hook = new Thread(this::end, "initlab-interruption");

  Interruption(Console console, Runnable cleanup, Supplier<String> message) {
    this.console = console;
    this.cleanup = cleanup;
    this.message = message;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end() {
    console.err().println("initlab: " + Messages.get("run.interrupted", message.get()));
    cleanup.run();
    Runtime.getRuntime().halt(ExitCode.HARNESS_FAULT);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException interrupted) {
      awaitEnd();
    }
  }

  /** What ends because of the interruption has nothing to add to what is said of it. */
  private void awaitEnd() {
    try {
      hook.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
