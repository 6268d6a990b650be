package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.lab.WeightLab;
import initlab.grader.text.Messages;
import initlab.grader.worker.CanaryMain;
import initlab.grader.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerHomeTest {
  /** Whatever a start has come to when it is ended: as when there is nothing to grade. */
  @Test
  void whatIsEndedWhileItStartsLeavesNothing() throws Exception {
    assumeTrue(Host.isRoot(), "SKIPPED, NOT PASSED: workers have no user of their own");
    try (WorkerHome home = new WorkerHome(new WeightLab().library())) {
      Set<Path> before = ofTheWorkersUser();
      for (int millis = 0; millis < 40; millis++) {
        Processes processes = new Processes(home.folder());
        Thread start = new Thread(() -> startIn(processes, home));
        start.start();
        Thread.sleep(millis);
        processes.close();
        start.join(3_000);
        assertFalse(start.isAlive(), "it waits for a process that has ended");
      }
      assertEquals(before, ofTheWorkersUser());
    }
  }

  @Test
  void whoWaitsForAnAnswerIsToldThatTheProcessHasEnded() throws Exception {
    try (WorkerHome home = new WorkerHome(new WeightLab().library())) {
      JavaProcess worker = home.takeWorker();
      Thread waiting =
          new Thread(() -> assertThrows(CallFailure.class, () -> worker.read(1, Limits.CALL)));
      waiting.start();
      Thread.sleep(200);
      worker.close();
      waiting.join(3_000);
      assertFalse(waiting.isAlive());
    }
  }

  /** Else its word on how it ended would depend on when it does. */
  @Test
  void whoSaysWhatNobodyAskedForHasSaidItEvenIfItEndsThen() throws Exception {
    try (WorkerHome home = new WorkerHome(new WeightLab().library())) {
      JavaProcess worker = home.start(JvmSize.WORKER, CanaryMain.class, "/none", "1", "/none");
      CallFailure failure =
          assertThrows(CallFailure.class, () -> worker.read(7, Limits.CALL)); // it says hello again
      assertEquals(Messages.get("process.wrote"), failure.getMessage());
    }
  }

  private static void startIn(Processes processes, WorkerHome home) {
    try {
      processes.start(home.isolation(), home.classes(), JvmSize.WORKER, WorkerMain.class);
    } catch (HarnessFault ended) {
      return;
    }
  }

  private static Set<Path> ofTheWorkersUser() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      Set<Path> theirs = new TreeSet<>();
      for (Path process : all) {
        if (Host.owner(process) == WorkerUser.id() && !hasEnded(process)) {
          theirs.add(process);
        }
      }
      return theirs;
    }
  }

  /** Who has ended may wait for a parent to ask, but has no command line any more. */
  private static boolean hasEnded(Path process) {
    try {
      return Files.readString(process.resolve("cmdline")).isEmpty();
    } catch (IOException gone) {
      return true;
    }
  }

  @Test
  void aWorkerHasNoClassOfTheGraderOrTheReferenceAndNoStub() throws IOException {
    try (WorkerHome home = new WorkerHome(new WeightLab().library())) {
      Set<String> packages = new TreeSet<>();
      for (String jar : home.classes().workerClassPath().split(File.pathSeparator, -1)) {
        try (ZipFile zip = new ZipFile(jar)) {
          assertTrue(zip.size() > 5, jar);
          zip.stream()
              .map(ZipEntry::getName)
              .peek(name -> assertFalse(name.contains("student/Initializers"), name))
              .map(name -> name.replaceAll("/[^/]*$", ""))
              .forEach(packages::add);
        }
      }
      packages.removeIf(name -> name.matches("META-INF|(org/ejml|pabeles).*"));
      assertEquals(
          Set.of(
              "initlab/datasets",
              "initlab/grader/worker",
              "initlab/student",
              "initlab/student/network",
              "org/jspecify/annotations"),
          packages);
    }
  }

  /**
   * A class that is missing here would end an honest call. What is known to be missing is missing
   * in no call of an initialiser: MAT files.
   */
  @Test
  void everyClassThatTheLibraryUsesIsInIt() {
    try (WorkerHome home = new WorkerHome(new WeightLab().library())) {
      StringWriter out = new StringWriter();
      List<String> arguments = new ArrayList<>(List.of("--missing-deps"));
      arguments.addAll(List.of(home.classes().workerClassPath().split(File.pathSeparator, -1)));
      ToolProvider.findFirst("jdeps")
          .orElseThrow()
          .run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
      List<String> missing =
          out.toString()
              .lines()
              .filter(line -> line.endsWith("not found") && line.startsWith(" "))
              .filter(line -> !line.contains("us.hebi.matlab."))
              .collect(Collectors.toList());
      assertTrue(out.toString().contains("us.hebi.matlab."), "jdeps looked at EJML");
      assertEquals(List.of(), missing);
    }
  }

  @Test
  void classesThatASubmissionOfTheSameUserHasChangedAreRestored(@TempDir Path folder)
      throws IOException {
    if (Host.isLinux()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    SharedClasses classes = SharedClasses.write(folder, new WeightLab().library());
    for (String jar : classes.workerClassPath().split(File.pathSeparator, -1)) {
      Files.write(Path.of(jar), new byte[1]);
    }
    ReducedIsolation reduced = new ReducedIsolation("a test");
    try (WorkerHome home = new WorkerHome(new WeightLab().library());
        JavaProcess worker =
            home.processes().start(reduced, classes, JvmSize.WORKER, WorkerMain.class)) {
      assertEquals("", worker.printed(), "it has said hello");
    }
  }

  @Test
  void whatStaysFromRunToRunCanBeWrittenByNoWorker() throws IOException {
    try (WorkerHome home = new WorkerHome(new WeightLab().library())) {
      home.makeArchives();
      Path folder = home.classes().folder();
      assumeTrue(!folder.startsWith(home.folder()), "SKIPPED: nothing stays here");
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
          assertTrue(permissions.matches("...r-.r-."), file + " " + permissions);
          assertEquals(Host.owner(Path.of("/proc/self/status")), Host.owner(file), file.toString());
        }
      }
      assertTrue(home.classes().archive(JvmSize.WORKER).isPresent(), "workers have an archive");
      assertTrue(home.classes().archive(JvmSize.COMPILER).isPresent(), "compilers have one");
    }
  }

  @Test
  void jarsThatAreNotAsTheyWereWrittenAreNotTrusted(@TempDir Path folder) throws IOException {
    SharedClasses classes = SharedClasses.write(folder, new WeightLab().library());
    assertTrue(classes.isWhole());
    Files.writeString(folder.resolve("handout.jar"), "cut short");
    assertFalse(classes.isWhole());
    Files.delete(folder.resolve("handout.jar"));
    assertFalse(classes.isWhole());
  }

  @Test
  void anArchiveThatIsNoneIsNoReasonToFail(@TempDir Path folder) throws IOException {
    SharedClasses classes = SharedClasses.write(folder, new WeightLab().library());
    Files.writeString(classes.archiveFile(JvmSize.WORKER), "no archive");
    if (Host.isLinux()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    try (WorkerHome home = new WorkerHome(new WeightLab().library());
        JavaProcess worker =
            home.processes().start(home.isolation(), classes, JvmSize.WORKER, WorkerMain.class)) {
      assertEquals("", worker.printed(), "it has said hello");
    }
  }

  @Test
  void nothingIsLeftBehind() {
    WorkerHome home = new WorkerHome(new WeightLab().library());
    assertTrue(Files.exists(home.folder()));
    home.close();
    assertFalse(Files.exists(home.folder()));
  }
}
