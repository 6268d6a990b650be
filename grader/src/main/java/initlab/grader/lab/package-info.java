/** What a right answer must show: ordinary JUnit Jupiter and jqwik classes to read and extend. */
@NullMarked
package initlab.grader.lab;

import org.jspecify.annotations.NullMarked;
