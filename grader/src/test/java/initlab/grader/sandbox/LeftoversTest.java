package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a submission where no namespace ends with it. */
class LeftoversTest {
  @BeforeEach
  void needsRoot() {
    assumeTrue(Host.isRoot(), "SKIPPED, NOT PASSED: only root can become another user");
  }

  @Test
  void processesThatLeftTheirSessionAreFoundAndEnded() throws Exception {
    asWorker("for i in 1 2 3; do setsid sleep 300 & done; setsid sh -c 'sleep 300; sleep 300' &");
    assertTrue(processes() >= 4, "there is something to find");
    Leftovers.remove(WorkerUser.id(), Set.of());
    assertEquals(0, processes());
  }

  /** The state stands behind the name, which a process chooses. */
  @Test
  void aProcessThatIsCalledAsIfItHadEndedIsEnded() throws Exception {
    assumeTrue(Host.tool("perl").isPresent(), "SKIPPED, NOT PASSED: perl is missing");
    asWorker("setsid perl -e '$0 = \") Z 1\"; sleep 300' & sleep 0.5");
    assertEquals(1, processes(), "there is something to find");
    Leftovers.remove(WorkerUser.id(), Set.of());
    assertEquals(0, processes());
  }

  @Test
  void aProcessThatForksAllTheTimeComesToItsEnd() throws Exception {
    asWorker("f() { sleep 0.01; (f &) ; }; for i in 1 2 3 4 5 6 7 8; do f & done");
    Leftovers.remove(WorkerUser.id(), Set.of());
    assertEquals(0, processes());
  }

  @Test
  void aProcessThatIsNeededIsLeftAlone() throws Exception {
    Process needed = start("exec sleep 300");
    Leftovers.remove(WorkerUser.id(), Set.of(needed.pid()));
    assertTrue(needed.isAlive());
    needed.destroyForcibly().waitFor();
  }

  @Test
  void theirFilesAreDeletedAndNobodyElses() throws Exception {
    Path ours = Files.createTempFile("initlab-ours", "");
    asWorker("mkdir -p /tmp/initlab-theirs/a && touch /tmp/initlab-theirs/a/b /dev/shm/initlab-x");
    asWorker("ln -s " + ours + " /tmp/initlab-theirs/link");
    assertTrue(Files.exists(Path.of("/tmp/initlab-theirs/a/b")), "there is something to delete");
    Leftovers.remove(WorkerUser.id(), Set.of());
    assertFalse(Files.exists(Path.of("/tmp/initlab-theirs")));
    assertFalse(Files.exists(Path.of("/dev/shm/initlab-x")));
    assertTrue(Files.exists(ours), "a link does not lead to ours");
    Files.delete(ours);
  }

  @Test
  void theirFilesInFoldersOfOthersAreDeletedAtTheEnd() throws Exception {
    Path folder = Files.createTempDirectory("initlab-others");
    Path open = Files.createDirectories(folder.resolve("a/b"));
    for (Path path : List.of(folder, open.getParent(), open)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Path ours = Files.createFile(open.resolve("ours"));
    asWorker("touch " + open.resolve("theirs"));
    assertTrue(Files.exists(open.resolve("theirs")), "there is something to delete");
    Leftovers.removeEverywhere(WorkerUser.id());
    assertFalse(Files.exists(open.resolve("theirs")));
    assertTrue(Files.exists(ours));
    Trees.delete(folder);
  }

  private static void asWorker(String script) throws Exception {
    assertTrue(start(script).waitFor(10, TimeUnit.SECONDS), script);
  }

  private static Process start(String script) throws IOException {
    List<String> command = new ArrayList<>(WorkerUser.become());
    command.addAll(List.of("/bin/sh", "-c", script));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long processes() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(path -> path.getFileName().toString().matches("\\d+"))
          .filter(path -> Host.owner(path) == WorkerUser.id())
          .filter(path -> !isZombie(path))
          .count();
    }
  }

  private static boolean isZombie(Path process) {
    try {
      return Files.readString(process.resolve("status")).contains("State:\tZ");
    } catch (IOException gone) {
      return true;
    }
  }
}
