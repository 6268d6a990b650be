package initlab.grader.cli;

import initlab.grader.grading.Policy;
import initlab.grader.lab.ErrorBudget;
import initlab.grader.proof.Proof;
import initlab.grader.proof.Proof.Finding;
import initlab.grader.report.Points;
import initlab.grader.rubric.Rubric;
import initlab.grader.text.Messages;
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
    try (Proof proof = new Proof(policy)) {
      return isProved(proof, policy.rubric()) ? ExitCode.OK : ExitCode.MISTAKES_FOUND;
    }
  }

  private boolean isProved(Proof proof, Rubric rubric) {
    boolean isRight = areEndsRight(proof, rubric.maxScoreWithBonus());
    console.say(
        "verify.budget",
        "%.1e".formatted(ErrorBudget.falseAlarms(proof.statisticalTests())),
        "%.1e".formatted(ErrorBudget.MISSED_MISTAKES));
    console.out().println();
    console.say("verify.header");
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
    console.say(isRight ? "verify.proved" : "verify.not-proved", findings.size());
    return isRight;
  }

  /** The reference has all points, the stub none, and the public tests tell them apart. */
  private boolean areEndsRight(Proof proof, double all) {
    boolean isRight =
        score("verify.reference", "verify.reference-wrong", proof.reference(), all, all);
    isRight &= score("verify.stub", "verify.stub-wrong", proof.stub(), 0, all);
    boolean arePublicTestsRight = proof.publicTestsTellRightFromEmpty();
    console.say(arePublicTestsRight ? "verify.public-tests" : "verify.public-tests-wrong");
    return isRight && arePublicTestsRight;
  }

  private boolean score(String rightKey, String wrongKey, double score, double right, double max) {
    boolean isRight = score == right;
    console.say(
        isRight ? rightKey : wrongKey, Points.show(score), Points.show(max), Points.show(right));
    return isRight;
  }

  private void show(Finding finding) {
    console
        .out()
        .printf(
            "%-32s %6s  %-6s %-7s %s%n",
            finding.mistake().id(),
            Points.show(finding.lost()),
            yesOrNo(finding.isRecognised()),
            Messages.get(finding.passesPublicTests() ? "verify.pass" : "verify.fail"),
            String.join(", ", finding.failed()));
    if (!finding.isAsItShould()) {
      console.say("verify.wrong", finding.meant(), Points.show(finding.lostElsewhere()));
    }
  }

  private static String yesOrNo(boolean value) {
    return Messages.get(value ? "verify.yes" : "verify.no");
  }

  private void showCheck(String check, long count) {
    console
        .out()
        .println(
            "%-24s ".formatted(check)
                + Messages.get(count == 0 ? "verify.redundant" : "verify.alone", count));
  }
}
