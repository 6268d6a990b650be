package initlab.grader.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what to do about the commonest mistakes that javac finds in this lab. */
final class CompileAdvice {
  private static final Map<String, String> IMPORTS =
      Map.ofEntries(
          Map.entry("SimpleMatrix", "org.ejml.simple.SimpleMatrix"),
          Map.entry("RandomState", "initlab.datasets.RandomState"),
          Map.entry("ArrayList", "java.util.ArrayList"),
          Map.entry("Arrays", "java.util.Arrays"),
          Map.entry("HashMap", "java.util.HashMap"),
          Map.entry("LinkedHashMap", "java.util.LinkedHashMap"),
          Map.entry("List", "java.util.List"),
          Map.entry("Map", "java.util.Map"),
          Map.entry("Random", "java.util.Random"),
          Map.entry("Scanner", "java.util.Scanner"),
          Map.entry("TreeMap", "java.util.TreeMap"));

  /** The names of the lab, under their lower-case twins. */
  private static final Map<String, String> NAMES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    IMPORTS.keySet().forEach(name -> NAMES.put(name, name));
    List.of("String", "Math", "System", "randn", "scale", "put", "sqrt", "layerDims", "random")
        .forEach(name -> NAMES.put(name, name));
  }

  /** The first that fits counts: the more special ones stand first. */
  private static final List<Rule> RULES =
      List.of(
          rule("illegal.char", "\\\\u(ff|30|201)", "wide-character"),
          rule("illegal.char", "\\\\u(200|00a0|feff|2060)", "invisible-character"),
          rule("illegal.start.of.expr", "\\*\\*", "power"),
          rule("operator.cant.be.applied", "operator '\\^'", "power"),
          rule("operator.cant.be.applied", "'[*/]'.*SimpleMatrix", "scale"),
          rule("operator.cant.be.applied", "'[+-]'.*SimpleMatrix", "plus"),
          rule("prob.found.req", "(int|double) cannot be converted to org.ejml", "scale"),
          rule("prob.found.req", "lossy conversion from double", "narrowing"),
          rule("prob.found.req", "int cannot be converted to java.lang.String.*'", "quotes"),
          rule("prob.found.req", "cannot be converted to org.ejml.simple.SimpleMatrix", "matrix"),
          rule("unclosed.char.lit", "", "quotes"),
          rule("prob.found.req", "java.lang.String cannot be converted to int.*\\[\"", "put"),
          rule("array.req.but.found", "java.util.Map", "put"),
          rule("cant.apply", "randn", "randn"),
          rule("cant.resolve", "method (sqrt|pow|exp|log|abs)\\(", "math"),
          rule("cant.resolve", "(?:method|variable) (str|len|range|np|append|zeros)\\b", "python"),
          rule("doesnt.exist", "package (np|numpy)(\\.\\S+)? ", "python"),
          rule("cant.resolve", "method layerDims\\(", "element"),
          rule("cant.resolve", "method (?:length|size)\\(\\)", "length"),
          rule("doesnt.exist", "", "package"),
          rule("unclosed.str.lit", "", "unclosed"),
          rule("unclosed.comment", "", "comment"),
          rule("premature.eof", "", "braces"),
          rule("expected4", "", "braces"),
          rule("statement.not.expected", "", "braces"), // from JDK 21 on
          rule("class.method.or.field.expected", "", "braces"),
          rule("expected", "^';'", "semicolon"),
          rule("expected", "^'\\)'", "parenthesis"),
          rule("illegal.start.of.expr", "static", "brace-above"),
          rule("var.might.not.have.been.initialized", "", "uninitialized"),
          rule("missing.ret.stmt", "", "return"),
          rule("unreported.exception", "", "exception"),
          rule("already.defined", "", "twice"),
          rule("unreachable.stmt", "", "unreachable"),
          rule("cant.resolve", "variable", "undeclared"));

  private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+\\S+ (\\w+)");

  private CompileAdvice() {}

  private record Rule(String code, Pattern pattern, String key) {}

  /**
   * A rule.
   *
   * @param code how javac's name of the error goes on after {@code compiler.err.}
   * @param regex looked for in javac's text, followed by the line of the source
   */
  private static Rule rule(String code, String regex, String key) {
    return new Rule("compiler.err." + code, Pattern.compile(regex, Pattern.DOTALL), key);
  }

  /** What to do, if it is known. */
  static Optional<String> of(String code, String message, String sourceLine) {
    Optional<String> name = code.contains("cant.resolve") ? name(message) : Optional.empty();
    return name.isPresent() ? name : byRule(code, message + "\n" + sourceLine);
  }

  private static Optional<String> name(String message) {
    Matcher matcher = SYMBOL.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String symbol = matcher.group(1);
    String right = NAMES.getOrDefault(symbol, symbol);
    if (!right.equals(symbol)) {
      return Optional.of(LabMessages.get("remedy.case", right));
    }
    return Optional.ofNullable(IMPORTS.get(symbol))
        .map(type -> LabMessages.get("remedy.import", type));
  }

  private static Optional<String> byRule(String code, String text) {
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(text);
      if (code.startsWith(rule.code()) && matcher.find()) {
        String found = matcher.groupCount() > 0 ? matcher.group(1) : "";
        return Optional.of(LabMessages.get("remedy." + rule.key(), found));
      }
    }
    return Optional.empty();
  }
}
