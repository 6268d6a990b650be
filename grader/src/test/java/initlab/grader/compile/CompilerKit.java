package initlab.grader.compile;

import initlab.grader.lab.WeightLab;
import initlab.grader.sandbox.WorkerHome;

/** A real javac process, for the sources of one test class. */
final class CompilerKit implements AutoCloseable {
  private final WorkerHome home = new WorkerHome(new WeightLab().library());
  private final Compiler compiler = new Compiler(home, new WeightLab().advice());

  BuildResult compile(String source) {
    return compiler.compile(source, Gate.open());
  }

  @Override
  public void close() {
    compiler.close();
    home.close();
  }
}
