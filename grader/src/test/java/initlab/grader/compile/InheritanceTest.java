package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.compile.UseScanner.ScannedClass;
import initlab.student.rules.AllowList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InheritanceTest {
  private static final int LEVELS = 60;

  /** There are 2⁶⁰ ways from the class up to the first interface. */
  @Test
  void eachTypeOfADiamondIsVisitedOnce() {
    List<ScannedClass> own = new ArrayList<>();
    own.add(scanned("I0", true, Set.of("java.lang.Object"), Set.of("go()V")));
    for (int i = 1; i < LEVELS; i++) {
      Set<String> below = Set.of("J" + (i - 1), "I" + (i - 1));
      own.add(scanned("I" + i, true, below, Set.of()));
      own.add(
          scanned(
              "J" + (i - 1),
              true,
              i == 1 ? Set.of() : Set.of("I" + (i - 2), "J" + (i - 2)),
              Set.of()));
    }
    Set<String> top = Set.of("java.util.ArrayList", "I" + (LEVELS - 1));
    own.add(scanned("C", false, top, Set.of()));
    Inheritance inheritance = new Inheritance(own, AllowList.standard(List.of()));
    Use own0 = new Use("C", "go", "()V", 1);
    assertEquals(own0, inheritance.resolve(own0));
    Use inherited = new Use("C", "parallelStream", "()Ljava/util/stream/Stream;", 1);
    assertEquals("java.util.ArrayList", inheritance.resolve(inherited).type());
  }

  private static ScannedClass scanned(
      String name, boolean isInterface, Set<String> supertypes, Set<String> declared) {
    return new ScannedClass(name, 1, isInterface, supertypes, declared, List.of());
  }
}
