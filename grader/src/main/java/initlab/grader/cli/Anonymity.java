package initlab.grader.cli;

import initlab.grader.files.AtomicFile;
import initlab.grader.files.CsvTable;
import initlab.grader.grading.Policy;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.rubric.Adjustments;
import initlab.grader.rubric.LatePolicy;
import initlab.grader.rubric.Rubric;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Results without names: each submission is called by a token, and a key beside the result folder,
 * which is not to be handed on, says whose it is. What students write in their sources stays.
 */
final class Anonymity {
  private static final List<String> COLUMNS =
      List.of("token", "submission", "student", "student_id");
  private static final int TOKEN_BYTES = 4;

  private final Map<String, String> tokens = new TreeMap<>();
  private final Map<String, String> byName = new HashMap<>();

  /** Gives tokens to those who have none, and writes the key. */
  Anonymity(Path out, List<Submission> submissions) throws IOException {
    Path key = key(out);
    if (!Files.exists(key) && Files.exists(out.resolve("run.json"))) {
      throw new UsageException("usage.no-key", out, key);
    }
    if (Files.exists(key)) {
      CsvTable table = CsvTable.parse(Files.readString(key));
      table.rows().forEach(row -> tokens.put(row.get(1), row.get(0)));
    }
    for (Submission submission : submissions) {
      tokens.computeIfAbsent(submission.name(), name -> token());
    }
    for (Submission submission : submissions) {
      for (String name : submission.names()) {
        byName.merge(name, token(submission), (one, other) -> one.equals(other) ? one : name);
      }
    }
    AtomicFile.write(key, csv(submissions));
  }

  /** Where the key is written. */
  static Path key(Path out) {
    Path folder = out.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + "-key.csv");
  }

  private String token() {
    byte[] random = new byte[TOKEN_BYTES];
    String token;
    do {
      new SecureRandom().nextBytes(random);
      token = "s" + HexFormat.of().formatHex(random);
    } while (tokens.containsValue(token));
    return token;
  }

  private String token(Submission submission) {
    return tokens.getOrDefault(submission.name(), "");
  }

  /** Those who are gone stay in the key: their results may still be there. */
  private byte[] csv(List<Submission> submissions) throws IOException {
    Map<String, Identity> known =
        submissions.stream().collect(Collectors.toMap(Submission::name, Submission::who));
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      csv.printRecord(COLUMNS);
      for (Map.Entry<String, String> one : tokens.entrySet()) {
        Identity who = known.getOrDefault(one.getKey(), Identity.named(one.getKey()));
        csv.printRecord(one.getValue(), one.getKey(), who.name(), who.id());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A class without names; what was passed over is no matter of those who read its results. */
  Intake.Found of(Intake.Found found) {
    List<Submission> submissions =
        found.submissions().stream()
            .map(
                one -> {
                  String token = token(one);
                  Identity who = Identity.named(token);
                  return new Submission(token, who, one.handedIn(), one.content());
                })
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .toList();
    return new Intake.Found(submissions, List.of(), List.of(), List.of());
  }

  /** The same policy by tokens: extensions, and submissions that the gate lets through. */
  Policy of(Policy policy) {
    Rubric rubric = policy.rubric();
    LatePolicy late = rubric.late();
    Rubric named = rubric;
    if (late != null) {
      Map<String, Instant> extensions = new LinkedHashMap<>();
      late.extensions().forEach((name, due) -> extensions.put(of(name), due));
      named = rubric.with(late.with(extensions));
    }
    return new Policy(
        policy.assignment(), named, policy.allowed(), of(policy.ungated()), policy.secret());
  }

  Set<String> of(Set<String> names) {
    return names.stream().map(this::of).collect(Collectors.toSet());
  }

  Adjustments of(Adjustments adjustments) {
    return adjustments.renamed(this::of);
  }

  /** A token is called by itself. */
  private String of(String name) {
    return byName.getOrDefault(name, name);
  }
}
