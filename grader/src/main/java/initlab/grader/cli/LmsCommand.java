package initlab.grader.cli;

import initlab.grader.lms.Lms;
import initlab.grader.lms.Platforms;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code initlab lms}: what learning platforms need. */
@Command(
    name = "lms",
    mixinStandardHelpOptions = true,
    description = "Runs inside a learning platform's container, or makes what is uploaded to it.")
final class LmsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.get("usage.lms"));
  }

  /**
   * The platform of a name.
   *
   * @throws UsageException if there is none; the message has the names there are
   */
  static Lms named(String name) {
    String names = Platforms.ALL.stream().map(Lms::name).collect(Collectors.joining(", "));
    return Platforms.named(name)
        .orElseThrow(() -> new UsageException("usage.platform", name, names));
  }
}
