package initlab.grader.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * Files of which javac is told once what is in each package of Java's own modules: for most sources
 * it would spend more time on that than on all else.
 */
final class ListedOnce extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<Listing, List<JavaFileObject>> known = new HashMap<>();

  private record Listing(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

  ListedOnce(JavaFileManager files) {
    super(files);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (!isOfJava(location) || kinds.isEmpty()) {
      return super.list(location, packageName, kinds, recurse);
    }
    Listing listing = new Listing(location, packageName, EnumSet.copyOf(kinds), recurse);
    List<JavaFileObject> files = known.get(listing);
    if (files == null) {
      files = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(files::add);
      if (!files.isEmpty()) { // a source can name as many packages as it likes that do not exist
        known.put(listing, files);
      }
    }
    return files;
  }

  private static boolean isOfJava(Location location) {
    return location.getName().startsWith("SYSTEM_MODULES[");
  }
}
