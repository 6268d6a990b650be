package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process and all that it has started use, read from /proc where there is one: a file of it
 * costs microseconds, a list of all processes of the machine milliseconds.
 */
final class ProcessTree {
  private static final Pattern HELD =
      Pattern.compile("(?:RssAnon|RssShmem|VmPTE|VmSwap):\\s*([0-9]+) kB");

  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_CHILDREN =
      Files.isReadable(PROC.resolve("thread-self").resolve("children"));

  /** Of one process, its children included: what is more is ended with it all the same. */
  private static final int MAX_PROCESSES = 200;

  private static final long NANOS_PER_TICK = 10_000_000; // USER_HZ is 100 on every Linux

  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /** The processor time of all of them, and of their children that have ended. */
  Duration cpu() {
    return HAS_CHILDREN
        ? Duration.ofNanos(
            processes().stream().mapToLong(ProcessTree::ticks).sum() * NANOS_PER_TICK)
        : Stream.concat(Stream.of(root), root.descendants())
            .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The memory that they alone hold, in bytes: private and shared memory without a file, what is
   * swapped out, page tables; 0 where there is no /proc.
   */
  long memory() {
    return HAS_CHILDREN ? processes().stream().mapToLong(ProcessTree::kibibytes).sum() << 10 : 0;
  }

  /** Whether none of their threads wants the processor: a busy machine does not make it so. */
  boolean isIdle() {
    return HAS_CHILDREN
        && processes().stream()
            .flatMap(process -> threads(process).stream())
            .allMatch(thread -> "SZ".indexOf(stat(thread).get(0).charAt(0)) >= 0);
  }

  private List<Path> processes() {
    List<Path> found = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(Long.toString(root.pid())));
    while (!open.isEmpty() && found.size() < MAX_PROCESSES) {
      Path process = PROC.resolve(open.remove());
      found.add(process);
      for (Path thread : threads(process)) {
        Stream.of(read(thread.resolve("children")).split(" "))
            .filter(id -> !id.isBlank())
            .forEach(open::add);
      }
    }
    return found;
  }

  private static List<Path> threads(Path process) {
    List<Path> threads = new ArrayList<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
      tasks.forEach(threads::add);
    } catch (IOException | DirectoryIteratorException e) {
      return threads; // it has ended meanwhile
    }
    return threads;
  }

  /** utime, stime, cutime and cstime. */
  private static long ticks(Path process) {
    return stat(process).stream().skip(11).limit(4).mapToLong(Long::parseLong).sum();
  }

  /** The fields of a stat file behind the name, which may hold anything: the state comes first. */
  private static List<String> stat(Path process) {
    String line = read(process.resolve("stat"));
    return List.of(line.isEmpty() ? "Z" : line.substring(line.lastIndexOf(')') + 2)).stream()
        .flatMap(fields -> Stream.of(fields.strip().split(" ")))
        .toList();
  }

  private static long kibibytes(Path process) {
    return read(process.resolve("status"))
        .lines()
        .map(HELD::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .sum();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
