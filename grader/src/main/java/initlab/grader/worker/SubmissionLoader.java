package initlab.grader.worker;

import java.util.Map;

/** Loads the classes of a submission from memory; what InitLab and EJML have goes before. */
final class SubmissionLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  SubmissionLoader(Map<String, byte[]> classes) {
    super("submission", SubmissionLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
