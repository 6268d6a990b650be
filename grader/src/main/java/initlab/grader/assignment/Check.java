package initlab.grader.assignment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a check. Its id in the rubric is the exercise's name, a dot, and this value: {@code
 * he.variance}. It judges the replies of an interview and nothing else: replies that are the
 * reference's to the last bit pass what those pass, without a run of their own.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {
  /** The part of the id after the dot. */
  String value();

  /** Whether a teacher should look at who fails it: what such code does is not always the same. */
  boolean needsAHuman() default false;
}
