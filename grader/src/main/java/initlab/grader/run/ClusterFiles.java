package initlab.grader.run;

import initlab.grader.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What starts the parts of a class on a cluster, and puts them together when all are done. */
public enum ClusterFiles {
  SLURM("submit.sh", "grade.sbatch", "merge.sbatch"),
  KUBERNETES("grade.yaml", "merge.yaml");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> names;

  ClusterFiles(String... names) {
    this.names = List.of(names);
  }

  /** The scheduler's name, as users write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes the files into a folder, for so many parts.
   *
   * @return the one to begin with
   */
  public Path write(Path folder, int shards) throws IOException {
    for (String name : names) {
      byte[] content =
          text(name).replace("@SHARDS@", String.valueOf(shards)).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(folder.resolve(name), content);
      if (name.endsWith(".sh") && !folder.resolve(name).toFile().setExecutable(true)) {
        throw new IOException(folder.resolve(name) + " cannot be made executable");
      }
    }
    return folder.resolve(names.get(0));
  }

  private String text(String name) throws IOException {
    String resource = id() + "/" + name;
    try (InputStream in = ClusterFiles.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
