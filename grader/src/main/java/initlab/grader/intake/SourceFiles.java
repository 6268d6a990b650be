package initlab.grader.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through a submission's folder, without following links and not for ever. */
final class SourceFiles {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_FILES = 10_000;
  private static final int MAX_OTHERS = 3;
  private static final Set<String> IGNORED = Set.of("__MACOSX", "target", "out", "bin", "build");

  private SourceFiles() {}

  /** Whether a name is one that tools leave behind: hidden files, build output. */
  static boolean isIgnored(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || IGNORED.contains(name);
  }

  /** All files named Initializers.java, sorted. */
  static List<Path> find(Path folder) throws IOException {
    return find(folder, file -> file.getFileName().toString().equals(Intake.FILE_NAME));
  }

  /** The names of a few other Java files, sorted. */
  static List<String> otherJavaFiles(Path folder) throws IOException {
    return find(folder, file -> file.getFileName().toString().endsWith(".java")).stream()
        .map(file -> file.getFileName().toString())
        .distinct()
        .limit(MAX_OTHERS)
        .toList();
  }

  private static List<Path> find(Path folder, Predicate<Path> wanted) throws IOException {
    Finder finder = new Finder(folder, wanted);
    Files.walkFileTree(
        folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MAX_DEPTH, finder);
    Collections.sort(finder.found);
    return finder.found;
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Predicate<Path> wanted;
    private final List<Path> found = new ArrayList<>();
    private int seen;

    Finder(Path root, Predicate<Path> wanted) {
      this.root = root;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isIgnored(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isIgnored(file) && wanted.test(file)) {
        found.add(file);
      }
      return ++seen < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
