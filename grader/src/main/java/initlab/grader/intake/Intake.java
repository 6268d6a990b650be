package initlab.grader.intake;

import initlab.grader.intake.Submission.Content;
import initlab.grader.intake.Submission.Failed;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds submissions. Links are not followed, only regular files are read, and of each at most 256
 * KiB.
 */
public final class Intake {
  /** The one file of a submission. */
  public static final String FILE_NAME = "Initializers.java";

  private static final int MAX_BYTES = 256 * 1024;

  /** File systems have 255, and a name may get a number behind it. */
  private static final int MAX_NAME_BYTES = 200;

  private Intake() {}

  /**
   * What was found.
   *
   * @param submissions sorted by name
   * @param passedOver what stood among them and is no submission: archives, links, other files
   */
  public record Found(List<Submission> submissions, List<String> passedOver) {}

  /**
   * Finds every submission at some paths. A path is a Java file, a folder that is one submission
   * (it has {@code Initializers.java} itself, or a {@code pom.xml} beside {@code src} or {@code
   * student}), or a folder of submissions: of sub-folders and of Java files. Each of several paths
   * is one submission, whatever is in it.
   *
   * @throws NoSuchFileException if a path does not exist
   * @throws AmbiguousFolderException if a folder looks like one submission and like many
   * @throws IOException if a folder cannot be listed
   */
  public static Found find(List<Path> paths) throws IOException {
    List<Path> places = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(path.toString());
      }
      if (paths.size() > 1 || isOneSubmission(path)) {
        places.add(path);
      } else {
        addChildren(path, places, passedOver);
      }
    }
    Set<String> names = new HashSet<>();
    List<Submission> submissions = new ArrayList<>();
    for (Path place : places) {
      submissions.add(read(place, names));
    }
    submissions.sort(Comparator.comparing(Submission::name));
    return new Found(submissions, passedOver);
  }

  /** Reads a file or a folder as one submission. */
  public static Submission read(Path path) {
    return read(path, new HashSet<>());
  }

  private static Submission read(Path path, Set<String> takenNames) {
    String base = baseName(path);
    String name = base;
    for (int i = 2; !takenNames.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + "~" + i;
    }
    return new Submission(name, lastName(path), content(path));
  }

  private static boolean isOneSubmission(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return true;
    }
    if (Files.exists(path.resolve(FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
      if (foldersWithSource(path) > 1) {
        throw new AmbiguousFolderException(path);
      }
      return true;
    }
    return Files.exists(path.resolve("pom.xml"))
        && (Files.exists(path.resolve("src")) || Files.exists(path.resolve("student")));
  }

  private static long foldersWithSource(Path folder) throws IOException {
    long count = 0;
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
        count += isFolder && countSources(child) > 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** How many there are; what cannot be looked through is a matter of that one submission. */
  private static int countSources(Path folder) {
    try {
      return SourceFiles.find(folder).size();
    } catch (IOException e) {
      return 1;
    }
  }

  private static void addChildren(Path folder, List<Path> places, List<String> passedOver)
      throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) || isJava(child)) {
          if (!SourceFiles.isLeftBehindByTools(child)) {
            places.add(child);
          }
        } else if (!SourceFiles.isLeftBehindByTools(child)) {
          passedOver.add(child.getFileName().toString());
        }
      }
    }
  }

  private static boolean isJava(Path path) {
    return path.getFileName().toString().endsWith(".java");
  }

  /** The last name without {@code .java}. */
  private static String lastName(Path path) {
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    return name.endsWith(".java") ? name.substring(0, name.length() - 5) : name;
  }

  /** The last name, with what no file name should have replaced by "_". */
  private static String baseName(Path path) {
    String safe =
        lastName(path).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]", "_");
    String visible = safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
    String name = visible;
    while (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return name;
  }

  private static Content content(Path path) {
    try {
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        return source(path);
      }
      List<Path> found = SourceFiles.find(path);
      return found.isEmpty() ? missing(path) : oneOf(path, found);
    } catch (SourceFiles.TooManyFilesException e) {
      return new Unreadable(Messages.get("intake.many-files", FILE_NAME));
    } catch (IOException e) {
      return new Failed(Messages.get("intake.not-read", e.getClass().getSimpleName()));
    }
  }

  private static Missing missing(Path folder) throws IOException {
    List<String> others = SourceFiles.similar(folder);
    return new Missing(
        others.isEmpty()
            ? Messages.get("intake.missing", FILE_NAME)
            : Messages.get("intake.similar", FILE_NAME, String.join(", ", others)));
  }

  private static Content oneOf(Path folder, List<Path> found) throws IOException {
    Content first = source(found.get(0));
    for (Path other : found.subList(1, found.size())) {
      if (!isSame(source(other), first)) {
        List<String> names =
            found.stream().map(file -> folder.relativize(file).toString()).toList();
        return new Unreadable(
            Messages.get("intake.different", found.size(), FILE_NAME, String.join(", ", names)));
      }
    }
    return first;
  }

  private static boolean isSame(Content one, Content other) {
    return (one instanceof Source a && other instanceof Source b)
        ? SourceText.withPlainLineEnds(a.text()).equals(SourceText.withPlainLineEnds(b.text()))
        : one.equals(other);
  }

  private static Content source(Path file) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      return new Unreadable(Messages.get("intake.no-file", FILE_NAME));
    }
    byte[] bytes = new byte[MAX_BYTES + 1];
    int length;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      length = in.readNBytes(bytes, 0, bytes.length);
    }
    if (length > MAX_BYTES) {
      return new Unreadable(Messages.get("intake.too-large", FILE_NAME));
    }
    try {
      return new Source(SourceText.decode(Arrays.copyOf(bytes, length)));
    } catch (SourceText.NotTextException e) {
      return new Unreadable(Messages.get("intake.unreadable", FILE_NAME, e.getMessage()));
    }
  }

  /** A folder has the file itself, as one submission, and folders with it, as a class. */
  public static final class AmbiguousFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    AmbiguousFolderException(Path folder) {
      super(Messages.get("intake.ambiguous", folder, FILE_NAME));
    }
  }
}
