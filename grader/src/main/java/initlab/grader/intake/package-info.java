/** Finds submissions in folders, archives and exports, and reads their one source file safely. */
@NullMarked
package initlab.grader.intake;

import org.jspecify.annotations.NullMarked;
