package initlab.grader.lab;

import initlab.grader.sandbox.Library;
import initlab.grader.sandbox.Library.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the handout gives a student to use. */
final class LabLibrary {
  private static final String STUB = "initlab/student/Initializers";

  private static final String NAMES = "initlab/student/Initialization";

  /** A call names the class, a method reference the one above that has the method. */
  private static final List<String> MATRICES =
      List.of("org.ejml.simple.SimpleMatrix.", "org.ejml.simple.SimpleBase.");

  private static final List<String> OF_MATRICES =
      List.of(
          "<init>",
          "copy",
          "divide",
          "elementMax",
          "elementMaxAbs",
          "elementMult",
          "elementOp",
          "elementPower",
          "elementSum",
          "fill",
          "filled",
          "get",
          "getNumCols",
          "getNumElements",
          "getNumRows",
          "minus",
          "mult",
          "negative",
          "numCols",
          "numRows",
          "ones",
          "plus",
          "scale",
          "set",
          "transpose",
          "zero");

  private static final List<String> OF_OTHERS =
      List.of(
          "initlab.datasets.RandomState.<init>",
          "initlab.datasets.RandomState.normal",
          "initlab.datasets.RandomState.randn",
          "initlab.datasets.RandomState.randomSample",
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
    Stream<String> ofMatrices =
        MATRICES.stream().flatMap(type -> OF_MATRICES.stream().map(type::concat));
    return Stream.concat(ofMatrices, OF_OTHERS.stream()).collect(Collectors.toUnmodifiableSet());
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
