package initlab.grader.rubric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a student may see a check, in InitLab's words; each learning platform has its own. */
public enum Visibility {
  /** From the beginning. */
  VISIBLE,
  /** Never: neither the check nor what it found. */
  HIDDEN,
  /** Once nothing can be handed in any more. */
  AFTER_DUE_DATE,
  /** Once the grades are published. */
  AFTER_PUBLISHED;

  /** The word in rubrics and results. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a word means; empty if it means nothing. */
  public static Optional<Visibility> of(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }

  /** The words, sorted. */
  static List<String> ids() {
    return Arrays.stream(values()).map(Visibility::id).sorted().toList();
  }
}
