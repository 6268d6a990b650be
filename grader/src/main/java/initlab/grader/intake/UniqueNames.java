package initlab.grader.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that every file system takes, and that are told apart on each of them. */
final class UniqueNames {
  /** File systems have 255, and a name may get a number behind it. */
  private static final int MAX_BYTES = 200;

  private final Set<String> taken = new HashSet<>();

  /** A name of its own for what is called so. */
  String of(String name) {
    String base = safe(name);
    String unique = base;
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = base + "~" + i;
    }
    return unique;
  }

  /** Devices on Windows, whatever extension they have. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)([.].*)?", Pattern.CASE_INSENSITIVE);

  /** A name with what no file name should have replaced by "_". */
  private static String safe(String text) {
    String bare = DEVICE.matcher(text).matches() ? "_" + text : text;
    String safe =
        bare.replaceAll("[. ]+$", "_")
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]", "_");
    String name = safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
    while (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return name;
  }
}
