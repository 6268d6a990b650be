package initlab.grader.cli;

import initlab.grader.lms.Platforms;
import picocli.CommandLine.Command;

/** {@code initlab lms list}: names the platforms. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Names the learning platforms, with a line on each.")
final class LmsListCommand implements Runnable {
  private final Console console;

  LmsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    int width = Platforms.ALL.stream().mapToInt(lms -> lms.name().length()).max().orElse(0);
    Platforms.ALL.forEach(
        lms -> console.out().printf("%-" + width + "s  %s%n", lms.name(), lms.summary()));
  }
}
