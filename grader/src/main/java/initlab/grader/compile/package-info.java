/** Turns a submission's source into bytecode, in a process that can be thrown away. */
@NullMarked
package initlab.grader.compile;

import org.jspecify.annotations.NullMarked;
