package initlab.grader.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.handout.Handout.LeakException;
import initlab.grader.lab.HiddenInputs;
import initlab.reference.KnownMistakes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakCheckTest {
  private static final String STUB = "student/src/main/java/initlab/student/Initializers.java";
  private static final String LAB = "student/src/main/java/initlab/student/Lab.java";
  private static final CourseSecret SECRET = CourseSecret.builtIn();

  @TempDir private Path folder;
  private SortedMap<String, byte[]> files;

  @BeforeEach
  void read() throws IOException {
    files = HandoutFiles.read();
  }

  @Test
  void theHandoutLeaksNothingAndItsZipIsTheSameEachTime() throws IOException {
    assertEquals(List.of(), LeakCheck.leaks(files, SECRET));
    assertTrue(files.size() > 30, files.keySet()::toString);
    Handout.of(files, SECRET).writeZip(folder.resolve("1.zip"));
    Handout.of(HandoutFiles.read(), SECRET).writeZip(folder.resolve("2.zip"));
    assertEquals(-1, Files.mismatch(folder.resolve("1.zip"), folder.resolve("2.zip")));
  }

  @Test
  void codeOfTheReferenceOrTheGraderIsRefused() {
    append(LAB, "import initlab.reference.ReferenceInitializers;");
    assertRefused(LAB, "initlab.reference");
    append("student/pom.xml", "<!-- see initlab/grader/lab -->");
    assertRefused("student/pom.xml", "initlab/grader");
    files.put("reference/pom.xml", new byte[0]);
    assertRefused("reference/pom.xml", "does not belong");
    files.put("student/src/main/java/initlab/student/Answer.class", new byte[0]);
    assertRefused("Answer.class", "does not belong");
    files.put("student/src/../../../etc/passwd", new byte[0]);
    assertRefused("passwd", "does not belong");
  }

  @Test
  void whatHiddenChecksAskForIsRefused() {
    String seed = HiddenInputs.of(SECRET).iterator().next();
    append("student/README.md", "try it with seed " + seed);
    assertRefused("student/README.md", seed);
    String layerDims =
        HiddenInputs.of(SECRET).stream()
            .filter(text -> text.contains(","))
            .findFirst()
            .orElseThrow();
    append("student/README.md", "try layerDims = {" + layerDims + "}");
    assertRefused("student/README.md", layerDims);
  }

  @Test
  void hintsOfTheGraderAreRefusedInBothLanguages() {
    for (Locale language : new Locale[] {Locale.ROOT, Locale.CHINESE}) {
      String hint = KnownMistakes.catalogue().get(0).hint(language);
      append("student/README.zh.md", hint);
      assertRefused("student/README.zh.md", hint);
    }
  }

  @Test
  void theCoursesSecretIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "the long sentence of a course\n");
    append("datasets/data/circles_test.csv", "the long sentence of a course");
    assertRefused("circles_test.csv", "secret", CourseSecret.read(file));
  }

  @Test
  void anAnswerInPlaceOfAStubIsRefused() {
    String stubs = text(STUB);
    String answer = "parameters.put(\"W\" + l, new SimpleMatrix(1, 1));";
    replace(STUB, stubs.replaceFirst("throw new Unsupported[^;]*;", answer));
    assertRefused(STUB, "it holds an answer");
    replace(STUB, stubs.replaceFirst("// YOUR CODE ENDS", answer + "\n// YOUR CODE ENDS"));
    assertRefused(STUB, "it holds an answer");
    files.remove(STUB);
    assertRefused(STUB, "there is no");
  }

  private void assertRefused(String file, String reason) {
    assertRefused(file, reason, SECRET);
  }

  private void assertRefused(String file, String reason, CourseSecret secret) {
    var e = assertThrows(LeakException.class, () -> Handout.of(files, secret));
    List<String> lines = Arrays.asList(String.valueOf(e.getMessage()).split("\n"));
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(file) && line.contains(reason)),
        lines::toString);
  }

  private String text(String file) {
    return new String(files.get(file), StandardCharsets.UTF_8);
  }

  private void append(String file, String line) {
    replace(file, text(file) + line + "\n");
  }

  private void replace(String file, String text) {
    files.put(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
