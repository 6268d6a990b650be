/** Writes grade reports: terminal, JSON, CSV. */
@NullMarked
package initlab.grader.report;

import org.jspecify.annotations.NullMarked;
