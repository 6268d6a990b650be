package initlab.grader.rubric;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rubric with the files that it names, to be taken elsewhere. */
public final class RubricFiles {
  /** What the rubric is called there. */
  public static final String NAME = "rubric.yaml";

  private RubricFiles() {}

  /**
   * The files by their paths from the rubric's folder.
   *
   * @param rubric a rubric that can be read
   * @throws UsageException if it names a file that does not lie with it
   */
  public static Map<String, byte[]> of(Path rubric) throws IOException {
    byte[] yaml = Files.readAllBytes(rubric);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(NAME, yaml);
    String extensions = new YAMLMapper().readTree(yaml).at("/late/extensions").asText("");
    if (!extensions.isEmpty()) {
      Path relative = Path.of(extensions).normalize();
      if (relative.isAbsolute() || relative.startsWith("..") || relative.getNameCount() > 1) {
        throw new UsageException("rubric.elsewhere", rubric, extensions);
      }
      files.put(extensions, Files.readAllBytes(rubric.resolveSibling(extensions)));
    }
    return files;
  }
}
