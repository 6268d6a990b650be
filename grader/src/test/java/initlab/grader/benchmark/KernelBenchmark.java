package initlab.grader.benchmark;

import initlab.datasets.Circles;
import initlab.datasets.LabeledPoints;
import initlab.datasets.RandomState;
import initlab.reference.ReferenceInitializers;
import initlab.student.network.Model;
import initlab.student.network.TrainingOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ejml.simple.SimpleMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The two loops that all of InitLab's time would go into: training, and drawing normal numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class KernelBenchmark {
  private final LabeledPoints points = Circles.train();
  private final Map<String, SimpleMatrix> start =
      ReferenceInitializers.initializeHe(Model.layerDims(points), 3);
  private final RandomState random = new RandomState(3);

  /** 15,000 iterations from He's weights. */
  @Benchmark
  public Model train() {
    return Model.train(points, start, TrainingOptions.DEFAULT, (iteration, cost) -> {});
  }

  /** A million normal numbers. */
  @Benchmark
  public SimpleMatrix millionNormals() {
    return random.randn(1000, 1000);
  }
}
