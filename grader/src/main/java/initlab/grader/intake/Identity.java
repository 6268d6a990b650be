package initlab.grader.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import initlab.grader.text.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who handed in, as a platform says it; never as a hand-in itself does.
 *
 * @param name what the platform, or else the folder or file, calls the student or the group; as
 *     written, to be cleaned before it is shown
 * @param people one student, or the members of a group; empty if no platform says who it is
 */
public record Identity(String name, List<Person> people) {
  private static final String BETWEEN = "; ";

  /**
   * A student, or a group that a platform treats as one.
   *
   * @param name the full name, as far as it is known
   * @param ids what the platform knows the student by; each kind at most once
   */
  public record Person(String name, List<Id> ids) {}

  /**
   * An id.
   *
   * @param kind whose id it is: the same digits mean another person elsewhere
   * @param value digits, letters, an address: always a text
   */
  public record Id(Kind kind, String value) {}

  /** The kinds of ids that downloads hold. */
  public enum Kind {
    /** Canvas' own number of a user. */
    CANVAS_USER,
    /** Moodle's number of a participant, or of a group: its downloads do not say which. */
    MOODLE,
    /** The student's id at the university, as Gradescope has it. */
    STUDENT_ID,
    /** An address. */
    EMAIL;

    /** The name in result files: {@code canvas_user}. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whom no platform names. */
  public static Identity named(String name) {
    return new Identity(name, List.of());
  }

  /** One student or group, with an id. */
  static Identity of(String name, Kind kind, String id) {
    return new Identity(name, List.of(new Person(name, List.of(new Id(kind, id)))));
  }

  /** Several students who handed in together, or one. */
  static Identity of(String orElse, List<Person> people) {
    String names = join(people, Person::name);
    return new Identity(names.isEmpty() ? orElse : names, people);
  }

  /** The same under another name. */
  Identity renamed(String name) {
    return new Identity(name, people);
  }

  /** The first id of each, for a table; empty if there is none. */
  public String id() {
    return join(people, person -> person.ids().isEmpty() ? "" : person.ids().get(0).value());
  }

  private static String join(List<Person> people, Function<Person, String> text) {
    return people.stream()
        .map(text)
        .filter(one -> !one.isEmpty())
        .collect(Collectors.joining(BETWEEN));
  }

  /**
   * What a table of a teacher may call whoever handed in, composed (NFC): the submission, all
   * together, and each of a group by name and by id.
   *
   * @param submission the submission's name
   */
  public Set<String> names(String submission) {
    Stream<String> each =
        people.stream()
            .flatMap(
                person ->
                    Stream.concat(Stream.of(person.name()), person.ids().stream().map(Id::value)));
    return Stream.concat(Stream.of(submission, name, id()), each)
        .filter(one -> !one.isEmpty())
        .map(one -> Normalizer.normalize(one, Normalizer.Form.NFC))
        .collect(Collectors.toSet());
  }

  /** The same, fit to be shown. */
  public Identity cleaned() {
    return new Identity(Text.clean(name), people.stream().map(Identity::cleaned).toList());
  }

  private static Person cleaned(Person person) {
    return new Person(
        Text.clean(person.name()),
        person.ids().stream().map(id -> new Id(id.kind(), Text.clean(id.value()))).toList());
  }
}
