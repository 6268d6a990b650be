package initlab.grader.intake;

import initlab.grader.intake.Submission.Unreadable;
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
  private final UniqueNames names = new UniqueNames();
  private final List<Submission> submissions = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final List<String> older = new ArrayList<>();
  private final List<String> doubtful = new ArrayList<>();

  private final String fileName;
  private final Layout layout;
  private final SourcePicker picker;

  private Intake(String fileName) {
    Candidates candidates = new Candidates(fileName);
    this.fileName = fileName;
    this.layout = new Layout(candidates);
    this.picker = new SourcePicker(candidates);
  }

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
   * submission (it has the one file itself, or a {@code pom.xml} beside {@code src} or {@code
   * student}), or one of submissions: of folders, archives and Java files, or as Moodle, Canvas and
   * Gradescope name them. Each of several paths is one submission, whatever is in it.
   *
   * @param fileName the one file of a submission
   * @throws NoSuchFileException if a path does not exist
   * @throws UnclearClassException if a folder looks like one submission and like many, or the table
   *     of an export cannot be read
   * @throws IOException if a folder or archive cannot be listed
   */
  public static Found find(String fileName, List<Path> paths) throws IOException {
    Intake intake = new Intake(fileName);
    for (Path path : paths) {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(path.toString());
      }
    }
    if (paths.size() == 1) {
      intake.addAllOf(paths.get(0));
    } else {
      for (Path path : paths) {
        intake.requireNoDownload(path);
      }
      intake.addEach(paths.stream().map(Place::at).toList());
    }
    intake.submissions.sort(Comparator.comparing(Submission::name));
    return new Found(intake.submissions, intake.passedOver, intake.older, intake.doubtful);
  }

  /** Reads a file, a folder or an archive as one submission. */
  public static Submission read(String fileName, Path path) {
    Intake intake = new Intake(fileName);
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
      if (layout.isOneSubmission(path, places)) {
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
    Optional<List<Place>> wrapped = Wrapping.classIn(places, layout::isClass);
    if (wrapped.isEmpty() || layout.isClass(places)) {
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
          layout.isClass(places) ? Optional.of(places) : Wrapping.classIn(places, layout::isClass);
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
    (isExport ? Export.handIns(own, wanted, fileName) : Export.plain(wanted)).forEach(this::add);
  }

  private void add(Place place) {
    addEach(List.of(place));
  }

  /** Each is one hand-in; a platform may have said whose in its name. */
  private void addEach(List<Place> places) {
    handIns(places).forEach(this::add);
  }

  private List<HandIn> handIns(List<Place> places) {
    try {
      if (!GradescopeExport.isOne(places)) {
        return Export.isRecognised(places)
            ? Export.handIns(places, places, fileName)
            : Export.plain(places);
      }
      List<HandIn> all = new ArrayList<>(GradescopeExport.handIns(places));
      all.addAll(
          Export.plain(
              places.stream()
                  .filter(place -> !place.isFolder() && !GradescopeExport.isMetadata(place))
                  .toList()));
      return all;
    } catch (IOException e) {
      return Export.plain(places); // they are read again, and say what is wrong
    }
  }

  private void add(HandIn all) {
    HandIn handIn = all.counting();
    older.addAll(handIn.older());
    Submission.Content content = picker.pick(() -> handIn.files(fileName));
    String name = names.of(handIn.bareName());
    submissions.add(new Submission(name, handIn.student(), handIn.handedIn(), content));
    if (content instanceof Unreadable && layout.holdsAClass(handIn)) {
      doubtful.add(handIn.name());
    }
  }

  /** What lies there cannot be told apart into submissions; the message says what to do. */
  public static final class UnclearClassException extends UsageException {
    private static final long serialVersionUID = 1L;

    UnclearClassException(String key, Object... values) {
      super(key, values);
    }

    @Override
    public int exitCode() {
      return 3; // nothing gradable was found
    }
  }
}
