package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lets platforms write a result, and reads all that they have written. */
final class PlatformKit {
  static final String FILE = "Initializers.java";

  private PlatformKit() {}

  /**
   * What a platform wrote.
   *
   * @param out the output
   * @param files the files below the root, by their paths
   */
  record Written(String out, Map<String, String> files) {
    String all() {
      return out + String.join("\n", files.values());
    }

    /** A file, by its path. */
    String file(String name) {
      String text = files.get(name);
      if (text == null) {
        throw new AssertionError(name + " is not among " + files.keySet());
      }
      return text;
    }
  }

  /** Variables as the platforms set them. */
  static Site site(Path root) {
    Map<String, String> environment = new HashMap<>();
    environment.put("VPL_GRADEMIN", "0");
    environment.put("VPL_GRADEMAX", "10");
    environment.put("GITHUB_STEP_SUMMARY", "summary.md");
    environment.put("vocareumGradeFile", "voc/grade.csv");
    environment.put("vocareumReportFile", "voc/report.txt");
    environment.put("CLASSROOM", "cs2");
    environment.put("ASSIGNMENT", "weights");
    environment.put("OWNER", "alice");
    environment.put("SUBMISSION_TAG", "submit/2026-11-23T10-15-30Z-a1b2c3d");
    environment.put("COMMIT_URL", "https://example.org/commit");
    environment.put("RELEASE_URL", "https://example.org/release");
    environment.put("REVIEW_URL", "https://example.org/review");
    return new Site(root, environment, FILE);
  }

  static Written write(Lms lms, Path root, GradeReport report) throws IOException {
    Site site = site(root);
    lms.prepare(site);
    String out = lms.finish(site, report, 3);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return new Written(out, files);
  }

  /** A report of 100 points with these checks. */
  static GradeReport report(
      SubmissionState state, double score, String message, List<CheckResult> checks) {
    return ReportKit.of("submission", Identity.named("eve"), state, score, message, checks);
  }

  static CheckResult check(
      String id, CheckState state, double points, Visibility visibility, String message) {
    int exercise = id.charAt(0) == 'z' ? 1 : 3;
    double score = state == CheckState.PASSED ? points : 0;
    return new CheckResult(
        id, exercise, "title of " + id, state, score, points, false, visibility, message, null);
  }
}
