package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.lab.WeightLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes system calls that Java cannot make, from Perl, with the filter and without it. */
class SystemCallFilterTest {
  private static final String EPERM = "1";

  @TempDir private Path folder;
  private byte[] filter;

  @BeforeEach
  void needsPerlAndBubblewrap() {
    Optional<byte[]> ours = SystemCallFilter.forThisMachine();
    assumeTrue(ours.isPresent(), "SKIPPED, NOT PASSED: there is no filter for this machine");
    assumeTrue(Host.tool("perl").isPresent(), "SKIPPED, NOT PASSED: perl is missing");
    assumeTrue(Host.tool("bwrap").isPresent(), "SKIPPED, NOT PASSED: bwrap is missing");
    filter = ours.orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 16, 17, 38, 40})
  void socketsAreRefused(int family) throws Exception {
    assertEquals(EPERM, perl("print socket(S, " + family + ", 1, 0) ? 0 : $!+0", filter));
  }

  @Test
  void withoutTheFilterANetlinkSocketOpens() throws Exception {
    byte[] allowAll = {6, 0, 0, 0, 0, 0, (byte) 0xFF, 0x7F};
    assertEquals("0", perl("print socket(S, 16, 2, 0) ? 0 : $!+0", allowAll));
  }

  /** The arguments of mmap: address, length, protection, flags, file, offset. */
  @Test
  void sharedMemoryWithoutAFileIsRefusedAndPrivateMemoryIsNot() throws Exception {
    assertEquals(EPERM, perl("syscall(9, 0, 4096, 3, 0x21, -1, 0); print $!+0", filter));
    assertEquals("0", perl("$! = 0; syscall(9, 0, 4096, 3, 0x22, -1, 0); print $!+0", filter));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 165, 250, 272, 298, 321, 425})
  void callsThatNoJavaProgramMakesAreRefused(int call) throws Exception {
    assertEquals(EPERM, perl("syscall(" + call + ", 0, 0, 0, 0, 0); print $!+0", filter));
  }

  @ParameterizedTest
  @ValueSource(ints = {29, 30, 319})
  void memoryThatNoLimitCountsIsRefused(int call) throws Exception {
    assertEquals(EPERM, perl("syscall(" + call + ", 0, 4096, 01600); print $!+0", filter));
  }

  @Test
  void noProcessIsStarted() throws Exception {
    assertEquals(EPERM, perl("print defined(fork) ? 0 : $!+0", filter));
    assertEquals(EPERM, perl("print syscall(57) == -1 ? $!+0 : 0", filter));
    assertEquals(EPERM, perl("print syscall(58) == -1 ? $!+0 : 0", filter));
  }

  @Test
  void callsOfTheX32KindAreRefused() throws Exception {
    assertEquals(EPERM, perl("syscall(0x40000000 + 39); print $!+0", filter));
  }

  @Test
  void aWorkerHasTheFilter() throws Exception {
    try (WorkerHome home = new WorkerHome(new WeightLab().library())) {
      assumeTrue(home.isolation().isFull(), "SKIPPED: " + home.isolation().description());
      List<String> command = home.isolation().command(List.of("x"), home.folder(), JvmSize.WORKER);
      assertTrue(command.contains("--seccomp"), command.toString());
    }
  }

  private String perl(String program, byte[] filter) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("filter"), filter);
    List<String> command = new ArrayList<>(Bubblewrap.withOpenFile(file));
    command.addAll(List.of("bwrap", "--dev-bind", "/", "/", "--seccomp", "9"));
    command.addAll(List.of("perl", "-e", program));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
