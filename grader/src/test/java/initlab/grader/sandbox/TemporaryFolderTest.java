package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
  @Test
  void whatAKilledRunLeftIsDeletedAndWhatIsInUseIsNot() throws Exception {
    Path abandoned = Files.createTempDirectory("initlab-run-1-");
    Files.createFile(abandoned.resolve("lock"));
    Files.createFile(Files.createDirectory(abandoned.resolve("sub")).resolve("file"));
    try (TemporaryFolder first = new TemporaryFolder();
        OtherProcess other = new OtherProcess();
        TemporaryFolder second = new TemporaryFolder()) {
      assertFalse(Files.exists(abandoned), "abandoned");
      assertTrue(Files.exists(first.path()), "of this process");
      assertTrue(Files.exists(second.path()), "its own");
      assertTrue(Files.exists(other.folder), "of a process that still runs");
      Path folder = other.folder;
      other.process.destroyForcibly().waitFor();
      try (TemporaryFolder third = new TemporaryFolder()) {
        assertTrue(Files.exists(third.path()));
        assertTrue(Files.exists(first.path()), "still locked after others were looked at");
        assertFalse(Files.exists(folder), "of the killed process");
      }
    }
  }

  @Test
  void aFolderThatIsNotYetLockedIsLeftAlone() throws IOException {
    Path fresh = Files.createTempDirectory("initlab-run-1-");
    try (TemporaryFolder folder = new TemporaryFolder()) {
      assertTrue(Files.exists(folder.path()));
      assertTrue(Files.exists(fresh));
    }
    Files.delete(fresh);
  }

  /** Holds a temporary folder until it is killed; says which. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      try (TemporaryFolder folder = new TemporaryFolder()) {
        System.out.println(folder.path());
        Thread.sleep(60_000);
      }
    }
  }

  private static final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final Path folder;

    OtherProcess() throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Holder.class.getName())
              .start();
      folder = Path.of(process.inputReader().readLine());
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
