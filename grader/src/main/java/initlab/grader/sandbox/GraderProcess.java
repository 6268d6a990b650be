package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The grader's own process, started again with a class-data archive: it is ready in half the time,
 * and a jar cannot ask for one itself.
 */
public final class GraderProcess {
  /** Set in a process that was started so, and where none is to be. */
  private static final String MARK = "initlab.started";

  private static final String JAR = "-jar";
  private static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  /**
   * Most of a short run is compiled too early; what is hot for long, as training is, still gets the
   * best code.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=200000",
          "-XX:Tier4MinInvocationThreshold=24000",
          "-XX:Tier4CompileThreshold=600000",
          "-XX:Tier4BackEdgeThreshold=1600000");

  private GraderProcess() {}

  /**
   * The command that does what this process was started for; none where it would gain nothing, or
   * where this process was started with options of its user's.
   *
   * @param arguments those of the program
   */
  public static Optional<List<String>> quickCommand(Library library, List<String> arguments) {
    if (System.getProperty(MARK) != null || ownJar().isEmpty() || !isPlain(arguments)) {
      return Optional.empty();
    }
    Optional<Path> archive =
        ClassCache.find(library).map(GraderProcess::archiveFile).filter(Files::isRegularFile);
    Optional<Path> setpriv = Host.tool("setpriv");
    if (archive.isEmpty() || setpriv.isEmpty()) {
      return Optional.empty();
    }
    List<String> end = List.of(setpriv.get().toString(), "--pdeathsig", "KILL", "--");
    if (!succeeds(end, Host.tool("true"))) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(end);
    command.addAll(start());
    command.add("-XX:SharedArchiveFile=" + archive.get());
    command.addAll(List.of(JAR, ownJar().get()));
    command.addAll(arguments);
    return Optional.of(command);
  }

  /** Whether nothing stands on the command line, or in the environment, but the jar. */
  private static boolean isPlain(List<String> arguments) {
    List<String> own =
        Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0]));
    List<String> plain = new ArrayList<>(List.of(JAR, System.getProperty("java.class.path")));
    plain.addAll(arguments);
    return own.equals(plain)
        && OPTIONS.stream().allMatch(variable -> System.getenv(variable) == null);
  }

  /** An older setpriv cannot end a process with its parent. */
  private static boolean succeeds(List<String> start, Optional<Path> tool) {
    List<String> command = new ArrayList<>(start);
    tool.ifPresent(path -> command.add(path.toString()));
    try {
      return tool.isPresent() && new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> start() {
    List<String> start = new ArrayList<>();
    start.add(Host.javaHome().resolve(Path.of("bin", "java")).toString());
    start.addAll(FLAGS);
    start.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=off", "-D" + MARK + "=true"));
    return start;
  }

  /** Grades a source of our own, in a process that writes an archive when it ends. */
  static Optional<List<String>> recordingCommand(Path archive, Path source, Path results) {
    List<String> command = start();
    command.add("-XX:ArchiveClassesAtExit=" + archive);
    return ownJar()
        .map(
            jar -> {
              command.addAll(List.of(JAR, jar, "grade", source.toString()));
              command.addAll(List.of("--out", results.toString()));
              return command;
            });
  }

  /** Whether this process makes archives: one that is recorded for one does not. */
  static boolean makesArchives() {
    return System.getProperty(MARK) == null || isStartedAgain();
  }

  private static boolean isStartedAgain() {
    return Arrays.stream(ProcessHandle.current().info().arguments().orElse(new String[0]))
        .anyMatch(argument -> argument.startsWith("-XX:SharedArchiveFile="));
  }

  private static Optional<String> ownJar() {
    return Optional.of(System.getProperty("java.class.path"))
        .filter(path -> path.endsWith(".jar"))
        .filter(path -> Files.isRegularFile(Path.of(path)));
  }

  /** Apart from the workers' archives: what the grader knows, no worker may see. */
  static Path archiveFile(SharedClasses classes) {
    return classes.folder().resolveSibling(classes.folder().getFileName() + "-grader.jsa");
  }
}
