package initlab.grader.intake;

import initlab.grader.intake.Archive.UnreadableArchiveException;
import initlab.grader.intake.FolderFiles.TooManyFilesException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for a class in the folders and archives that people put around one. */
final class Wrapping {
  private static final int MAX_LAYERS = 4;
  private static final int MAX_ARCHIVE = 256 * 1024 * 1024;

  /** As platforms and teachers call what they download; a student's name is none of these. */
  private static final Pattern DOWNLOAD =
      Pattern.compile(
          "(class|course|(.*[ _-])?(downloads?|submissions?|exports?|hand-?ins?)|.+-\\d+)"
              + "([ _-]?\\(?\\d+\\)?)?([.](zip|tar|tgz|tar[.]gz))?",
          Pattern.CASE_INSENSITIVE);

  private Wrapping() {}

  /** Whether a folder or archive is called as what a platform hands out, or a class of students. */
  static boolean isNamedAsDownload(String name) {
    return DOWNLOAD.matcher(name).matches();
  }

  /** Tells whether what lies somewhere is a class. */
  @FunctionalInterface
  interface Recognition {
    boolean isClass(List<Place> places) throws IOException;
  }

  /** What may be handed in, without what tools leave behind. */
  static List<Place> big(List<Place> places) {
    return places.stream()
        .filter(place -> !Candidates.isLeftBehindByTools(place.name()))
        .filter(Place::mayBeHandedIn)
        .toList();
  }

  /** The class in the one folder or archive among some places; empty if there is none. */
  static Optional<List<Place>> classIn(List<Place> places, Recognition recognition)
      throws IOException {
    List<Place> inside = places;
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      List<Place> big = big(inside);
      if (big.size() != 1 || Export.isRecognised(big)) {
        return Optional.empty();
      }
      inside = inside(big.get(0));
      if (recognition.isClass(inside)) {
        return Optional.of(inside);
      }
    }
    return Optional.empty();
  }

  private static List<Place> inside(Place place) throws IOException {
    try {
      List<HandedFile> files = place.handed().files();
      if (place.isFolder()) {
        return Place.of(files);
      }
      byte[] content =
          Archive.isNamed(place.name()) && files.get(0).isRegular()
              ? files.get(0).content().read(MAX_ARCHIVE + 1)
              : new byte[0];
      return content.length == 0 || content.length > MAX_ARCHIVE
          ? List.of()
          : Place.of(Archive.open(place.name(), content));
    } catch (UnreadableArchiveException | TooManyFilesException e) {
      return List.of(); // it is a hand-in of its own, and says so
    }
  }
}
