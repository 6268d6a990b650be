package initlab.grader.intake;

import initlab.grader.intake.Identity.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells who handed in what from the names that learning platforms give. */
final class Export {
  /** {@code Ada Lovelace_123_assignsubmission_file[_Answer.java]}. */
  private static final Pattern MOODLE =
      Pattern.compile("(.+?)_(\\d+)_assignsubmission_(file|onlinetext)(?:[_.](.*))?");

  /** The same of a folder: its name ends there, so that a name that looks like that is a name. */
  private static final Pattern MOODLE_FOLDER =
      Pattern.compile("(.+)_(\\d+)_assignsubmission_(file|onlinetext)(?:[_.](.*))?");

  /**
   * Those who are in no group of a task for groups: {@code Default group_assignsubmission_file}.
   */
  private static final Pattern MOODLE_WITHOUT_ID =
      Pattern.compile("(.+?)()_assignsubmission_(file|onlinetext)(?:[_.](.*))?");

  /** {@code lovelaceada_LATE_12345_67890_Answer-1.java}. */
  private static final Pattern CANVAS =
      Pattern.compile(
          "(?:(?<name>(?!LATE_(?:\\d|anon_)).*?)_)?(?:LATE_)?"
              + "(?<user>(?!\\d{1,3}_\\d{4,}_\\d{4,}_)\\d+|anon_[^_]+)" // of a group: team_3
              + "_(?<attachment>\\d+)_(?<file>.+)",
          Pattern.CASE_INSENSITIVE);

  private Export() {}

  /** Whether the places were named by a platform. */
  static boolean isRecognised(List<Place> places) {
    return GradescopeExport.isOne(places)
        || places.stream().anyMatch(place -> moodle(place).matches())
        || places.stream().anyMatch(BlackboardExport::isOne)
        || isCanvas(places);
  }

