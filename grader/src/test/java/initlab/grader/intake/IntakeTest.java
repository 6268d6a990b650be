package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.intake.Intake.UnclearClassException;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  @TempDir private Path folder;

  @Test
  void everySubFolderAndJavaFileOfAFolderIsASubmission() throws IOException {
    write("class/ada/Initializers.java", "a");
    write("class/bob/lab/src/main/java/initlab/student/Initializers.java", "b");
    write("class/carol.java", "c");
    write("class/grades.txt", "no submission");
    write("class/.git/Initializers.java", "no submission");
    write("class/__MACOSX/Initializers.java", "no submission");
    Files.createDirectories(folder.resolve("class/dan"));
    List<Submission> found =
        Intake.find("Initializers.java", List.of(folder.resolve("class"))).submissions();
    assertEquals(
        List.of("ada", "bob", "carol", "dan"), found.stream().map(Submission::name).toList());
    assertEquals(new Source("b"), found.get(1).content());
    assertEquals(new Source("c"), found.get(2).content());
    assertInstanceOf(Missing.class, found.get(3).content());
  }

  @Test
  void aHandoutFolderIsOneSubmission() throws IOException {
    write("handout/pom.xml", "<project/>");
    write("handout/student/src/main/java/initlab/student/Initializers.java", "x");
    write("handout/student/target/Initializers.java", "an old copy");
    List<Submission> found =
        Intake.find("Initializers.java", List.of(folder.resolve("handout"))).submissions();
    assertEquals(1, found.size());
    assertEquals(new Source("x"), found.get(0).content());
  }

  @Test
  void namesThatAreTheSameButForCaseAreToldApart() throws IOException {
    write("1/ada/Initializers.java", "a");
    write("1/bob/Initializers.java", "b");
    write("2/Ada/Initializers.java", "c");
    write("2/carol/Initializers.java", "d");
    List<Submission> found =
        Intake.find(
                "Initializers.java",
                List.of(
                    folder.resolve("1/ada"),
                    folder.resolve("1/bob"),
                    folder.resolve("2/Ada"),
                    folder.resolve("2/carol")))
            .submissions();
    assertEquals(
        List.of("Ada~2", "ada", "bob", "carol"), found.stream().map(Submission::name).toList());
  }

  @Test
  void ofSeveralPathsEachIsOneSubmissionAndTakesNoOthersName() throws IOException {
    write("class/ada/lab/Initializers.java", "a");
    write("class/bob/zoe/Initializers.java", "b");
    write("class/bob/x/Initializers.java", "c");
    write("class/zoe/Initializers.java", "d");
    Files.createDirectories(folder.resolve("class/empty"));
    List<Path> paths =
        Stream.of("ada", "bob", "empty", "zoe").map(folder.resolve("class")::resolve).toList();
    List<Submission> found = Intake.find("Initializers.java", paths).submissions();
    assertEquals(
        List.of("ada", "bob", "empty", "zoe"), found.stream().map(Submission::name).toList());
    assertInstanceOf(Unreadable.class, found.get(1).content());
    assertInstanceOf(Missing.class, found.get(2).content());
    assertEquals(new Source("d"), found.get(3).content());
  }

  @Test
  void aFolderWithTooManyFilesIsItsOwnProblem() throws IOException {
    Path many = Files.createDirectories(folder.resolve("class/many/d"));
    for (int i = 0; i < 10_050; i++) {
      Files.createFile(many.resolve("f" + i));
    }
    write("class/zoe/Initializers.java", "d");
    List<Path> paths = List.of(folder.resolve("class/many"), folder.resolve("class/zoe"));
    List<Submission> found = Intake.find("Initializers.java", paths).submissions();
    assertInstanceOf(Unreadable.class, found.get(0).content());
    assertEquals(new Source("d"), found.get(1).content());
  }

  @Test
  void namesLeaveRoomForANumber() throws IOException {
    write("1/" + "a".repeat(255) + "/Initializers.java", "a");
    write("2/" + "方".repeat(85) + "/Initializers.java", "b");
    for (String place : List.of("1", "2")) {
      String name =
          Intake.find("Initializers.java", List.of(folder.resolve(place)))
              .submissions()
              .get(0)
              .name();
      assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 200, name);
    }
  }

  @Test
  void studentsWithNamesLikeBuildFoldersAreNotForgottenAndArchivesAreNamed() throws IOException {
    write("class/bin/Initializers.java", "a");
    write("class/src/Initializers.java", "b");
    write("class/out/out/Initializers.java", "c");
    write("class/dan.rar", "an archive");
    write("class/notes.txt", "notes");
    Intake.Found found = Intake.find("Initializers.java", List.of(folder.resolve("class")));
    assertEquals(
        List.of("bin", "dan", "out", "src"),
        found.submissions().stream().map(Submission::name).toList());
    assertInstanceOf(Missing.class, found.submissions().get(1).content());
    assertEquals(new Source("c"), found.submissions().get(2).content());
    assertEquals(List.of("notes.txt"), found.passedOver());
  }

  @Test
  void namesCannotLeaveTheResultFolderOrTheLine() throws IOException {
    write("class/a\nb\u001b[2J/Initializers.java", "a");
    List<Submission> found =
        Intake.find("Initializers.java", List.of(folder.resolve("class"))).submissions();
    assertEquals("a_b_[2J", found.get(0).name());
  }

  @Test
  void equalCopiesAreOneFileDifferentOnesAreAQuestion() throws IOException {
    write("ada/a/Initializers.java", "same");
    write("ada/b/Initializers.java", "sa\r\nme");
    write("ada/a/Initializers.java", "sa\nme");
    assertEquals(
        new Source("sa\nme"), Intake.read("Initializers.java", folder.resolve("ada")).content());
    write("ada/c/Initializers.java", "other");
    assertInstanceOf(
        Unreadable.class, Intake.read("Initializers.java", folder.resolve("ada")).content());
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path secret = write("secret.java", "secret");
    Files.createDirectories(folder.resolve("ada"));
    Files.createSymbolicLink(folder.resolve("ada/Initializers.java"), secret);
    assertInstanceOf(
        Unreadable.class, Intake.read("Initializers.java", folder.resolve("ada")).content());
    write("real/Initializers.java", "x");
    Files.createDirectories(folder.resolve("bob"));
    Files.createSymbolicLink(folder.resolve("bob/lab"), folder.resolve("real"));
    assertInstanceOf(
        Missing.class, Intake.read("Initializers.java", folder.resolve("bob")).content());
  }

  @Test
  void aPipeDoesNotStopTheGrader() throws Exception {
    Files.createDirectories(folder.resolve("ada"));
    Process mkfifo =
        new ProcessBuilder("mkfifo", folder.resolve("ada/Initializers.java").toString()).start();
    assumeTrue(mkfifo.waitFor() == 0, "SKIPPED: this machine cannot make a named pipe");
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertInstanceOf(
                Unreadable.class,
                Intake.read("Initializers.java", folder.resolve("ada")).content()));
  }

  @Test
  void aFileOfMoreThan256KibIsRefused() throws IOException {
    write("just/Initializers.java", " ".repeat(256 * 1024));
    write("over/Initializers.java", " ".repeat(256 * 1024 + 1));
    assertInstanceOf(
        Source.class, Intake.read("Initializers.java", folder.resolve("just")).content());
    assertInstanceOf(
        Unreadable.class, Intake.read("Initializers.java", folder.resolve("over")).content());
  }

  @Test
  void chineseCommentsAreReadInUtf8AndGb18030() throws IOException {
    String text = "// 权重初始化：方差与随机种子 𠀀\n";
    write("utf8/Initializers.java", "\uFEFF" + text);
    Path gbk = write("gbk/Initializers.java", "");
    Files.write(gbk, text.getBytes(Charset.forName("GB18030")));
    assertEquals(text, ExportKit.source(Intake.read("Initializers.java", folder.resolve("utf8"))));
    assertEquals(text, ExportKit.source(Intake.read("Initializers.java", folder.resolve("gbk"))));
  }

  @Test
  void whatNotepadCallsUnicodeAndWesternLettersAreRead() throws IOException {
    String text = "// Größe für große Netze – naïve Würfel, café\u00bb\r\n";
    Path utf16 = write("utf16/Initializers.java", "");
    Files.write(utf16, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    Path western = write("western/Initializers.java", "");
    Files.write(western, text.getBytes(Charset.forName("windows-1252")));
    assertEquals(text, ExportKit.source(Intake.read("Initializers.java", folder.resolve("utf16"))));
    assertEquals(
        text, ExportKit.source(Intake.read("Initializers.java", folder.resolve("western"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u0007",
        "\u202e",
        "\u2066",
        "\u009b",
        "\u0085",
        "\u200F",
        "\u061C",
        "\u3164",
        "\u1160",
        "\u2028"
      })
  void charactersThatHideWhatAReaderSeesAreNamedWithTheirLine(String hidden) throws IOException {
    write("ada/Initializers.java", "one\ntwo\nthree " + hidden + "\n");
    Unreadable unreadable =
        (Unreadable) Intake.read("Initializers.java", folder.resolve("ada")).content();
    assertTrue(unreadable.message().contains("line 3"), unreadable.message());
  }

  @Test
  void whatEditorsLeaveInAFileIsNoMistake() throws IOException {
    write("ada/Initializers.java", "a\tb\f\r\nc // \u200B\u200D \u001a");
    assertEquals(
        new Source("a\tb\f\r\nc // \u200B\u200D "),
        Intake.read("Initializers.java", folder.resolve("ada")).content());
  }

  @Test
  void aStrayFileInAClassFolderIsNotTakenForTheWholeClass() throws IOException {
    write("class/Initializers.java", "stray");
    write("class/ada/Initializers.java", "a");
    write("class/bob/lab/Initializers.java", "b");
    UnclearClassException e =
        assertThrows(
            UnclearClassException.class,
            () -> Intake.find("Initializers.java", List.of(folder.resolve("class"))));
    assertTrue(String.valueOf(e.getMessage()).contains("move that file away"), e.getMessage());
  }

  @Test
  void whatWasHandedInInsteadIsNamed() throws IOException {
    write("ada/lab.rar", "an archive");
    write("ada/Initializers.java.txt", "renamed");
    Missing missing = (Missing) Intake.read("Initializers.java", folder.resolve("ada")).content();
    assertTrue(missing.message().contains("Initializers.java.txt, lab.rar"), missing.message());
  }

  @Test
  void utf16IsNamedAsSuch() throws IOException {
    Path file = write("ada/Initializers.java", "");
    Files.write(file, "class A {}".getBytes(Charset.forName("UTF-16LE")));
    Unreadable unreadable =
        (Unreadable) Intake.read("Initializers.java", folder.resolve("ada")).content();
    assertTrue(unreadable.message().contains("UTF-16"), unreadable.message());
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
