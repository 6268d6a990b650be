package initlab.grader.sandbox;

import initlab.grader.files.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder for one run of the grader. It holds a lock, which the system releases when the run ends
 * in whatever way; so a later run can tell what a killed one left, and deletes it.
 */
final class TemporaryFolder implements AutoCloseable {
  private static final String PREFIX = "initlab-run-";
  private static final String LOCK = "lock";

  /** A process that opens and closes its own lock file has lost the lock, says POSIX. */
  private static final String OWN = ProcessHandle.current().pid() + "-";

  private final Path path;
  private final FileChannel lock;

  TemporaryFolder() throws IOException {
    path = Files.createTempDirectory(PREFIX + OWN);
    Path unlocked = path.resolve("new");
    lock = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.move(unlocked, path.resolve(LOCK)); // nobody sees a lock that is not locked
    deleteAbandoned();
  }

  Path path() {
    return path;
  }

  private void deleteAbandoned() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(path.getParent(), PREFIX + "*")) {
      for (Path folder : folders) {
        boolean isOwn = folder.getFileName().toString().startsWith(PREFIX + OWN);
        if (!isOwn && isOurs(folder) && isAbandoned(folder)) {
          delete(folder);
        }
      }
    }
  }

  /** Anyone may make a folder of that name among the temporary ones. */
  private boolean isOurs(Path folder) {
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path));
    } catch (IOException e) {
      return false; // another run has deleted it meanwhile
    }
  }

  private static boolean isAbandoned(Path folder) {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      return channel.tryLock() != null;
    } catch (IOException | RuntimeException e) {
      return false; // it is in use, or has no lock yet
    }
  }

  private static void delete(Path folder) {
    if (!Trees.delete(folder)) {
      folder.toFile().deleteOnExit(); // a temporary folder is no reason to lose a grade
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      path.toFile().deleteOnExit(); // as above
    }
    delete(path);
  }
}
