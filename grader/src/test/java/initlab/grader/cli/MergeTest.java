package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.files.ResultDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class that is graded in parts, and put together. */
class MergeTest {
  private static final int PARTS = 3;

  @TempDir private static Path folder;

  @BeforeAll
  static void gradeOnceWholeAndOnceInParts() throws IOException {
    List<String> samples =
        List.of(
            "right-100", "stub-0", "does-not-compile-0", "he-renamed-method-60", "zeros-exits-70");
    for (String sample : samples) {
      ClassKit.copy(sample, students().resolve(sample));
    }
    Files.createDirectories(students().resolve("nobody"));
    Files.writeString(
        folder.resolve("adjustments.csv"),
        "student,exercise,points,reason,by\nstub-0,1,plus 5,spoke to her,Eve\n");
    assertEquals(0, grade(folder.resolve("whole")).exitCode());
    for (int number = 1; number <= PARTS; number++) {
      CliRun run = grade(part(number), "--shard", number + "/" + PARTS);
      assertEquals(0, run.exitCode(), run.err());
    }
  }

  private static Path students() {
    return folder.resolve("class");
  }

  private static Path part(int number) {
    return folder.resolve("part-" + number);
  }

  private static CliRun grade(Path out, Object... more) {
    Stream<Object> args =
        Stream.of("grade", students(), "--out", out, "--lang", "en", "--quiet", "--adjustments");
    return CliRun.of(
        Stream.concat(
                Stream.concat(args, Stream.of(folder.resolve("adjustments.csv"))), Stream.of(more))
            .toArray());
  }

  private static CliRun merge(String out, Path... parts) {
    Stream<Object> args = Stream.concat(Stream.of("merge"), Stream.of(parts));
    return CliRun.of(Stream.concat(args, Stream.of("--out", folder.resolve(out))).toArray());
  }

  @Test
  void allPartsTogetherAreWhatOneRunWrites() throws IOException {
    CliRun run = merge("merged", part(3), part(1), part(2));
    assertEquals(
        "Wrote " + folder.resolve("merged/grades.csv") + ": 6 submissions of 3 parts.\n",
        run.out());
    assertEquals(0, run.exitCode());
    assertEquals(
        ResultDigests.of(folder.resolve("whole")), ResultDigests.of(folder.resolve("merged")));
  }

  @Test
  void whatIsMissingDoubledUnfinishedOrForeignIsRefusedByName() throws IOException {
    refused("these parts are missing: 2 of 3", part(1), part(3));
    refused(
        "part 1 is there twice: in " + part(1) + " and in " + part(1),
        part(1),
        part(1),
        part(2),
        part(3));
    refused(students() + " holds no results that 'initlab grade' wrote", students(), part(1));
    Path whole = folder.resolve("whole");
    refused(
        part(2) + " is of another class than " + whole + ", or divided otherwise", part(2), whole);
    refused(
        copy(2, "\"complete\"", "\"running\"")
            + " is not finished: run its 'initlab grade' again, which goes on",
        part(1),
        copy(2, "\"complete\"", "\"running\""),
        part(3));
    Path other = copy(2, "--rubric=", "--rubric=0");
    refused(other + " was graded otherwise (--rubric) than " + part(1), part(1), other, part(3));
    Path lost = copy(1, "\"submissions\" : ", "\"submissions\" : 1");
    String counts = lost + " has results of ";
    CliRun run = merge("none", lost, part(2), part(3));
    assertEquals(2, run.exitCode());
    assertEquals(counts, run.err().substring("initlab: ".length()).substring(0, counts.length()));
  }

  private static void refused(String sentence, Path... parts) {
    CliRun run = merge("none", parts);
    assertEquals("initlab: " + sentence + "\n", run.err());
    assertEquals(2, run.exitCode());
    assertEquals(false, Files.exists(folder.resolve("none/grades.csv")));
  }

  /** A part whose record of the run says something else. */
  private static Path copy(int number, String text, String other) throws IOException {
    Path copy = folder.resolve("copy-" + number + "-" + other.replaceAll("\\W", ""));
    if (!Files.exists(copy)) {
      List<Path> all = new ArrayList<>();
      try (Stream<Path> files = Files.walk(part(number))) {
        files.forEach(all::add);
      }
      for (Path file : all) {
        Files.copy(file, copy.resolve(part(number).relativize(file).toString()));
      }
      Path record = copy.resolve("run.json");
      Files.writeString(record, Files.readString(record).replace(text, other));
    }
    return copy;
  }

  @Test
  void aFolderHoldsOnePart() {
    CliRun run = grade(part(1), "--shard", "2/3");
    assertEquals(
        "initlab: "
            + part(1)
            + " holds part 1/3, and this is part 2/3: name another folder, or give --replace\n",
        run.err());
    assertEquals(2, run.exitCode());
  }

  @Test
  void aPartNamesNobodyOtherwise() {
    CliRun run = grade(folder.resolve("never"), "--shard", "1/3", "--anonymous");
    assertEquals(
        "initlab: --shard 1/3 goes neither with --only nor with --anonymous: each part would name"
            + " submissions otherwise\n",
        run.err());
  }
}
