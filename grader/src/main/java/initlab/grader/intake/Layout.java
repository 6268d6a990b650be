package initlab.grader.intake;

import initlab.grader.intake.Intake.UnclearClassException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Tells a class from a submission by what lies at its top. */
final class Layout {
  private static final Pattern OF_A_PROJECT =
      Pattern.compile(
          "(?i)(src|source|main|test|tests|java|lib|libs|bin|out|build|target|docs?|data|resources"
              + "|student|datasets|images?|screenshots?|report|notes|[.].*|.*[.](java|jar))");

  /** So many tell what the others are. */
  private static final int MAX_READ = 50;

  private final Candidates candidates;

  Layout(Candidates candidates) {
    this.candidates = candidates;
  }

  /** Whether a folder is what one student handed in. */
  boolean isOneSubmission(Path folder, List<Place> places) throws IOException {
    if (has(places, candidates.fileName())) {
      if (placesWithSource(places) > 1) {
        throw new UnclearClassException("intake.ambiguous", folder, candidates.fileName());
      }
      return true;
    }
    return isHandout(places);
  }

  /** Whether it is a class. */
  boolean isClass(List<Place> places) throws IOException {
    return Export.isRecognised(places)
        || (!has(places, candidates.fileName())
            && !isHandout(places)
            && (placesWithSource(places) > 1 || areStudents(places) || areAnswers(places)));
  }

  /** Java files side by side that all have the class, and other names than one student's copies. */
  private boolean areAnswers(List<Place> places) throws IOException {
    List<Place> big = Wrapping.big(places);
    if (big.size() <= 2) {
      return false;
    }
    for (Place place : big.subList(0, Math.min(MAX_READ, big.size()))) {
      if (place.isFolder() || !candidates.isAnswer(place.handed().files().get(0))) {
        return false;
      }
    }
    return true;
  }

  /** Whether what counts as one hand-in looks like a class, so that a folder was taken too high. */
  boolean holdsAClass(HandIn handIn) {
    try {
      List<Place> inside = Place.of(handIn.files(candidates.fileName()));
      return isClass(inside) || Wrapping.classIn(inside, this::isClass).isPresent();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Folders and archives with names that no project has: of three, one may be as was asked. */
  private boolean areStudents(List<Place> places) {
    List<Place> big = Wrapping.big(places);
    return big.size() > 2
        && placesWithSource(places) > 0
        && big.stream().noneMatch(place -> OF_A_PROJECT.matcher(place.name()).matches());
  }

  private static boolean isHandout(List<Place> places) {
    return has(places, "pom.xml") && (has(places, "src") || has(places, "student"));
  }

  private static boolean has(List<Place> places, String name) {
    return places.stream().anyMatch(place -> place.name().equals(name));
  }

  /** How many folders and archives may be submissions of their own. */
  private long placesWithSource(List<Place> places) {
    return places.stream()
        .filter(place -> !Candidates.isLeftBehindByTools(place.name()))
        .filter(place -> place.isFolder() ? hasSource(place) : Archive.isNamed(place.name()))
        .count();
  }

  /** What cannot be looked through is a matter of that one submission. */
  private boolean hasSource(Place place) {
    try {
      return place.handed().files().stream().anyMatch(candidates::maybeHandIn);
    } catch (IOException e) {
      return true;
    }
  }
}
