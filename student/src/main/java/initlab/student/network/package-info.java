/** Given to the students: the network, its training and the plots. Nothing here needs editing. */
@NullMarked
package initlab.student.network;

import org.jspecify.annotations.NullMarked;
