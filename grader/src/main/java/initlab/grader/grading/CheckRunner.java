package initlab.grader.grading;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import initlab.grader.assignment.CheckCatalog;
import initlab.grader.assignment.CheckFailure;
import initlab.grader.assignment.Interview;
import initlab.grader.assignment.Subject;
import initlab.grader.rubric.CheckState;
import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.HarnessFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs checks on the JUnit Platform. Nothing but one test that ran and succeeded counts as passed:
 * a skipped, aborted, missing or doubled test is a fault of the harness.
 */
final class CheckRunner {
  private static final Object ONE_AT_A_TIME = new Object();
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  static {
    JQWIK.setLevel(Level.WARNING); // else a line for every check says that its database is off
  }

  private final CheckCatalog checks;
  private final Launcher launcher =
      LauncherFactory.create(
          LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());

  CheckRunner(CheckCatalog checks) {
    this.checks = checks;
  }

  /** What became of a check, with a message for the student. */
  record Outcome(CheckState state, String message) {
    static final Outcome PASSED = new Outcome(CheckState.PASSED, "");
  }

  /** What became of checks, by their ids; in one launch, which costs more than most checks. */
  Map<String, Outcome> run(Collection<String> ids, Interview interview) {
    Results results = new Results(checks);
    synchronized (ONE_AT_A_TIME) { // jqwik breaks when two threads of a JVM run it
      Subject.during(interview, () -> launcher.execute(request(ids), results));
    }
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (String id : ids) {
      outcomes.put(id, outcome(id, results.only(id)));
    }
    return outcomes;
  }

  private LauncherDiscoveryRequest request(Collection<String> ids) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            ids.stream()
                .map(checks::get)
                .map(check -> selectMethod(check.type(), check.method()))
                .toList())
        .configurationParameter("jqwik.database", "")
        .configurationParameter("jqwik.shrinking.default", "OFF") // it goes on in another thread
        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
        .configurationParameter("jqwik.reporting.onlyfailures", "true")
        .configurationParameter("jqwik.failures.runfirst", "false")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .build();
  }

  private Outcome outcome(String id, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      return Outcome.PASSED;
    }
    Throwable cause = result.getThrowable().orElse(null);
    if (cause instanceof CheckFailure failure) {
      return new Outcome(CheckState.FAILED, String.valueOf(failure.getMessage()));
    }
    if (cause instanceof CallFailure failure) {
      return CallMessages.outcome(checks.get(id).exercise(), failure);
    }
    if (cause instanceof HarnessFault fault) {
      throw fault;
    }
    throw new HarnessFault("the check %s itself failed: %s".formatted(id, cause), cause);
  }

  private static final class Results implements TestExecutionListener {
    private final CheckCatalog checks;
    private final Map<MethodKey, List<TestExecutionResult>> finished = new HashMap<>();
    private final List<Throwable> containerFailures = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    Results(CheckCatalog checks) {
      this.checks = checks;
    }

    /** Check classes share methods that they inherit. */
    private record MethodKey(String type, String method) {}

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      skipped.add(test.getDisplayName());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        finished.computeIfAbsent(key(test), key -> new ArrayList<>()).add(result);
      } else {
        result.getThrowable().ifPresent(containerFailures::add);
      }
    }

    /** The source names the class that declares a method, the unique id the one it ran in. */
    private static MethodKey key(TestIdentifier test) {
      String type =
          test.getUniqueIdObject().getSegments().stream()
              .filter(segment -> segment.getType().equals("class"))
              .map(UniqueId.Segment::getValue)
              .findFirst()
              .orElseThrow();
      return test.getSource()
          .map(MethodSource.class::cast)
          .map(source -> new MethodKey(type, source.getMethodName()))
          .orElseThrow();
    }

    /** The one result of a check. */
    TestExecutionResult only(String id) {
      CheckCatalog.CheckMethod check = checks.get(id);
      List<TestExecutionResult> results =
          finished.getOrDefault(
              new MethodKey(check.type().getName(), check.method().getName()), List.of());
      if (results.size() != 1 || !skipped.isEmpty()) {
        throw new HarnessFault(
            "the check %s ran %d tests, not 1, and skipped were %s"
                .formatted(id, results.size(), skipped),
            containerFailures.isEmpty() ? null : containerFailures.get(0));
      }
      return results.get(0);
    }
  }
}
