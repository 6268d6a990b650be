package initlab.grader.grading;

import initlab.grader.rubric.CheckState;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Code that has passed every check. Many of a class write the same, in other lines and with other
 * names for their variables. What provably leaves nothing behind answers the same questions in the
 * same way, so it is asked them once; with a course's secret everyone is asked others.
 */
final class RightCode {
  private static final int MOST = 10_000;

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** Whether code has passed every check before. */
  boolean isKnown(String code) {
    return known.contains(code);
  }

  /** Notes code if its report says that it has passed every check. */
  void note(String code, GradeReport report) {
    boolean isRight =
        report.checks().stream().allMatch(check -> check.state() == CheckState.PASSED);
    if (isRight && known.size() < MOST) {
      known.add(code);
    }
  }

  /** What class files do, whatever stands in which line: a hash over them, by binary name. */
  static String hash(Map<String, byte[]> classes) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(classes)
        .forEach((name, bytes) -> all.append(name).append(' ').append(hash(bytes)).append('\n'));
    return DigestUtils.sha256Hex(all.toString());
  }

  private static String hash(byte[] bytes) {
    ClassWriter code = new ClassWriter(0);
    new ClassReader(bytes).accept(code, ClassReader.SKIP_DEBUG);
    return DigestUtils.sha256Hex(code.toByteArray());
  }
}
