package initlab.grader.sandbox;

import initlab.grader.worker.CanaryMain;
import initlab.grader.worker.Protocol;
import initlab.grader.worker.WorkerMain;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Chooses the isolation: bubblewrap if it holds against a canary, else what is left. */
final class Canary {
  private Canary() {}

  static Isolation choose(Processes processes, Path folder, SharedClasses classes) {
    try {
      Bubblewrap bubblewrap = Bubblewrap.find(folder);
      String leaks = leaks(bubblewrap, processes, classes);
      return leaks.isEmpty()
          ? bubblewrap
          : new ReducedIsolation("in bubblewrap a process could " + leaks);
    } catch (IOException e) {
      return new ReducedIsolation(String.valueOf(e.getMessage()));
    } catch (HarnessFault | CallFailure e) {
      return new ReducedIsolation(
          "bubblewrap does not run here (no user namespaces, or a Java that other users cannot read)");
    }
  }

  /** Whether a worker says hello. */
  static boolean canStart(Isolation isolation, Processes processes, SharedClasses classes) {
    try (JavaProcess worker =
        processes.start(isolation, classes, JvmSize.WORKER, WorkerMain.class)) {
      return worker.isAlive();
    } catch (HarnessFault e) {
      return false;
    }
  }

  /** What a process in that isolation can do that it must not; empty if nothing. */
  static String leaks(Isolation isolation, Processes processes, SharedClasses classes)
      throws IOException {
    try (TemporaryFolder temporary = new TemporaryFolder();
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path folder = temporary.path();
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      Path secret = Files.writeString(folder.resolve("secret"), "not for you");
      try (JavaProcess canary =
          processes.start(
              isolation,
              classes,
              JvmSize.WORKER,
              CanaryMain.class,
              secret.toString(),
              String.valueOf(listener.getLocalPort()),
              folder.toString())) {
        byte[] answer = canary.read(Protocol.HELLO_NONCE, Limits.START);
        return new DataInputStream(new ByteArrayInputStream(answer)).readUTF();
      }
    }
  }
}
