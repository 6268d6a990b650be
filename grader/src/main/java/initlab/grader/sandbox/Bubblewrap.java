package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A process in namespaces of its own: it sees Java, the C library, its classes and itself, and
 * there is no place where it can write. No network, no shell, no home, no other process, no
 * capability, and on x86-64 none of the system calls that no Java program needs.
 *
 * <p>bwrap is never started as root: with root's user id the process would still be host root for
 * files, and limits on threads would not hold.
 */
final class Bubblewrap implements Isolation {
  private static final List<Path> LINKED_FOLDERS = List.of(Path.of("/lib"), Path.of("/lib64"));

  /** What Java opens; /dev/zero would be memory that nobody counts. */
  private static final List<String> DEVICES = List.of("/dev/null", "/dev/random", "/dev/urandom");

  private static final int THREADS = 64;
  private static final String FILTER_FILE = "9";

  private final Path bwrap;
  private final Path prlimit;
  private final List<String> start;
  private final List<String> mounts;
  private final boolean isFiltered;

  private Bubblewrap(Path bwrap, Path prlimit, List<String> start, boolean isFiltered)
      throws IOException {
    this.bwrap = bwrap;
    this.prlimit = prlimit;
    this.start = start;
    this.isFiltered = isFiltered;
    this.mounts = mounts(prlimit);
  }

  /**
   * The isolation of this machine, untried.
   *
   * @param folder gets the filter of system calls, if there is one for this machine
   * @throws IOException if something that it needs is missing; the message says what
   */
  static Bubblewrap find(Path folder) throws IOException {
    if (!Host.isLinux()) {
      throw new IOException("bubblewrap exists on Linux alone");
    }
    List<String> start = new ArrayList<>(Host.isRoot() ? WorkerUser.become() : List.of());
    Path bwrap = required("bwrap", "bubblewrap");
    Path prlimit = required("prlimit", "util-linux");
    Optional<byte[]> filter = SystemCallFilter.forThisMachine();
    if (filter.isPresent()) {
      start.addAll(withOpenFile(readable(folder.resolve("filter"), filter.get())));
    }
    return new Bubblewrap(bwrap, prlimit, start, filter.isPresent());
  }

  /** Java closes all other files of a process that it starts; bwrap reads the filter from one. */
  static List<String> withOpenFile(Path file) {
    String script = "exec " + FILTER_FILE + "<\"$1\"; shift; exec \"$@\"";
    return List.of("/bin/sh", "-c", script, "sh", file.toString());
  }

  private static Path readable(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
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
    if (isFiltered) {
      command.addAll(List.of("--seccomp", FILTER_FILE));
    }
    command.addAll(List.of("--hostname", "worker", "--cap-drop", "ALL"));
    command.addAll(mounts);
    command.addAll(List.of("--proc", "/proc", "--remount-ro", "/proc")); // /proc/self/mem
    for (String device : DEVICES) {
      command.addAll(List.of("--dev-bind", device, device));
    }
    command.addAll(List.of("--dir", "/tmp"));
    command.addAll(readOnly(classes));
    command.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
    command.addAll(ProcessLimits.command(prlimit, size, THREADS));
    command.addAll(java);
    return command;
  }

  @Override
  public void cleanUp(Set<Long> running) {
    // the namespaces have ended with their first process, and /tmp with them
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
    Path loaders = Path.of("/lib64");
    if (Files.exists(loaders)) {
      mounts.addAll(readOnly(loaders.toRealPath()));
    }
    mounts.addAll(readOnly(prlimit));
    return mounts;
  }

  private static List<String> readOnly(Path path) {
    return List.of("--ro-bind", path.toString(), path.toString());
  }
}
