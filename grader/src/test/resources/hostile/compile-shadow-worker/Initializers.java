package initlab.grader.worker;

public final class Initializers {}
