package initlab.grader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
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
    assertTrue(CLASSES.size() >= 100, "only " + CLASSES.size() + " classes were seen");
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

  @Test
  void theGraderIsALineOfStepsAndDataNeverGoesBack() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("text")
        .definedBy("initlab.grader.text")
        .layer("files")
        .definedBy("initlab.grader.files")
        .layer("worker")
        .definedBy("initlab.grader.worker")
        .layer("intake")
        .definedBy("initlab.grader.intake")
        .layer("sandbox")
        .definedBy("initlab.grader.sandbox")
        .layer("build")
        .definedBy("initlab.grader.build")
        .layer("checks")
        .definedBy("initlab.grader.checks")
        .layer("handout")
        .definedBy("initlab.grader.handout")
        .layer("grading")
        .definedBy("initlab.grader.grading")
        .layer("report")
        .definedBy("initlab.grader.report")
        .layer("lms")
        .definedBy("initlab.grader.lms")
        .layer("cli")
        .definedBy("initlab.grader.cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("lms")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("lms", "cli")
        .whereLayer("grading")
        .mayOnlyBeAccessedByLayers("report", "lms", "cli")
        .whereLayer("handout")
        .mayOnlyBeAccessedByLayers("grading", "cli")
        .whereLayer("checks")
        .mayOnlyBeAccessedByLayers("handout", "grading", "report", "cli")
        .whereLayer("build")
        .mayOnlyBeAccessedByLayers("grading", "cli")
        .whereLayer("intake")
        .mayOnlyBeAccessedByLayers("grading", "lms", "cli")
        .whereLayer("sandbox")
        .mayOnlyAccessLayers("worker", "text", "files")
        .whereLayer("intake")
        .mayOnlyAccessLayers("text")
        .whereLayer("files")
        .mayNotAccessAnyLayer()
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .because("each step hands a record to the next")
        .check(CLASSES);
  }

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
