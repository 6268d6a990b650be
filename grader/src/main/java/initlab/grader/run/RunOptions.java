package initlab.grader.run;

import initlab.grader.rubric.Adjustments;
import java.nio.file.Path;
import java.util.Set;

/**
 * How a class is graded into a folder.
 *
 * @param out the result folder
 * @param jobs how many submissions are graded at a time
 * @param replaces whether results that were graded otherwise, or are of others, may be replaced
 * @param only the submissions to grade, whatever is known of them, while all other results stay;
 *     empty for the whole class
 * @param adjustments a teacher's
 * @param shard which part of the class is graded
 */
public record RunOptions(
    Path out, int jobs, boolean replaces, Set<String> only, Adjustments adjustments, Shard shard) {}
