package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what lies in a container, or what was printed in it. */
final class ContainerFiles {
  private ContainerFiles() {}

  static double number(String pattern, String text) {
    Matcher match = Pattern.compile(pattern).matcher(text);
    assertTrue(match.find(), () -> pattern + " in " + text);
    double number = Double.parseDouble(match.group(1));
    assertTrue(!match.find(), () -> pattern + " twice in " + text);
    return number;
  }

  static String number(String line, String text, String words) {
    Matcher match = Pattern.compile(line + words).matcher(text);
    assertTrue(match.find(), text);
    return match.group().replaceAll("ENTRYPOINT|[\\[\\]\",]", " ").strip();
  }

  static String lastLine(String out) {
    List<String> lines = out.lines().toList();
    return lines.get(lines.size() - 1);
  }

  static JsonNode tree(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  static JsonNode json(Path site, String file) throws IOException {
    return tree(text(site, file));
  }

  static String text(Path site, String file) throws IOException {
    return Files.readString(site.resolve(file), StandardCharsets.UTF_8);
  }
}
