package initlab.grader.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a source that of one student. */
public final class OwnCode {
  private static final String FIELD = "$0 private static final int STUDENT = ";

  private OwnCode() {}

  /** A source, in whatever encoding, with a field more: nobody else's class files are the same. */
  public static byte[] of(byte[] source, int student) {
    String text = new String(source, StandardCharsets.ISO_8859_1);
    String own = text.replaceFirst("class Initializers[^{]*\\{", FIELD + student + ";");
    return commented(own.getBytes(StandardCharsets.ISO_8859_1), student);
  }

  /** A source with a comment more: the class files stay the same. */
  public static byte[] commented(byte[] source, int student) {
    String text = new String(source, StandardCharsets.ISO_8859_1);
    return (text + "\n// by student " + student + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Writes a file anew, with a field more. */
  public static void in(Path file, int student) throws IOException {
    Files.write(file, of(Files.readAllBytes(file), student));
  }
}
