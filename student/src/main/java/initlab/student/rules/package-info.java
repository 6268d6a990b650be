/** What an answer may use, for the pre-check of the handout and the gate of the grader. */
@NullMarked
package initlab.student.rules;

import org.jspecify.annotations.NullMarked;
