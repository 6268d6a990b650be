package initlab.grader.assignment;

/**
 * A picture that may belong to a result.
 *
 * @param file its file, in the folder of a result
 * @param title what it is about; pictures with the same title stand side by side
 * @param alt what it shows, in words
 * @param isShared whether it is the same for all, and so in nobody's folder
 */
public record Picture(String file, String title, String alt, boolean isShared) {}
