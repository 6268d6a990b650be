package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wall that bubblewrap is asked for; {@code IsolationTest} shows that they hold. */
class BubblewrapTest {
  private static final Path CLASSES = Path.of("/somewhere/classes");

  @TempDir private Path folder;
  private List<String> command = List.of();

  @BeforeEach
  void ask() throws IOException {
    assumeTrue(Host.tool("bwrap").isPresent(), "SKIPPED, NOT PASSED: bwrap is missing");
    command = Bubblewrap.find(folder).command(List.of("java", "Main"), CLASSES, JvmSize.WORKER);
  }

  @Test
  void everyNamespaceIsItsOwnAndNoneCanBeMadeInside() {
    assertTrue(
        command.containsAll(
            List.of(
                "--unshare-all",
                "--unshare-user",
                "--disable-userns",
                "--new-session",
                "--die-with-parent",
                "--clearenv")),
        command.toString());
    assertEquals(List.of("ALL"), after("--cap-drop"));
    assertFalse(command.contains("--share-net"));
  }

  @Test
  void nothingCanBeWrittenTo() {
    assertFalse(command.contains("--bind"));
    assertFalse(command.contains("--tmpfs"));
    assertEquals(List.of("/proc", "/"), after("--remount-ro"));
    assertEquals(List.of("/dev/null", "/dev/random", "/dev/urandom"), after("--dev-bind"));
  }

  @Test
  void onlyJavaItsLibrariesAndTheClassesAreSeen() throws IOException {
    Set<String> seen = new TreeSet<>(after("--ro-bind"));
    assertTrue(seen.remove(CLASSES.toString()));
    assertTrue(seen.remove(Host.javaHome().toString()));
    for (Path own : Host.libraryFolders()) {
      seen.remove(own.toString());
    }
    for (Path own : Host.configurationFolders()) {
      seen.remove(own.toString());
    }
    seen.remove(Path.of("/lib64").toRealPath().toString());
    seen.remove(Host.tool("prlimit").orElseThrow().toString());
    assertEquals(Set.of(), seen);
  }

  @Test
  void javaStartsUnderTheKernelsLimits() {
    int end = command.size() - 2;
    assertEquals(List.of("java", "Main"), command.subList(end, command.size()));
    int limits = command.indexOf("--nproc=64");
    assertTrue(command.lastIndexOf("--") == end - 1 && limits > command.indexOf("--chdir"));
    assertTrue(command.contains("--fsize=0") && command.contains("--core=0"), command.toString());
  }

  @Test
  void theSystemCallsAreFilteredWhereThereIsAFilter() {
    boolean isFiltered = SystemCallFilter.forThisMachine().isPresent();
    assertEquals(isFiltered ? List.of("9") : List.of(), after("--seccomp"));
  }

  /** What follows an option, wherever it stands. */
  private List<String> after(String option) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < command.size() - 1; i++) {
      if (command.get(i).equals(option)) {
        values.add(command.get(i + 1));
      }
    }
    return values;
  }
}
