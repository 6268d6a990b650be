package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process in namespaces of its own: it sees Java, the C library, its classes, an empty /tmp of 1
 * MiB, and itself. No network, no shell, no home, no other process, no capability.
 *
 * <p>bwrap is never started as root: with root's user id the process would still be host root for
 * files, and limits on threads would not hold.
 */
final class Bubblewrap implements Isolation {
  private static final List<Path> LINKED_FOLDERS = List.of(Path.of("/lib"), Path.of("/lib64"));
  private static final String TMP_BYTES = "1048576";
  private static final int THREADS = 64;

  private final Path bwrap;
  private final Path prlimit;
  private final List<String> start;
  private final List<String> mounts;

  private Bubblewrap(Path bwrap, Path prlimit, List<String> start) throws IOException {
    this.bwrap = bwrap;
    this.prlimit = prlimit;
    this.start = start;
    this.mounts = mounts(prlimit);
  }

  /**
   * The isolation of this machine, untried.
   *
   * @throws IOException if something that it needs is missing; the message says what
   */
  static Bubblewrap find() throws IOException {
    if (!Host.isLinux()) {
      throw new IOException("bubblewrap exists on Linux alone");
    }
    List<String> start = Host.isRoot() ? WorkerUser.become() : List.of();
    return new Bubblewrap(
        required("bwrap", "bubblewrap"), required("prlimit", "util-linux"), start);
  }

  private static Path required(String tool, String debianPackage) throws IOException {
    return Host.tool(tool)
        .orElseThrow(
            () -> new IOException(tool + " is missing: install the package " + debianPackage));
  }

  @Override
  public String description() {
    return "bubblewrap";
  }

  @Override
  public List<String> command(List<String> java, Path classes, JvmSize size) {
    List<String> command = new ArrayList<>(start);
    command.addAll(
        List.of(bwrap.toString(), "--unshare-all", "--unshare-user", "--disable-userns"));
    command.addAll(List.of("--die-with-parent", "--new-session", "--as-pid-1", "--clearenv"));
    command.addAll(List.of("--hostname", "worker", "--cap-drop", "ALL"));
    command.addAll(mounts);
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
    command.addAll(List.of("--size", TMP_BYTES, "--tmpfs", "/tmp"));
    command.addAll(readOnly(classes));
    command.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
    command.addAll(ProcessLimits.command(prlimit, size, THREADS));
    command.addAll(java);
    return command;
  }

  private static List<String> mounts(Path prlimit) throws IOException {
    List<String> mounts = new ArrayList<>(readOnly(Host.javaHome()));
    for (Path folder : Host.libraryFolders()) {
      mounts.addAll(readOnly(folder));
    }
    for (Path folder : Host.configurationFolders()) {
      mounts.addAll(readOnly(folder));
    }
    for (Path folder : LINKED_FOLDERS) {
      if (Files.isSymbolicLink(folder)) {
        mounts.addAll(
            List.of("--symlink", Files.readSymbolicLink(folder).toString(), folder.toString()));
      }
    }
    Path loaders = Path.of("/lib64").toRealPath();
    mounts.addAll(List.of("--ro-bind-try", loaders.toString(), loaders.toString()));
    mounts.addAll(readOnly(prlimit));
    return mounts;
  }

  private static List<String> readOnly(Path path) {
    return List.of("--ro-bind", path.toString(), path.toString());
  }
}
