package initlab.grader.lab;

import java.util.List;

/** The check classes that grade. A class of an instructor's own is added here. */
public final class CheckClasses {
  private CheckClasses() {}

  /** All check classes, with the exercise that each is about. */
  public static List<Class<?>> of(LabExercise exercise) {
    return switch (exercise) {
      case ZEROS -> List.of(ZerosChecks.class);
      case RANDOM -> List.of(RandomChecks.class);
      case HE -> List.of(HeChecks.class);
    };
  }
}
