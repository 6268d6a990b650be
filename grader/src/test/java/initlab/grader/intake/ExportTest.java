package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.intake.Submission.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What learning platforms hand out, as a folder and as the archive that they make. */
class ExportTest extends ExportKit {
  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void moodleFoldersAndFlatFiles(String form) throws IOException {
    put("Ada Lovelace_101_assignsubmission_file/Initializers.java", "a");
    put("Ada Lovelace_101_assignsubmission_onlinetext/onlinetext.html", "<p>done</p>");
    put("Émile du_Châtelet_102_assignsubmission_file_/lab/Initializers.java", "b");
    put("李 明_103_assignsubmission_file_Initializers.java", "c");
    put("Bob_104_assignsubmission_onlinetext.html", "no file");
    List<Submission> found = find(form).submissions();
    assertEquals(
        Map.of("101", "Ada Lovelace", "102", "Émile du_Châtelet", "103", "李 明", "104", "Bob"),
        found.stream().collect(Collectors.toMap(one -> one.who().id(), one -> one.who().name())));
    assertEquals(Map.of("101", "a", "102", "b", "103", "c"), sources(found));
    assertInstanceOf(Missing.class, byId(found, "104").content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void canvasFilesOfWhichTheNewestAttachmentCounts(String form) throws IOException {
    put("lovelaceada_LATE_12345_67890_Initializers-1.java", "newest");
    put("lovelaceada_12345_67001_Initializers.java", "older");
    put("lovelaceada_12345_67002_notes.txt", "notes");
    put("o_brien_77_88_Initializers.java", "b");
    put("anon_x7y_90_Initializers.java", "c");
    files.put("turing_66_99_lab.zip", zip(Map.of("lab/" + FILE, "d".getBytes(UTF_8))));
    Intake.Found found = find(form);
    assertEquals(
        Map.of("12345", "newest", "77", "b", "anon_x7y", "c", "66", "d"),
        sources(found.submissions()));
    assertEquals("lovelaceada", byId(found.submissions(), "12345").who().name());
    assertEquals(List.of("lovelaceada_12345_67001_Initializers.java"), found.older());
  }

  /** The same file must not be missing or there by what the platform makes of its name. */
  @Test
  void aFileOfAnotherNameIsMissingOnEveryPlatform() throws IOException {
    put("canvas/lovelaceada_12345_67890_Lab3.java", "a");
    put("moodle-flat/Ada_101_assignsubmission_file_Lab3.java", "a");
    put("moodle/Ada_101_assignsubmission_file/Lab3.java", "a");
    find("forms");
    for (String form : List.of("canvas", "moodle-flat", "moodle")) {
      Path of = folder.resolve("forms").resolve(form);
      Submission found = Intake.find("Initializers.java", List.of(of)).submissions().get(0);
      Missing missing = assertInstanceOf(Missing.class, found.content(), form);
      assertTrue(missing.message().contains("there is Lab3.java"), missing.message());
    }
  }

  @Test
  void namesThatLookLikeCanvasByChanceDoNotMakeOneStudentOfTwo() throws IOException {
    put("lab_2026_11_ada.java", "a");
    put("lab_2026_12_bob.java", "b");
    put("group_2026_13_eve.java", "c");
    assertEquals(3, find("folder").submissions().size());
  }

  @Test
  void otherFilesBesideThoseOfCanvasChangeNothing() throws IOException {
    put("lovelaceada_12345_67001_Initializers.java", "old");
    put("lovelaceada_12345_67890_Initializers-1.java", "new");
    put("notes.txt", "remember");
    put("turing_66_text.html", "<p>done</p>");
    Intake.Found found = find("folder");
    assertEquals(Map.of("12345", "new"), sources(found.submissions()));
    assertEquals(List.of("lovelaceada_12345_67001_Initializers.java"), found.older());
  }

  /** What stands behind the id is the student's own: it names nobody. */
  @Test
  void aFileNameOfMoodlesTellsNoOtherId() throws IOException {
    put("Eve_1234_assignsubmission_file_X_999_assignsubmission_file_Initializers.java", "e");
    put("Bob_777_assignsubmission_file_Initializers.java", "b");
    List<Submission> found = find("folder").submissions();
    assertEquals("Eve", byId(found, "1234").who().name());
    assertEquals(2, found.size());
  }

  @Test
  void aCanvasUserMayBeCalledByANumber() throws IOException {
    put("999_1234_5678_Initializers.java", "n");
    put("bob_999_5679_Initializers.java", "b");
    put("LATE_anon_x7_90_Initializers.java", "a");
    assertEquals(
        Map.of("1234", "n", "999", "b", "anon_x7", "a"), sources(find("folder").submissions()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void anExportWithOneStudentHasThatStudent(String form) throws IOException {
    put("Ada Lovelace_123_assignsubmission_file/Initializers.java", "a");
    Submission found = find(form).submissions().get(0);
    assertEquals("Ada Lovelace", found.who().name());
    assertEquals("123", found.who().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void aClassIsOneAlsoWhereFilesAreCalledOtherwise(String form) throws IOException {
    put("ada/Initializers.java", "a");
    put("bob/initializers.java", "b");
    put("cy/Homework.java", "c");
    assertEquals(
        List.of("ada", "bob", "cy"),
        find(form).submissions().stream().map(Submission::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"class.zip", "class.tar.gz"})
  void aLargeArchiveInAnArchiveIsWhole(String form) throws IOException {
    byte[] noise = new byte[3_000_000];
    new java.util.Random(1).nextBytes(noise);
    files.put("ada/lab.zip", zip(Map.of("big.bin", noise, FILE, "a".getBytes(UTF_8))));
    put("bob/Initializers.java", "b");
    assertEquals(
        List.of("a", "b"), find(form).submissions().stream().map(ExportKit::source).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void foldersFilesAndArchivesOfStudents(String form) throws IOException {
    put("ada/Initializers.java", "a");
    put("ada/target/classes/Initializers.java", "old");
    put("bob.java", "b");
    files.put("carol.zip", zip(Map.of("student/src/" + FILE, "c".getBytes(UTF_8))));
    files.put("dan.tar.gz", tarGz(Map.of("dan/" + FILE, "d".getBytes(UTF_8))));
    files.put("eve/work.zip", zip(Map.of(FILE, "e".getBytes(UTF_8))));
    put("__MACOSX/ada/._Initializers.java", "resource fork");
    put(".DS_Store", "x");
    put("frank/Initializers(1).java", "f");
    List<Submission> found = find(form).submissions();
    assertEquals(
        Map.of("ada", "a", "bob", "b", "carol", "c", "dan", "d", "eve", "e", "frank", "f"),
        found.stream().collect(Collectors.toMap(Submission::name, ExportKit::source)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void whatLiesInOneMoreFolderBesideATeachersNotesIsFound(String form) throws IOException {
    put("downloads/lovelaceada_12345_67001_Initializers.java", "a");
    put("downloads/turing_66_99_Initializers.java", "b");
    put("notes.txt", "remember");
    put("Thumbs.db", "x");
    List<Submission> found = find(form).submissions();
    assertEquals(Map.of("12345", "a", "66", "b"), sources(found));
    assertEquals(2, found.size());
  }

  /** A folder or file out of a download says whose it is, as in the whole. */
  @Test
  void partsOfADownloadKeepWhatTheirNamesSay() throws IOException {
    put("moodle/Ada Lovelace_501_assignsubmission_file_/Initializers.java", "a");
    put("moodle/Bo Hopper_502_assignsubmission_file_/Initializers.java", "b");
    put("canvas/lovelaceada_501_9001_Initializers.java", "old");
    put("canvas/lovelaceada_501_9002_Initializers-1.java", "a");
    put("canvas/hopperbo_502_9003_Initializers.java", "b");
    put("gradescope/submission_metadata.yml", "submission_1: {\":submitters\": [{\":sid\": 501}]}");
    put("gradescope/submission_1/Initializers.java", "a");
    put("other/ada_1_2_x/Initializers.java", "a");
    put("other/bo/Initializers.java", "b");
    find("folder");
    for (String platform : List.of("moodle", "canvas")) {
      List<Path> all = children(folder.resolve("folder").resolve(platform));
      assertEquals(
          Map.of("501", "a", "502", "b"),
          sources(Intake.find("Initializers.java", all).submissions()));
      Path last = all.get(all.size() - 1);
      Submission one = Intake.find("Initializers.java", List.of(last)).submissions().get(0);
      assertEquals(platform.equals("canvas") ? "501" : "502", one.who().id());
    }
    List<Path> glob = children(folder.resolve("folder/gradescope"));
    assertEquals("501", Intake.find("Initializers.java", glob).submissions().get(0).who().id());
    List<Path> late = new ArrayList<>(children(folder.resolve("folder/moodle")));
    late.add(folder.resolve("folder/other/bo"));
    List<Submission> mixed = Intake.find("Initializers.java", late).submissions();
    assertEquals("bo", byId(mixed, "").name());
    assertEquals("a", source(byId(mixed, "501")));
    List<Path> plain = children(folder.resolve("folder/other"));
    assertEquals(
        "ada_1_2_x", Intake.find("Initializers.java", plain).submissions().get(0).who().name());
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
