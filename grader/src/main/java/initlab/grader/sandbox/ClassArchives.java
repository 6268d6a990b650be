package initlab.grader.sandbox;

import initlab.grader.worker.CompileMain;
import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import initlab.grader.worker.WorkerMain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes the class-data archives that let compilers and workers start in a fraction of the time, by
 * letting one of each do its work once on a source of our own. A JVM that cannot use an archive
 * does without; so does one for which none could be made.
 */
final class ClassArchives {
  private static final long PATIENCE_SECONDS = 60;

  private final SharedClasses classes;

  private final Library library;

  private ClassArchives(SharedClasses classes, Library library) {
    this.classes = classes;
    this.library = library;
  }

  /**
   * Makes what is missing.
   *
   * @param temporary a folder to work in
   */
  static void make(SharedClasses classes, Library library, Path temporary) {
    boolean isThere =
        classes.archive(JvmSize.WORKER).isPresent()
            && classes.archive(JvmSize.COMPILER).isPresent();
    try {
      if (!isThere) {
        new ClassArchives(classes, library).make();
      }
      makeOfGrader(classes, library, temporary);
    } catch (IOException e) {
      return; // it goes without, only slower
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void make() throws IOException, InterruptedException {
    Recording compiler =
        new Recording(
            JvmSize.COMPILER, CompileMain.class, classes.compilerClassPath(), library.type());
    byte[] answer = compiler.ask(library.sample().source());
    compiler.end();
    Recording worker = new Recording(JvmSize.WORKER, WorkerMain.class);
    worker.tell(classFiles(answer));
    worker.ask(questions());
    worker.end();
    compiler.keep();
    worker.keep();
  }

  /** Makes the grader's own, from a class of one. */
  private static void makeOfGrader(SharedClasses classes, Library library, Path temporary)
      throws IOException, InterruptedException {
    Path target = GraderProcess.archiveFile(classes);
    Path written = temporary.resolve("grader.jsa");
    Path course = temporary.resolve("warm-up");
    Path source = Files.createDirectories(course.resolve("one"));
    Files.write(source.resolve(library.fileName()), library.sample().source());
    Optional<List<String>> command =
        GraderProcess.recordingCommand(written, course, temporary.resolve("graded"));
    if (command.isPresent() && !Files.exists(target)) {
      run(command.get());
      Path beside = target.resolveSibling("." + target.getFileName());
      Files.copy(written, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** The answer of a compiler begins with the classes as a worker takes them. */
  private byte[] classFiles(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    for (int left = in.readInt(); left > 0; left--) {
      in.readUTF();
      in.skipNBytes(in.readInt());
    }
    int length = answer.length - in.available();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DataOutputStream(bytes).writeUTF(library.type());
    bytes.write(answer, 0, length);
    return bytes.toByteArray();
  }

  private byte[] questions() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(library.sample().methods().size());
    for (Method method : library.sample().methods()) {
      out.writeLong(Protocol.HELLO_NONCE);
      out.writeUTF(method.name());
      out.writeBoolean(method.hasSeed());
      out.writeInt(2);
      out.writeInt(20);
      out.writeInt(10);
      out.writeLong(1);
    }
    return bytes.toByteArray();
  }

  /** A process that notes which classes it uses, and writes them down when it ends. */
  private final class Recording {
    private final Path target;
    private final Path temporary;
    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    Recording(JvmSize size, Class<?> mainClass, String... arguments) throws IOException {
      target = classes.archiveFile(size);
      temporary = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid());
      List<String> command =
          new ArrayList<>(
              JavaCommand.line(
                  size, Optional.empty(), classes.program(mainClass), List.of(arguments)));
      command.add(1, "-XX:ArchiveClassesAtExit=" + temporary);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().clear();
      process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process
          .onExit()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .exceptionally(
              tooLate -> {
                process.destroyForcibly();
                return process;
              });
      in = new DataInputStream(process.getInputStream());
      out = new DataOutputStream(process.getOutputStream());
      Frame.readFrom(in);
    }

    void tell(byte[] payload) throws IOException {
      new Frame(Protocol.HELLO_NONCE, payload).writeTo(out);
    }

    byte[] ask(byte[] payload) throws IOException {
      tell(payload);
      return Frame.readFrom(in).payload();
    }

    void end() throws IOException {
      out.close();
    }

    /** What cannot be used is no reason to fail. */
    void keep() throws IOException, InterruptedException {
      in.readAllBytes();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && Files.exists(temporary)) {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      }
      process.destroyForcibly();
      Files.deleteIfExists(temporary);
    }
  }
}
