package initlab.grader.grading;

import initlab.grader.rubric.CheckState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Code that has passed every check. Many of a class write the same, in other lines and with other
 * names for their variables. What provably leaves nothing behind gives the same answers to the same
 * questions (but for one that is at the end of its stack or its time), so it is asked them once;
 * with a course's secret everyone is asked others.
 */
final class RightCode {
  private static final int MOST = 10_000;

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** Whether code of a hash has passed every check before. */
  boolean isKnown(Optional<String> hash) {
    return hash.filter(known::contains).isPresent();
  }

  /** Notes the hash of code if its report says that it has passed every check. */
  void note(Optional<String> hash, GradeReport report) {
    boolean isRight =
        report.checks().stream().allMatch(check -> check.state() == CheckState.PASSED);
    if (isRight && known.size() < MOST) {
      hash.ifPresent(known::add);
    }
  }

  /**
   * What class files do, whatever stands in which line: a hash over them, by binary name. None for
   * code that is near the limits of a class file: written anew it may need more bytes than they
   * let.
   */
  static Optional<String> hash(Map<String, byte[]> classes) {
    try {
      StringBuilder all = new StringBuilder();
      new TreeMap<>(classes)
          .forEach((name, bytes) -> all.append(name).append(' ').append(hash(bytes)).append('\n'));
      return Optional.of(DigestUtils.sha256Hex(all.toString()));
    } catch (MethodTooLargeException | ClassTooLargeException e) {
      return Optional.empty();
    }
  }

  private static String hash(byte[] bytes) {
    ClassWriter code = new ClassWriter(0);
    new ClassReader(bytes).accept(code, ClassReader.SKIP_DEBUG);
    return DigestUtils.sha256Hex(code.toByteArray());
  }
}
