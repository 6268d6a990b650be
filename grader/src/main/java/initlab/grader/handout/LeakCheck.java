package initlab.grader.handout;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.lab.HiddenInputs;
import initlab.grader.text.Messages;
import initlab.reference.KnownMistakes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for what must not be in a handout: anything of the reference, the grader, or an answer. */
final class LeakCheck {
  private static final String STUB = "student/src/main/java/initlab/student/Initializers.java";
  private static final Pattern PLACE =
      Pattern.compile(
          "(student|datasets)/(src|docs|data)/.+|(student/|datasets/)?pom\\.xml"
              + "|(student/)?README(\\.zh)?\\.md|\\.gitignore|\\.(devcontainer|vscode)/[a-z]+\\.json"
              + "|student/\\.mvn/maven\\.config|lab(\\.cmd)?");
  private static final Pattern KIND =
      Pattern.compile(
          ".*\\.(java|xml|md|csv|json|ftlh|css|properties|txt|png|svg|config|gitignore)|.*Listener|lab(\\.cmd)?");
  private static final Pattern OWN_PACKAGE =
      Pattern.compile("initlab[./](reference|grader)|\\b(Reference|Known)[A-Z]\\w+");
  private static final Pattern ANSWER =
      Pattern.compile("YOUR CODE STARTS HERE.*?YOUR CODE ENDS HERE", Pattern.DOTALL);
  private static final Pattern EMPTY_ANSWER =
      Pattern.compile(
          "YOUR CODE STARTS HERE[^\\n]*\\n(\\s*//[^\\n]*\\n)*"
              + "\\s*throw new UnsupportedOperationException\\("
              + "\"exercise [123] not implemented yet: initialize\\w+ still throws\"\\);\\s*"
              + "// YOUR CODE ENDS HERE");

  private final CourseSecret secret;
  private final Map<String, String> hidden = new java.util.LinkedHashMap<>();
  private final List<String> leaks = new ArrayList<>();

  private LeakCheck(CourseSecret secret) {
    this.secret = secret;
    HiddenInputs.of(secret).forEach(input -> hidden.put(input, "leak.hidden-input"));
    for (Locale language : List.of(Locale.ROOT, Locale.CHINESE)) {
      KnownMistakes.catalogue().forEach(m -> hidden.put(m.hint(language), "leak.hint"));
    }
  }

  /** What leaks, one sentence each with its file; nothing if all is well. */
  static List<String> leaks(SortedMap<String, byte[]> files, CourseSecret secret) {
    LeakCheck check = new LeakCheck(secret);
    files.forEach(check::check);
    if (!files.containsKey(STUB)) {
      check.leaks.add(Messages.get("leak.no-stub", STUB));
    }
    return check.leaks;
  }

  private void check(String name, byte[] content) {
    if (PLACE.matcher(name).matches() && KIND.matcher(name).matches()) {
      leaks.addAll(leaks(name, new String(content, StandardCharsets.UTF_8)));
    } else {
      leaks.add(Messages.get("leak.place", name));
    }
  }

  private Set<String> leaks(String name, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher own = OWN_PACKAGE.matcher(name + "\n" + text);
    if (own.find()) {
      found.add(Messages.get("leak.own-code", name, own.group()));
    }
    hidden.entrySet().stream()
        .filter(entry -> contains(text, entry.getKey()))
        .forEach(entry -> found.add(Messages.get(entry.getValue(), name, entry.getKey())));
    if (secret.isIn(text)) {
      found.add(Messages.get("leak.secret", name));
    }
    if (name.equals(STUB) && !isEmpty(text)) {
      found.add(Messages.get("leak.answer", name));
    }
    return found;
  }

  /** A number is not one that stands inside another. */
  private static boolean contains(String text, String part) {
    return part.matches("\\d+")
        ? Pattern.compile("(?<![\\d.])" + part + "(?![\\d.])").matcher(text).find()
        : text.contains(part);
  }

  /** Whether all three answers are as they are handed out. */
  private static boolean isEmpty(String stub) {
    List<String> answers = ANSWER.matcher(stub).results().map(match -> match.group()).toList();
    return answers.size() == 3
        && answers.stream().allMatch(answer -> EMPTY_ANSWER.matcher(answer).matches());
  }
}
