package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a class is graded again: beside its results, which stay until all that replaces them is
 * whole. Then a single renaming says so, and whatever ends the process after that, the next command
 * finishes the exchange.
 */
final class Staging {
  private static final String UNFINISHED = "unfinished";
  private static final String WHOLE = ".initlab-whole";
  private static final String OLD = ".initlab-old";

  private final Path out;
  private final ResultFiles results;

  Staging(Path out, Assignment assignment) {
    this.out = out;
    this.results = new ResultFiles(out, assignment);
  }

  /** Whether a folder is what a run left that was killed before it was whole. */
  static boolean isOne(Path folder) {
    return folder.getFileName().toString().equals(UNFINISHED)
        && Files.isRegularFile(folder.resolve("run.json"), LinkOption.NOFOLLOW_LINKS);
  }

  /** The folder to grade into. */
  Path folder() {
    return out.resolve(UNFINISHED);
  }

  /** Puts what was graded in the place of the results. */
  void commit() throws IOException {
    Trees.delete(out.resolve(WHOLE));
    Files.move(folder(), out.resolve(WHOLE), StandardCopyOption.ATOMIC_MOVE);
    settle();
  }

  /** Gives up what was graded. */
  void discard() {
    Trees.delete(folder());
  }

  /** Whether an exchange in a folder is yet to be finished. */
  static boolean isPending(Path out) {
    return Files.isDirectory(out.resolve(WHOLE), LinkOption.NOFOLLOW_LINKS);
  }

  /** Finishes an exchange that was begun. */
  void settle() throws IOException {
    if (isPending(out)) {
      Path old = Files.createDirectories(out.resolve(OLD));
      for (Path now : children(out.resolve(WHOLE))) {
        exchange(now, out.resolve(now.getFileName()), old.resolve(now.getFileName()));
      }
      Files.delete(out.resolve(WHOLE));
    }
    if (Files.isDirectory(out.resolve(OLD), LinkOption.NOFOLLOW_LINKS)) {
      results.keepWhatIsNotOurs(out.resolve(OLD));
      Trees.delete(out.resolve(OLD));
    }
  }

  private static void exchange(Path now, Path place, Path old) throws IOException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      Trees.delete(old);
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(now, place, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
