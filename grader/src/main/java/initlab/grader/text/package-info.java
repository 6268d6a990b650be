/** What people read: sentences by key in their language, and foreign text made safe to show. */
@NullMarked
package initlab.grader.text;

import org.jspecify.annotations.NullMarked;
