package initlab.grader.assignment;

import initlab.grader.sandbox.Method;

/** A part of an assignment that earns its points by itself: a method to write. */
public interface Exercise {
  /** 1 for the first. */
  int number();

  /** The first part of the ids of its checks. */
  String id();

  /** The method that the student writes. */
  Method method();

  /** How the exception begins, type and message, that an unwritten method throws. */
  String stub();

  /** What the map that it returns holds, for a sentence: {@code W1, b1, …}. */
  String entries();

  /** The method as a student declares it: {@code public static int twice(int n)}. */
  String signature();
}
