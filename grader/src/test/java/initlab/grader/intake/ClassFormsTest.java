package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.intake.Submission.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A class of 200 gives the same students and sources, whoever handed it out and packed it. */
class ClassFormsTest {
  private static final int STUDENTS = 200;

  @TempDir private Path folder;

  /** What platforms hand out: the path of a student's file, with name, id and number in it. */
  enum Form {
    PLAIN("%1$s/Initializers.java", false),
    FILES("%1$s.java", false),
    MOODLE("%1$s_%2$s_assignsubmission_file/Initializers.java", true),
    CANVAS("%1$s_%2$s_9%3$04d_Initializers.java", true),
    BLACKBOARD("Lab 1_%1$s_attempt_2026-11-20-10-00-00_Initializers.java", false),
    SUBMITTY("%1$s/%3$d/Initializers.java", false),
    VPL("%1$s/2026-11-20-10-00-00/Initializers.java", false),
    GRADESCOPE("submission_%2$s/Initializers.java", true);

    private final String path;
    private final boolean hasIds;

    Form(String path, boolean hasIds) {
      this.path = path;
      this.hasIds = hasIds;
    }

    String path(int i) {
      return path.formatted(name(i), id(i), i);
    }

    static String name(int i) {
      return "student" + i;
    }

    static String id(int i) {
      return String.valueOf(10_000 + i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameStudentsAreFoundHoweverItIsPacked(Form form) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, String> expected = new TreeMap<>();
    StringBuilder metadata = new StringBuilder();
    for (int i = 0; i < STUDENTS; i++) {
      String source = "class Initializers { int student" + i + "; }";
      files.put(form.path(i), source.getBytes(ExportKit.UTF_8));
      expected.put(form.hasIds ? Form.id(i) : Form.name(i), source);
      metadata.append(
          "submission_%s:\n  :submitters:\n  - :name: %s\n    :sid: '%s'\n"
              .formatted(Form.id(i), Form.name(i), Form.id(i)));
    }
    if (form == Form.GRADESCOPE) {
      files.put("submission_metadata.yml", metadata.toString().getBytes(ExportKit.UTF_8));
    }
    assertEquals(expected, found(form, unpacked(files)), "a folder");
    Path zip = Files.write(folder.resolve("submissions.zip"), ArchiveKit.zip(files));
    assertEquals(expected, found(form, zip), "a zip");
    Path tar = Files.write(folder.resolve("submissions.tar.gz"), ArchiveKit.tarGz(files));
    assertEquals(expected, found(form, tar), "a tar");
    Map<String, byte[]> wrapped = new LinkedHashMap<>();
    wrapped.put("course/submissions.zip", Files.readAllBytes(zip));
    wrapped.put("course/README.txt", new byte[] {'!'});
    Path twice = Files.write(folder.resolve("class.zip"), ArchiveKit.zip(wrapped));
    assertEquals(expected, found(form, twice), "a zip in a folder in a zip, beside a note");
  }

  private Path unpacked(Map<String, byte[]> files) throws IOException {
    Path all = folder.resolve("unpacked");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path at = all.resolve(file.getKey());
      Files.createDirectories(at.getParent());
      Files.write(at, file.getValue());
    }
    return all;
  }

  private static Map<String, String> found(Form form, Path path) throws IOException {
    return Intake.find("Initializers.java", List.of(path)).submissions().stream()
        .collect(
            Collectors.toMap(
                one -> form.hasIds ? one.who().id() : one.who().name(),
                one -> ((Source) one.content()).text(),
                (one, other) -> "two of them",
                TreeMap::new));
  }
}
