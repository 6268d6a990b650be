package initlab.student;

import initlab.datasets.Circles;
import initlab.datasets.LabeledPoints;
import initlab.student.network.DeepSignal;
import initlab.student.network.Model;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintStream;
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
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
    Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH); // numbers look the same everywhere
    PrintStream out = System.out;
    LabOptions options = new LabOptions();
    CommandLine command = new CommandLine(options).setResourceBundle(Texts.bundle());
    try {
      command.parseArgs(args);
      options.check();
    } catch (ParameterException e) {
      out.println(wrong(e));
      return;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return;
    }
    if (command.isUsageHelpRequested()) {
      command.usage(out);
    } else if (command.isVersionHelpRequested()) {
      command.printVersionHelp(out);
    } else {
      new Lab(out, options).run();
    }
  }

  /** What is wrong with an option, in the language of the lab. */
  private static String wrong(ParameterException e) {
    String help = "  " + Texts.get("lab.option.help");
    if (e instanceof UnmatchedArgumentException unmatched) {
      return Texts.get("lab.option.unknown", String.join(" ", unmatched.getUnmatched())) + help;
    }
    if (e instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return Texts.get("lab.option.alone", option.longestName()) + help;
    }
    if (e.getArgSpec() instanceof OptionSpec option) {
      return Texts.get("lab.option.value", option.longestName(), e.getValue()) + help;
    }
    return e.getMessage() + help;
  }

  /** Trains all three, prints what comes of it, and writes the page, as far as it is, each time. */
  List<LabResult> run() throws IOException {
    boolean canShow = options.show && !GraphicsEnvironment.isHeadless();
    LabPage page = new LabPage(train, options);
    List<LabResult> results = new ArrayList<>();
    if (!canWrite(page)) {
      return results;
    }
    options.differences().forEach(out::println);
    Thread interrupted = new Thread(() -> out.println(Texts.get("lab.stopped", options.folder)));
    Runtime.getRuntime().addShutdownHook(interrupted); // Ctrl-C
    for (Initialization initialization : Initialization.values()) {
      results.add(trainFrom(initialization));
      page.write(results, List.of());
    }
    printTable(results);
    Path written = page.write(results, sweep()).toAbsolutePath().normalize();
    Runtime.getRuntime().removeShutdownHook(interrupted);
    out.println(Texts.get("lab.page", written));
    if (canShow && Desktop.isDesktopSupported()) {
      Desktop.getDesktop().browse(written.toUri());
    } else if (options.show) {
      out.println(Texts.get("lab.no-display"));
    }
    return results;
  }

  /** Whether there is a place for the page, which is better known before the training. */
  private boolean canWrite(LabPage page) {
    try {
      page.write(List.of(), List.of());
      return true;
    } catch (IOException e) {
      out.println(Texts.get("lab.no-folder", options.folder.toAbsolutePath().normalize()));
      return false;
    }
  }

  private List<Sweep.Step> sweep() {
    if (!options.sweep) {
      return List.of();
    }
    try {
      return Sweep.run(
          train,
          options,
          step -> out.println(Texts.get("lab.scaled", step.scale(), percent(step.accuracy()))));
    } catch (RuntimeException e) {
      out.println(Texts.get("lab.not-trained", reason(e)));
      return List.of();
    }
  }

  private LabResult trainFrom(Initialization initialization) {
    out.println("== " + Texts.get("lab.model", initialization.title()));
    try {
      return trained(initialization);
    } catch (RuntimeException e) {
      String reason = reason(e) + hint(initialization, e);
      out.println(Texts.get("lab.not-trained", reason));
      out.println();
      return new LabResult.Untrained(initialization, reason);
    }
  }

  /** An empty exercise is called that; of another exception the type says more than its message. */
  private static String reason(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return message.matches("exercise \\d not implemented yet.*")
        ? Texts.get("lab.unwritten", message.replaceAll("\\D", ""))
        : e.getClass().getSimpleName() + ": " + message;
  }

  private static String hint(Initialization initialization, RuntimeException e) {
    String tests = Texts.get("lab.ask-tests", initialization.exercise);
    return e instanceof UnsupportedOperationException ? "" : tests;
  }

  private LabResult trained(Initialization initialization) {
    Film film =
        Film.train(
            train,
            initialization.initialize(options.layerDims(train.x().getNumRows()), options.seed),
            options.training(),
            (iteration, cost) -> out.println(Texts.get("lab.cost", iteration, cost)));
    Model model = film.model();
    var result =
        new LabResult.Trained(
            initialization,
            film,
            model.accuracy(train),
            model.accuracy(test),
            deepSignal(initialization));
    out.println(Texts.get("lab.train", percent(result.trainAccuracy())));
    out.println(Texts.get("lab.test", percent(result.testAccuracy())));
    if (initialization == Initialization.ZEROS) {
      out.println(Texts.get("lab.predictions-train", labels(model.predict(train.x()))));
      out.println(Texts.get("lab.predictions-test", labels(model.predict(test.x()))));
    }
    out.println();
    return result;
  }

  /** A method that fills three layers alone has trained the lab's network all the same. */
  private DeepSignal deepSignal(Initialization initialization) {
    try {
      return DeepSignal.through(initialization.initialize(DeepSignal.layerDims(), options.seed));
    } catch (RuntimeException e) {
      out.println(Texts.get("lab.no-deep", DeepSignal.layerDims().length - 1, reason(e)));
      return new DeepSignal(List.of(), List.of());
    }
  }

  private void printTable(List<LabResult> results) {
    row(
        Texts.get("lab.table.model"),
        Texts.get("lab.table.train"),
        Texts.get("lab.table.test"),
        Texts.get("lab.table.comment"));
    for (LabResult result : results) {
      Initialization initialization = result.initialization();
      String model = Texts.get("lab.table.row", options.hidden.length + 1, initialization.title());
      if (result instanceof LabResult.Trained trained) {
        String accuracy = percent(trained.trainAccuracy());
        row(
            model,
            accuracy,
            percent(trained.testAccuracy()),
            trained.comment(options.isTheLabsOwn()));
      } else {
        row(model, "-", "-", Texts.get("lab.table.untrained", initialization.exercise));
      }
    }
  }

  private void row(String model, String train, String test, String comment) {
    out.println(Texts.pad(model, 46) + Texts.pad(train, 15) + Texts.pad(test, 14) + comment);
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
