package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How processes are kept apart from the machine, and the classes that they run with.
 *
 * @param classes kept from run to run where no process can change them, else of this run
 */
record Confinement(Isolation isolation, SharedClasses classes) {
  /** The strongest that holds on this machine. */
  static Confinement choose(Processes processes, Path folder, Library library) throws IOException {
    Optional<SharedClasses> cached = ClassCache.find(library);
    if (cached.isPresent()) {
      Confinement first = of(processes, folder, cached.get());
      if (first.isSafe(processes)) {
        return first;
      }
    }
    Confinement own = of(processes, folder, SharedClasses.write(folder, library));
    if (cached.isPresent() && !own.isolation().isFull()) {
      ClassCache.forget(cached.get());
    }
    return own;
  }

  private static Confinement of(Processes processes, Path folder, SharedClasses classes) {
    return new Confinement(Canary.choose(processes, folder, classes), classes);
  }

  /** Whether workers can start from there, and none of them can change it for the next. */
  private boolean isSafe(Processes processes) {
    return isolation.isFull() || (Host.isRoot() && Canary.canStart(isolation, processes, classes));
  }
}
