package initlab.grader.cli;

import initlab.grader.report.AtomicFile;
import initlab.grader.report.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The facts about a run that differ between runs: they go to run.json and nowhere else. */
final class RunRecord {
  private final Instant start = Instant.now();
  private final int jobs;
  private final int submissions;

  RunRecord(int jobs, int submissions) {
    this.jobs = jobs;
    this.submissions = submissions;
  }

  /** Writes what is known; the state is running or complete. */
  void write(Path folder, String state) throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("state", state);
    facts.put("initlab", Version.current());
    facts.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("started", start.truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("seconds", Duration.between(start, Instant.now()).toMillis() / 1000.0);
    facts.put("submissions", submissions);
    facts.put("jobs", jobs);
    AtomicFile.write(folder.resolve("run.json"), Json.bytes(facts));
  }
}
