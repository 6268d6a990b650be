package initlab.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged grader in a process of its own, which can be killed. */
record GraderProcess(Process process, Path log) {
  static final Path JAR = Path.of("target/initlab.jar").toAbsolutePath();

  static {
    makeArchives();
  }

  /** Else the first runs of a build would all make them, those that are killed for nothing. */
  private static void makeArchives() {
    try {
      new ProcessBuilder(java(), "-jar", JAR.toString(), "doctor")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static GraderProcess start(Path log, Object... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", JAR.toString()));
    command.addAll(Stream.of(args).map(String::valueOf).toList());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new GraderProcess(builder.redirectOutput(log.toFile()).start(), log);
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the grader did not end");
    }
    return process.exitValue();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
