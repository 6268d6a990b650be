package initlab.grader.cli;

import initlab.grader.grading.Policy;
import initlab.grader.grading.Proof;
import initlab.grader.grading.Proof.Finding;
import initlab.grader.report.Points;
import initlab.reference.KnownMistake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code initlab verify}: proves that a rubric tells right from wrong. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Proves the assignment: the reference gets full marks, the empty stub none, and every known"
            + " mistake is found by the check meant for it, named, and costs its own exercise"
            + " alone. Ends with 1 if not.")
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CourseOptions options = new CourseOptions();

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Policy policy = options.policy();
    Proof proof = new Proof(policy);
    double max = policy.rubric().maxScore();
    boolean isRight = score("the reference", proof.reference(), max, max);
    isRight &= score("the empty stub", proof.stub(), 0, max);
    console.out().println();
    console.out().printf("%-32s %6s  %-8s %s%n", "known mistake", "costs", "named", "found by");
    List<Finding> findings = new ArrayList<>();
    for (KnownMistake mistake : proof.catalogue()) {
      Finding finding = proof.finding(mistake);
      findings.add(finding);
      isRight &= finding.isAsItShould();
      show(finding);
    }
    console.out().println();
    proof.foundByOneAlone(findings).forEach(this::showCheck);
    console.out().println();
    console
        .out()
        .println(
            isRight
                ? "proved: " + findings.size() + " known mistakes, each found as it should"
                : "NOT PROVED: see the lines with !!");
    return isRight ? ExitCode.OK : ExitCode.MISTAKES_FOUND;
  }

  private boolean score(String what, double score, double right, double max) {
    boolean isRight = score == right;
    console
        .out()
        .printf(
            "%-16s %s of %s points%s%n",
            what,
            Points.show(score),
            Points.show(max),
            isRight ? "" : "  !! it must have " + Points.show(right));
    return isRight;
  }

  private void show(Finding finding) {
    String problem =
        finding.isAsItShould()
            ? ""
            : "  !! meant to be found by %s, to be named, and to cost nothing elsewhere (%s)"
                .formatted(finding.meant(), Points.show(finding.lostElsewhere()));
    console
        .out()
        .printf(
            "%-32s %6s  %-8s %s%s%n",
            finding.mistake().id(),
            Points.show(finding.lost()),
            finding.isRecognised() ? "yes" : "no",
            String.join(", ", finding.failed()),
            problem);
  }

  private void showCheck(String check, long count) {
    console
        .out()
        .printf(
            "%-24s %s%n",
            check,
            count == 0 ? "redundant: others find all that it finds" : "alone finds " + count);
  }
}
