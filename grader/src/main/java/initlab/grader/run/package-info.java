/** A class graded into a folder: the run, its lock and record, and who owns the folder's layout. */
@NullMarked
package initlab.grader.run;

import org.jspecify.annotations.NullMarked;
