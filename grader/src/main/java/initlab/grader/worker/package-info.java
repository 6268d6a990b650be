/** Runs inside the worker and compiler processes; knows nothing of the grader. */
@NullMarked
package initlab.grader.worker;

import org.jspecify.annotations.NullMarked;
