package initlab.student;

import initlab.datasets.Circles;
import initlab.datasets.LabeledPoints;
import initlab.student.network.DeepSignal;
import initlab.student.network.Model;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The program to run: trains the network from each of the three initialisations, prints the costs
 * and accuracies, and leaves the pictures and a page, {@code index.html}, in a folder.
 *
 * <p>An exercise that is still missing is named and passed over. No display is needed.
 */
public final class Lab {
  private final PrintStream out;
  private final LabOptions options;
  private final LabeledPoints train = Circles.train();
  private final LabeledPoints test = Circles.test();

  Lab(PrintStream out, LabOptions options) {
    this.out = out;
    this.options = options;
  }

  /**
   * Runs the lab.
   *
   * @param args {@code --help} lists them; none runs the lab of the text
   * @throws IOException if the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ENGLISH); // numbers look the same everywhere
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LabOptions options = new LabOptions();
    CommandLine command = new CommandLine(options);
    try {
      command.parseArgs(args);
      options.check();
    } catch (ParameterException | IllegalArgumentException e) {
      out.println(e.getMessage());
      command.usage(out);
      return;
    }
    if (command.isUsageHelpRequested()) {
      command.usage(out);
    } else {
      new Lab(out, options).run();
    }
  }

  /** Trains all three, prints what comes of it, and writes the page. */
  List<LabResult> run() throws IOException {
    boolean canShow = options.show && !GraphicsEnvironment.isHeadless();
    if (!canShow) {
      System.setProperty("java.awt.headless", "true");
    }
    List<LabResult> results = new ArrayList<>();
    for (Initialization initialization : Initialization.values()) {
      results.add(trainFrom(initialization));
    }
    printTable(results);
    Path page = new LabPage(train, options).write(results).toAbsolutePath().normalize();
    out.println("Pictures and page: " + page);
    if (canShow && Desktop.isDesktopSupported()) {
      Desktop.getDesktop().browse(page.toUri());
    } else if (options.show) {
      out.println("There is no display to show it on: open the page in a browser.");
    }
    return results;
  }

  private LabResult trainFrom(Initialization initialization) {
    out.println("== Model with " + initialization.title);
    try {
      return trained(initialization);
    } catch (RuntimeException e) {
      String reason = reason(e);
      out.println("Not trained: " + reason);
      out.println();
      return new LabResult.Untrained(initialization, reason);
    }
  }

  /** A stub's own sentence is enough; of another exception the type says more than its message. */
  private static String reason(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("exercise ")
        ? message
        : e.getClass().getSimpleName() + ": " + message;
  }

  private LabResult trained(Initialization initialization) {
    Model model =
        Model.train(
            train,
            initialization.initialize(options.layerDims(train.x().getNumRows()), options.seed),
            options.training(),
            (iteration, cost) -> out.println("Cost after iteration " + iteration + ": " + cost));
    DeepSignal signal =
        DeepSignal.through(initialization.initialize(DeepSignal.layerDims(), options.seed));
    var result =
        new LabResult.Trained(
            initialization, model, model.accuracy(train), model.accuracy(test), signal);
    out.println("On the train set: accuracy " + percent(result.trainAccuracy()));
    out.println("On the test set: accuracy " + percent(result.testAccuracy()));
    if (initialization == Initialization.ZEROS) {
      out.println("Predictions on the train set: " + labels(model.predict(train.x())));
      out.println("Predictions on the test set: " + labels(model.predict(test.x())));
    }
    out.println();
    return result;
  }

  private void printTable(List<LabResult> results) {
    String row = "%-45s %-14s %-13s %s%n";
    out.printf(row, "Model", "Train accuracy", "Test accuracy", "Comment");
    for (LabResult result : results) {
      String model = "3-layer network, " + result.initialization().title;
      if (result instanceof LabResult.Trained trained) {
        out.printf(
            row,
            model,
            percent(trained.trainAccuracy()),
            percent(trained.testAccuracy()),
            result
                .initialization()
                .comment(percent(trained.trainAccuracy()), options.isTheLabsOwn()));
      } else {
        out.printf(
            row,
            model,
            "-",
            "-",
            "exercise " + result.initialization().exercise + " was not trained");
      }
    }
  }

  /** A share as a percentage with at most two decimals: 50 %, 99.33 %. */
  static String percent(double share) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(100 * share)
        + " %";
  }

  private static String labels(SimpleMatrix predictions) {
    return IntStream.range(0, predictions.getNumCols())
        .mapToObj(col -> predictions.get(0, col) > 0.5 ? "1" : "0")
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
