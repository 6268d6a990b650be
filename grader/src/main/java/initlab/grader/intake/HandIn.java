package initlab.grader.intake;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one student, or one group, handed in.
 *
 * @param name what it is called
 * @param who who handed it in
 * @param handedIn when, if that is known
 * @param places the places that hold it; at least one
 * @param older the names of earlier attempts, which do not count
 */
record HandIn(
    String name, Identity who, @Nullable Instant handedIn, List<Place> places, List<String> older) {
  /** The name without the extension of a file. */
  String bareName() {
    return places.get(0).isFolder() ? name : withoutExtension(name);
  }

  /** Who handed it in; by the bare name where nothing else is known. */
  Identity student() {
    return who.name().equals(name) ? who.renamed(bareName()) : who;
  }

  private static String withoutExtension(String name) {
    return name.replaceFirst("(?i)[.](java([.]txt)?|zip|jar|tar|tar[.]gz|tgz|rar|7z)$", "");
  }

  /** The same; of a folder with attempts in it, the one that counts. */
  HandIn counting() {
    if (places.size() != 1 || !places.get(0).isFolder()) {
      return this;
    }
    try {
      Optional<Attempts.Chosen> chosen = Attempts.in(places.get(0).handed().files());
      return chosen.map(this::counting).orElse(this);
    } catch (IOException e) {
      return this; // it is read again, and says what is wrong
    }
  }

  private HandIn counting(Attempts.Chosen chosen) {
    List<String> others = new ArrayList<>(older);
    chosen.others().forEach(other -> others.add(name + "/" + other));
    Place place = new Place(places.get(0).name(), true, chosen::files);
    return new HandIn(name, who, handedIn, List.of(place), others);
  }

  /**
   * The files in it.
   *
   * @param fileName what a Java file by itself is called
   */
  List<HandedFile> files(String fileName) throws IOException {
    List<HandedFile> files = new ArrayList<>();
    for (Place place : places) {
      List<HandedFile> own = place.handed().files();
      boolean isTheOneFile = places.size() == 1 && isNamedAnew(place, own);
      files.addAll(isTheOneFile ? List.of(own.get(0).as(fileName)) : own);
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
}
