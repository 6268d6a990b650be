package initlab.grader.lab;

import initlab.grader.sandbox.Library;
import initlab.grader.sandbox.Library.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the handout gives a student to use. */
final class LabLibrary {
  private static final String STUB = "initlab/student/Initializers";

  private static final String NAMES = "initlab/student/Initialization";

  private static final String MATRIX = "org.ejml.simple.SimpleMatrix.";

  private static final Set<String> STATELESS =
      Set.of(
          "initlab.datasets.RandomState.<init>",
          "initlab.datasets.RandomState.normal",
          "initlab.datasets.RandomState.randn",
          "initlab.datasets.RandomState.randomSample",
          MATRIX + "<init>",
          MATRIX + "copy",
          MATRIX + "divide",
          MATRIX + "elementMax",
          MATRIX + "elementMaxAbs",
          MATRIX + "elementMult",
          MATRIX + "elementOp",
          MATRIX + "elementPower",
          MATRIX + "elementSum",
          MATRIX + "fill",
          MATRIX + "filled",
          MATRIX + "get",
          MATRIX + "getNumCols",
          MATRIX + "getNumElements",
          MATRIX + "getNumRows",
          MATRIX + "minus",
          MATRIX + "mult",
          MATRIX + "negative",
          MATRIX + "numCols",
          MATRIX + "numRows",
          MATRIX + "ones",
          MATRIX + "plus",
          MATRIX + "scale",
          MATRIX + "set",
          MATRIX + "transpose",
          MATRIX + "zero",
          "org.ejml.simple.SimpleOperations$ElementOpReal.op");

  static final Library LIBRARY =
      new Library(
          STUB.replace('/', '.'),
          List.of("initlab/datasets/", "initlab/student/"),
          LabLibrary::isShared,
          name -> name.startsWith(NAMES),
          name -> name.startsWith("initlab/student/") && !name.startsWith(STUB),
          STATELESS,
          sample());

  private LabLibrary() {}

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
