package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several attempts the newest counts, and the others are named. */
class AttemptsTest extends ExportKit {
  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void submittyNumbersThemAndSaysWhichIsActive(String form) throws IOException {
    for (int attempt = 1; attempt <= 10; attempt++) {
      put("ada/" + attempt + "/" + FILE, "a" + attempt);
      put("bob/" + attempt + "/" + FILE, "b" + attempt);
    }
    put("bob/user_assignment_settings.json", "{\"active_version\": 3, \"history\": []}");
    put("cy/1/" + FILE, "c1");
    Intake.Found found = find(form);
    assertEquals(List.of("a10", "b3", "c1"), texts(found));
    assertEquals(List.of("ada", "bob", "cy"), names(found));
    assertEquals(18, found.older().size());
    assertEquals("ada/1", found.older().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void moodlesVplDatesThem(String form) throws IOException {
    put("Ada Byron ada1/2026-11-20-10-00-00/" + FILE, "old");
    put("Ada Byron ada1/2026-11-21-09-00-00/" + FILE, "new");
    put("Ada Byron ada1/2026-11-21-09-00-00.ceg/execution.txt", "Grade :=>> 10");
    put("Bo Li bo/2026-11-20-10-00-00/" + FILE, "bo");
    Intake.Found found = find(form);
    assertEquals(List.of("new", "bo"), texts(found));
    assertEquals(List.of("Ada Byron ada1/2026-11-20-10-00-00"), found.older());
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void blackboardPutsThemSideBySide(String form) throws IOException {
    put("Lab 1_ada_attempt_2026-11-20-10-00-00_Initializers.java", "old");
    put("Lab 1_ada_attempt_2026-11-21-10-00-00_Initializers.java", "new");
    put("Lab 1_ada_attempt_2026-11-21-10-00-00.txt", "Name: Ada Byron (ada)");
    put("Lab 1_bo_attempt_2026-11-20-11-00-00.txt", "Name: Bo Li (bo)");
    files.put(
        "Lab_1_cy_attempt_2026-11-20-11-00-00_my_2_files.zip",
        zip(Map.of(FILE, "cy".getBytes(UTF_8))));
    Intake.Found found = find(form);
    assertEquals(
        List.of("ada", "bo", "cy"),
        found.submissions().stream().map(one -> one.who().name()).toList());
    assertEquals("new", source(found.submissions().get(0)));
    assertInstanceOf(Missing.class, found.submissions().get(1).content());
    assertEquals("cy", source(found.submissions().get(2)));
    assertEquals(List.of("Lab 1_ada_attempt_2026-11-20-10-00-00_Initializers.java"), found.older());
  }

  /** What a student packed is one hand-in, whatever its folders are called. */
  @Test
  void whatAStudentPackedIsNotChosenFrom() throws IOException {
    files.put(
        "ada.zip",
        zip(Map.of("1/" + FILE, "one".getBytes(UTF_8), "2/" + FILE, "two".getBytes(UTF_8))));
    put("bob/1/" + FILE, "b1");
    put("bob/src/" + FILE, "b2");
    put("cy/" + FILE, "c");
    Intake.Found found = find("folder");
    assertInstanceOf(Unreadable.class, found.submissions().get(0).content());
    assertInstanceOf(Unreadable.class, found.submissions().get(1).content());
    assertEquals(List.of(), found.older());
  }

  @Test
  void ofAGroupOnCanvasTheNumberIsPartOfItsName() throws IOException {
    put("team_3_12345_67890_Initializers.java", "team");
    put("hopperbo_502_9002_Initializers.java", "bo");
    put("eve_503_9003_501_Initializers.java", "eve");
    List<Submission> found = find("folder").submissions();
    assertEquals("team_3", byId(found, "12345").who().name());
    assertEquals("hopperbo", byId(found, "502").who().name());
    assertEquals("eve", byId(found, "503").who().name(), "a file's name says nothing");
  }

  @Test
  void whoIsInNoGroupOnMoodleHasNoId() throws IOException {
    put("Default group_assignsubmission_file/" + FILE, "none");
    put("Group A_371_assignsubmission_file/" + FILE, "a");
    List<Submission> found = find("folder").submissions();
    assertEquals("Default group", byId(found, "").who().name());
    assertEquals("Group A", byId(found, "371").who().name());
  }

  private static List<String> texts(Intake.Found found) {
    return found.submissions().stream().map(ExportKit::source).toList();
  }

  private static List<String> names(Intake.Found found) {
    return found.submissions().stream().map(one -> one.who().name()).toList();
  }
}
