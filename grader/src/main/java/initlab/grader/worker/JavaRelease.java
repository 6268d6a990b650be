package initlab.grader.worker;

import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileManager;

/**
 * The Java that students write, as javac's {@code --release} has it. That option opens a large
 * archive for every source, which takes longer than most of them; so it is opened once, with
 * javac's own means, where this JDK lets us.
 */
final class JavaRelease {
  private static final String VERSION = "17";

  /** For sources that are compiled with what {@link #open} has opened. */
  static final List<String> OPTIONS = List.of("-source", VERSION, "-target", VERSION);

  /** For javac's ordinary files. */
  static final List<String> OPTIONS_THAT_OPEN_IT = List.of("--release", VERSION);

  private JavaRelease() {}

  /** The classes of that Java, to which a class path can be added; none where it is not known. */
  static Optional<JavaFileManager> open() {
    try {
      String room = "com.sun.tools.javac.platform.";
      Object platform =
          Class.forName(room + "PlatformUtils")
              .getMethod("lookupPlatformDescription", String.class)
              .invoke(null, VERSION);
      Object files =
          Class.forName(room + "PlatformDescription").getMethod("getFileManager").invoke(platform);
      return Optional.of(new ListedOnce((JavaFileManager) files));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
