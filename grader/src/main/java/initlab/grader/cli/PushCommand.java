package initlab.grader.cli;

import initlab.grader.lms.Push;
import initlab.grader.lms.ToolKey;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initlab push}: brings scores to an LTI 1.3 platform. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description =
        "Brings the scores of a run to an LTI 1.3 platform. Says what would change; sends it with"
            + " --send. What the platform has already is not sent again.")
final class PushCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ResultsArgument results = new ResultsArgument();

  @Option(
      names = "--line-item",
      required = true,
      paramLabel = "URL",
      description = "The address of the column of scores.")
  private URI lineItem = URI.create("");

  @Option(
      names = "--memberships",
      required = true,
      paramLabel = "URL",
      description = "The address of the course's members.")
  private URI memberships = URI.create("");

  @Option(
      names = "--token-url",
      required = true,
      paramLabel = "URL",
      description = "Where the platform gives tokens.")
  private URI tokenUrl = URI.create("");

  @Option(
      names = "--audience",
      paramLabel = "TEXT",
      description = "Whom the platform takes itself for, if not the token URL.")
  private @Nullable String audience;

  @Option(
      names = "--client-id",
      required = true,
      paramLabel = "ID",
      description = "The client id that the platform gave to the tool.")
  private String clientId = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The tool's private RSA key, as PEM or as a JSON Web Key.")
  private Path key = Path.of("");

  @Option(
      names = "--key-id",
      paramLabel = "ID",
      description = "The id by which the platform knows the key.")
  private @Nullable String keyId;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "5",
      description = "The most requests a second (default: 5).")
  private double rate = 5;

  @Option(
      names = "--zeros",
      description = "Send 0 for what was rejected or is missing too; else nothing is.")
  private boolean writesZeros;

  @Option(names = "--send", description = "Send the scores; else they are only shown.")
  private boolean sends;

  PushCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!(rate > 0)) {
      throw new UsageException("push.rate", rate);
    }
    requireSecure("--line-item", lineItem);
    requireSecure("--memberships", memberships);
    requireSecure("--token-url", tokenUrl);
    String whom = Objects.requireNonNullElse(audience, tokenUrl.toString());
    Push push =
        new Push(
            new Push.Target(tokenUrl, whom, clientId, lineItem, memberships),
            ToolKey.read(key, keyId),
            rate,
            results.read().reports(),
            writesZeros);
    push.changes().forEach(this::tell);
    tell(push.remarks());
    return sends ? send(push) : dry(push);
  }

  /** Only a machine's own services may do without. */
  private static void requireSecure(String option, URI uri) throws IOException {
    boolean isOwn =
        uri.getHost() != null
            && "http".equals(uri.getScheme())
            && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    if (!isOwn && !"https".equals(uri.getScheme())) {
      throw new UsageException("push.insecure", option, uri);
    }
  }

  private void tell(Push.Change change) {
    String before = change.before().isEmpty() ? Messages.get("push.none") : change.before();
    console.say("push.change", Text.clean(change.name()), before, change.after());
  }

  private void tell(List<String> sentences) {
    sentences.forEach(sentence -> console.out().println("  " + Text.clean(sentence)));
  }

  private int dry(Push push) {
    console.say("push.dry", push.changes().size(), push.unchanged());
    return ExitCode.OK;
  }

  private int send(Push push) {
    List<String> refused = push.send();
    tell(refused);
    int sent = push.changes().size() - refused.size();
    console.say("push.sent", sent, push.unchanged(), refused.size());
    return refused.isEmpty() ? ExitCode.OK : ExitCode.HARNESS_FAULT;
  }
}
