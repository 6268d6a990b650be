package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import initlab.grader.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The package that an instructor uploads, unpacked and run as Gradescope does. */
@Execution(ExecutionMode.CONCURRENT)
class GradescopePackageIT {
  private static final Path JAR = Path.of("target/initlab.jar").toAbsolutePath();
  private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");

  @TempDir private Path root;

  @BeforeEach
  void unpackThePackageOfACourse() throws Exception {
    unpack();
  }

  private void unpack(String... options) throws Exception {
    Path zip = root.resolve("autograder.zip");
    assertEquals(
        0, initlab(with(options, "lms", "package", "gradescope", "--out", zip, "--replace")));
    Path source = root.resolve("source");
    Trees.delete(source);
    Files.createDirectories(source.resolve("rubric"));
    try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        Path target = source.resolve(entry.getName());
        Files.copy(file.getInputStream(entry), target);
        boolean isScript =
            Set.of("setup.sh", "run_autograder", "initlab.sh").contains(entry.getName());
        assertEquals(isScript, (entry.getUnixMode() & 0111) != 0, entry.getName());
        assertTrue(target.toFile().setExecutable((entry.getUnixMode() & 0111) != 0), "mode");
      }
    }
    Files.copy(
        source.resolve("run_autograder"),
        root.resolve("run_autograder"),
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
    Files.createDirectories(root.resolve("submission"));
    Files.copy(
        Path.of("src/test/resources/gradescope/submission_metadata.json"),
        root.resolve("submission_metadata.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Some arguments, the secret and more. */
  private Object[] with(String[] more, Object... arguments) throws IOException {
    Stream<Object> secret = Stream.of("--secret", secret());
    return Stream.of(Stream.of(arguments), secret, Stream.of(more)).flatMap(all -> all).toArray();
  }

  private int initlab(Object... arguments) throws Exception {
    Stream<String> all = Stream.of(arguments).map(String::valueOf);
    return run(
        root, Stream.concat(Stream.of(java(), "-jar", JAR.toString()), all).toArray(String[]::new));
  }

  /** The same rubric, language and allowances there as here. */
  @Test
  void aScoreIsTheSameAsOfAClassGradedAtHome() throws Exception {
    assertEquals(0, initlab("rubric", root.resolve("ours")));
    Path rubric = root.resolve("ours/rubric.yaml");
    Files.writeString(
        rubric,
        Files.readString(rubric)
                .replace("zeros.biases, points: 5", "zeros.biases, points: 3")
                .replace("zeros.training, points: 5", "zeros.training, points: 7")
            + """
            late:
              due: "2026-01-01T00:00:00Z"
              percent_per_day: 1
              cap_percent: 20
              extensions: extensions.csv
            """);
    Files.writeString(
        root.resolve("ours/extensions.csv"), "student,due\nNobody,2027-01-01T00:00:00Z\n");
    Path eve = Files.createDirectories(root.resolve("class/eve"));
    String answer = Files.readString(SUBMISSIONS.resolve("known/he-lecun/Initializers.java"));
    Files.writeString(
        eve.resolve("Initializers.java"),
        answer.replaceFirst("(?=public static)", "static { System.getenv(); } "));
    String[] options = {
      "--rubric", rubric.toString(), "--lang", "zh", "--allow", "java.lang.System.getenv"
    };
    unpack(options);
    Path times = root.resolve("times.csv");
    String created = "2026-11-20T12:00:00Z";
    Files.writeString(times, "student,time\neve," + created + "\n");
    Path metadata = root.resolve("submission_metadata.json");
    Files.writeString(
        metadata,
        Files.readString(metadata)
            .replaceFirst("\"created_at\": *\"[^\"]*\"", "\"created_at\": \"" + created + "\""));
    Path out = root.resolve("results-at-home");
    assertEquals(
        0,
        initlab(with(options, "grade", eve.getParent(), "--out", out, "--times", times)),
        this::log);
    JsonNode home =
        new ObjectMapper().readTree(out.resolve("submissions/eve/result.json").toFile());
    Files.copy(eve.resolve("Initializers.java"), root.resolve("submission/Initializers.java"));
    assertEquals(0, run(root, "/bin/bash", root.resolve("run_autograder").toString()), this::log);
    assertEquals(home.get("score"), results().get("score"), results().toPrettyString());
    assertEquals(20, home.at("/late/percent").intValue());
    assertTrue(results().toString().contains("\"max_score\":7.0"), "it is our rubric");
    assertEquals(home.get("checks").size(), results().get("tests").size());
    for (int i = 0; i < home.get("checks").size(); i++) {
      JsonNode here = home.get("checks").get(i);
      JsonNode there = results().get("tests").get(i);
      assertEquals(here.get("score"), there.get("score"), here::toPrettyString);
      assertEquals(here.get("message"), there.get("output"), here::toPrettyString);
    }
  }

  @Test
  void aRightAnswerHasFullMarks() throws Exception {
    JsonNode results = grade("right/plain");
    assertEquals(100, results.get("score").doubleValue());
    assertEquals(28, results.get("tests").size());
    double sum = 0;
    double max = 0;
    for (JsonNode test : results.get("tests")) {
      assertEquals("passed", test.get("status").textValue());
      sum += test.get("score").doubleValue();
      max += test.get("max_score").doubleValue();
    }
    assertEquals(100, sum);
    assertEquals(100, max);
    assertTrue(results.get("execution_time").isIntegralNumber());
  }

  @Test
  void theSecretDecidesWhatIsAskedAndIsForRootAlone() throws Exception {
    String ours = messages("known/he-lecun");
    Path secret = root.resolve("source/course.secret");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
    Files.writeString(secret, "a secret of another course");
    Files.delete(root.resolve("submission/Initializers.java"));
    assertFalse(messages("known/he-lecun").equals(ours), "another secret asks something else");
  }

  private String messages(String submission) throws Exception {
    StringBuilder messages = new StringBuilder();
    grade(submission).get("tests").forEach(test -> messages.append(test.get("output")));
    assertTrue(messages.toString().contains("fan-in"), messages.toString());
    return messages.toString();
  }

  private Path secret() throws IOException {
    return Files.writeString(root.resolve("our.secret"), "a long sentence of this course");
  }

  @Test
  void aWrongAnswerLosesPointsAndIsToldWhy() throws Exception {
    JsonNode results = grade("known/zeros-random-biases");
    assertEquals(90, results.get("score").doubleValue());
    boolean told = false;
    for (JsonNode test : results.get("tests")) {
      told |= test.get("output").textValue().contains("all its numbers must be 0");
    }
    assertTrue(told, results.toPrettyString());
  }

  @Test
  void whatDoesNotCompileHasScore0AndTheLine() throws Exception {
    JsonNode results = grade("odd/syntax-error");
    assertEquals(0, results.get("score").doubleValue());
    assertTrue(
        results.get("output").textValue().contains("line 25, column 22"), results.toPrettyString());
  }

  @Test
  void withoutJavaTheResultIsStillValidAndSaysThatItIsNoGrade() throws Exception {
    ProcessBuilder noJava =
        new ProcessBuilder("/bin/bash", root.resolve("run_autograder").toString());
    noJava.environment().put("PATH", withoutJava());
    noJava.redirectErrorStream(true).redirectOutput(root.resolve("log").toFile());
    assertFalse(noJava.start().waitFor() == 0, "without Java it cannot go well");
    assertEquals(0, results().get("score").doubleValue());
    assertTrue(results().get("output").textValue().contains("no grade"));
  }

  @Test
  void thePackageIsTheSameBytesEachTime() throws Exception {
    Path again = root.resolve("again.zip");
    assertEquals(0, initlab(with(new String[0], "lms", "package", "gradescope", "--out", again)));
    assertEquals(
        2, initlab(with(new String[0], "lms", "package", "gradescope", "--out", again)), this::log);
    assertArrayEquals(
        Files.readAllBytes(root.resolve("autograder.zip")), Files.readAllBytes(again));
  }

  /** A PATH with what the script needs before it starts Java. */
  private String withoutJava() throws IOException {
    Path bin = Files.createDirectories(root.resolve("bin"));
    for (String tool : new String[] {"dirname", "mkdir", "cat", "mv"}) {
      Files.createSymbolicLink(bin.resolve(tool), Path.of("/bin", tool));
    }
    return bin.toString();
  }

  private JsonNode grade(String submission) throws Exception {
    Files.copy(
        SUBMISSIONS.resolve(submission).resolve("Initializers.java"),
        root.resolve("submission/Initializers.java"));
    assertEquals(0, run(root, "/bin/bash", root.resolve("run_autograder").toString()), this::log);
    return results();
  }

  private JsonNode results() throws IOException {
    return new ObjectMapper().readTree(root.resolve("results/results.json").toFile());
  }

  private String log() {
    try {
      return Files.readString(root.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int run(Path root, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    Map<String, String> environment = builder.environment();
    environment.put(
        "PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + environment.get("PATH"));
    builder.redirectErrorStream(true).redirectOutput(root.resolve("log").toFile());
    return builder.start().waitFor();
  }
}
