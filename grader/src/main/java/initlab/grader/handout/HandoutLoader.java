package initlab.grader.handout;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads the handout's classes from its own folders first, and all else from the grader. */
final class HandoutLoader extends URLClassLoader {
  HandoutLoader(URL... folders) {
    super(folders, HandoutLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("initlab.student.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  /** The handout's files come with its classes. */
  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }
}
