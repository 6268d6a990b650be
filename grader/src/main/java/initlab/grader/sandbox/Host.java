package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the machine under us has. */
final class Host {
  private static final List<Path> TOOL_FOLDERS =
      List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

  private Host() {}

  static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }

  /** Whether the grader runs as root, and so can take another user's id. */
  static boolean isRoot() {
    return isLinux() && owner(Path.of("/proc/self/status")) == 0;
  }

  /** Whether there can be a user of that id: a container may have some alone. */
  static boolean hasUser(long id) {
    try (Stream<String> ranges = Files.lines(Path.of("/proc/self/uid_map"))) {
      return ranges
          .map(line -> line.strip().split(" +"))
          .anyMatch(
              range -> {
                long first = Long.parseLong(range[0]);
                return id >= first && id < first + Long.parseLong(range[2]);
              });
    } catch (IOException e) {
      return false;
    }
  }

  /** The user id of a file, or of a process by its folder under /proc; -1 if it is gone. */
  static int owner(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return -1;
    }
  }

  /** An executable of the system; what a PATH says does not count. */
  static Optional<Path> tool(String name) {
    return TOOL_FOLDERS.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Path javaHome() {
    try {
      return Path.of(System.getProperty("java.home")).toRealPath();
    } catch (IOException e) {
      throw new HarnessFault("this Java's own folder cannot be found", e);
    }
  }

  /** The folders, besides Java's own, that hold the shared libraries of this JVM. */
  static SortedSet<Path> libraryFolders() throws IOException {
    TreeSet<Path> folders = new TreeSet<>();
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      maps.map(line -> line.substring(line.lastIndexOf(' ') + 1))
          .filter(path -> path.matches("/.*[.]so([.0-9]*)?"))
          .map(path -> Path.of(path).getParent())
          .filter(folder -> !folder.startsWith(javaHome()))
          .forEach(folders::add);
    }
    return folders;
  }

  /** The folders that Java's configuration links to: Debian keeps it under /etc. */
  static SortedSet<Path> configurationFolders() throws IOException {
    TreeSet<Path> folders = new TreeSet<>();
    for (String part : List.of("conf", "lib/security")) {
      Path start = javaHome().resolve(part);
      if (Files.isDirectory(start)) {
        addTargetsOfLinks(start, folders);
      }
    }
    folders.removeIf(folder -> folder.startsWith(javaHome()));
    return folders;
  }

  private static void addTargetsOfLinks(Path start, Set<Path> folders) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      for (Path link : files.filter(Files::isSymbolicLink).filter(Files::exists).toList()) {
        folders.add(link.toRealPath().getParent());
      }
    }
  }
}
