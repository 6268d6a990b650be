/** The lab: the one file to edit, {@link initlab.student.Initializers}, and the program to run. */
@NullMarked
package initlab.student;

import org.jspecify.annotations.NullMarked;
