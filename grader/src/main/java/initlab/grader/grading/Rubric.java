package initlab.grader.grading;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each check is worth, in the order in which they run.
 *
 * @param checks at least one; a check stands behind those it comes {@code after}
 */
public record Rubric(List<Item> checks) {
  private static final double TOTAL = 100;
  private static final Set<String> VISIBILITIES =
      new TreeSet<>(List.of("visible", "hidden", "after_due_date", "after_published"));

  /**
   * One check of the rubric.
   *
   * @param id exercise.check
   * @param points what it is worth
   * @param title what it asks, in a few words; InitLab's own where the file has none
   * @param after the ids of the checks that must pass first
   * @param visibility to whom learning platforms show it
   */
  public record Item(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) double points,
      String title,
      List<String> after,
      String visibility) {
    /** Fills in what the file may leave out. */
    public Item(
        String id,
        double points,
        @Nullable String title,
        @Nullable List<String> after,
        @Nullable String visibility) {
      this.id = id;
      this.points = points;
      this.title = title == null ? ownTitle(id) : title;
      this.after = after == null ? List.of() : List.copyOf(after);
      this.visibility = Objects.requireNonNullElse(visibility, "visible");
    }

    private static String ownTitle(String id) {
      return Stream.of("title." + id, "title." + id.substring(id.indexOf('.') + 1))
          .filter(Messages::has)
          .findFirst()
          .map(Messages::get)
          .orElse(id);
    }
  }

  /** The rubric that comes with InitLab. */
  public static Rubric standard() {
    try (InputStream in = Rubric.class.getResourceAsStream("rubric.yaml")) {
      return parse(Objects.requireNonNull(in).readAllBytes(), "rubric.yaml");
    } catch (IOException e) {
      throw new IllegalStateException("the built-in rubric is broken", e);
    }
  }

  /**
   * Reads a rubric.
   *
   * @throws InvalidRubricException if it is not a rubric; the message says where and what to do
   */
  public static Rubric read(Path file) throws IOException {
    return parse(Files.readAllBytes(file), file.toString());
  }

  private static Rubric parse(byte[] yaml, String name) throws IOException {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try {
      Rubric rubric = mapper.readValue(yaml, Rubric.class);
      if (rubric == null || rubric.checks() == null) {
        throw new InvalidRubricException(name + ": there is no list of checks");
      }
      rubric.validate(name);
      return rubric;
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new InvalidRubricException(name + place + ": " + e.getOriginalMessage());
    }
  }

  private void validate(String name) throws InvalidRubricException {
    Set<String> seen = new HashSet<>();
    for (Item item : checks) {
      require(item != null && item.id() != null, name, "a check lacks its id");
      require(
          CheckCatalog.ids().contains(item.id()),
          name,
          "there is no check %s; there are %s",
          item.id(),
          CheckCatalog.ids());
      require(
          seen.containsAll(item.after()),
          name,
          "%s comes after %s, which must stand before it",
          item.id(),
          item.after());
      require(seen.add(item.id()), name, "%s stands there twice", item.id());
      require(
          item.points() >= 0 && Double.isFinite(item.points()),
          name,
          "%s is worth %s points; 0 or more are possible",
          item.id(),
          item.points());
      require(
          VISIBILITIES.contains(item.visibility()),
          name,
          "%s has the visibility %s; there are %s",
          item.id(),
          item.visibility(),
          VISIBILITIES);
    }
    require(
        Math.abs(maxScore() - TOTAL) < 1e-9,
        name,
        "the points add up to %s; they must add up to 100",
        maxScore());
  }

  private static void require(boolean condition, String name, String format, Object... values)
      throws InvalidRubricException {
    if (!condition) {
      throw new InvalidRubricException(name + ": " + format.formatted(values));
    }
  }

  /** The sum of all points. */
  public double maxScore() {
    return checks.stream().mapToDouble(Item::points).sum();
  }

  /** A file that is not a rubric. */
  public static final class InvalidRubricException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidRubricException(String message) {
      super(message);
    }
  }
}
