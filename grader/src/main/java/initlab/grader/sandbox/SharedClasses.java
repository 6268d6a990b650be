package initlab.grader.sandbox;

import initlab.grader.worker.CompileMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The jars that our processes run from, taken out of the grader's own class path: what a submission
 * may use, and the worker's own classes. No grader and no reference class is in them.
 */
final class SharedClasses {
  /** The matrix library and what it needs. */
  private static final List<String> MATRICES =
      List.of("org/ejml/", "pabeles/concurrency/", "org/jspecify/");

  private static final String WORKER = "initlab/grader/worker/";
  private static final String LIBRARY_JAR = "library.jar";
  private static final String HANDOUT_JAR = "handout.jar";
  private static final String WORKER_JAR = "worker.jar";
  private static final String SUMS = "sums";

  /** With what of javac's own a compiler keeps open what javac opens for every source. */
  private static final Map<Attributes.Name, String> COMPILER =
      Map.of(
          Attributes.Name.MAIN_CLASS,
          CompileMain.class.getName(),
          new Attributes.Name("Add-Exports"),
          "jdk.compiler/com.sun.tools.javac.platform");

  private final Path folder;
  private final List<ClassJar> written;

  private SharedClasses(Path folder, List<ClassJar> written) {
    this.folder = folder;
    this.written = written;
  }

  /** The jars that lie in a folder, written by {@link #write} at some time. */
  static SharedClasses in(Path folder) {
    return new SharedClasses(folder, List.of());
  }

  /** Whether the jars are as they were written. */
  boolean isWhole() {
    try {
      return sums(folder).equals(Files.readString(folder.resolve(SUMS)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String sums(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (String name : List.of(LIBRARY_JAR, HANDOUT_JAR, WORKER_JAR)) {
      CRC32C sum = new CRC32C();
      sum.update(Files.readAllBytes(folder.resolve(name)));
      sums.append(name).append(' ').append(Long.toHexString(sum.getValue())).append('\n');
    }
    return sums.toString();
  }

  /** Writes the jars into a folder, readable for all. */
  static SharedClasses write(Path folder, Library library) throws IOException {
    List<ClassJar> jars =
        List.of(
            new ClassJar(
                folder.resolve(LIBRARY_JAR),
                Map.of(),
                with(MATRICES, library),
                name -> isOf(MATRICES, name) || library.shared().test(name)),
            new ClassJar(
                folder.resolve(HANDOUT_JAR), Map.of(), library.folders(), library.compileOnly()),
            new ClassJar(
                folder.resolve(WORKER_JAR),
                COMPILER,
                with(List.of(WORKER), library),
                name -> name.startsWith(WORKER) || library.beside().test(name)));
    Files.writeString(folder.resolve(SUMS), sums(folder));
    if (Host.isLinux()) {
      for (ClassJar jar : jars) {
        Files.setPosixFilePermissions(jar.file(), PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
    return new SharedClasses(folder, jars);
  }

  private static List<String> with(List<String> own, Library library) {
    return Stream.concat(own.stream(), library.folders().stream()).toList();
  }

  private static boolean isOf(List<String> folders, String name) {
    return folders.stream().anyMatch(name::startsWith);
  }

  Path folder() {
    return folder;
  }

  /** The class path of a submission, for javac. */
  String compilerClassPath() {
    return folder.resolve(LIBRARY_JAR) + File.pathSeparator + folder.resolve(HANDOUT_JAR);
  }

  /** The class path of a worker process. */
  String workerClassPath() {
    return folder.resolve(WORKER_JAR) + File.pathSeparator + folder.resolve(LIBRARY_JAR);
  }

  /** What a JVM is to run: its class path and main class, or the jar of the compiler. */
  List<String> program(Class<?> mainClass) {
    return mainClass == CompileMain.class
        ? List.of("-jar", folder.resolve(WORKER_JAR).toString())
        : List.of("-cp", workerClassPath(), mainClass.getName());
  }

  /** The class-data archive for JVMs of a size, if one has been made. */
  Optional<Path> archive(JvmSize size) {
    return Optional.of(archiveFile(size)).filter(Files::isRegularFile);
  }

  Path archiveFile(JvmSize size) {
    return folder.resolve("jvm-%dm.jsa".formatted(size.heapMegabytes()));
  }

  /** Undoes what a submission of the same user may have done to the classes of the next. */
  void restore() {
    try {
      for (ClassJar jar : written) {
        jar.restore();
      }
    } catch (IOException e) {
      throw new HarnessFault("the worker's classes cannot be written: " + e.getMessage(), e);
    }
  }
}
