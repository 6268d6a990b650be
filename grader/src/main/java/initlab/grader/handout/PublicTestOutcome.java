package initlab.grader.handout;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of a run of the public tests.
 *
 * @param passed how many passed
 * @param skipped how many were skipped
 * @param failedExercises those with a failed test: 1, 2, 3
 * @param failures what each failed test said
 */
public record PublicTestOutcome(
    int passed, int skipped, Set<Integer> failedExercises, List<String> failures) {
  /** The tests of exercise 1, 2 and 3. */
  private static final List<String> TESTS =
      List.of("Exercise1ZerosTest", "Exercise2RandomTest", "Exercise3HeTest");

  private static final String PACKAGE = "initlab.student.";

  static PublicTestOutcome of(ClassLoader handout, Set<Integer> exercises, boolean withTraining) {
    PostDiscoveryFilter wanted =
        test ->
            FilterResult.includedIf(
                withTraining || !test.getUniqueId().toString().contains("method:training"));
    var request = LauncherDiscoveryRequestBuilder.request().filters(wanted);
    for (int exercise : new TreeSet<>(exercises)) {
      request.selectors(selectClass(handout, PACKAGE + TESTS.get(exercise - 1)));
    }
    Listener listener = new Listener();
    LauncherFactory.create(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
        .execute(request.build(), listener);
    return new PublicTestOutcome(
        listener.passed, listener.skipped, listener.failedExercises, listener.failures);
  }

  private static final class Listener implements TestExecutionListener {
    private final Set<Integer> failedExercises = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int skipped;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (!test.isTest()) {
        return;
      }
      switch (result.getStatus()) {
        case SUCCESSFUL -> passed++;
        case ABORTED -> skipped++;
        case FAILED -> {
          MethodSource source = (MethodSource) test.getSource().orElseThrow();
          failedExercises.add(1 + TESTS.indexOf(source.getClassName().replace(PACKAGE, "")));
          failures.add(String.valueOf(result.getThrowable().orElseThrow().getMessage()));
        }
      }
    }
  }
}
