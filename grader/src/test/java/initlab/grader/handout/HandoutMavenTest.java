package initlab.grader.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.assignment.CourseSecret;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a student does: unzip, mvn test, edit, mvn test. Maven begins with an empty repository. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandoutMavenTest {
  private static final String STUB = "student/src/main/java/initlab/student/Initializers.java";

  /** Maven's own JVM spends half its time on code that it will run no more. */
  private static final String QUICK =
      "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dmaven.repo.local=";

  @TempDir private static Path folder;
  private static Path handout;

  /** How Maven ended and what it printed. */
  private record Run(int exitCode, String printed) {}

  @BeforeAll
  static void unzip() throws IOException {
    Path zip = folder.resolve("handout.zip");
    Handout.of(CourseSecret.builtIn()).writeZip(zip);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
    handout = folder.resolve("initlab-handout");
  }

  @Test
  @Order(1)
  void anEmptyHandoutFailsWithAMessageForEachExercise() throws Exception {
    Run run = mvnTest();
    assertEquals(1, run.exitCode(), run.printed());
    for (int exercise = 1; exercise <= 3; exercise++) {
      String message = "exercise " + exercise + " not implemented yet";
      assertEquals(1, run.printed().split(message, -1).length - 1, run.printed());
    }
    assertTrue(run.printed().contains("Next: Exercise 1, initializeZeros"), run.printed());
    assertFalse(run.printed().contains("\tat "), "no stack frames: " + run.printed());
  }

  @Test
  @Order(2)
  void rightAnswersPassAndAreNotCalledFullMarks() throws Exception {
    answer("right/plain");
    Run run = mvnTest();
    assertEquals(0, run.exitCode(), run.printed());
    assertTrue(run.printed().contains("not yet full marks"), run.printed());
  }

  @Test
  @Order(3)
  @Tag("once")
  void oneWrongAnswerFailsInItsOwnExerciseWithTheLikelyReason() throws Exception {
    answer("known/he-lecun");
    Run run = mvnTest();
    assertEquals(1, run.exitCode(), run.printed());
    assertTrue(run.printed().contains("Exercise 2, initializeRandom   passes"), run.printed());
    assertTrue(run.printed().contains("Next: Exercise 3, initializeHe"), run.printed());
    assertTrue(run.printed().contains("the 2 is missing from the square root"), run.printed());
  }

  @Test
  @Order(4)
  @Tag("once")
  void whatTheGraderWouldRefuseIsSaidBefore() throws Exception {
    answer("right/plain");
    Path stub = handout.resolve(STUB);
    String text = Files.readString(stub);
    Files.writeString(
        stub,
        text.replaceFirst(
            "initializeZeros\\(int\\[\\] layerDims\\) \\{",
            "initializeZeros(int[] layerDims) { new java.io.File(\"x\").exists();"));
    Path helper = stub.resolveSibling("Helper.java");
    Files.writeString(helper, "package initlab.student;\nfinal class Helper {}\n");
    Run run = mvnTest();
    assertEquals(1, run.exitCode(), run.printed());
    assertTrue(run.printed().contains("java.io.File.exists"), run.printed());
    assertTrue(run.printed().contains("Helper.java"), run.printed());
    Files.delete(helper);
  }

  @Test
  @Order(5)
  @Tag("once")
  void whoAsksForChineseReadsChinese() throws Exception {
    answer("known/he-lecun");
    Run run = mvnTest("-Dlang=zh");
    assertEquals(1, run.exitCode(), run.printed());
    assertTrue(run.printed().contains("练习 2，initializeRandom       通过"), run.printed());
    assertTrue(run.printed().contains("下一步：练习 3，initializeHe"), run.printed());
    assertTrue(run.printed().contains("平方根里缺少 2"), run.printed());
  }

  @Test
  @Order(6)
  void theLabScriptTellsOneBlockAndNothingElse() throws Exception {
    answer("known/he-lecun");
    Run run = lab("test");
    assertEquals(1, run.exitCode(), run.printed());
    assertTrue(run.printed().contains("reason: the 2 is missing"), run.printed());
    assertTrue(run.printed().lines().count() <= 20, run.printed());
    assertFalse(run.printed().contains("ERROR"), run.printed());
    Run one = lab("test", "2");
    assertEquals(0, one.exitCode(), one.printed());
    assertFalse(one.printed().contains("Exercise 3"), one.printed());
    Path stub = handout.resolve(STUB);
    Files.writeString(stub, Files.readString(stub).replace("return parameters;", "return params;"));
    Run broken = lab("test");
    assertTrue(broken.printed().contains("Initializers.java, line "), broken.printed());
    assertTrue(broken.printed().lines().count() <= 6, broken.printed());
    assertEquals(broken, lab("see"), "the same words whatever was asked for");
    answer("right/plain");
    assertEquals(0, lab("report").exitCode());
    String page = Files.readString(handout.resolve("student/target/reports/surefire.html"));
    assertTrue(page.contains("has the right numbers"), "the tests by their names");
  }

  @Test
  @Order(7)
  @Tag("once")
  void whoIsInTheWrongFolderOrAsksForOneTestIsAnsweredAllTheSame() throws Exception {
    answer("right/plain");
    Run inside = run(List.of("mvn", "-B", "-q", "test"), handout.resolve("student"), "");
    assertTrue(inside.printed().contains("All public tests pass."), inside.printed());
    Run one = mvnTest("-Dtest=Exercise3HeTest");
    assertEquals(0, one.exitCode(), one.printed());
  }

  @Test
  @Order(8)
  void aLineOfTheFeedbackRunsAsItIsPasted() throws Exception {
    answer("right/plain");
    String line = "System.out.println(Initializers.initializeZeros(new int[] {3, 2}).get(\"W1\"));";
    Run run = run(List.of("sh", "lab", "try"), handout, line + "\n");
    assertTrue(run.printed().contains("rows = 2 , cols = 3"), run.printed());
    Run wrong = run(List.of("sh", "lab", "try"), handout, "Initializers.initialiseZeros(null)\n");
    assertTrue(wrong.printed().contains("cannot find symbol"), wrong.printed());
  }

  @Test
  void windowsReadsItsScript() throws IOException {
    String script = Files.readString(handout.resolve("lab.cmd"));
    assertEquals(script.lines().count(), script.split("\r\n", -1).length - 1L, "cmd needs CRLF");
  }

  private static Run lab(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "lab"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static void answer(String submission) throws IOException {
    Files.writeString(handout.resolve(STUB), HandoutKit.submission(submission));
  }

  private static Run mvnTest(String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "test"));
    command.addAll(List.of(options));
    return run(command);
  }

  private static Run run(List<String> command) throws Exception {
    return run(command, handout, "");
  }

  private static Run run(List<String> command, Path place, String typed) throws Exception {
    File input = Files.writeString(folder.resolve("input.txt"), typed).toFile();
    Path output = folder.resolve("output.txt");
    Process maven;
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().put("MAVEN_OPTS", QUICK + folder.resolve("repository"));
      maven =
          builder
              .directory(place.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(input)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "SKIPPED, NOT PASSED: there is no mvn here");
      throw new UncheckedIOException(e);
    }
    assertTrue(maven.waitFor(8, TimeUnit.MINUTES), "Maven ends");
    return new Run(maven.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
