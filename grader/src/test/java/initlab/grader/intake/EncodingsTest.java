package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.intake.Submission.Source;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guess at an encoding must not change what a source says to javac; and it is named. */
class EncodingsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "windows-1252 | windows-1252 | System.out.println(\"initialisé\\n\");",
        "windows-1252 | windows-1252 | System.out.print(\"é\\\"à\"); // déjà écrit, où ça ?",
        "windows-1252 | windows-1252 | double größe = 1; // für später, übrigens",
        "GBK | GB18030 | System.out.println(\"初始化权重\\n\"); // 输出",
        "GBK | GB18030 | // 朱镕基",
        "GB18030 | GB18030 | // 㐀 初始化",
        "UTF-8 | UTF-8 | System.out.println(\"é\\n 初始化\");"
      })
  void aSourceIsReadAsItWasWritten(String charset, String guess, String line) throws IOException {
    String text = "public final class Initializers { void m() {\n" + line + "\n} }\n";
    Path file = folder.resolve("Initializers.java");
    Files.write(file, text.getBytes(Charset.forName(charset)));
    Source source = (Source) Intake.read("Initializers.java", file).content();
    assertEquals(text, source.text());
    String notice = guess.equals("UTF-8") ? "[]" : "[read as " + guess + ", as it is not UTF-8]";
    assertEquals(notice, source.notices().toString());
  }

  /** Of other codes of East Asia no backslash comes free, as the pairs of bytes are the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Big5 | 功能說明：初始化權重", "Shift_JIS | ソート表を初期化する予定", "EUC-KR | 가중치 초기화"})
  void pairsOfOtherCodesStayPairs(String charset, String words) throws IOException {
    String before = "public final class Initializers { String s = \"";
    String text = before + words + "\\n\"; }\n";
    Path file = folder.resolve("Initializers.java");
    Files.write(file, text.getBytes(Charset.forName(charset)));
    String read = ((Source) Intake.read("Initializers.java", file).content()).text();
    assertEquals(before, read.substring(0, before.length()));
    assertEquals("\\n\"; }\n", read.substring(read.length() - 7));
    assertEquals(read.indexOf('\\'), read.length() - 7);
  }
}
