package initlab.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.intake.Identity.Person;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.rubric.Visibility;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {
  @TempDir private Path folder;
  private ResultFiles files;

  @BeforeEach
  void inAFolder() {
    files = new ResultFiles(folder, new WeightLab());
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
  void aSpreadsheetDoesNotTakeANameForAFormula(String name) throws IOException {
    files.writeGrades(List.of(report(name, "")));
    try (Reader reader = Files.newBufferedReader(folder.resolve("grades.csv"))) {
      CSVRecord row = CSVFormat.DEFAULT.parse(reader).getRecords().get(1);
      assertEquals("'" + name, row.get(0));
      assertEquals("'" + name, row.get(1));
    }
  }

  @Test
  void aNameWithQuotesAndCommasStaysOneCell() throws IOException {
    files.writeGrades(List.of(report("O\"Neill, 王芳\n", "")));
    try (Reader reader = Files.newBufferedReader(folder.resolve("grades.csv"))) {
      List<CSVRecord> rows = CSVFormat.DEFAULT.parse(reader).getRecords();
      assertEquals(2, rows.size());
      assertEquals("O\"Neill, 王芳\n", rows.get(1).get(1));
    }
  }

  @Test
  void aResultIsReadAsItWasWritten() throws IOException {
    GradeReport report = report("ada", "printed\n");
    files.write(report);
    assertEquals(Optional.of(report), files.read("ada"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{\"submission\": \"ada\"}", "\u0000"})
  void aBrokenResultIsNoResult(String content) throws IOException {
    Path file = folder.resolve("submissions/ada/result.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    assertEquals(Optional.empty(), files.read("ada"));
  }

  @Test
  void clearingKeepsWhatIsKeptAndWhatIsNotOurs() throws IOException {
    files.write(report("ada", "x"));
    files.write(report("bob", "x"));
    Path note = Files.writeString(folder.resolve("submissions/bob/note.txt"), "the teacher's");
    Files.writeString(folder.resolve("submissions/ada/.initlab-1.tmp"), "half");
    files.clear(Set.of("ada"));
    assertEquals(Optional.of(report("ada", "x")), files.read("ada"));
    assertEquals(Optional.empty(), files.read("bob"));
    assertEquals("the teacher's", Files.readString(note));
    assertFalse(Files.exists(folder.resolve("submissions/ada/.initlab-1.tmp")));
  }

  private static GradeReport report(String name, String printed) {
    GradeReport report =
        ReportKit.graded(
            name,
            new Identity(
                name, List.of(new Person(name, List.of(new Identity.Id(Kind.EMAIL, "7"))))),
            2.5,
            "1 of 1 checks passed",
            List.of(
                new CheckResult(
                    "he.result",
                    3,
                    "map",
                    CheckState.PASSED,
                    2.5,
                    2.5,
                    false,
                    Visibility.VISIBLE,
                    "",
                    null)));
    return ReportKit.printing(
        printed, ReportKit.late("2026-11-30T08:00:00Z", new Lateness(61, 10), report));
  }
}
