package initlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Keeps results from being mixed with other files. */
final class ResultFolder {
  private ResultFolder() {}

  /**
   * Accepts a folder that is new, empty, or an older result.
   *
   * @throws UsageException if it is anything else
   */
  static void check(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--out " + folder + " is a file; name a new or empty folder");
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent() && !Files.exists(folder.resolve("submissions"))) {
        throw new UsageException(
            "--out " + folder + " has other files in it; name a new or empty folder");
      }
    }
  }
}
