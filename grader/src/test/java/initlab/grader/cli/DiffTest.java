package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
  @TempDir private Path folder;

  @Test
  void saysWhoChangedAndWhy() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.createDirectory(in.resolve("ada"));
    Files.createDirectory(in.resolve("bob"));
    Path old = folder.resolve("old");
    assertEquals(3, CliRun.of("grade", in, "--out", old).exitCode());
    assertTrue(CliRun.of("diff", old, old).out().contains("0 submissions changed"));

    Files.writeString(in.resolve("ada/Initializers.java"), "class Initializers {}\n");
    Files.delete(in.resolve("bob"));
    Files.createDirectory(in.resolve("eve"));
    Path now = folder.resolve("now");
    assertEquals(0, CliRun.of("grade", in, "--out", now, "--quiet").exitCode());
    CliRun diff = CliRun.of("diff", old, now);
    assertEquals(0, diff.exitCode(), diff.err());
    assertEquals(
        """
        ada: 0, as before
          state missing -> rejected
          another source
        bob: no longer there; it had 0
        eve: new, 0
        3 submissions changed
        """,
        diff.out());
  }

  @Test
  void aQuietRunPrintsNothingThatNobodyNeeds() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in/ada"));
    Files.writeString(in.resolve("Initializers.java"), "class Initializers {}\n");
    CliRun run = CliRun.of("grade", in.getParent(), "--out", folder.resolve("out"), "-q");
    assertEquals("", run.out());
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
  }
}
