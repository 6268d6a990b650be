package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The user that submissions run as where the grader is root: an id that nothing else has, chosen
 * anew for each run, so that whatever still belongs to it afterwards is a submission's.
 */
final class WorkerUser {
  /** Far above what systems give to anyone; two runs share an id once in 100 million times. */
  private static final int FIRST = 2_000_000_000;

  private static final int COUNT = 100_000_000;

  /** Where a container's user namespace has no such ids: between people and system services. */
  private static final int FIRST_IN_CONTAINER = 50_000;

  private static final int COUNT_IN_CONTAINER = 9_000;
  private static final int ID = choose();

  private WorkerUser() {}

  static int id() {
    return ID;
  }

  private static int choose() {
    SecureRandom random = new SecureRandom();
    Set<Integer> taken = owners();
    boolean isWide = Host.hasUser(FIRST + COUNT);
    int first = isWide ? FIRST : FIRST_IN_CONTAINER;
    int count = isWide ? COUNT : COUNT_IN_CONTAINER;
    int id;
    do {
      id = first + random.nextInt(count);
    } while (taken.contains(id));
    return id;
  }

  private static Set<Integer> owners() {
    Set<Integer> owners = new HashSet<>();
    if (Host.isLinux()) {
      try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
        processes.forEach(process -> owners.add(Host.owner(process)));
      } catch (IOException e) {
        return owners; // a chosen id is free all the same, as good as certainly
      }
    }
    return owners;
  }

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
