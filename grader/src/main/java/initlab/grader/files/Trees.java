package initlab.grader.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class Trees {
  private Trees() {}

  /**
   * Names, sizes and times of the files in a folder, or of one file: it changes when they do,
   * unless someone takes pains.
   */
  public static String stamp(Path place) throws IOException {
    StringBuilder stamp = new StringBuilder();
    try (Stream<Path> files = Files.walk(place.toAbsolutePath())) {
      for (Path file : files.sorted().toList()) {
        BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
        if (of.isRegularFile()) {
          stamp.append(file).append(of.size()).append(of.lastModifiedTime()).append('\n');
        }
      }
    }
    return stamp.toString();
  }

  /**
   * Deletes a folder of ours; links in it are deleted, not followed.
   *
   * @return whether it is gone
   */
  public static boolean delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
