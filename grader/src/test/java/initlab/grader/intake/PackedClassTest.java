package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import initlab.grader.intake.Intake.UnclearClassException;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class in archives, and in folders around them, whatever they were packed with. */
class PackedClassTest extends ExportKit {
  /** Zipped again and again, with folders around it and notes beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void aClassIsFoundThroughLayers(String form) throws IOException {
    Map<String, byte[]> students = new TreeMap<>();
    students.put("Ada_101_assignsubmission_file/" + FILE, "a".getBytes(UTF_8));
    students.put("Bob_102_assignsubmission_file/" + FILE, "b".getBytes(UTF_8));
    files.put("submissions/CS-Lab.zip", zip(Map.of("export/class.zip", zip(students))));
    put("submissions/notes.txt", "remember");
    put("__MACOSX/submissions/._CS-Lab.zip", "fork");
    assertEquals(Map.of("101", "a", "102", "b"), sources(find(form).submissions()));
    Path other = Files.writeString(folder.resolve("Other.java"), "x");
    List<Path> both = List.of(folder.resolve(form), other);
    if (form.equals("folder")) { // a name that no download has
      assertEquals(
          List.of(folder.resolve(form).toString()),
          Intake.find("Initializers.java", both).doubtful());
    } else {
      assertThrows(UnclearClassException.class, () -> Intake.find("Initializers.java", both));
    }
  }

  @Test
  void oneStudentPackedTwiceIsOneSubmission() throws IOException {
    byte[] inner =
        zip(Map.of("lab/src/" + FILE, "a".getBytes(UTF_8), "lab/lib/x.jar", zip(Map.of())));
    files.put("work/lab.zip", inner);
    List<Submission> found = find("class.zip").submissions();
    assertEquals(List.of("a"), found.stream().map(ExportKit::source).toList());
  }

  @Test
  void aClassThatWasPackedIsFoundInItsFolder() throws IOException {
    Map<String, byte[]> students = new TreeMap<>();
    students.put("Ada_101_assignsubmission_file/" + FILE, "a".getBytes(UTF_8));
    students.put("Bob_102_assignsubmission_file/" + FILE, "b".getBytes(UTF_8));
    files.put("submissions.zip", zip(students));
    put("notes.txt", "remember");
    assertEquals(Map.of("101", "a", "102", "b"), sources(find("folder").submissions()));
  }

  @Test
  void whatAMacPacksHasNoStudentMore() throws IOException {
    put("export/Ada_101_assignsubmission_file/Initializers.java", "a");
    put("export/Bob_102_assignsubmission_file/Initializers.java", "b");
    put("__MACOSX/export/Ada_101_assignsubmission_file/._Initializers.java", "fork");
    put("__MACOSX/._export", "fork");
    List<Submission> found = find("class.zip").submissions();
    assertEquals(2, found.size(), found::toString);
  }

  @Test
  void aFileInSmallLettersCountsWhereverItWasHandedIn() throws IOException {
    put("Ada_101_assignsubmission_file/initializers.java", "a");
    put("Bob_102_assignsubmission_file_initializers.java", "b");
    assertEquals(Map.of("101", "a", "102", "b"), sources(find("folder").submissions()));
  }

  @Test
  void anArchiveOfOneStudentIsOneSubmission() throws IOException {
    put("lab/student/src/Initializers.java", "a");
    put("lab/pom.xml", "<project/>");
    List<Submission> found = find("class.zip").submissions();
    assertEquals(List.of("class"), found.stream().map(Submission::name).toList());
    assertEquals(new Source("a"), found.get(0).content());
  }

  @Test
  void anArchiveInAnArchiveInAnArchiveIsNotLookedInto() throws IOException {
    byte[] deep = zip(Map.of(FILE, "deep".getBytes(UTF_8)));
    files.put("ada/a.zip", zip(Map.of("b.zip", deep)));
    put("bob/Initializers.java", "b");
    List<Submission> found = find("folder").submissions();
    assertInstanceOf(Missing.class, found.get(0).content());
    assertEquals(new Source("b"), found.get(1).content());
  }

  /** Where a path begins on the machine that packed it says nothing of the student. */
  @Test
  void aPathFromTheTopOfAMachineIsAPathInTheArchive() throws IOException {
    put("/ada//Initializers.java", "a");
    put("./bob/./src/Initializers.java", "b");
    put("C:\\class\\..\\cy\\Initializers.java", "c");
    put("x/../dan/Initializers.java", "d");
    List<Submission> found = find("class.zip").submissions();
    assertEquals(List.of("ada", "bob", "cy", "dan"), found.stream().map(Submission::name).toList());
    assertEquals("c", source(found.get(2)));
  }
}
