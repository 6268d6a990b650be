package initlab.grader.sandbox;

/**
 * A method of a submission: static, from an array of numbers to a map of matrices.
 *
 * @param name its name in Java
 * @param hasSeed whether it takes a seed, a {@code long}, after the {@code int[]}
 */
public record Method(String name, boolean hasSeed) {}
