/** Runs the checks on a submission and gives it points by the rubric. */
@NullMarked
package initlab.grader.grading;

import org.jspecify.annotations.NullMarked;
