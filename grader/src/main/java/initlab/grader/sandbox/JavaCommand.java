package initlab.grader.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of a JVM that untrusted code runs in: small, silent, with nothing switched on.
 */
final class JavaCommand {
  private static final List<String> FLAGS =
      List.of(
          "-Xss1m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ActiveProcessorCount=1",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.timezone=UTC",
          "-Djava.awt.headless=true");

  /** What lets code of JDK 24 and later leave the Java heap is refused. */
  private static final List<String> SINCE_24 =
      Runtime.version().feature() < 24
          ? List.of()
          : List.of("--illegal-native-access=deny", "--sun-misc-unsafe-memory-access=deny");

  private JavaCommand() {}

  /**
   * The command line of a JVM.
   *
   * @param archive a class-data archive made by a JVM of the same size and program
   * @param program the class path and the main class, or a jar
   */
  static List<String> line(
      JvmSize size, Optional<Path> archive, List<String> program, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Host.javaHome().resolve(Path.of("bin", "java")).toString());
    line.addAll(size.flags());
    archive.ifPresent(file -> line.add("-XX:SharedArchiveFile=" + file));
    line.addAll(FLAGS);
    line.addAll(SINCE_24);
    line.addAll(program);
    line.addAll(arguments);
    return line;
  }
}
