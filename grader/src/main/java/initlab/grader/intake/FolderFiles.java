package initlab.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Looks through a folder on disk, without following links and not for ever. */
final class FolderFiles extends SimpleFileVisitor<Path> {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_FILES = 10_000;

  private final Path root;
  private final List<HandedFile> found = new ArrayList<>();

  private FolderFiles(Path root) {
    this.root = root;
  }

  /**
   * The files below a folder, sorted by path.
   *
   * @throws TooManyFilesException if they are more than anyone hands in
   */
  static List<HandedFile> list(Path folder) throws IOException {
    FolderFiles files = new FolderFiles(folder);
    Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, files);
    files.found.sort(Comparator.comparing(HandedFile::path));
    return files.found;
  }

  /** A file on disk under a path of its own. */
  static HandedFile file(String path, Path file) throws IOException {
    boolean isRegular =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isRegularFile();
    return new HandedFile(path, isRegular, most -> read(file, most));
  }

  private static byte[] read(Path file, int most) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) { // a pipe would be waited for
      throw new FileSystemException(file.toString(), null, "no regular file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return !folder.equals(root) && Candidates.isLeftBehindByTools(name(folder))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
      throws TooManyFilesException {
    if (found.size() >= MAX_FILES) {
      throw new TooManyFilesException();
    }
    String path = root.relativize(file).toString().replace('\\', '/');
    found.add(new HandedFile(path, attributes.isRegularFile(), most -> read(file, most)));
    return FileVisitResult.CONTINUE;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  /** There are more files than anyone hands in. */
  static final class TooManyFilesException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
