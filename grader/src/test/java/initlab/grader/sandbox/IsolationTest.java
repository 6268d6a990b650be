package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.lab.WeightLab;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IsolationTest {
  private static WorkerHome home;

  @BeforeAll
  static void start() {
    home = new WorkerHome(new WeightLab().library());
  }

  @AfterAll
  static void stop() {
    home.close();
  }

  @Test
  void inBubblewrapACanaryCanDoNothingThatItMustNot() throws IOException {
    assumeTrue(home.isolation().isFull(), "SKIPPED, NOT PASSED: " + home.isolation().description());
    assertEquals("", Canary.leaks(home.isolation(), home.processes(), home.classes()));
  }

  /** The canary sees the difference: with less isolation it does report what it could do. */
  @Test
  void withReducedIsolationTheCanaryReachesThePortAndSeesProcesses() throws IOException {
    String leaks = Canary.leaks(new ReducedIsolation("a test"), home.processes(), home.classes());
    assertTrue(leaks.contains("reach a port of this machine"), leaks);
    assumeTrue(Host.isLinux(), "SKIPPED: /proc is Linux's");
    assertTrue(leaks.contains("see other processes"), leaks);
  }

  @Test
  void reducedIsolationSaysWhy() {
    Isolation reduced = new ReducedIsolation("bwrap is missing");
    assertEquals("reduced: bwrap is missing", reduced.description());
    assertFalse(reduced.isFull());
  }
}
