package initlab.grader.handout;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The handout's files, which are part of the grader: this repository's own sources. */
final class HandoutFiles {
  private static final String ROOT = "files";

  /** Maven leaves it out of jars under its own name. */
  private static final String IGNORED = "gitignore";

  private HandoutFiles() {}

  /** The content of each file by its path in the handout, with slashes; sorted. */
  static SortedMap<String, byte[]> read() throws IOException {
    URL pom = Objects.requireNonNull(HandoutFiles.class.getResource(ROOT + "/pom.xml"));
    try {
      URI uri = pom.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Objects.requireNonNull(Path.of(uri).getParent()));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(Objects.requireNonNull(jar.provider().getPath(uri).getParent()));
      }
    } catch (URISyntaxException e) {
      throw new IOException("the grader's own place has a strange name: " + pom, e);
    }
  }

  private static SortedMap<String, byte[]> read(Path root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.put(name.equals(IGNORED) ? "." + name : name, Files.readAllBytes(path));
      }
    }
    return files;
  }
}
