package initlab.grader.intake;

import java.io.IOException;
import java.util.List;

/**
 * A file that was handed in, on disk or in an archive.
 *
 * @param path where it lies in what was handed in, with slashes; any text at all
 * @param isRegular whether it is a file, and no link or device
 * @param content what is in it
 */
record HandedFile(String path, boolean isRegular, Content content) {
  /** Reads a file no further than need be. */
  @FunctionalInterface
  interface Content {
    /** At most so many bytes from its beginning. */
    byte[] read(int most) throws IOException;
  }

  /** The last part of its path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The parts of its path. */
  List<String> parts() {
    return List.of(path.split("/", -1));
  }

  /** The same file seen from inside the folder that it lies in. */
  HandedFile without(String folder) {
    return new HandedFile(path.substring(folder.length() + 1), isRegular, content);
  }

  /** The same file under another path. */
  HandedFile as(String other) {
    return new HandedFile(other, isRegular, content);
  }
}
