package initlab.grader.cli;

import initlab.grader.lms.Lms;
import picocli.CommandLine.Parameters;

/** The argument that names a learning platform. */
final class PlatformArgument {
  @Parameters(
      descriptionKey = "PLATFORM",
      paramLabel = "NAME",
      description = "The platform, as lms list names it.")
  private String name = "";

  Lms lms() {
    return LmsCommand.named(name);
  }
}
