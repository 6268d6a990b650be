package initlab.grader.publictests;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the handout's public tests with some Initializers.java in place of the stubs. */
final class PublicTests implements TestExecutionListener {
  private static final List<String> TESTS =
      List.of("Exercise1ZerosTest", "Exercise2RandomTest", "Exercise3HeTest");

  final Set<String> failedClasses = new TreeSet<>();
  final List<String> failures = new ArrayList<>();
  int passed;
  int skipped;

  private PublicTests() {}

  /** Runs all of them. */
  static PublicTests run(Path source, Path classes) throws IOException {
    return run(source, classes, request -> {});
  }

  /** Runs all but the trainings, which take seconds each. */
  static PublicTests runWithoutTraining(Path source, Path classes) throws IOException {
    PostDiscoveryFilter noTraining =
        test -> FilterResult.includedIf(!test.getUniqueId().toString().contains("method:training"));
    return run(source, classes, request -> request.filters(noTraining));
  }

  private static PublicTests run(
      Path source, Path classes, Consumer<LauncherDiscoveryRequestBuilder> filter)
      throws IOException {
    PublicTests results = new PublicTests();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = HandoutLoader.of(source, classes)) {
      thread.setContextClassLoader(loader);
      var request = LauncherDiscoveryRequestBuilder.request();
      for (String test : TESTS) {
        request.selectors(selectClass(loader, "initlab.student." + test));
      }
      filter.accept(request);
      LauncherFactory.create().execute(request.build(), results);
    } finally {
      thread.setContextClassLoader(before);
    }
    return results;
  }

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
        failedClasses.add(source.getClassName().replace("initlab.student.", ""));
        failures.add(String.valueOf(result.getThrowable().orElseThrow().getMessage()));
      }
    }
  }

  static Path resource(String path) {
    Path file = Path.of("src/test/resources/submissions", path, "Initializers.java");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + " does not exist");
    }
    return file;
  }
}
