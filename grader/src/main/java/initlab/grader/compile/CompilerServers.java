package initlab.grader.compile;

import initlab.grader.sandbox.JavaProcess;
import initlab.grader.sandbox.JvmSize;
import initlab.grader.sandbox.WorkerHome;
import initlab.grader.worker.CompileMain;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The javac processes of a run. A warm one compiles in a tenth of the time; what a hostile source
 * does to it, it does to itself, and one that is in any doubt is thrown away.
 */
final class CompilerServers implements AutoCloseable {
  /** So that whatever is kept in a javac does not grow without end. */
  private static final int MAX_SOURCES = 500;

  /** The kernel ends a process after 60 s, and one source may take 15. */
  private static final Duration MAX_TIME = Duration.ofSeconds(40);

  /** One for each lane that has a processor. */
  private static final int MAX_IDLE = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final WorkerHome home;
  private final Deque<JavaProcess> idle = new ArrayDeque<>();
  private @Nullable CompletableFuture<JavaProcess> started;
  private final Map<JavaProcess, Integer> sources = new HashMap<>();

  CompilerServers(WorkerHome home) {
    this.home = home;
  }

  void startAhead() {
    started = CompletableFuture.supplyAsync(this::start);
  }

  /** A javac that no other source has seen. */
  JavaProcess start() {
    return home.start(
        JvmSize.COMPILER, CompileMain.class, home.compilerClassPath(), home.library().type());
  }

  JavaProcess take() {
    JavaProcess known = poll();
    while (known != null && !known.isAlive()) {
      known.close();
      known = poll();
    }
    return known != null ? known : start();
  }

  private synchronized @Nullable JavaProcess poll() {
    CompletableFuture<JavaProcess> ahead = started;
    started = null;
    if (ahead == null) {
      return idle.poll();
    }
    try {
      return ahead.join();
    } catch (CompletionException e) {
      return null; // the next attempt says what is wrong
    }
  }

  /** In reduced isolation a submission could reach a compiler of the same user, so none stays. */
  synchronized void giveBack(JavaProcess javac, boolean isSound) {
    int count = sources.merge(javac, 1, Integer::sum);
    boolean isFresh = count < MAX_SOURCES && javac.processorTime().compareTo(MAX_TIME) < 0;
    if (isSound && isFresh && idle.size() < MAX_IDLE && home.isolation().isFull()) {
      idle.push(javac);
    } else {
      sources.remove(javac);
      javac.close();
    }
  }

  @Override
  public synchronized void close() {
    idle.forEach(JavaProcess::close);
    idle.clear();
  }
}
