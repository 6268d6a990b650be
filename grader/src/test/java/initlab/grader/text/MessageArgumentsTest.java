package initlab.grader.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever asks for a sentence gives all the values that it has places for. */
class MessageArgumentsTest {
  private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?[.0-9]*[sdXf]");

  /** A key that stands there as an argument, and what asks with it. */
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(get|say|\\w+Exception)\\((?:[^()\";]|\\([^()\";]*\\))*?\"([a-z]+[.][a-z0-9.-]+)\"(?=\\s*[,)])");

  /** Their first value is the place in a file, which stands before the sentence. */
  private static final List<String> WITH_A_PLACE =
      List.of("InvalidTableException", "InvalidRubricException");

  @Test
  void noSentenceLacksAValue() throws IOException {
    Map<String, Integer> places = new TreeMap<>();
    for (String room : List.of("text", "lab")) {
      Properties sentences = new Properties();
      Path file = Path.of("src/main/resources/initlab/grader", room, "messages.properties");
      try (Reader reader = Files.newBufferedReader(file)) {
        sentences.load(reader);
      }
      sentences.stringPropertyNames().forEach(k -> places.put(k, places(sentences.getProperty(k))));
    }
    List<String> lacking = new ArrayList<>();
    int calls = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        for (Matcher call = CALL.matcher(source); call.find(); ) {
          String key = call.group(2);
          if (places.containsKey(key)) {
            calls++;
            boolean hasPlace = WITH_A_PLACE.contains(call.group(1)) && !isSecond(call.group());
            int values = arguments(source, call.end()) - (hasPlace ? 1 : 0);
            if (values < places.get(key)) {
              lacking.add(file.getFileName() + ": " + key + " has " + values + " values");
            }
          }
        }
      }
    }
    assertEquals(List.of(), lacking);
    assertTrue(calls > 200, "only " + calls + " calls were found");
  }

  /** Whether the place stands before the key. */
  private static boolean isSecond(String call) {
    return call.contains(",");
  }

  private static int places(String sentence) {
    int most = 0;
    Matcher matcher = PLACE.matcher(sentence.replace("%%", ""));
    for (int i = 1; matcher.find(); i++) {
      most = Math.max(most, matcher.group(1) == null ? i : Integer.parseInt(matcher.group(1)));
    }
    return most;
  }

  /** How many arguments stand behind a place in a call. */
  private static int arguments(String source, int from) {
    int depth = 0;
    int count = 0;
    boolean isText = false;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      isText ^= c == '"' && source.charAt(i - 1) != '\\';
      if (!isText) {
        if (depth == 0 && (c == ')' || c == ';')) {
          return count;
        }
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        count += c == ',' && depth == 0 ? 1 : 0;
      }
    }
    return count;
  }
}
