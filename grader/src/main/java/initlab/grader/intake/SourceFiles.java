package initlab.grader.intake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
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
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Looks through a submission's folder, without following links and not for ever. */
final class SourceFiles {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_FILES = 10_000;
  private static final int MAX_OTHERS = 3;
  private static final Pattern SIMILAR =
      Pattern.compile("(?i).*\\.(java|zip|7z|rar|tar|tgz|gz)|initiali[sz]ers.*");
  private static final Set<String> BUILD_FOLDERS = Set.of("target", "out", "bin", "build");

  private SourceFiles() {}

  /** Whether a name is one that tools leave behind and no student chooses. */
  static boolean isLeftBehindByTools(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  /**
   * All files named Initializers.java, sorted; those in build folders only if there are no others.
   */
  static List<Path> find(Path folder) throws IOException {
    List<Path> all = find(folder, file -> file.getFileName().toString().equals(Intake.FILE_NAME));
    List<Path> sources = all.stream().filter(file -> !isBuilt(folder.relativize(file))).toList();
    return sources.isEmpty() ? all : sources;
  }

  private static boolean isBuilt(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .anyMatch(part -> BUILD_FOLDERS.contains(part.toString()));
  }

  /** The names of a few files that may hold what was meant: Java, renamed, or packed; sorted. */
  static List<String> similar(Path folder) throws IOException {
    return find(folder, file -> SIMILAR.matcher(file.getFileName().toString()).matches()).stream()
        .map(file -> file.getFileName().toString())
        .distinct()
        .limit(MAX_OTHERS)
        .toList();
  }

  private static List<Path> find(Path folder, Predicate<Path> wanted) throws IOException {
    Finder finder = new Finder(folder, wanted);
    Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, finder);
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
      return !folder.equals(root) && isLeftBehindByTools(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
        throws TooManyFilesException {
      if (!isLeftBehindByTools(file) && wanted.test(file)) {
        found.add(file);
      }
      if (++seen > MAX_FILES) {
        throw new TooManyFilesException();
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** The folder has more files than anyone hands in. */
  static final class TooManyFilesException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
