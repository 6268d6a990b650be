package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * Tries what a submission must not be able to do, and says what it could: the grader starts it the
 * way it starts workers before it trusts that way.
 */
public final class CanaryMain {
  private static final int TOO_MANY_THREADS = 300;

  private CanaryMain() {}

  /**
   * Says hello, tries, and answers with what it could do, or an empty text.
   *
   * @param args a file to read, a port of this machine to reach, a folder to write into
   */
  public static void main(String[] args) throws IOException {
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    new Frame(Protocol.HELLO_NONCE, new byte[0]).writeTo(out);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new DataOutputStream(answer)
        .writeUTF(tryEverything(Path.of(args[0]), args[1], Path.of(args[2])));
    new Frame(Protocol.HELLO_NONCE, answer.toByteArray()).writeTo(out);
    Runtime.getRuntime().halt(0);
  }

  private static String tryEverything(Path secret, String port, Path folder) {
    StringJoiner could = new StringJoiner(", ");
    attempt(could, "read a file of the grader", () -> Files.readString(secret));
    attempt(could, "reach a port of this machine", () -> connect(Integer.parseInt(port)));
    attempt(
        could, "write outside its own folder", () -> Files.createFile(folder.resolve("canary")));
    attempt(could, "write to /tmp", () -> Files.createTempFile("canary", ""));
    attempt(could, "see other processes", CanaryMain::seeProcesses);
    attempt(could, "start hundreds of threads", CanaryMain::startThreads);
    return could.toString();
  }

  private static void attempt(StringJoiner could, String what, Attempt attempt) {
    try {
      attempt.run();
      could.add(what);
    } catch (Exception | OutOfMemoryError refused) {
      // as it should be
    }
  }

  private static void connect(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  private static void seeProcesses() throws IOException {
    String[] names = new File("/proc").list((folder, name) -> name.matches("\\d+"));
    if (names == null || names.length < 2) {
      throw new IOException("there are none");
    }
  }

  private static void startThreads() throws InterruptedException {
    for (int i = 0; i < TOO_MANY_THREADS; i++) {
      Thread thread = new Thread(CanaryMain::sleep);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws Exception;
  }
}
