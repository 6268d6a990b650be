package initlab.grader.assignment;

import initlab.grader.compile.Advice;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.Library;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that grading needs to know of an assignment: one file with methods to write, checks that
 * judge what they return, and what is said of mistakes.
 */
public interface Assignment {
  /** The class that is handed in, and what its code finds around it. */
  Library library();

  /** The name of the file that is handed in. */
  default String fileName() {
    return library().fileName();
  }

  /** The exercises, in the order of their numbers. */
  List<? extends Exercise> exercises();

  /** What students are told about what does not compile. */
  Advice advice();

  /** Its checks. */
  CheckCatalog checks();

  /** What a check asks, in a few words, where a rubric gives it no title. */
  String title(String check);

  /**
   * One of the files that an instructor starts a rubric from: {@code rubric.yaml}, {@code
   * rubric.schema.json}.
   */
  byte[] rubricFile(String name) throws IOException;

  /**
   * Asks the methods all that the checks judge.
   *
   * @param fresh the methods in another process, or the same, which are restarted then
   * @param exercises those that are asked about
   */
  Interview interview(
      Map<Exercise, Callee> methods,
      Map<Exercise, Callee> fresh,
      Collection<Exercise> exercises,
      CourseSecret secret);

  /** Methods that answer as is right, in this process. */
  Map<Exercise, Callee> reference();

  /** Recognises the mistake of a method that failed a check. */
  Diagnosis diagnose(Exercise exercise, Interview interview);

  /**
   * A known mistake in a sentence, in the language of the run; empty if there is none of that id.
   */
  Optional<String> mistake(String id);

  /** All pictures that can belong to a result, in the order of a page. */
  List<Picture> pictures();

  /**
   * Draws what came of a method that failed a check.
   *
   * @param passed the ids of the checks that passed
   * @return the pictures by their files, the shared ones not among them; none if there is nothing
   *     to draw
   */
  Map<String, byte[]> draw(Exercise exercise, Interview interview, Set<String> passed);

  /** A picture that is the same for all. */
  byte[] draw(Picture shared);
}
