package initlab.grader.intake;

import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Lays out what a platform hands out, as a folder or as the archive that it makes. */
abstract class ExportKit {
  static final String FILE = "Initializers.java";
  static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  @TempDir Path folder;
  final Map<String, byte[]> files = new TreeMap<>();

  Intake.Found find(String form) throws IOException {
    Path path = folder.resolve(form);
    switch (form) {
      case "class.zip" -> Files.write(path, zip(files));
      case "class.tar.gz" -> Files.write(path, tarGz(files));
      default -> {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path at = path.resolve(file.getKey());
          Files.createDirectories(at.getParent());
          Files.write(at, file.getValue());
        }
      }
    }
    return Intake.find("Initializers.java", List.of(path));
  }

  static Submission byId(List<Submission> found, String id) {
    return found.stream().filter(one -> one.who().id().equals(id)).findFirst().orElseThrow();
  }

  static Map<String, String> sources(List<Submission> found) {
    return found.stream()
        .filter(one -> one.content() instanceof Source)
        .collect(Collectors.toMap(one -> one.who().id(), ExportKit::source));
  }

  static String source(Submission submission) {
    return submission.content() instanceof Source source
        ? source.text()
        : ((submission.content() instanceof Unreadable no) ? no.message() : "missing");
  }

  void put(String path, String text) {
    files.put(path, text.getBytes(UTF_8));
  }

  static byte[] zip(Map<String, byte[]> content) throws IOException {
    return ArchiveKit.zip(content);
  }

  static byte[] tarGz(Map<String, byte[]> content) throws IOException {
    return ArchiveKit.tarGz(content);
  }
}
