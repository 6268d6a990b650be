/**
 * Proves the assignment: the reference, the empty stub and every known mistake through the checks.
 */
@NullMarked
package initlab.grader.proof;

import org.jspecify.annotations.NullMarked;
