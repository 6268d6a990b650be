package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.lms.Gradebook.UnknownGradebookException;
import initlab.grader.report.Points;
import initlab.grader.text.Messages;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Writes scores as the column of a gradebook counts them. */
final class Scale {
  private final Set<String> remarks = new TreeSet<>();
  private final boolean isScaled;

  /**
   * A scale.
   *
   * @param isScaled whether scores are scaled; else they are written as they are
   */
  Scale(boolean isScaled) {
    this.isScaled = isScaled;
  }

  /**
   * A score for a column.
   *
   * @param max what the column counts, as its file has it
   * @throws UnknownGradebookException if it counts nothing
   */
  String of(GradeReport report, String max) {
    OptionalDouble most = Numbers.of(max);
    if (!isScaled || most.isEmpty()) {
      return Points.show(report.score());
    }
    if (most.getAsDouble() == 0) {
      throw new UnknownGradebookException("gradebook.no-points");
    }
    if (most.getAsDouble() != report.maxScore()) {
      remarks.add(Messages.get("gradebook.scaled", Points.show(report.maxScore()), max.strip()));
    }
    String score = Points.show(report.score() * most.getAsDouble() / report.maxScore());
    return Numbers.hasDecimalComma(max) ? score.replace('.', ',') : score;
  }

  /** Says which scales were applied. */
  Set<String> remarks() {
    return remarks;
  }
}
