package initlab.grader.cli;

/** What the program ends with. */
final class ExitCode {
  static final int OK = 0;
  static final int MISTAKES_FOUND = 1;
  static final int USAGE = 2;
  static final int NOTHING_GRADABLE = 3;
  static final int HARNESS_FAULT = 4;

  private ExitCode() {}
}
