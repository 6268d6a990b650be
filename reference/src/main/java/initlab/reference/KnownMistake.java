package initlab.reference;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.ejml.simple.SimpleMatrix;

/**
 * A mistake that students make, as an initialiser that makes it.
 *
 * @param exercise the exercise in which it is made: 1, 2 or 3
 * @param kind what it is, the same in every exercise: {@code fan-out}
 * @param check the check that is meant to find it, without the exercise: {@code variance}
 * @param initializer the wrong answer
 */
public record KnownMistake(int exercise, String kind, String check, Initializer initializer) {
  private static final String BUNDLE = KnownMistake.class.getPackageName() + ".hints";
  private static final String[] EXERCISES = {"zeros", "random", "he"};

  /** Something with the student's signature. */
  @FunctionalInterface
  public interface Initializer {
    /** The parameters W1, b1, …, or what a mistake makes of them. */
    Map<String, SimpleMatrix> initialize(int[] layerDims, long seed);
  }

  /** The id, unique in the catalogue: {@code he.fan-out}. */
  public String id() {
    return EXERCISES[exercise - 1] + "." + kind;
  }

  /** What the mistake is and how to mend it, in a language of the catalogue, else in English. */
  public String hint(Locale language) {
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, language, noFallback).getString(kind);
  }
}
