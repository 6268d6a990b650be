package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.intake.Intake;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.Rubric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;

/** Grades the hostile corpus and looks for what it must not have done. */
final class HostileKit implements AutoCloseable {
  private static final Path CORPUS = Path.of("src/test/resources/hostile");
  private static final List<Path> MARKERS =
      Stream.of(
              "/tmp/initlab-marker",
              "/tmp/initlab-marker.hprof",
              "/tmp/initlab-fill-0",
              "/tmp/initlab-many-0",
              "/dev/shm/initlab-marker",
              System.getProperty("java.home") + "/bin/initlab-marker")
          .map(Path::of)
          .toList();
  private static final int PORT = 47113;

  private final boolean isGated;
  private final ServerSocket listener;
  private final Grader grader;

  HostileKit(boolean isGated) throws IOException {
    this.isGated = isGated;
    for (Path marker : MARKERS) {
      Files.deleteIfExists(marker);
    }
    // What is gated never comes so far; the two tests may run side by side.
    int port = isGated ? 0 : PORT;
    listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    listener.setSoTimeout(1);
    Path rubric = Files.createTempFile("initlab-rubric", ".yaml");
    Files.writeString(
        rubric,
        """
        checks:
          - {id: zeros.weights, points: 50, title: attacked}
          - {id: random.result, points: 50, title: right}
        """);
    Set<String> ungated =
        isGated
            ? Set.of()
            : manifest().stream().map(row -> row.get("submission")).collect(Collectors.toSet());
    grader =
        new Grader(
            new Policy(
                new WeightLab(),
                Rubric.read(rubric, new WeightLab()),
                List.of(),
                ungated,
                CourseSecret.builtIn()));
    Files.delete(rubric);
  }

  /** The corpus: submission, attack, state, wall, zeros. */
  static List<CSVRecord> manifest() throws IOException {
    List<CSVRecord> manifest = GradingKit.rows(CORPUS.resolve("manifest.csv"));
    try (Stream<Path> files = Files.list(CORPUS)) {
      long folders = files.filter(Files::isDirectory).count();
      assertEquals(folders, manifest.size(), "each has its line");
    }
    return manifest;
  }

  /** A test for each entry that is wanted, and whose name is asked for. */
  static Stream<DynamicTest> each(Predicate<CSVRecord> wanted, Verification verification)
      throws IOException {
    String names = System.getProperty("initlab.hostile", ".*");
    return manifest().stream()
        .filter(wanted)
        .filter(row -> row.get("submission").matches(names))
        .map(row -> dynamicTest(row.get("submission"), () -> verification.verify(row)));
  }

  /** What must be so of an entry. */
  @FunctionalInterface
  interface Verification {
    void verify(CSVRecord row) throws IOException;
  }

  boolean isIsolated() {
    return grader.isolation().isFull();
  }

  /** Grades one; whatever it did, exercise 2 is as the manifest says and nothing has come out. */
  GradeReport grade(CSVRecord row) throws IOException {
    String submission = row.get("submission");
    GradeReport report = grader.grade(Intake.read("Initializers.java", CORPUS.resolve(submission)));
    if (report.state() == SubmissionState.GRADED) {
      assertEquals(row.get("random"), report.checks().get(1).state().id(), "exercise 2");
    }
    for (Path marker : MARKERS) {
      assertFalse(Files.exists(marker, LinkOption.NOFOLLOW_LINKS), marker + " was written");
    }
    assertNobodyConnected();
    assertNoProcessIsLeft();
    assertHarmless(report);
    return report;
  }

  private void assertNobodyConnected() throws IOException {
    try {
      listener.accept().close();
      throw new AssertionError("the listener was reached");
    } catch (SocketTimeoutException nobody) {
      assertTrue(listener.isBound(), "the listener is there to be reached");
    }
  }

  private void assertNoProcessIsLeft() throws IOException {
    // First what there is: a spare may start at any moment.
    List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
    // For the next one: two workers and a compiler, and four that those may share who leave
    // nothing.
    Set<Long> waiting = grader.processes();
    assertTrue(waiting.size() <= 7, "waiting: " + waiting.size());
    assertEquals(
        List.of(),
        all.stream()
            .filter(process -> !isOneOf(waiting, process))
            .map(process -> process.info().commandLine().orElse(""))
            .filter(command -> command.contains("worker.jar"))
            .toList());
    if (isGated) {
      return; // what starts programs comes no further than the gate, but may run beside this test
    }
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      assertEquals(
          List.of(), processes.filter(HostileKit::isOfAWorkersUser).map(Path::toString).toList());
    }
  }

  private static boolean isOneOf(Set<Long> processes, ProcessHandle process) {
    return processes.contains(process.pid())
        || process.parent().map(parent -> isOneOf(processes, parent)).orElse(false);
  }

  /** A Java program of a worker's user, but no worker: those may be of a test beside this one. */
  private static boolean isOfAWorkersUser(Path process) {
    try {
      int user = (Integer) Files.getAttribute(process, "unix:uid");
      String command = Files.readString(process.resolve("cmdline"));
      return user >= 2_000_000_000 && command.contains("java") && !command.contains("worker.jar");
    } catch (IOException | RuntimeException noProcess) {
      return false;
    }
  }

  private static void assertHarmless(GradeReport report) {
    StringBuilder text = new StringBuilder(report.message());
    report.checks().forEach(check -> text.append(check.message()));
    String shown = text.append(report.printed()).toString();
    assertFalse(shown.contains("root:x:0"), "a file was read");
    assertFalse(shown.contains("PATH="), "the environment was read");
    assertTrue(shown.chars().noneMatch(c -> (c < ' ' && c != '\n') || c == 0x202E), shown);
    assertTrue(shown.length() < 20_000, "feedback is bounded");
  }

  static SubmissionState state(String id) {
    return SubmissionState.valueOf(id.toUpperCase(Locale.ROOT));
  }

  @Override
  public void close() throws IOException {
    grader.close();
    listener.close();
  }
}
