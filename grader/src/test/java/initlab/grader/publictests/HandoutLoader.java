package initlab.grader.publictests;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The handout's classes and tests with some Initializers.java in place of the stubs. */
final class HandoutLoader extends URLClassLoader {
  private HandoutLoader(URL[] urls) {
    super(urls, HandoutLoader.class.getClassLoader());
  }

  /** Compiles a source into a folder and puts it before the handout. */
  static HandoutLoader of(Path source, Path classes) throws MalformedURLException {
    compile(source, classes);
    return new HandoutLoader(classPath(classes));
  }

  private static void compile(Path source, Path classes) {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    if (result != 0) {
      throw new IllegalArgumentException(source + " does not compile");
    }
  }

  /** The variant first, then the handout's own classes and tests. */
  private static URL[] classPath(Path classes) throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (part.contains("initlab-student")
          || part.contains(File.separator + "student" + File.separator)) {
        urls.add(Path.of(part).toUri().toURL());
      }
    }
    return urls.toArray(new URL[0]);
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
