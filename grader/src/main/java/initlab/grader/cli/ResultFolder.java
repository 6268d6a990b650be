package initlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps results from being mixed with other files. */
final class ResultFolder {
  private ResultFolder() {}

  /**
   * Accepts a folder that is new, empty, or an older result, and not among the submissions.
   *
   * @throws UsageException if it is anything else
   */
  static void check(Path folder, List<Path> submissions) throws IOException {
    Path out = folder.toAbsolutePath().normalize();
    for (Path path : submissions) {
      if (out.startsWith(path.toAbsolutePath().normalize())) {
        throw new UsageException(
            "--out " + folder + " lies among the submissions; name another folder");
      }
    }
    if (Files.exists(folder)) {
      checkContent(folder);
    }
  }

  private static void checkContent(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--out " + folder + " is a file; name a new or empty folder");
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent() && !Files.exists(folder.resolve("run.json"))) {
        throw new UsageException(
            "--out " + folder + " has other files in it; name a new or empty folder");
      }
    }
  }
}
