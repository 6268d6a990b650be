/** Finds submissions in folders and files, and reads their one source file safely. */
@NullMarked
package initlab.grader.intake;

import org.jspecify.annotations.NullMarked;
