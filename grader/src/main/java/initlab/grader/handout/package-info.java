/** The handout: what students unzip, and its public tests. */
@NullMarked
package initlab.grader.handout;

import org.jspecify.annotations.NullMarked;
