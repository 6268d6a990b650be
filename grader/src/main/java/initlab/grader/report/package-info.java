/** Writes grade reports: terminal, JSON, CSV, pages, feedback and JUnit XML. */
@NullMarked
package initlab.grader.report;

import org.jspecify.annotations.NullMarked;
