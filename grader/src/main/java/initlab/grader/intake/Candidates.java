package initlab.grader.intake;

import initlab.grader.intake.Submission.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which files of a hand-in may be the one that counts. */
final class Candidates {
  /** What browsers and platforms make of a name that is there already. */
  private static final Pattern RENAMED =
      Pattern.compile("(?i)(.*_)?Initializers(-\\d+| ?\\(\\d+\\)| - Copy)?\\.java");

  private static final Pattern JAVA = Pattern.compile("(?is).*[.]java([.]txt)?");

  private static final Pattern CLASS =
      Pattern.compile("\\bclass\\s+" + Intake.FILE_NAME.replace(".java", "") + "\\b");

  private static final Pattern OTHER_ARCHIVE = Pattern.compile("(?i).*[.](rar|7z|xz|bz2|gz)");

  private static final Set<String> BUILD_FOLDERS = Set.of("target", "out", "bin", "build");

  private static final int MAX_READ = 100;

  private Candidates() {}

  /** Whether a name is one that tools leave behind and no student chooses. */
  static boolean isLeftBehindByTools(String name) {
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  /** Whether it, or a folder that it is in, has such a name. */
  static boolean isLeftBehindByTools(HandedFile file) {
    return file.parts().stream().anyMatch(Candidates::isLeftBehindByTools);
  }

  /** Whether a name is that of an archive that cannot be opened here. */
  static boolean isOtherArchive(String name) {
    return OTHER_ARCHIVE.matcher(name).matches();
  }

  /** Whether a file is called as a Java file, by whatever system. */
  static boolean isJava(String name) {
    return JAVA.matcher(name).matches();
  }

  /** Whether a file has the name of a submission's one file. */
  static boolean isSource(HandedFile file) {
    return file.name().equals(Intake.FILE_NAME);
  }

  /** Whether it is, or may be by another name. */
  private static boolean maybeSource(HandedFile file) {
    return isSource(file) || RENAMED.matcher(file.name()).matches();
  }

  /** Whether it may be what a student hands in: a source, or an archive that is no library. */
  static boolean maybeHandIn(HandedFile file) {
    return maybeSource(file)
        || (Archive.isNamed(file.name()) && !file.name().toLowerCase(Locale.ROOT).endsWith(".jar"));
  }

  /** Build folders and renamed files count only where there is nothing else. */
  static List<HandedFile> sources(List<HandedFile> files) {
    List<HandedFile> named = files.stream().filter(Candidates::isSource).toList();
    List<HandedFile> own = named.stream().filter(file -> !isBuilt(file)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    if (!named.isEmpty()) {
      return named;
    }
    List<HandedFile> renamed = files.stream().filter(Candidates::maybeSource).toList();
    return renamed.isEmpty() ? ofTheClass(files) : renamed;
  }

  /** The files with the class that is asked for, whatever they are called. */
  private static List<HandedFile> ofTheClass(List<HandedFile> files) {
    List<HandedFile> found = new ArrayList<>();
    for (HandedFile file : javaFiles(files)) {
      if (!isBuilt(file) && isOfTheClass(file)) {
        found.add(file);
      }
    }
    return found;
  }

  /** What else might be meant, where the file itself is there. */
  static List<HandedFile> others(List<HandedFile> files, List<HandedFile> sources) {
    List<HandedFile> others = new ArrayList<>();
    for (HandedFile file : javaFiles(files)) {
      if (!sources.contains(file) && !isSource(file) && isOfTheClass(file)) {
        others.add(file);
      }
    }
    return others;
  }

  /** They are all read: of more than anyone writes, the first. */
  private static List<HandedFile> javaFiles(List<HandedFile> files) {
    return files.stream().filter(file -> isJava(file.name())).limit(MAX_READ).toList();
  }

  /** Whether a Java file has the class under a name that says whose it is. */
  static boolean isAnswer(HandedFile file) {
    return isJava(file.name()) && !maybeSource(file) && isOfTheClass(file);
  }

  /** One that cannot be read is not the one that is meant, and no reason to refuse that. */
  private static boolean isOfTheClass(HandedFile file) {
    try {
      return file.isRegular()
          && SourceFile.read(file) instanceof Source source
          && CLASS.matcher(source.text()).find();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean isBuilt(HandedFile file) {
    return file.parts().stream().anyMatch(BUILD_FOLDERS::contains);
  }
}
