package initlab.grader.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Slurm of one node, started by hand in a folder. */
public final class SlurmNode implements AutoCloseable {
  private static final List<String> TOOLS = List.of("munged", "slurmctld", "slurmd", "sbatch");

  /** What the node has, and a task takes. */
  public static final int PROCESSORS = 2;

  private static final Duration START = Duration.ofMinutes(2);

  private final Path folder;

  private SlurmNode(Path folder) {
    this.folder = folder;
  }

  /** What this machine lacks for one, if anything. */
  public static Optional<String> missing() throws IOException {
    for (String tool : TOOLS) {
      if (Stream.of("/usr/bin", "/usr/sbin").noneMatch(p -> Files.exists(Path.of(p, tool)))) {
        return Optional.of(tool + " is missing");
      }
    }
    boolean isRoot =
        Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    return isRoot ? Optional.empty() : Optional.of("slurmd needs root");
  }

  /** Starts it, and waits until it takes jobs. */
  public static SlurmNode start(Path folder) throws IOException, InterruptedException {
    SlurmNode node = new SlurmNode(folder);
    byte[] key = new byte[1024];
    new SecureRandom().nextBytes(key);
    Files.write(folder.resolve("munge.key"), key);
    Files.setPosixFilePermissions(
        folder.resolve("munge.key"), PosixFilePermissions.fromString("r--------"));
    Files.createDirectory(folder.resolve("state"));
    Files.createDirectory(folder.resolve("spool"));
    Files.writeString(folder.resolve("slurm.conf"), node.configuration());
    try {
      node.run(
          "munged",
          "--force",
          "--key-file=" + folder.resolve("munge.key"),
          "--socket=" + folder.resolve("munge.socket"),
          "--pid-file=" + folder.resolve("munged.pid"),
          "--log-file=" + folder.resolve("munged.log"),
          "--seed-file=" + folder.resolve("munge.seed"));
      node.run("slurmctld");
      node.run("slurmd");
      node.await(START, "idle", "sinfo", "-h", "-o", "%T");
      return node;
    } catch (IOException | InterruptedException | RuntimeException e) {
      node.close();
      throw e;
    }
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
        NodeName=HOST NodeAddr=127.0.0.1 CPUs=PROCESSORS RealMemory=6000 State=UNKNOWN
        PartitionName=main Nodes=HOST Default=YES MaxTime=INFINITE State=UP
        """
        .replace("PROCESSORS", String.valueOf(PROCESSORS))
        .replace("HOST", host)
        .replace("FOLDER", folder.toString());
  }

  @Override
  public void close() throws IOException {
    for (String name : List.of("slurmd", "slurmctld", "munged")) {
      Path file = folder.resolve(name + ".pid");
      if (Files.exists(file)) {
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).ifPresent(SlurmNode::end);
      }
    }
  }

  /** Ends a process, and waits until it writes no more. */
  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process).join();
  }

  /** What the node and the jobs have written down. */
  String logs() {
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

  /**
   * Waits until all jobs have come to an end.
   *
   * @throws IllegalStateException if it takes longer than the patience
   */
  public void awaitEnd(Duration patience) throws IOException, InterruptedException {
    await(patience, "", "squeue", "-h");
  }

  private void await(Duration patience, String output, String... command)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    String now = run(command).strip();
    while (!now.equals(output) && System.nanoTime() < end) {
      Thread.sleep(200);
      now = run(command).strip();
    }
    if (!now.equals(output)) {
      throw new IllegalStateException(
          String.join(" ", command) + " still says " + now + "\n" + logs());
    }
  }

  /** Runs a tool to its end, and gives what it printed. */
  public String run(String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, own) -> own + File.pathSeparator + path);
    Process process = builder.start();
    boolean hasEnded = process.waitFor(1, TimeUnit.MINUTES);
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    if (!hasEnded || process.exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + printed + logs());
    }
    return printed;
  }
}
