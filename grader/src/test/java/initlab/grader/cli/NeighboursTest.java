package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.files.OwnCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of 200 in which every second submission is hostile: what it does to the others. */
@Tag("soak")
class NeighboursTest {
  private static final int PAIRS = 100;
  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir private Path folder;

  @Test
  void honestSubmissionsHaveTheSameBytesWithHostileNeighboursAndWithout() throws IOException {
    List<Path> honest = folders(RESOURCES.resolve("submissions/right"));
    List<Path> hostile = folders(RESOURCES.resolve("hostile"));
    for (int i = 0; i < PAIRS; i++) {
      Path one = honest.get(i % honest.size());
      for (String of : List.of("quiet", "mixed")) {
        Path honestOne = folder.resolve(of + "/s%03d-honest".formatted(i));
        copy(one, honestOne);
        OwnCode.in(honestOne.resolve("Initializers.java"), i); // else it would not be asked
      }
      copy(hostile.get(i * hostile.size() / PAIRS), folder.resolve("mixed/s%03d-x".formatted(i)));
    }
    CliRun quiet =
        CliRun.of("grade", folder.resolve("quiet"), "--out", folder.resolve("out-quiet"));
    assertEquals(0, quiet.exitCode(), quiet.err());
    CliRun mixed =
        CliRun.of("grade", folder.resolve("mixed"), "--out", folder.resolve("out-mixed"));
    assertEquals(0, mixed.exitCode(), mixed.err());
    for (int i = 0; i < PAIRS; i++) {
      String file = "submissions/s%03d-honest/result.json".formatted(i);
      String expected = Files.readString(folder.resolve("out-quiet").resolve(file));
      assertEquals(expected, Files.readString(folder.resolve("out-mixed").resolve(file)), file);
    }
    assertEquals(2 * PAIRS + 1, Files.readAllLines(folder.resolve("out-mixed/grades.csv")).size());
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return new ArrayList<>(children.filter(Files::isDirectory).sorted().toList());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
