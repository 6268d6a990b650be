package initlab.grader.cli;

import initlab.grader.sandbox.Isolation;
import initlab.grader.sandbox.WorkerHome;
import initlab.grader.text.Messages;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;

/** {@code initlab doctor}: what this machine offers, and what to install. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine offers to keep submissions apart, and what is missing.")
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    boolean hasCompiler = ToolProvider.getSystemJavaCompiler() != null;
    line(
        "doctor.java", System.getProperty("java.version") + ", " + System.getProperty("java.home"));
    line("doctor.compiler", Messages.get(hasCompiler ? "doctor.there" : "doctor.no-compiler"));
    line("doctor.user", System.getProperty("user.name"));
    try (WorkerHome home = new WorkerHome(InitLab.ASSIGNMENT.library())) {
      home.makeArchives();
      Isolation isolation = home.isolation();
      line("doctor.isolation", isolation.description());
      if (!isolation.isFull()) {
        console.out().println();
        console.say("doctor.advice");
      }
    }
    return hasCompiler ? ExitCode.OK : ExitCode.HARNESS_FAULT;
  }

  private void line(String key, String value) {
    console.out().println(Messages.get(key) + " " + value);
  }
}
