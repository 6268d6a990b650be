package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.intake.Identity;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.intake.Identity.Person;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.rubric.InvalidTableException;
import initlab.grader.text.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesTest {
  private static final Instant EARLY = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant LATE = Instant.parse("2026-12-03T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void aTimeCountsForTheSubmissionTheStudentTheIdAndEachMemberOfAGroup() throws IOException {
    Times times = table("ada,%s", "102,%s", "Carol,%s", "Dan,2026-12-03T10:00:00Z");
    List<Submission> timed =
        times.of(
            List.of(
                submission("ada", person("Ada L.", "101")),
                submission("b", person("Bob", "102")),
                submission("c", person("Carol", "103"), person("Dan", "104")),
                submission("e")));
    assertEquals(EARLY, timed.get(0).handedIn());
    assertEquals(EARLY, timed.get(1).handedIn());
    assertEquals(LATE, timed.get(2).handedIn(), "the later of two counts");
    assertNull(timed.get(3).handedIn());
  }

  @Test
  void whomTheClassDoesNotHaveIsNamed() throws IOException {
    Times times = table("ada,%s", "nobody,%s");
    times.of(List.of(submission("ada")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    times.tellUnused(new Console(stream, stream));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("[nobody]"), out::toString);
  }

  @Test
  void aStudentWhoStandsThereTwiceIsAQuestion() {
    assertThrows(InvalidTableException.class, () -> table("ada,%s", "ada,%s"));
  }

  @Test
  void aTimeOfTwoPeopleIsAQuestion() throws IOException {
    Times times = table("Kim Lee,%s");
    List<Submission> both =
        List.of(submission("a", person("Kim Lee", "1")), submission("b", person("Kim Lee", "2")));
    assertThrows(UsageException.class, () -> times.of(both));
  }

  private Times table(String... rows) throws IOException {
    String text = "student,time\n" + String.join("\n", rows).replace("%s", EARLY.toString());
    return new Times(Files.writeString(folder.resolve("times.csv"), text));
  }

  private static Submission submission(String name, Person... people) {
    String student = people.length == 0 ? name : people[0].name();
    Identity who = new Identity(student, List.of(people));
    return new Submission(name, who, null, new Missing("nothing"));
  }

  private static Person person(String name, String id) {
    return new Person(name, List.of(new Identity.Id(Kind.STUDENT_ID, id)));
  }
}
