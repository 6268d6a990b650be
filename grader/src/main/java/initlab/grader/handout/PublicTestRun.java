package initlab.grader.handout;

import initlab.grader.sandbox.HarnessFault;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The public tests of the handout, compiled from its own sources, to be run with an answer of ours
 * in place of the stubs. Nothing of a student's comes here.
 */
public final class PublicTestRun implements AutoCloseable {
  private static final String STUB = "student/src/main/java/initlab/student/Initializers.java";
  private static final String RESOURCES = "student/src/main/resources/";

  private final Path folder;
  private final Path classes;

  /**
   * Compiles the handout.
   *
   * @throws HarnessFault if it does not compile
   */
  public PublicTestRun() throws IOException {
    folder = Files.createTempDirectory("initlab-handout-");
    classes = Files.createDirectory(folder.resolve("classes"));
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : HandoutFiles.read().entrySet()) {
      String name = file.getKey();
      if (name.startsWith("student/src/") && name.endsWith(".java")) {
        sources.add(write(folder.resolve(name), file.getValue()));
      } else if (name.startsWith(RESOURCES)) {
        write(classes.resolve(name.substring(RESOURCES.length())), file.getValue());
      }
    }
    compile(sources, classes);
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.write(file, content);
  }

  private void compile(List<Path> sources, Path target) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", target.toString());
      var units = files.getJavaFileObjectsFromPaths(sources);
      if (!javac.getTask(said, files, null, options, null, units).call()) {
        throw new HarnessFault("the handout's tests do not compile: " + said, null);
      }
    }
  }

  /** The stubs as they are handed out. */
  public String stubs() throws IOException {
    return Files.readString(folder.resolve(STUB));
  }

  /**
   * The tests with an answer of ours in place of the stubs.
   *
   * @param initializers the source of Initializers.java
   */
  public Answered with(String initializers) throws IOException {
    Path own = Files.createTempDirectory(folder, "answer-");
    Path source = Files.writeString(own.resolve("Initializers.java"), initializers);
    compile(List.of(source), own);
    return new Answered(own);
  }

  /** The tests with an answer. */
  public final class Answered {
    private final Path own;

    private Answered(Path own) {
      this.own = own;
    }

    /** The handout's classes with the answer, as if nothing had run in them. */
    HandoutLoader load() throws IOException {
      return new HandoutLoader(own.toUri().toURL(), classes.toUri().toURL());
    }

    /**
     * Runs the tests, with classes that nothing has run in before.
     *
     * @param exercises whose tests: 1, 2, 3
     * @param withTraining whether the trainings run too, which take a second each
     * @param preparation is given the class Initializers first
     */
    public PublicTestOutcome run(
        Set<Integer> exercises, boolean withTraining, Consumer<Class<?>> preparation) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      try (HandoutLoader loader = load()) {
        preparation.accept(loader.loadClass("initlab.student.Initializers"));
        thread.setContextClassLoader(loader);
        return PublicTestOutcome.of(loader, exercises, withTraining);
      } catch (IOException | ClassNotFoundException e) {
        throw new HarnessFault("the handout's tests cannot be loaded: " + e.getMessage(), e);
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
