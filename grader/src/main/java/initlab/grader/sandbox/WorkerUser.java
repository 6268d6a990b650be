package initlab.grader.sandbox;

import java.io.IOException;
import java.util.List;

/** The user that submissions run as where the grader is root: an id that nothing else uses. */
final class WorkerUser {
  /** In a range that neither Debian nor Red Hat gives to anyone. */
  static final int ID = 64_199;

  private WorkerUser() {}

  /** The start of a command line that gives up root for good. */
  static List<String> become() throws IOException {
    String setpriv =
        Host.tool("setpriv")
            .orElseThrow(
                () -> new IOException("setpriv is missing: install the package util-linux"))
            .toString();
    return List.of(
        setpriv,
        "--reuid=" + ID,
        "--regid=" + ID,
        "--clear-groups",
        "--inh-caps=-all",
        "--no-new-privs",
        "--");
  }
}
