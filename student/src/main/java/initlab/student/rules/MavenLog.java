package initlab.student.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells what a run of Maven came to: the block that the tests end with, else what kept them from
 * running and what to do about it. The scripts start this file as it is, with {@code java}, since a
 * lab that does not compile has no classes.
 */
public final class MavenLog {
  private static final String LINE = "-".repeat(72);
  private static final int TAIL = 15;
  private static final Pattern ERROR =
      Pattern.compile(".*[/\\\\]([A-Za-z]+[.]java):\\[(\\d+),(\\d+)\\] (.*)");
  private static final Pattern DETAIL = Pattern.compile("(?:\\[ERROR\\])? +((symbol|location):.*)");

  /** What javac says, in the order of asking, and the sentence that goes with it. */
  private static final Map<Pattern, String> ADVICE = advice();

  private final List<String> log;
  private final Properties texts;

  private MavenLog(List<String> log, Properties texts) {
    this.log = log;
    this.texts = texts;
  }

  private static Map<Pattern, String> advice() {
    Map<Pattern, String> advice = new LinkedHashMap<>();
    advice.put(Pattern.compile("reached end of file.*"), "brace-missing");
    advice.put(
        Pattern.compile(
            "class, interface.*expected|illegal start of type|unnamed classes.*|.*<identifier>"
                + " expected|statements not expected.*|implicitly declared classes.*"),
        "brace-too-many");
    advice.put(Pattern.compile("';' expected"), "semicolon");
    advice.put(Pattern.compile("'.' (or '.' )?expected|.*'.' expected"), "bracket");
    advice.put(Pattern.compile("cannot find symbol.*symbol: +class.*"), "class");
    advice.put(Pattern.compile("package .* does not exist.*"), "class");
    advice.put(Pattern.compile("cannot find symbol.*symbol: +method.*"), "method");
    advice.put(Pattern.compile("cannot find symbol.*"), "variable");
    advice.put(Pattern.compile("incompatible types: possible lossy.*"), "lossy");
    advice.put(Pattern.compile("bad operand types.*"), "operator");
    advice.put(Pattern.compile("(incompatible types|no suitable).*"), "types");
    advice.put(Pattern.compile(".*cannot be applied to given types.*"), "arguments");
    advice.put(Pattern.compile("missing return statement.*"), "return");
    advice.put(Pattern.compile("unreachable statement.*"), "unreachable");
    advice.put(Pattern.compile("variable .* already defined.*"), "twice");
    advice.put(Pattern.compile("variable .* not have been initialized.*"), "unset");
    advice.put(Pattern.compile("(illegal character|unmappable|unclosed).*"), "character");
    advice.put(Pattern.compile("illegal start of expression.*"), "brace-above");
    advice.put(Pattern.compile("not a statement.*"), "statement");
    advice.put(Pattern.compile("(duplicate class|class .* is public, should).*"), "package");
    return advice;
  }

  /**
   * Prints what a log tells.
   *
   * @param args the log, the file of sentences without its ending, and perhaps {@code zh}
   */
  public static void main(String[] args) throws IOException {
    String language =
        args.length > 2 ? args[2] : Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
    Properties texts = new Properties();
    Path file = Path.of(args[1] + (language.equals("zh") ? "_zh" : "") + ".properties");
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    String log = new String(Files.readAllBytes(Path.of(args[0])), StandardCharsets.UTF_8);
    tell(log, texts).forEach(System.out::println);
  }

  /** The lines to print. */
  static List<String> tell(String log, Properties texts) {
    return new MavenLog(log.lines().toList(), texts).lines();
  }

  private List<String> lines() {
    List<Integer> ends =
        IntStream.range(0, log.size()).filter(i -> log.get(i).equals(LINE)).boxed().toList();
    if (ends.size() >= 2) { // the last two, as a program may print such lines too
      return log.subList(ends.get(ends.size() - 2), ends.get(ends.size() - 1) + 1);
    }
    if (has("\\ufeff") || has("\ufeff")) {
      return List.of(text("log.bom"));
    }
    List<Integer> errors = errors();
    return errors.isEmpty() ? fault() : compileError(errors);
  }

  private boolean has(String part) {
    return log.stream().anyMatch(line -> line.contains(part));
  }

  private String text(String key) {
    return texts.getProperty(key, key);
  }

  /** Maven repeats them once it gives up. */
  private List<Integer> errors() {
    return IntStream.range(0, log.size())
        .takeWhile(i -> !log.get(i).contains("Failed to execute goal"))
        .filter(i -> ERROR.matcher(log.get(i)).matches())
        .boxed()
        .toList();
  }

  private List<String> compileError(List<Integer> errors) {
    int first =
        errors.stream()
            .filter(i -> log.get(i).contains("Initializers.java"))
            .findFirst()
            .orElse(errors.get(0));
    Matcher error = ERROR.matcher(log.get(first));
    if (!error.matches()) {
      return List.of(log.get(first));
    }
    List<String> lines = new ArrayList<>(List.of(text("log.no-compile")));
    lines.add("  " + text("log.place").formatted(error.group(1), error.group(2), error.group(4)));
    List<String> details =
        error.group(4).startsWith("cannot find symbol") ? details(first) : List.of();
    details.forEach(detail -> lines.add("    " + detail));
    lines.add("  " + adviceOn(error.group(1), error.group(4) + " " + String.join(" ", details)));
    if (errors.size() > 1) {
      lines.add(text("log.more").formatted(errors.size() - 1));
    }
    return lines;
  }

  private List<String> details(int error) {
    List<String> details = new ArrayList<>();
    for (int i = error + 1; i < Math.min(error + 3, log.size()); i++) {
      Matcher detail = DETAIL.matcher(log.get(i));
      if (detail.matches()) {
        details.add(detail.group(1));
      }
    }
    return details;
  }

  private String adviceOn(String file, String message) {
    if (!file.equals("Initializers.java")) {
      return text("log.other-file");
    }
    return ADVICE.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(message.strip()).matches())
        .findFirst()
        .map(entry -> text("log.advice." + entry.getValue()))
        .orElse(text("log.advice.other"));
  }

  /** What kept Maven from compiling or testing. */
  private List<String> fault() {
    List<String> needs = log.stream().filter(line -> line.contains("This lab needs")).toList();
    if (!needs.isEmpty()) {
      return List.of(needs.get(0).replaceFirst("^.*This lab", "This lab"));
    }
    if (has("forked VM terminated") || has("VM crash")) {
      return List.of(text("log.ended"));
    }
    boolean isOffline =
        List.of("Could not transfer", "Could not resolve", "Cannot access", "offline mode").stream()
            .anyMatch(this::has);
    return isOffline
        ? List.of(text("log.offline"))
        : log.subList(Math.max(0, log.size() - TAIL), log.size());
  }
}
