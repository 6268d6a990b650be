package initlab.grader.cli;

import initlab.grader.sandbox.Isolation;
import initlab.grader.sandbox.WorkerHome;
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
    line("Java", System.getProperty("java.version") + ", " + System.getProperty("java.home"));
    line("compiler", hasCompiler ? "there" : "missing: install a JDK, version 17 or later");
    line("user", System.getProperty("user.name"));
    try (WorkerHome home = new WorkerHome()) {
      Isolation isolation = home.isolation();
      line("isolation", isolation.description());
      if (!isolation.isFull()) {
        explain();
      }
    }
    return hasCompiler ? ExitCode.OK : ExitCode.HARNESS_FAULT;
  }

  private void explain() {
    console
        .out()
        .println(
            """

            Submissions run with limits, but can read what their user can read and reach the network.
            For full isolation: on Debian and Ubuntu, apt-get install bubblewrap util-linux, and
            user namespaces allowed by the kernel (in a container: not by default). Elsewhere,
            grade in a container or virtual machine that holds nothing else.""");
  }

  private void line(String name, String value) {
    console.out().printf("%-10s %s%n", name, value);
  }
}
