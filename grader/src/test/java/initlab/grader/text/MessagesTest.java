package initlab.grader.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/initlab/grader/text");
  private static final Pattern VALUE = Pattern.compile("%(?:(\\d+)\\$)?0?4?([sdX])");
  private static final Pattern USE = Pattern.compile("Messages\\s*\\.get\\(\\s*\"([^\"]+)\"([,)])");

  @Test
  void everySentenceIsThereInBothLanguages() throws IOException {
    assertEquals(
        read("messages.properties").stringPropertyNames(),
        read("messages_zh.properties").stringPropertyNames());
  }

  @Test
  void theChineseSentencesAreChinese() throws IOException {
    Properties chinese = read("messages_zh.properties");
    chinese.remove("html.language");
    for (String key : chinese.stringPropertyNames()) {
      String words = chinese.getProperty(key).replaceAll("%[0-9$]*[sdX]|[\\p{Punct}（）：，。“” /]", "");
      assertTrue(
          words.isEmpty()
              || words
                  .codePoints()
                  .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
          key + "=" + chinese.getProperty(key));
    }
  }

  /** A translation may leave out no value, and use none as another kind. */
  @Test
  void bothLanguagesFillInTheSameValues() throws IOException {
    Properties english = read("messages.properties");
    Properties chinese = read("messages_zh.properties");
    for (String key : english.stringPropertyNames()) {
      assertEquals(values(english.getProperty(key)), values(chinese.getProperty(key)), key);
    }
  }

  @Test
  void everySentenceThatTheSourcesAskForIsThere() throws IOException {
    Set<String> keys = read("messages.properties").stringPropertyNames();
    List<String> missing = new ArrayList<>();
    int uses = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher matcher = USE.matcher(Files.readString(file));
        while (matcher.find()) {
          uses++;
          if (!keys.contains(matcher.group(1))) {
            missing.add(matcher.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(uses > 30, "only " + uses + " uses were found");
  }

  private static Set<String> values(String pattern) {
    Set<String> values = new TreeSet<>();
    Matcher matcher = VALUE.matcher(pattern);
    for (int i = 1; matcher.find(); i++) {
      String position = matcher.group(1) == null ? String.valueOf(i) : matcher.group(1);
      values.add(position + matcher.group(2));
    }
    return values;
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
      properties.load(reader);
    }
    return properties;
  }
}
