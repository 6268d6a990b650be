/** Files that are written whole or not at all, and the same each time. */
@NullMarked
package initlab.grader.files;

import org.jspecify.annotations.NullMarked;
