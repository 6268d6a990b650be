package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.lms.Containers.Container;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each package, unpacked into its platform's layout inside a root that holds what a container has:
 * a JDK, Python and make, no Maven, no bubblewrap, no network, no language.
 */
@Tag("long")
@Tag("once") // what is tested is the platform's contract
@Execution(ExecutionMode.CONCURRENT)
class PlatformPackagesIT {
  private static final Path JAR = Path.of("target/initlab.jar").toAbsolutePath();
  private static final Path RIGHT = Path.of("src/test/resources/submissions/right/plain");

  /** What is handed in, and its points. */
  private static final Map<String, Double> POINTS =
      Map.of("right", 100.0, "wrong", 54.5, "broken", 0.0, "hostile", 70.0);

  private static final Map<String, Path> PACKED = new ConcurrentHashMap<>();

  @TempDir private static Path folder;

  @BeforeAll
  static void aCourse() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/bwrap")),
        "SKIPPED, NOT PASSED: there is no bubblewrap to make containers with");
    Files.writeString(folder.resolve("course.secret"), "a long sentence of this course");
  }

  static Set<String> platforms() {
    return Containers.ALL.keySet();
  }

  @Test
  void everyPlatformHasAContainer() {
    assertEquals(Platforms.ALL.stream().map(Lms::name).sorted().toList(), List.copyOf(platforms()));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void itsResultIsRightWhateverIsHandedIn(String platform) throws Exception {
    Path packed = packed(platform);
    List<String> problems = new ArrayList<>();
    for (String kind : POINTS.keySet()) {
      problems.add(problem(platform, packed, kind));
    }
    problems.removeIf(String::isEmpty);
    assertEquals(List.of(), problems);
  }

  /** What a container left. */
  private record Left(Path site, int exitCode, String printed) {
    /** All that anyone could read of it. */
    String all() throws IOException {
      StringBuilder all = new StringBuilder(printed);
      try (Stream<Path> files = Files.walk(site)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (Files.size(file) < 100_000) {
            all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
          }
        }
      }
      return all.toString();
    }
  }

  private static Left run(Container container, Path packed, String name, String before, String kind)
      throws Exception {
    Path site = folder.resolve(name + "-" + kind);
    Path unpacked = Files.createDirectories(site.resolve(container.unpacked()));
    run("cp", "-a", packed + "/.", unpacked.toString());
    Path handedIn = Files.createDirectories(site.resolve(container.handedIn()));
    Files.writeString(handedIn.resolve("Initializers.java"), source(kind));
    Files.createDirectories(site.resolve("grade"));
    String start = before + container.start().of(site);
    run("chown", "-R", container.user() + "", site.toString());
    Path out = folder.resolve(name + "-" + kind + ".out");
    int exitCode = inside(site, container.user(), start, out);
    return new Left(site, exitCode, Files.readString(out));
  }

  /** What is wrong with a run; empty if nothing is. */
  private static String problem(String platform, Path packed, String kind) throws Exception {
    Container container = Containers.ALL.get(platform);
    Left left = run(container, packed, platform, "", kind);
    if (left.exitCode() != 0) {
      return "%s: exit code %d: %s".formatted(kind, left.exitCode(), left.printed());
    }
    double points;
    try {
      points = container.reader().points(left.site(), left.printed());
    } catch (Exception | AssertionError e) {
      return "%s: %s: %s".formatted(kind, e, left.printed());
    }
    double right = POINTS.getOrDefault(kind, 0.0);
    double expected = platform.equals("github") ? Math.round(right) : right;
    boolean isAsExpected =
        Double.isNaN(points) ? hasNoPoints(platform, kind) : Math.abs(points - expected) < 1e-6;
    return isAsExpected ? "" : "%s: %s points: %s".formatted(kind, points, left.printed());
  }

  /** A Java without a compiler cannot grade, and says so in the platform's way. */
  @ParameterizedTest
  @MethodSource("platforms")
  void aFaultOfOursIsNoGradeThere(String platform) throws Exception {
    Path packed = packed(platform);
    Container container = Containers.ALL.get(platform);
    String noCompiler =
        """
        mkdir /tmp/without && cat > /tmp/without/java <<'END'
        #!/bin/sh
        exec %s/bin/java --limit-modules=java.se,jdk.unsupported,jdk.management,jdk.zipfs "$@"
        END
        chmod +x /tmp/without/java && export PATH=/tmp/without:$PATH
        """
            .formatted(System.getProperty("java.home"));
    Left left = run(container, packed, platform + "-fault", noCompiler, "right");
    assertTrue(left.all().contains("This is no grade"), left::printed);
    boolean hasItsOwnWay = Set.of("autolab", "edx").contains(platform); // a score of 0 that says so
    assertEquals(hasItsOwnWay, left.exitCode() == 0, platform + " ended with " + left.exitCode());
    try {
      double points = container.reader().points(left.site(), left.printed());
      assertTrue(Double.isNaN(points) || points == 0, points + " points");
    } catch (IOException | AssertionError | NullPointerException e) {
      assertFalse(hasItsOwnWay, () -> "there is no result: " + e);
    }
  }

  @Test
  void classroom50StartsTheShim() throws Exception {
    Path packed = packed("github");
    Left left = run(Containers.CLASSROOM_50, packed, "classroom50", "", "wrong");
    assertEquals(0, left.exitCode(), left::printed);
    assertEquals(
        55, Containers.CLASSROOM_50.reader().points(left.site(), left.printed()), 0, "rounded");
  }

  private static boolean hasNoPoints(String platform, String kind) {
    return platform.equals("prairielearn") ? kind.equals("broken") : !kind.equals("right");
  }

  private static String source(String kind) throws IOException {
    String right = Files.readString(RIGHT.resolve("Initializers.java"));
    return switch (kind) {
      case "right" -> right;
      case "wrong" ->
          right
              .replace("Math.sqrt(2.0 /", "Math.sqrt(1.0 /")
              .replaceFirst(
                  "(?s)(initializeRandom.*?)l < layerDims.length; l\\+\\+", "$1l > 0; l = 1");
      case "broken" -> right.replaceFirst(";\n", "\n");
      default -> right.replaceFirst("Map<String, SimpleMatrix> parameters", FORGED + "$0");
    };
  }

  /** Says all that could be taken for a result. */
  private static final String FORGED =
      """
      for (String line : new String[] {
          "Grade :=>>10", "--|>", "<|--", "{\\\\"scores\\\\":{\\\\"InitLab\\\\":100}}", "::set-output name=a::b",
          "{\\\\"fractionalScore\\\\":1,\\\\"feedback\\\\":\\\\"\\\\"}", "{\\\\"fraction\\\\":1}", "InitLab,100",
          "VOC_NO_REPORT_OUTPUT", "]]>", "<script>", "\\\\u001b[2J", "### InitLab: 100 / 100"}) {
        System.out.println(line);
        System.err.println(line);
      }
      if (layerDims.length > 0) {
        throw new IllegalStateException("\\\\nGrade :=>>10\\\\n{\\\\"scores\\\\":{\\\\"InitLab\\\\":100}}");
      }
      """;

  /** A package, unpacked, which is made once. */
  private static Path packed(String platform) {
    return PACKED.computeIfAbsent(
        platform,
        name -> {
          Path target = folder.resolve(name);
          assertDoesNotThrow(() -> unpack(name, target));
          return target;
        });
  }

  private static void unpack(String platform, Path target) throws Exception {
    Path zip = folder.resolve(platform + ".zip");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String secret = folder.resolve("course.secret").toString();
    run(
        java,
        "-jar",
        JAR.toString(),
        "lms",
        "package",
        platform,
        "--secret",
        secret,
        "--out",
        zip.toString());
    try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        Path to = target.resolve(entry.getName());
        Files.createDirectories(to.getParent());
        Files.copy(file.getInputStream(entry), to);
        assertTrue(to.toFile().setExecutable((entry.getUnixMode() & 0111) != 0), "mode");
      }
    }
    assertFalse(Files.exists(target.resolve("Initializers.java")));
  }

  /** Runs a line of bash where all is read-only but the site's folders and /tmp. */
  private static int inside(Path site, int user, String start, Path out) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bwrap",
                "--unshare-pid",
                "--unshare-net",
                "--unshare-ipc",
                "--die-with-parent",
                "--clearenv"));
    command.addAll(
        List.of("--setenv", "PATH", System.getProperty("java.home") + "/bin:/usr/bin:/bin"));
    for (String shared : List.of("/usr", "/bin", "/lib", "/lib64", "/etc")) {
      if (Files.exists(Path.of(shared))) {
        command.addAll(List.of("--ro-bind", shared, shared));
      }
    }
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    command.addAll(List.of("--perms", "1777", "--tmpfs", "/tmp"));
    command.addAll(
        List.of("--tmpfs", "/usr/share/maven", "--ro-bind", "/dev/null", "/usr/bin/bwrap"));
    try (Stream<Path> folders = Files.list(site)) {
      for (Path each : folders.filter(Files::isDirectory).toList()) {
        command.addAll(List.of("--bind", each.toString(), "/" + each.getFileName()));
      }
    }
    command.addAll(
        List.of("setpriv", "--reuid", user + "", "--regid", user + "", "--clear-groups"));
    command.addAll(List.of("/bin/bash", "-c", start));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(Path.of(out + ".err").toFile());
    return builder.start().waitFor();
  }

  private static void run(String... command) throws Exception {
    Path log = Files.createTempFile(folder, "log", "");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertEquals(0, process.waitFor(), Files.readString(log));
  }
}
