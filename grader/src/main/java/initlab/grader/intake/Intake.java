package initlab.grader.intake;

import initlab.grader.intake.Export.Entry;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds submissions in folders, archives and what learning platforms hand out. Links are not
 * followed, only regular files are read, of each at most 256 KiB, and nothing is unpacked to disk.
 */
public final class Intake {
  /** The one file of a submission. */
  public static final String FILE_NAME = "Initializers.java";

  private final UniqueNames names = new UniqueNames();
  private final List<Submission> submissions = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final List<String> older = new ArrayList<>();
  private final List<String> doubtful = new ArrayList<>();

  private Intake() {}

  /**
   * What was found.
   *
   * @param submissions sorted by name
   * @param passedOver what stood among them and is no submission: links, other files
   * @param older attempts that a newer one has replaced
   * @param doubtful what counts as one hand-in and looks like a class
   */
  public record Found(
      List<Submission> submissions,
      List<String> passedOver,
      List<String> older,
      List<String> doubtful) {
    /** The same with more known about the submissions. */
    public Found with(List<Submission> submissions) {
      return new Found(submissions, passedOver, older, doubtful);
    }
  }

  /**
   * Finds every submission at some paths. A path is a Java file, a folder or archive that is one
   * submission (it has {@code Initializers.java} itself, or a {@code pom.xml} beside {@code src} or
   * {@code student}), or one of submissions: of folders, archives and Java files, or as Moodle,
   * Canvas and Gradescope name them. Each of several paths is one submission, whatever is in it.
   *
   * @throws NoSuchFileException if a path does not exist
   * @throws UnclearClassException if a folder looks like one submission and like many, or the table
   *     of an export cannot be read
   * @throws IOException if a folder or archive cannot be listed
   */
  public static Found find(List<Path> paths) throws IOException {
    Intake intake = new Intake();
    for (Path path : paths) {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(path.toString());
      }
      if (paths.size() > 1) {
        intake.requireNoDownload(path);
        intake.add(Place.at(path));
      } else {
        intake.addAllOf(path);
      }
    }
    intake.submissions.sort(Comparator.comparing(Submission::name));
    return new Found(intake.submissions, intake.passedOver, intake.older, intake.doubtful);
  }

  /** Reads a file, a folder or an archive as one submission. */
  public static Submission read(Path path) {
    Intake intake = new Intake();
    intake.add(Place.at(path));
    return intake.submissions.get(0);
  }

  /** What a platform handed out is a class; with other paths beside it, it would be one student. */
  private void requireNoDownload(Path path) throws IOException {
    if (Export.isAt(path)) {
      if (Wrapping.isNamedAsDownload(path.getFileName().toString())) {
        throw new UnclearClassException("intake.export-among", path);
      }
      doubtful.add(path.toString());
    }
  }

  private void addAllOf(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      List<Place> places = Place.of(path);
      if (Layout.isOneSubmission(path, places)) {
        add(Place.at(path));
      } else {
        addWrapped(path, places);
      }
    } else if (Archive.isNamed(path.getFileName().toString()) && Files.isRegularFile(path)) {
      addArchive(path);
    } else {
      add(Place.at(path));
    }
  }

  /** What a platform handed out may lie in more folders, or packed, beside a teacher's notes. */
  private void addWrapped(Path path, List<Place> places) throws IOException {
    List<Place> big = Wrapping.big(places);
    Optional<List<Place>> wrapped = Wrapping.classIn(places, Layout::isClass);
    if (wrapped.isEmpty() || Layout.isClass(places)) {
      addClass(places);
    } else if (Wrapping.isNamedAsDownload(big.get(0).name())) {
      addClass(wrapped.get());
    } else { // a hand-in never says whose it is, so it is no class either
      doubtful.add(path.resolve(big.get(0).name()).toString());
      addClass(places);
    }
  }

  private void addArchive(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      add(Place.at(path));
      return;
    }
    try (Archive archive = Archive.open(path)) {
      List<Place> places = Place.of(archive);
      Optional<List<Place>> found =
          Layout.isClass(places) ? Optional.of(places) : Wrapping.classIn(places, Layout::isClass);
      if (found.isPresent()) {
        addClass(found.get());
      } else {
        add(new Place(path.getFileName().toString(), false, archive::files));
      }
    } catch (FolderFiles.TooManyFilesException e) {
      throw new UnclearClassException("intake.too-many-of-a-class", path);
    } catch (Archive.UnreadableArchiveException e) {
      add(new Place(path.getFileName().toString(), false, () -> rethrow(e)));
    }
  }

  private static List<HandedFile> rethrow(IOException e) throws IOException {
    throw e;
  }

  private void addClass(List<Place> places) throws IOException {
    List<Place> own =
        places.stream().filter(place -> !Candidates.isLeftBehindByTools(place.name())).toList();
    boolean isExport = Export.isRecognised(own);
    List<Place> wanted = new ArrayList<>();
    for (Place place : own) {
      boolean isNamedByPlatform = isExport && Export.isHandIn(place);
      boolean isTheDownload =
          isExport
              && !isNamedByPlatform
              && Archive.isNamed(place.name())
              && Wrapping.isNamedAsDownload(place.name());
      if (isNamedByPlatform || (place.mayBeHandedIn() && !isTheDownload)) {
        wanted.add(place);
      } else if (!GradescopeExport.isMetadata(place)) {
        passedOver.add(place.name());
      }
    }
    for (Entry entry : isExport ? Export.entries(own, wanted) : Export.plain(wanted)) {
      add(entry);
      older.addAll(entry.older());
    }
  }

  private void add(Place place) {
    add(new Entry(place.name(), Identity.named(place.name()), null, List.of(place), List.of()));
  }

  private void add(Entry all) {
    Entry entry = counting(all);
    Place first = entry.places().get(0);
    String bare = first.isFolder() ? entry.name() : withoutExtension(entry.name());
    Identity who =
        entry.who().name().equals(entry.name()) ? entry.who().renamed(bare) : entry.who();
    submissions.add(
        new Submission(
            names.of(bare), who, entry.handedIn(), SourcePicker.pick(() -> files(entry))));
  }

  /** Of a folder with attempts in it, the one that counts. */
  private Entry counting(Entry entry) {
    if (entry.places().size() != 1 || !entry.places().get(0).isFolder()) {
      return entry;
    }
    try {
      Place place = entry.places().get(0);
      Optional<Attempts.Chosen> chosen = Attempts.in(place.handed().files());
      if (chosen.isEmpty()) {
        return entry;
      }
      chosen.get().others().forEach(other -> older.add(place.name() + "/" + other));
      List<Place> counting = List.of(new Place(place.name(), true, () -> chosen.get().files()));
      return new Entry(entry.name(), entry.who(), entry.handedIn(), counting, entry.older());
    } catch (IOException e) {
      return entry; // it is read again, and says what is wrong
    }
  }

  private static List<HandedFile> files(Entry entry) throws IOException {
    List<HandedFile> files = new ArrayList<>();
    for (Place place : entry.places()) {
      List<HandedFile> own = place.handed().files();
      boolean isTheOneFile = entry.places().size() == 1 && isNamedAnew(place, own);
      files.addAll(isTheOneFile ? List.of(own.get(0).as(FILE_NAME)) : own);
    }
    return files;
  }

  /** A Java file by itself, as ada.java, may have any name, unless a platform tells its own. */
  private static boolean isNamedAnew(Place place, List<HandedFile> own) {
    return !place.isFolder()
        && own.size() == 1
        && Candidates.isJava(place.name())
        && own.get(0).name().equals(place.name());
  }

  private static String withoutExtension(String name) {
    return name.replaceFirst("(?i)[.](java([.]txt)?|zip|jar|tar|tar[.]gz|tgz|rar|7z)$", "");
  }

  /** What lies there cannot be told apart into submissions; the message says what to do. */
  public static final class UnclearClassException extends UsageException {
    private static final long serialVersionUID = 1L;

    UnclearClassException(String key, Object... values) {
      super(key, values);
    }
  }
}
