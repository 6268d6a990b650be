/** What checks are worth: rubric, late policy, and what became of a check. */
@NullMarked
package initlab.grader.rubric;

import org.jspecify.annotations.NullMarked;
