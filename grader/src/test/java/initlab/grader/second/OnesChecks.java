package initlab.grader.second;

import initlab.grader.assignment.Check;
import initlab.grader.assignment.CheckFailure;
import initlab.grader.assignment.Subject;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Returned.MatrixEntry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks of the second assignment; made by the grader, and not by the tests. */
class OnesChecks {
  @Test
  @Check("shapes")
  void shapes() {
    List<Integer> widths = rows().stream().map(Matrix::cols).toList();
    if (!widths.equals(List.of(2, 3))) {
      throw new CheckFailure("the rows have " + widths + " columns, not [2, 3]");
    }
  }

  @Test
  @Check("values")
  void values() {
    for (Matrix row : rows()) {
      if (Arrays.stream(row.values()).anyMatch(value -> value != 1)) {
        throw new CheckFailure("a row has " + Arrays.toString(row.values()));
      }
    }
  }

  private static List<Matrix> rows() {
    OnesAssignment.Answered answered = (OnesAssignment.Answered) Subject.current();
    return answered.reply().get().entries().stream()
        .map(MatrixEntry.class::cast)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .map(MatrixEntry::matrix)
        .toList();
  }
}
