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
      Isolation isolation = Canary.choose(processes, folder, cached.get());
      if (isSafe(isolation, processes, cached.get())) {
        return new Confinement(isolation, cached.get());
      }
    }
    SharedClasses written = SharedClasses.write(folder, library);
    Isolation isolation = Canary.choose(processes, folder, written);
    if (cached.isPresent() && !isolation.isFull()) {
      ClassCache.forget(cached.get());
    }
    return new Confinement(isolation, written);
  }

  /** Whether workers can start from there, and none of them can change it for the next. */
  private static boolean isSafe(Isolation isolation, Processes processes, SharedClasses cached) {
    return isolation.isFull() || (Host.isRoot() && Canary.canStart(isolation, processes, cached));
  }
}
