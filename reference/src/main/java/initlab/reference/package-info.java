/** The hidden right answer. Never on the class path of a student or of a submission. */
@NullMarked
package initlab.reference;

import org.jspecify.annotations.NullMarked;
