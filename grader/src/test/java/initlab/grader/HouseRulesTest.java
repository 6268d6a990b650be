package initlab.grader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Where things live, and what may use what. */
class HouseRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("initlab");

  @Test
  void theRulesSeeTheWholeProgram() {
    assertTrue(CLASSES.size() >= 330, "only " + CLASSES.size() + " classes were seen");
    for (String module : List.of("datasets", "student.network", "reference", "grader.cli")) {
      assertTrue(CLASSES.containPackage("initlab." + module), module);
    }
  }

  @Test
  void modulesUseOnlyWhatStandsAboveThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("datasets")
        .definedBy("initlab.datasets..")
        .layer("student")
        .definedBy("initlab.student..")
        .layer("reference")
        .definedBy("initlab.reference..")
        .layer("grader")
        .definedBy("initlab.grader..")
        .whereLayer("grader")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("reference")
        .mayOnlyBeAccessedByLayers("grader")
        .whereLayer("student")
        .mayOnlyBeAccessedByLayers("reference", "grader")
        .because("the handout is student and datasets, and must work without the rest")
        .check(CLASSES);
  }

  /** The street: each room sees those below it that are named, and no other. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry(
              "cli",
              List.of(
                  "run",
                  "handout",
                  "proof",
                  "lms",
                  "report",
                  "grading",
                  "rubric",
                  "lab",
                  "assignment",
                  "compile",
                  "sandbox",
                  "intake",
                  "text",
                  "files")),
          Map.entry(
              "run",
              List.of(
                  "report",
                  "grading",
                  "rubric",
                  "assignment",
                  "compile",
                  "sandbox",
                  "intake",
                  "text",
                  "files")),
          Map.entry(
              "proof",
              List.of(
                  "handout",
                  "grading",
                  "rubric",
                  "lab",
                  "assignment",
                  "sandbox",
                  "intake",
                  "text")),
          Map.entry("handout", List.of("lab", "assignment", "compile", "sandbox", "text", "files")),
          Map.entry(
              "lms",
              List.of("report", "grading", "rubric", "assignment", "intake", "text", "files")),
          Map.entry("report", List.of("grading", "rubric", "assignment", "text", "files")),
          Map.entry(
              "grading", List.of("rubric", "assignment", "compile", "sandbox", "intake", "text")),
          Map.entry("rubric", List.of("assignment", "text", "files")),
          Map.entry("lab", List.of("assignment", "compile", "sandbox", "worker", "text")),
          Map.entry("assignment", List.of("compile", "sandbox", "worker", "text")),
          Map.entry("compile", List.of("sandbox", "worker", "text")),
          Map.entry("sandbox", List.of("worker", "text", "files")),
          Map.entry("intake", List.of("text")),
          Map.entry("worker", List.of()),
          Map.entry("text", List.of()),
          Map.entry("files", List.of()));

  @Test
  void theGraderIsAStreetAndDataNeverGoesBack() {
    LayeredArchitecture street = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : ROOMS.keySet()) {
      street = street.layer(room).definedBy("initlab.grader." + room);
    }
    for (Map.Entry<String, List<String>> room : ROOMS.entrySet()) {
      street =
          room.getValue().isEmpty()
              ? street.whereLayer(room.getKey()).mayNotAccessAnyLayer()
              : street
                  .whereLayer(room.getKey())
                  .mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
    }
    street.because("each step hands a record to the next").check(CLASSES);
  }

  @Test
  void everyPackageOfTheGraderIsARoomOfTheStreet() {
    Set<String> packages = new TreeSet<>();
    for (JavaPackage at : CLASSES.getPackage("initlab.grader").getSubpackagesInTree()) {
      packages.add(at.getName().replace("initlab.grader.", ""));
    }
    assertEquals(new TreeSet<>(ROOMS.keySet()), packages, "a package without a rule");
  }

  @Test
  void onlyTheLabKnowsTheLab() {
    noClasses()
        .that()
        .resideInAPackage("initlab.grader..")
        .and()
        .resideOutsideOfPackages(
            "initlab.grader.lab",
            "initlab.grader.proof",
            "initlab.grader.handout",
            "initlab.grader.cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "initlab.grader.lab",
            "initlab.reference",
            "initlab.student",
            "initlab.student.network",
            "initlab.datasets")
        .because("another assignment is graded by the same engine")
        .check(CLASSES);
  }

  /** Text search sees what bytecode does not: comments, and texts. */
  @Test
  void theEngineSpeaksOfNoLab() throws IOException {
    Pattern ofTheLab =
        Pattern.compile("\\b(Initializers|layerDims|initialize(Zeros|Random|He)|HE|circles)\\b");
    List<String> found = new ArrayList<>();
    for (String room : ENGINE) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/initlab/grader", room))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          Matcher matcher = ofTheLab.matcher(Files.readString(file));
          if (matcher.find()) {
            found.add(file.getFileName() + ": " + matcher.group());
          }
        }
      }
    }
    Path pages = Path.of("src/main/resources/initlab/grader/report");
    try (Stream<Path> files = Files.list(pages)) {
      for (Path file : files.toList()) {
        if (ofTheLab.matcher(Files.readString(file)).find()) {
          found.add(file.getFileName().toString());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /** What grades any assignment. */
  private static final List<String> ENGINE =
      List.of(
          "assignment",
          "compile",
          "files",
          "grading",
          "intake",
          "lms",
          "report",
          "rubric",
          "run",
          "sandbox",
          "text",
          "worker");

  @Test
  void theWorkerKnowsNothingOfTheGrader() {
    classes()
        .that()
        .resideInAPackage("initlab.grader.worker")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "javax.tools", "org.ejml..", "org.jspecify..", "initlab.grader.worker")
        .because("its class path has nothing else, and nothing worth stealing")
        .check(CLASSES);
  }

  @Test
  void theNetworkDoesNotKnowTheStudentsFile() {
    noClasses()
        .that()
        .resideInAPackage("initlab.student.network")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("initlab.student")
        .because("submissions run with the network but without the stubs")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideInAPackage("initlab.grader..")
        .and()
        .resideOutsideOfPackages("initlab.grader.cli", "initlab.grader.worker")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .because("everything else is called by tests, lanes and learning platforms too")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
    for (JavaPackage at : CLASSES.getPackage("initlab").getSubpackagesInTree()) {
      if (!at.getClasses().isEmpty()) {
        assertTrue(at.isAnnotatedWith(NullMarked.class), at.getName());
      }
    }
  }
}
