package initlab.grader.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import initlab.grader.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run went: what may differ between two runs over the same class, and so stands in no result.
 * It is kept in {@code run.json}.
 *
 * @param state how far it is
 * @param initlab the version of InitLab
 * @param java the Java that graded
 * @param system the machine's system and architecture
 * @param started when, as an instant of ISO 8601
 * @param seconds how long it took since then
 * @param submissions how many there are
 * @param jobs how many were graded at a time
 * @param secret the name of the secret that the questions derive from
 * @param settings a digest of all that a result depends on besides the submission
 * @param took the seconds on the clock by submission, for those graded so far
 * @param older attempts that a newer one has replaced
 * @param passedOver what stood among the submissions and is none
 * @param shard which part of a class it is
 */
public record RunFacts(
    RunState state,
    String initlab,
    String java,
    String system,
    String started,
    double seconds,
    int submissions,
    int jobs,
    String secret,
    String settings,
    Map<String, Double> took,
    List<String> older,
    List<String> passedOver,
    Part shard) {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build()
          .readerFor(RunFacts.class);

  /** What a folder says of its run; empty if it says nothing that can be read. */
  public static Optional<RunFacts> read(Path folder) throws IOException {
    Path file = file(folder);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(READER.readValue(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * A part of a class.
   *
   * @param number from 1 to {@code count}
   * @param course a digest of the whole class
   */
  public record Part(int number, int count, String course) {}

  /** The same in another state, or with other settings. */
  public RunFacts with(RunState state, String settings) {
    return with(state, settings, submissions, took, shard);
  }

  /** The same for several parts of a class together. */
  public RunFacts merged(int submissions, Map<String, Double> took, Part whole) {
    return with(state, settings, submissions, took, whole);
  }

  private RunFacts with(
      RunState state, String settings, int submissions, Map<String, Double> took, Part shard) {
    return new RunFacts(
        state,
        initlab,
        java,
        system,
        started,
        seconds,
        submissions,
        jobs,
        secret,
        settings,
        took,
        older,
        passedOver,
        shard);
  }

  /** Writes {@code run.json}. */
  public void write(Path folder) throws IOException {
    AtomicFile.write(file(folder), Json.bytes(this));
  }

  private static Path file(Path folder) {
    return folder.resolve("run.json");
  }
}
