package initlab.grader.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What people read, of the grader and of the lab, is there in both languages. */
class MessagesTest {
  private static final Pattern VALUE =
      Pattern.compile("%(?:(\\d+)\\$)?[.0-9]*([sdXf])|\\$\\{[A-Z-]+}");
  private static final Pattern USE =
      Pattern.compile("(?:(?:Messages|Texts)\\s*\\.get|\\btext)\\(\\s*\"([a-z.0-9-]+)\"[,)]");

  private static final Pattern TEXT = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");

  /** Sentences in English and in Chinese, and the sources that ask for them. */
  private record Bundle(
      String name, Path files, List<Path> sources, Predicate<Path> isAsking, int leastUses) {
    Properties english() throws IOException {
      return read("");
    }

    Properties chinese() throws IOException {
      return read("_zh");
    }

    private Properties read(String language) throws IOException {
      Properties properties = new Properties();
      Path file = files.resolve(name + language + ".properties");
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      return properties;
    }

    @Override
    public String toString() {
      return files.resolve(name).toString();
    }
  }

  private static final Path OURS = Path.of("src/main/java/initlab/grader");

  static final List<Bundle> BUNDLES =
      List.of(
          new Bundle(
              "messages",
              Path.of("src/main/resources/initlab/grader/text"),
              List.of(Path.of("src/main")),
              file -> !file.startsWith(OURS.resolve("lab")),
              150),
          new Bundle(
              "messages",
              Path.of("src/main/resources/initlab/grader/lab"),
              List.of(OURS.resolve("lab")),
              file -> true,
              7),
          new Bundle(
              "texts",
              Path.of("../student/src/main/resources/initlab/student"),
              List.of(Path.of("../student/src")),
              file -> true,
              70));

  static final List<Bundle> OF_THE_GRADER = BUNDLES.subList(0, 2);

  @ParameterizedTest
  @FieldSource("BUNDLES")
  void everySentenceIsThereInBothLanguages(Bundle bundle) throws IOException {
    assertEquals(
        new TreeSet<>(bundle.english().stringPropertyNames()),
        new TreeSet<>(bundle.chinese().stringPropertyNames()));
  }

  @ParameterizedTest
  @FieldSource("BUNDLES")
  void theChineseSentencesAreChinese(Bundle bundle) throws IOException {
    Properties chinese = bundle.chinese();
    chinese.remove("html.language");
    chinese.remove("language");
    for (String key : chinese.stringPropertyNames()) {
      String words =
          chinese.getProperty(key).replaceAll("%[.0-9$]*[sdXf]|[\\p{Punct}（）：，。“” /]", "");
      assertTrue(
          words.isEmpty()
              || words
                  .codePoints()
                  .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
          key + "=" + chinese.getProperty(key));
    }
  }

  /** A translation may leave out no value, and use none as another kind. */
  @ParameterizedTest
  @FieldSource("BUNDLES")
  void bothLanguagesFillInTheSameValues(Bundle bundle) throws IOException {
    Properties english = bundle.english();
    Properties chinese = bundle.chinese();
    for (String key : english.stringPropertyNames()) {
      assertEquals(values(english.getProperty(key)), values(chinese.getProperty(key)), key);
    }
  }

  @ParameterizedTest
  @FieldSource("BUNDLES")
  void everySentenceThatTheSourcesAskForIsThere(Bundle bundle) throws IOException {
    Set<String> keys = bundle.english().stringPropertyNames();
    Set<String> missing = new TreeSet<>();
    int uses = 0;
    for (Path root : bundle.sources()) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(MessagesTest::mayAsk).filter(bundle.isAsking()).toList()) {
          Matcher matcher = USE.matcher(Files.readString(file));
          while (matcher.find()) {
            uses++;
            if (!keys.contains(matcher.group(1))) {
              missing.add(matcher.group(1));
            }
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(uses >= bundle.leastUses(), "only " + uses + " uses were found");
  }

  /** By its whole key, or by a key that is put together from a beginning that stands there. */
  @ParameterizedTest
  @FieldSource("OF_THE_GRADER") // picocli asks for some of the lab's
  void everySentenceIsAskedFor(Bundle bundle) throws IOException {
    Set<String> texts = new TreeSet<>();
    for (Path root : bundle.sources()) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(MessagesTest::mayAsk).toList()) {
          Matcher matcher = TEXT.matcher(Files.readString(file));
          while (matcher.find()) {
            texts.add(matcher.group(1));
          }
        }
      }
    }
    Set<String> unused = new TreeSet<>(bundle.english().stringPropertyNames());
    unused.removeAll(texts);
    unused.removeIf(
        key -> texts.stream().anyMatch(text -> text.endsWith(".") && key.startsWith(text)));
    assertEquals(Set.of(), unused);
  }

  private static boolean mayAsk(Path file) {
    return file.toString().matches(".*[.](java|ftlh)");
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
}
