package initlab.student;

import initlab.datasets.LabeledPoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

/** Writes the page's pictures as files of their own, for a report or a README. */
final class Pictures {
  private final LabeledPoints points;
  private final LabOptions lab;

  Pictures(LabeledPoints points, LabOptions lab) {
    this.points = points;
    this.lab = lab;
  }

  /** How pictures look, on the page and alone. */
  static String style() {
    try (InputStream in = Pictures.class.getResourceAsStream("pictures.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes those that there is something to draw for. */
  void write(List<LabResult.Trained> trained) throws IOException {
    LabCharts charts = new LabCharts(lab);
    write("costs.svg", charts.costs(trained));
    write("deep-deviation.svg", charts.deviations(trained));
    write("deep-dead.svg", charts.dead(trained));
    for (LabResult.Trained result : trained) {
      String alt =
          Texts.get(
              "page.region", result.initialization().title(), Lab.percent(result.trainAccuracy()));
      write(
          result.initialization().id() + "-boundary.svg",
          Plane.svg(alt, points, result.last().region()));
    }
  }

  private void write(String name, String svg) throws IOException {
    if (!svg.isEmpty()) {
      String start = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
      int end = svg.indexOf('>') + 1;
      String alone =
          start
              + svg.substring("<svg ".length(), end)
              + "<style>"
              + style()
              + "</style>"
              + svg.substring(end)
              + "\n";
      Files.writeString(lab.folder.resolve(name), alone);
    }
  }
}
