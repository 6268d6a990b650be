package initlab.grader.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with some of the grader's own class path, for a process that must not see the rest. */
final class ClassJar {
  private final Path file;
  private final byte[] content;

  /**
   * Writes the jar.
   *
   * @param manifest what stands in its manifest
   * @param folders the folders of classes that go into it
   * @param wanted which of their class files, by name
   */
  ClassJar(
      Path file,
      Map<Attributes.Name, String> manifest,
      List<String> folders,
      Predicate<String> wanted)
      throws IOException {
    this.file = file;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<String> copied = new TreeSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      write(manifest, zip);
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        copyPart(Path.of(part), folders, name -> wanted.test(name) && copied.add(name), zip);
      }
    }
    if (copied.isEmpty() && !folders.isEmpty()) {
      throw new HarnessFault("the grader's class path has no classes in " + folders, null);
    }
    content = bytes.toByteArray();
    Files.write(file, content);
  }

  Path file() {
    return file;
  }

  /** Writes the jar again if a process of the same user has changed it. */
  void restore() throws IOException {
    if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
      Files.deleteIfExists(file);
      Files.write(file, content);
    }
  }

  private static void write(Map<Attributes.Name, String> attributes, ZipOutputStream zip)
      throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::put);
    zip.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
    manifest.write(zip);
    zip.closeEntry();
  }

  private static void copyPart(
      Path part, List<String> folders, Predicate<String> wanted, ZipOutputStream zip)
      throws IOException {
    if (Files.isDirectory(part)) {
      copyTree(part, folders, wanted, zip);
    } else if (part.toString().endsWith(".jar") && Files.isRegularFile(part)) {
      try (FileSystem inside = FileSystems.newFileSystem(part)) {
        copyTree(inside.getPath("/"), folders, wanted, zip);
      }
    }
  }

  private static void copyTree(
      Path root, List<String> folders, Predicate<String> wanted, ZipOutputStream zip)
      throws IOException {
    for (String folder : folders) {
      Path start = root.resolve(folder);
      if (Files.isDirectory(start)) {
        for (Path file : classFiles(start)) {
          String name = root.relativize(file).toString().replace('\\', '/');
          if (wanted.test(name)) {
            copy(name, Files.readAllBytes(file), zip);
          }
        }
      }
    }
  }

  private static void copy(String name, byte[] content, ZipOutputStream zip) throws IOException {
    boolean isOfTheLab = name.startsWith("initlab/") || !name.endsWith(".class");
    Optional<byte[]> harmless = isOfTheLab ? Optional.of(content) : HarmlessClass.of(content);
    if (harmless.isPresent()) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(harmless.get());
      zip.closeEntry();
    }
  }

  private static List<Path> classFiles(Path start) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(
              file -> file.toString().matches(".*[.](class|csv)")) // tables belong to their classes
          .sorted()
          .toList();
    }
  }
}
