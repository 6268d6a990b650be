package initlab.grader.run;

import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
public final class Version implements IVersionProvider {
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"initlab " + current()};
  }
}
