package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniqueNamesTest {
  @ParameterizedTest
  @CsvSource({
    "ada, ada",
    "CON, _CON",
    "nul.txt, _nul.txt",
    "console, console",
    "ada., ada_",
    "'ada .. ', ada_",
    "..., _",
    "a:b*c, a_b_c",
    ".hidden, _.hidden"
  })
  void namesAreSuchAsEveryFileSystemTakes(String name, String safe) {
    assertEquals(safe, new UniqueNames().of(name));
  }

  @Test
  void namesThatDifferInCaseAloneAreToldApart() {
    UniqueNames names = new UniqueNames();
    assertEquals("Ada", names.of("Ada"));
    assertEquals("ada~2", names.of("ada"));
  }
}
