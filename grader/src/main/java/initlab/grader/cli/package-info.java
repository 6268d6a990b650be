/** The command line; the only place that prints or exits. */
@NullMarked
package initlab.grader.cli;

import org.jspecify.annotations.NullMarked;
