package initlab.grader.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Loads the classes of a submission from memory, and beside them those of its own package that the
 * lab gives; what else InitLab and EJML have goes before.
 */
final class SubmissionLoader extends ClassLoader {
  private static final String PACKAGE = "initlab.student.";

  private final Map<String, byte[]> classes;

  SubmissionLoader(Map<String, byte[]> classes) {
    super("submission", SubmissionLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean isOfItsPackage = name.startsWith(PACKAGE) && name.indexOf('.', PACKAGE.length()) < 0;
    if (!isOfItsPackage) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.containsKey(name) ? classes.get(name) : given(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** A class that the lab gives. */
  private byte[] given(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