  /** Whether a folder or archive on disk is, or holds, what a platform handed out. */
  static boolean isAt(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return isIn(Place.of(path));
    }
    if (!Archive.isNamed(path.getFileName().toString()) || !Files.isRegularFile(path)) {
      return false;
    }
    try (Archive archive = Archive.open(path)) {
      return isIn(Place.of(archive));
    } catch (Archive.UnreadableArchiveException | FolderFiles.TooManyFilesException e) {
      return false;
    }
  }

  private static boolean isIn(List<Place> places) throws IOException {
    boolean isOneFile = isCanvas(places) && Wrapping.big(places).size() == 1;
    return (isRecognised(places) && !isOneFile)
        || Wrapping.classIn(places, Export::isRecognised).isPresent();
  }

  /** Whether a platform gave the name of a place, whatever its kind. */
  static boolean isHandIn(Place place) {
    return moodle(place).matches()
        || BlackboardExport.isOne(place)
        || CANVAS.matcher(place.name()).matches();
  }

  /**
   * Sources and archives have such names, one in four may be something else that lies beside them,
   * and no id is that of two people: else chance made the names.
   */
  private static boolean isCanvas(List<Place> places) {
    Map<String, String> names = new HashMap<>();
    List<Place> files =
        places.stream().filter(place -> !place.isFolder() && place.mayBeHandedIn()).toList();
    List<Place> named =
        files.stream().filter(file -> CANVAS.matcher(file.name()).matches()).toList();
    return !named.isEmpty()
        && named.size() >= 3 * (files.size() - named.size())
        && named.stream()
            .allMatch(
                file -> {
                  String name = group(file, "name");
                  String known = names.putIfAbsent(group(file, "user"), name);
                  return known == null || known.equals(name);
                });
  }

  /**
   * The submissions of a class, by whatever its platform calls them.
   *
   * @param all what lies there
   * @param places those that may be submissions
   * @param fileName the one file of a submission
   */
  static List<HandIn> handIns(List<Place> all, List<Place> places, String fileName)
      throws IOException {
    if (GradescopeExport.isOne(all)) {
      return GradescopeExport.handIns(all);
    }
    boolean isCanvas = isCanvas(all);
    List<HandIn> handIns = new ArrayList<>();
    Map<String, List<Place>> moodle = new LinkedHashMap<>();
    Map<String, List<Place>> canvas = new LinkedHashMap<>();
    List<Place> blackboard = new ArrayList<>();
    for (Place place : places) {
      Matcher ofMoodle = moodle(place);
      Matcher ofCanvas = CANVAS.matcher(place.name());
      if (ofMoodle.matches()) {
        String key = ofMoodle.group(1) + "_" + ofMoodle.group(2);
        moodle.computeIfAbsent(key, unseen -> new ArrayList<>()).add(place);
      } else if (BlackboardExport.isOne(place)) {
        blackboard.add(place);
      } else if (isCanvas && ofCanvas.matches()) {
        canvas.computeIfAbsent(ofCanvas.group("user"), unseen -> new ArrayList<>()).add(place);
      } else {
        handIns.addAll(plain(List.of(place)));
      }
    }
    moodle.values().forEach(own -> handIns.add(moodle(own)));
    canvas.values().forEach(own -> handIns.add(canvas(own, fileName)));
    handIns.addAll(BlackboardExport.handIns(blackboard));
    return handIns;
  }

  /** Each place as what one student handed in, by its own name. */
  static List<HandIn> plain(List<Place> places) {
    return places.stream()
        .map(
            place ->
                new HandIn(
                    place.name(), Identity.named(place.name()), null, List.of(place), List.of()))
        .toList();
  }

  private static Matcher moodle(Place place) {
    Matcher matcher = (place.isFolder() ? MOODLE_FOLDER : MOODLE).matcher(place.name());
    return matcher.matches() ? matcher : MOODLE_WITHOUT_ID.matcher(place.name());
  }

  private static HandIn moodle(List<Place> places) {
    Matcher matcher = moodle(places.get(0));
    if (!matcher.matches()) {
      throw new IllegalStateException(places.get(0).name());
    }
    List<Place> renamed = new ArrayList<>();
    for (Place place : places) {
      Matcher own = moodle(place);
      String file = own.matches() && own.group(4) != null ? own.group(4) : "";
      renamed.add(place.isFolder() || file.isEmpty() ? place : renamed(place, file));
    }
    Identity who =
        matcher.group(2).isEmpty()
            ? Identity.named(matcher.group(1))
            : Identity.of(matcher.group(1), Kind.MOODLE, matcher.group(2));
    return new HandIn(places.get(0).name(), who, null, renamed, List.of());
  }

  /** Of several files with the same name of one student, that of the last attachment counts. */
  private static HandIn canvas(List<Place> places, String fileName) {
    List<Place> newestFirst =
        places.stream().sorted(Comparator.comparingLong(Export::attachment).reversed()).toList();
    Map<String, Place> newest = new LinkedHashMap<>();
    List<String> older = new ArrayList<>();
    for (Place place : newestFirst) {
      String file = originalName(group(place, "file"));
      if (newest.putIfAbsent(file, renamed(place, file)) != null) {
        older.add(place.name());
      }
    }
    Place first = graded(newestFirst, fileName);
    String name = group(first, "name");
    String user = group(first, "user");
    Identity who = Identity.of(name.isEmpty() ? user : name, Kind.CANVAS_USER, user);
    return new HandIn(first.name(), who, null, List.copyOf(newest.values()), older);
  }

  /** The place that the submission is named after: the source, else something with it, else any. */
  private static Place graded(List<Place> places, String fileName) {
    for (Predicate<String> kind :
        List.<Predicate<String>>of(
            file -> originalName(file).equals(fileName),
            file -> file.endsWith(".java"),
            Archive::isNamed)) {
      for (Place place : places) {
        if (kind.test(group(place, "file"))) {
          return place;
        }
      }
    }
    return places.get(0);
  }

  /** Canvas calls a file that is handed in again {@code Answer-1.java}. */
  private static String originalName(String file) {
    return file.replaceFirst("-\\d+(\\.[A-Za-z]+)$", "$1");
  }

  private static long attachment(Place place) {
    String digits = group(place, "attachment");
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  private static String group(Place place, String name) {
    Matcher matcher = CANVAS.matcher(place.name());
    String group = matcher.matches() ? matcher.group(name) : null;
    return group == null ? "" : group;
  }

  static Place renamed(Place place, String file) {
    return new Place(
        place.name(),
        false,
        () -> place.handed().files().stream().map(one -> one.as(file)).toList());
  }
}
