package initlab.grader.run;

import initlab.grader.report.RunFacts;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps results from being mixed with other files. */
public final class ResultFolder {
  private ResultFolder() {}

  /**
   * Accepts a folder that is new, empty, or an older result, and not among the submissions.
   *
   * @throws UsageException if it is anything else
   */
  public static void check(Path folder, List<Path> submissions) throws IOException {
    Path out = folder.toAbsolutePath().normalize();
    for (Path path : submissions) {
      if (out.startsWith(path.toAbsolutePath().normalize())) {
        throw new UsageException("usage.out-among", folder);
      }
    }
    if (Files.exists(folder)) {
      checkContent(folder);
    }
  }

  /**
   * Accepts a folder whose results are all of submissions that are graded or scored again.
   *
   * @throws UsageException if results of others would be lost
   */
  public static void checkNothingIsLost(Path folder, Set<String> names) throws IOException {
    Path results = folder.resolve("submissions");
    if (!Files.isDirectory(results)) {
      return;
    }
    try (Stream<Path> children = Files.list(results)) {
      List<String> lost =
          children
              .filter(child -> Files.exists(child.resolve("result.json")))
              .map(child -> child.getFileName().toString())
              .filter(name -> !names.contains(name))
              .sorted()
              .toList();
      if (!lost.isEmpty()) {
        throw new UsageException("usage.out-others", folder, lost.size(), Text.clean(lost.get(0)));
      }
    }
  }

  /**
   * How the run of a folder went, if it came to its end.
   *
   * @param stored how many results the folder has
   * @throws UsageException if there are fewer than there were submissions
   */
  public static RunFacts finished(Path folder, int stored) throws IOException {
    RunFacts facts =
        RunFacts.read(folder).orElseThrow(() -> new UsageException("usage.no-run", folder));
    if (stored < facts.submissions()) {
      throw new UsageException("usage.unfinished", folder, stored, facts.submissions());
    }
    return facts;
  }

  /** What a run leaves that was killed before it had written anything. */
  private static boolean isOwn(Path file) {
    String name = file.getFileName().toString();
    return name.equals(".lock") || name.startsWith(".initlab-");
  }

  private static void checkContent(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("usage.out-file", folder);
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.anyMatch(child -> !isOwn(child)) && !Files.exists(folder.resolve("run.json"))) {
        throw new UsageException("usage.out-mixed", folder);
      }
    }
  }
}
