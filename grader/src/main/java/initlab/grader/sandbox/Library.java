package initlab.grader.sandbox;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the code of a submission finds around it, besides Java and the matrix library. Classes are
 * named as their files: {@code a/b/C.class}.
 *
 * @param type the binary name of the class that is handed in
 * @param folders the folders of the grader's class path that hold all of the following
 * @param shared the classes that a worker has
 * @param beside classes of the submission's own package, which a worker loads beside it
 * @param compileOnly classes that javac alone sees
 * @param stateless members of these classes and of the matrix library that leave nothing behind in
 *     their process: {@code a.b.C.method}
 * @param sample what processes are tried with, before any submission is
 */
public record Library(
    String type,
    List<String> folders,
    Predicate<String> shared,
    Predicate<String> beside,
    Predicate<String> compileOnly,
    Set<String> stateless,
    Sample sample) {
  /**
   * A source such as students write.
   *
   * @param source its text, in UTF-8
   * @param methods what it has
   */
  public record Sample(byte[] source, List<Method> methods) {}

  /** The name of the file that is handed in. */
  public String fileName() {
    return type.substring(type.lastIndexOf('.') + 1) + ".java";
  }
}
