package initlab.grader.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** Writes whole files or none: to a temporary file beside the target, synced, then renamed. */
public final class AtomicFile {
  private static final String PREFIX = ".initlab-";
  private static final String SUFFIX = ".tmp";

  private AtomicFile() {}

  /** Writes a file and the folders above it. */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
    try {
      writeAndSync(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Takes over a file from another folder: files are replaced, never written into, so that both can
   * have one and the same. What stands there is replaced.
   */
  public static void link(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    Files.deleteIfExists(to);
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException e) {
      write(to, Files.readAllBytes(from));
    }
  }

  /** Deletes what a killed process left of files that it had begun to write. */
  public static void deleteUnfinished(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void writeAndSync(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}
