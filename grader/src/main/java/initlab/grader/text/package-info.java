/** What people read, by key, in their language. */
@NullMarked
package initlab.grader.text;

import org.jspecify.annotations.NullMarked;
