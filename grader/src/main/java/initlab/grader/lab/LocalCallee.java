package initlab.grader.lab;

import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import initlab.grader.sandbox.Returned;
import initlab.grader.sandbox.Returned.Entry;
import initlab.grader.sandbox.Returned.MatrixEntry;
import initlab.reference.KnownMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** An initialiser of our own, called in this process: never a submission's. */
public final class LocalCallee implements Callee {
  private final KnownMistake.Initializer initializer;

  /** Wraps one of our own. */
  public LocalCallee(KnownMistake.Initializer initializer) {
    this.initializer = initializer;
  }

  @Override
  public List<Reply> callAll(List<Question> questions) {
    return questions.stream().map(this::reply).toList();
  }

  private Reply reply(Question question) {
    int[] layerDims = question.numbers().clone();
    Map<String, SimpleMatrix> parameters;
    try {
      parameters = initializer.initialize(layerDims, question.seed());
    } catch (RuntimeException thrown) {
      return Reply.of(new CallFailure(CallFailure.Kind.THREW, thrown.toString()));
    }
    List<Entry> entries = new ArrayList<>();
    parameters.forEach((name, matrix) -> entries.add(new MatrixEntry(name, Matrix.of(matrix))));
    return Reply.of(Returned.of(entries, layerDims));
  }

  @Override
  public void restart() {
    // what it remembers, it remembers in this process
  }
}
