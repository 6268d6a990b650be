package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings scores to an LTI platform. What it has already is not sent again: so that a push that
 * ended early goes on by being made once more.
 */
public final class Push {
  private final LtiPlatform platform;
  private final Roster roster;

  /**
   * Where scores go.
   *
   * @param tokenUrl where the platform gives tokens
   * @param audience whom it takes itself for; mostly the same
   * @param clientId whom it takes us for
   * @param lineItem the column of scores
   * @param memberships the members of the course
   */
  public record Target(
      URI tokenUrl, String audience, String clientId, URI lineItem, URI memberships) {}

  /**
   * A score that the platform has not.
   *
   * @param user the platform's id
   * @param name the student's name
   * @param before the score that it has; empty if none
   * @param after the new one
   */
  public record Change(String user, String name, String before, String after) {}

  /**
   * Asks the platform who is there and what it has.
   *
   * @param perSecond the most requests a second
   * @param writesZeros whether what was rejected or is missing gets a 0
   * @throws IOException if it does not say so
   */
  public Push(
      Target target, ToolKey key, double perSecond, List<GradeReport> reports, boolean writesZeros)
      throws IOException {
    platform = new LtiPlatform(target, key, new PatientHttp(perSecond));
    roster = new Roster(platform.members(), platform.shares(), reports, writesZeros);
  }

  /** What would be sent. */
  public List<Change> changes() {
    return news().stream()
        .map(one -> new Change(one.user(), one.name(), one.before(), one.score()))
        .toList();
  }

  private List<Roster.Entry> news() {
    return roster.entries().stream().filter(Roster.Entry::isNew).toList();
  }

  /** How many scores the platform has already. */
  public int unchanged() {
    return roster.entries().size() - news().size();
  }

  /** Of whom nothing is sent and why, a sentence each. */
  public List<String> remarks() {
    return roster.remarks();
  }

  /** Sends the changes, and returns a sentence for each that the platform did not take. */
  public List<String> send() {
    List<String> refused = new ArrayList<>();
    for (Roster.Entry entry : news()) {
      try {
        platform.send(entry);
      } catch (IOException e) {
        refused.add(entry.name() + ": " + e.getMessage());
      }
    }
    return refused;
  }
}
