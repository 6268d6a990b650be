package initlab.grader.grading;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import initlab.grader.checks.CheckFailure;
import initlab.grader.checks.CourseSecret;
import initlab.grader.checks.Exercise;
import initlab.grader.checks.Subject;
import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.sandbox.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs one check on the JUnit Platform. Nothing but one test that ran and succeeded counts as
 * passed: a skipped, aborted, missing or doubled test is a fault of the harness.
 */
final class CheckRunner {
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  static {
    JQWIK.setLevel(Level.WARNING); // else a line for every check says that its database is off
  }

  private final CourseSecret secret;
  private final Launcher launcher =
      LauncherFactory.create(
          LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());

  CheckRunner(CourseSecret secret) {
    this.secret = secret;
  }

  /** What became of a check, with a message for the student. */
  record Outcome(CheckState state, String message) {}

  Outcome run(String id, Map<Exercise, Initializer> initializers) {
    Results results = new Results();
    Subject.during(initializers, secret, () -> launcher.execute(request(id), results));
    if (results.finished.size() != 1 || results.skipped > 0) {
      throw new HarnessFault(
          "the check %s ran %d tests and skipped %d, not 1 and 0"
              .formatted(id, results.finished.size(), results.skipped),
          results.containerFailure());
    }
    return outcome(id, results.finished.get(0));
  }

  private static LauncherDiscoveryRequest request(String id) {
    CheckCatalog.CheckMethod check = CheckCatalog.get(id);
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectMethod(check.type(), check.method()))
        .configurationParameter("jqwik.database", "")
        .configurationParameter("jqwik.shrinking.default", "OFF") // it goes on in another thread
        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
        .configurationParameter("jqwik.reporting.onlyfailures", "true")
        .configurationParameter("jqwik.failures.runfirst", "false")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .build();
  }

  private static Outcome outcome(String id, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      return new Outcome(CheckState.PASSED, "");
    }
    Throwable cause = result.getThrowable().orElse(null);
    if (cause instanceof CheckFailure failure) {
      return new Outcome(CheckState.FAILED, String.valueOf(failure.getMessage()));
    }
    if (cause instanceof CallFailure failure) {
      return CallMessages.outcome(CheckCatalog.get(id).exercise(), failure);
    }
    if (cause instanceof HarnessFault fault) {
      throw fault;
    }
    throw new HarnessFault("the check %s itself failed: %s".formatted(id, cause), cause);
  }

  private static final class Results implements TestExecutionListener {
    private final List<TestExecutionResult> finished = new ArrayList<>();
    private final List<Throwable> containerFailures = new ArrayList<>();
    private int skipped;

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      skipped++;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        finished.add(result);
      } else {
        result.getThrowable().ifPresent(containerFailures::add);
      }
    }

    @Nullable Throwable containerFailure() {
      return containerFailures.isEmpty() ? null : containerFailures.get(0);
    }
  }
}
