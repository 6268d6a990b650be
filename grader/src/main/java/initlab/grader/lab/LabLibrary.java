package initlab.grader.lab;

import initlab.grader.sandbox.Library;
import initlab.grader.sandbox.Library.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the handout gives a student to use. */
final class LabLibrary {
  private static final String STUB = "initlab/student/Initializers";

  private static final String NAMES = "initlab/student/Initialization";

  /** A call names the class, a method reference the one above that has the method. */
  private static final List<String> MATRICES =
      List.of("org.ejml.simple.SimpleMatrix.", "org.ejml.simple.SimpleBase.");

  private static final String OF_MATRICES =
      """
      <init> cols concatColumns concatRows copy createLike diag divide dot elementDiv elementExp
      elementLog elementMax elementMaxAbs elementMin elementMinAbs elementMult elementOp elementPower
      elementSum extractMatrix extractVector fill filled get getColumn getDDRM getMatrix getNumCols
      getNumElements getNumRows getRow hasUncountable identity insertIntoThis isIdentical isInBounds
      isVector minus mult negative normF numCols numRows ones plus print reshape rows scale set
      setColumn setRow setTo toArray2 toString trace transpose wrap zero
      """;

  private static final List<String> DATA =
      List.of("org.ejml.data.DMatrixRMaj.", "org.ejml.data.DMatrixD1.");

  private static final String OF_DATA =
      """
      <init> add copy createLike data fill get getData getIndex getNumCols getNumElements getNumRows
      numCols numRows reshape set setTo unsafe_get unsafe_set wrap zero
      """;

  private static final String OPERATIONS = "org.ejml.dense.row.CommonOps_DDRM.";

  private static final String OF_OPERATIONS =
      """
      add addEquals apply changeSign divide dot elementDiv elementMax elementMin elementMult
      elementPower elementSum extract fill identity insert mult multAdd scale setIdentity subtract
      subtractEquals trace transpose
      """;

  private static final List<String> OF_OTHERS =
      List.of(
          "initlab.datasets.RandomState.<init>",
          "initlab.datasets.RandomState.normal",
          "initlab.datasets.RandomState.randn",
          "initlab.datasets.RandomState.randomSample",
          "org.ejml.ops.DOperatorUnary.apply",
          "org.ejml.simple.SimpleOperations$ElementOpReal.op");

  static final Library LIBRARY =
      new Library(
          STUB.replace('/', '.'),
          List.of("initlab/datasets/", "initlab/student/"),
          LabLibrary::isShared,
          name -> name.startsWith(NAMES),
          name -> name.startsWith("initlab/student/") && !name.startsWith(STUB),
          stateless(),
          sample());

  private LabLibrary() {}

  private static Set<String> stateless() {
    Set<String> all = new HashSet<>(OF_OTHERS);
    all.addAll(members(MATRICES, OF_MATRICES));
    all.addAll(members(DATA, OF_DATA));
    all.addAll(members(List.of(OPERATIONS), OF_OPERATIONS));
    return Set.copyOf(all);
  }

  private static List<String> members(List<String> types, String members) {
    List<String> names = List.of(members.strip().split("\\s+"));
    return types.stream().flatMap(type -> names.stream().map(type::concat)).toList();
  }

  private static boolean isShared(String name) {
    return name.startsWith("initlab/datasets/") || name.startsWith("initlab/student/network/");
  }

  private static Sample sample() {
    try (InputStream in = LabLibrary.class.getResourceAsStream("warm-up.txt")) {
      return new Sample(
          Objects.requireNonNull(in).readAllBytes(),
          Stream.of(LabExercise.values()).map(LabExercise::method).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
