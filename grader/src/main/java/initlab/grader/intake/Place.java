package initlab.grader.intake;

import initlab.grader.intake.SourcePicker.Handed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies at the top of a class's folder or archive.
 *
 * @param name its name
 * @param isFolder whether it is a folder
 * @param handed the files in it, by their paths inside it; of a file that file
 */
record Place(String name, boolean isFolder, Handed handed) {
  /** What lies in a folder on disk, sorted by name. */
  static List<Place> of(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().map(Place::at).toList();
    }
  }

  /** A file or folder on disk. */
  static Place at(Path path) {
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        ? new Place(name, true, () -> FolderFiles.list(path))
        : new Place(name, false, () -> List.of(FolderFiles.file(name, path)));
  }

  /** What lies in an archive; one folder around all that was handed in is passed through. */
  static List<Place> of(Archive archive) {
    List<Place> places = of(archive.files());
    List<Place> big = places.stream().filter(Place::mayBeHandedIn).toList();
    return big.size() == 1 && big.get(0).isFolder() && !Export.isRecognised(big)
        ? of(archive.files(), big.get(0).name())
        : places;
  }

  /** Whether it is a folder, a source or an archive, of whatever kind. */
  boolean mayBeHandedIn() {
    return isFolder
        || Candidates.isJava(name)
        || Archive.isNamed(name)
        || Candidates.isOtherArchive(name);
  }

  private static List<Place> of(List<HandedFile> files, String folder) {
    return of(
        files.stream()
            .filter(file -> file.path().startsWith(folder + "/"))
            .map(file -> file.without(folder))
            .toList());
  }

  static List<Place> of(List<HandedFile> files) {
    Map<String, List<HandedFile>> byFolder = new TreeMap<>();
    List<Place> places = new ArrayList<>();
    for (HandedFile file : files) {
      String top = file.parts().get(0);
      if (Candidates.isLeftBehindByTools(top)) {
        continue;
      }
      if (file.path().contains("/")) {
        byFolder.computeIfAbsent(top, unseen -> new ArrayList<>()).add(file.without(top));
      } else {
        places.add(new Place(top, false, () -> List.of(file)));
      }
    }
    byFolder.forEach((name, inside) -> places.add(new Place(name, true, () -> inside)));
    return places;
  }
}
