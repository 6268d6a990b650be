/** What grading and the lab share: the mark of a check, its failure, the course's secret. */
@NullMarked
package initlab.grader.assignment;

import org.jspecify.annotations.NullMarked;
