/** Each learning platform's own contract, in and out. */
@NullMarked
package initlab.grader.lms;

import org.jspecify.annotations.NullMarked;
