package initlab.grader.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that students run, without a display. */
class LabTest {
  @TempDir private Path folder;

  @Test
  void aRightAnswerShowsWhatTheNotebookShows() throws Exception {
    String printed = run(HandoutKit.submission("right/plain"));
    assertTrue(printed.contains("Cost after iteration 0: 0.69314718"), printed);
    assertTrue(printed.contains("Cost after iteration 0: Infinity"), printed);
    assertTrue(printed.contains("Cost after iteration 14000: 0.0735789596"), printed);
    assertTrue(printed.contains("Predictions on the test set: [0 0 0"), printed);
    assertTrue(
        table(printed).contains("zeros initialization 50 % 50 % fails to break symmetry"), printed);
    assertTrue(
        table(printed).contains("large random initialization 83 % 86 % weights are too large"),
        printed);
    assertTrue(
        table(printed).contains("He initialization 99.33 % 96 % the recommended method"), printed);

    String page = Files.readString(folder.resolve("lab/index.html"));
    assertTrue(page.contains("99.33 %"), page);
    for (String name : new String[] {"zeros", "random", "he"}) {
      assertTrue(page.contains("src=\"" + name + "-cost.png\""), name);
      assertPicture(name + "-cost.png");
      assertPicture(name + "-boundary.png");
    }
    for (String name : new String[] {"data", "costs", "deep-deviation", "deep-dead"}) {
      assertPicture(name + ".png");
      assertTrue(page.contains("src=\"" + name + ".png\""), name);
    }
  }

  @Test
  void theDecisionBoundaryOfHeHasBothColoursThatOfZerosOne() throws Exception {
    run(HandoutKit.submission("right/plain"));
    assertEquals(1, regionColours("zeros-boundary.png"));
    assertEquals(2, regionColours("he-boundary.png"));
  }

  @Test
  void emptyExercisesAreNamedAndThePageIsStillWritten() throws Exception {
    String printed = run(HandoutKit.stubs());
    for (int exercise = 1; exercise <= 3; exercise++) {
      assertTrue(
          printed.contains("Not trained: exercise " + exercise + " not implemented yet"), printed);
    }
    String page = Files.readString(folder.resolve("lab/index.html"));
    assertTrue(page.contains("exercise 3 not implemented yet"), page);
    assertFalse(Files.exists(folder.resolve("lab/he-cost.png")));
  }

  @Test
  void aWrongAnswerIsNotCalledTheRecommendedMethod() throws Exception {
    String printed = run(HandoutKit.submission("known/he-integer-division"));
    assertTrue(table(printed).contains("should be 99.33 %: run the tests"), printed);
    assertFalse(printed.contains("the recommended method"), printed);
  }

  @Test
  void whoAsksForChineseReadsChinese() throws Exception {
    System.setProperty("lang", "zh");
    try {
      String printed = run(HandoutKit.stubs());
      assertTrue(printed.contains("未训练：exercise 1 not implemented yet"), printed);
      String page = Files.readString(folder.resolve("lab/index.html"));
      assertTrue(page.contains("<html lang=\"zh\">"), page);
      assertTrue(page.contains("练习 3 未训练"), page);
    } finally {
      System.clearProperty("lang");
    }
  }

  private String run(String source) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (PublicTestRun handout = new PublicTestRun();
        HandoutLoader loader = handout.with(source).load()) {
      loader
          .loadClass("initlab.student.Lab")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"--out", folder.resolve("lab").toString()});
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String table(String printed) {
    return printed.replaceAll(" +", " ");
  }

  private void assertPicture(String name) throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve("lab").resolve(name).toFile());
    assertTrue(image.getWidth() >= 500 && image.getHeight() >= 400, name);
  }

  /** How many of the two region colours cover a good part of a picture. */
  private long regionColours(String name) throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve("lab").resolve(name).toFile());
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.of(0xFBD5C8, 0xCBE1EF)
        .filter(
            colour -> Arrays.stream(pixels).filter(p -> (p & 0xFFFFFF) == colour).count() > 10_000)
        .count();
  }
}
