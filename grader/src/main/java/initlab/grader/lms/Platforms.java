package initlab.grader.lms;

import java.util.List;
import java.util.Optional;

/** The platforms that there are, in the order in which they are named. */
public final class Platforms {
  /** All of them. */
  public static final List<Lms> ALL =
      List.of(
          new Gradescope(),
          new PrairieLearn(),
          new VirtualProgrammingLab(),
          new CodeRunner(),
          new Autolab(),
          new GitHub(),
          new GitLab(),
          new Submitty(),
          new Vocareum(),
          new Coursera(),
          new EdX(),
          new JUnitReport());

  private Platforms() {}

  /** The platform of a name. */
  public static Optional<Lms> named(String name) {
    return ALL.stream().filter(lms -> lms.name().equals(name)).findFirst();
  }
}
