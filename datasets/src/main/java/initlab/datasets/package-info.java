/** The circles data set, and NumPy's random generator that drew it. */
@NullMarked
package initlab.datasets;

import org.jspecify.annotations.NullMarked;
