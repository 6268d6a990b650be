package initlab.grader.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Loads the classes of a submission from memory, and beside them those of its own package that the
 * lab gives; what else InitLab and EJML have goes before.
 */
final class SubmissionLoader extends ClassLoader {
  private final String type;
  private final Map<String, byte[]> classes;

  /**
   * A loader of a submission.
   *
   * @param type the binary name of the class that is called
   */
  SubmissionLoader(String type, Map<String, byte[]> classes) {
    super("submission", SubmissionLoader.class.getClassLoader());
    this.type = type;
    this.classes = classes;
  }

  String type() {
    return type;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean isOfItsPackage =
        name.lastIndexOf('.') == type.lastIndexOf('.')
            && name.startsWith(type.substring(0, type.lastIndexOf('.') + 1));
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
