package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.files.OwnCode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class on a real Slurm of one node: an array of four parts, of which one is killed. */
@Tag("long")
@Tag("once") // the scheduler is the system's, whatever the JDK
class SlurmTest {
  private static final List<String> TOOLS = List.of("munged", "slurmctld", "slurmd", "sbatch");

  @TempDir private Path folder;

  @BeforeEach
  void startSlurm() throws Exception {
    for (String tool : TOOLS) {
      boolean isThere =
          Stream.of("/usr/bin", "/usr/sbin").anyMatch(p -> Files.exists(Path.of(p, tool)));
      assumeTrue(isThere, "SKIPPED, NOT PASSED: " + tool + " is missing");
    }
    assumeTrue(
        Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
        "SKIPPED, NOT PASSED: slurmd needs root");
    byte[] key = new byte[1024];
    new SecureRandom().nextBytes(key);
    Files.write(folder.resolve("munge.key"), key);
    Files.setPosixFilePermissions(
        folder.resolve("munge.key"), PosixFilePermissions.fromString("r--------"));
    Files.createDirectory(folder.resolve("state"));
    Files.createDirectory(folder.resolve("spool"));
    Files.writeString(folder.resolve("slurm.conf"), configuration());
    run(
        "munged",
        "--force",
        "--key-file=" + folder.resolve("munge.key"),
        "--socket=" + folder.resolve("munge.socket"),
        "--pid-file=" + folder.resolve("munged.pid"),
        "--log-file=" + folder.resolve("munged.log"),
        "--seed-file=" + folder.resolve("munge.seed"));
    run("slurmctld");
    run("slurmd");
    await("idle", "sinfo", "-h", "-o", "%T");
  }

  private String configuration() throws IOException {
    String host = InetAddress.getLocalHost().getHostName().replaceFirst("[.].*", "");
    return """
        ClusterName=initlab
        SlurmctldHost=HOST(127.0.0.1)
        SlurmUser=root
        SlurmdUser=root
        AuthType=auth/munge
        AuthInfo=socket=FOLDER/munge.socket
        CredType=cred/munge
        SlurmctldPort=26817
        SlurmdPort=26818
        StateSaveLocation=FOLDER/state
        SlurmdSpoolDir=FOLDER/spool
        SlurmctldPidFile=FOLDER/slurmctld.pid
        SlurmdPidFile=FOLDER/slurmd.pid
        SlurmctldLogFile=FOLDER/slurmctld.log
        SlurmdLogFile=FOLDER/slurmd.log
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_Core
        SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0
        MailProg=/bin/true
        ReturnToService=2
        NodeName=HOST NodeAddr=127.0.0.1 CPUs=2 RealMemory=6000 State=UNKNOWN
        PartitionName=main Nodes=HOST Default=YES MaxTime=INFINITE State=UP
        """
        .replace("HOST", host)
        .replace("FOLDER", folder.toString());
  }

  @AfterEach
  void stopSlurm() throws Exception {
    for (String name : List.of("slurmd", "slurmctld", "munged")) {
      Path file = folder.resolve(name + ".pid");
      if (Files.exists(file)) {
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
            .ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  @Test
  void anArrayWithAKilledTaskMergesToWhatOneRunWrites() throws Exception {
    Path students = folder.resolve("class");
    List<String> samples = List.of("right-100", "stub-0", "does-not-compile-0", "zeros-exits-70");
    for (int i = 0; i < 12; i++) {
      Path own = students.resolve("student-" + i);
      ClassKit.copy(samples.get(i % samples.size()), own);
      Path file = own.resolve("Initializers.java");
      OwnCode.in(file, i);
    }
    Path scripts = folder.resolve("scripts");
    assertEquals(0, CliRun.of("cluster", "slurm", "--shards", 4, "--out", scripts).exitCode());
    Path results = folder.resolve("results");
    Path jar = Path.of("target/initlab.jar").toAbsolutePath();
    assumeTrue(Files.exists(jar), "SKIPPED, NOT PASSED: " + jar + " is not built yet");
    String said =
        run(
            scripts.resolve("submit.sh").toString(),
            jar.toString(),
            students.toString(),
            results.toString(),
            "--lang",
            "en");
    String array = said.replaceAll("(?s).*grading is job (\\d+),.*", "$1");
    awaitPart(results);
    run("scontrol", "requeue", array + "_1");
    awaitStart(array + "_1");
    await("", "squeue", "-h");
    Path whole = folder.resolve("whole");
    GraderProcess one =
        new GraderProcess(
            new ProcessBuilder(
                    "java",
                    "-jar",
                    jar.toString(),
                    "grade",
                    students.toString(),
                    "--out",
                    whole.toString(),
                    "--lang",
                    "en",
                    "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("whole.log").toFile())
                .start(),
            folder.resolve("whole.log"));
    assertEquals(0, one.exitCode());
    assertEquals(ClassKit.files(whole), ClassKit.files(results.resolve("class")), () -> logs());
  }

  /** A task has begun to grade. */
  private static void awaitPart(Path results) throws InterruptedException {
    for (int i = 0; i < 300 && !Files.exists(results.resolve("shard-1/run.json")); i++) {
      Thread.sleep(100);
    }
    assertTrue(Files.exists(results.resolve("shard-1/run.json")), "the first task began");
  }

  /**
   * Slurm starts what was requeued in two minutes, or now: if it is told after the old run ended.
   */
  private void awaitStart(String task) throws Exception {
    String now = "PENDING";
    for (int i = 0; i < 300 && List.of("PENDING", "COMPLETING").contains(now); i++) {
      Thread.sleep(200);
      run("sh", "-c", "scontrol update job=" + task + " StartTime=now || true");
      now = run("squeue", "-h", "-j", task, "-o", "%T").strip();
    }
  }

  private String logs() {
    StringBuilder all = new StringBuilder();
    for (String name :
        List.of("slurmctld.log", "slurmd.log", "initlab-grade-1.log", "initlab-merge.log")) {
      try {
        all.append(name).append('\n').append(Files.readString(folder.resolve(name)));
      } catch (IOException e) {
        all.append(name).append(" is not there\n");
      }
    }
    return all.toString();
  }

  private void await(String output, String... command) throws Exception {
    String now = "";
    for (int i = 0; i < 600; i++) {
      now = run(command).strip();
      if (now.equals(output)) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError(String.join(" ", command) + " still says " + now + "\n" + logs());
  }

  /** Runs a tool to its end, and gives what it printed. */
  private String run(String... command) throws Exception {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    Process process = builder.start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), String.join(" ", command));
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + printed + logs());
    return printed;
  }
}
