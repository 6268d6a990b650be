/** Calls a submission's methods in worker processes, with deadlines and bounded answers. */
@NullMarked
package initlab.grader.sandbox;

import org.jspecify.annotations.NullMarked;
