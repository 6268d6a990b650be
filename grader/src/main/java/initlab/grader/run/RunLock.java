package initlab.grader.run;

import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two runs from writing into the same folder; the system releases it if a run is killed. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  /**
   * Takes the lock of a result folder.
   *
   * @throws UsageException if another run has it
   */
  public RunLock(Path folder) throws IOException {
    Files.createDirectories(folder);
    channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new UsageException("usage.other-run", folder);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
