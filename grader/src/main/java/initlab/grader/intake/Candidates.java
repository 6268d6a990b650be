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
  private static final Pattern JAVA = Pattern.compile("(?is).*[.]java([.]txt)?");

  private static final Pattern OTHER_ARCHIVE = Pattern.compile("(?i).*[.](rar|7z|xz|bz2|gz)");

  private static final Set<String> BUILD_FOLDERS = Set.of("target", "out", "bin", "build");

  private static final int MAX_READ = 100;

  private final String fileName;

  /** What browsers and platforms make of a name that is there already. */
  private final Pattern renamed;

  private final Pattern ofClass;

  /** Candidates for the one file with a name. */
  Candidates(String fileName) {
    String name = Pattern.quote(fileName.replace(".java", ""));
    this.fileName = fileName;
    this.renamed = Pattern.compile("(?i)(.*_)?" + name + "(-\\d+| ?\\(\\d+\\)| - Copy)?\\.java");
    this.ofClass = Pattern.compile("\\bclass\\s+" + name + "\\b");
  }

  /** The name of the one file. */
  String fileName() {
    return fileName;
  }

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
  boolean isSource(HandedFile file) {
    return file.name().equals(fileName);
  }

  /** Whether it is, or may be by another name. */
  private boolean maybeSource(HandedFile file) {
    return isSource(file) || renamed.matcher(file.name()).matches();
  }

  /** Whether it may be what a student hands in: a source, or an archive that is no library. */
  boolean maybeHandIn(HandedFile file) {
    return maybeSource(file)
        || (Archive.isNamed(file.name()) && !file.name().toLowerCase(Locale.ROOT).endsWith(".jar"));
  }

  /** Build folders and renamed files count only where there is nothing else. */
  List<HandedFile> sources(List<HandedFile> files) {
    List<HandedFile> named = files.stream().filter(this::isSource).toList();
    List<HandedFile> own = named.stream().filter(file -> !isBuilt(file)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    if (!named.isEmpty()) {
      return named;
    }
    List<HandedFile> renamed = files.stream().filter(this::maybeSource).toList();
    return renamed.isEmpty() ? ofTheClass(files) : renamed;
  }

  /** The files with the class that is asked for, whatever they are called. */
  private List<HandedFile> ofTheClass(List<HandedFile> files) {
    List<HandedFile> found = new ArrayList<>();
    for (HandedFile file : javaFiles(files)) {
      if (!isBuilt(file) && isOfTheClass(file)) {
        found.add(file);
      }
    }
    return found;
  }

  /** What else might be meant, where the file itself is there. */
  List<HandedFile> others(List<HandedFile> files, List<HandedFile> sources) {
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
  boolean isAnswer(HandedFile file) {
    return isJava(file.name()) && !maybeSource(file) && isOfTheClass(file);
  }

  /** One that cannot be read is not the one that is meant, and no reason to refuse that. */
  private boolean isOfTheClass(HandedFile file) {
    try {
      return file.isRegular()
          && SourceFile.read(file, fileName) instanceof Source source
          && ofClass.matcher(source.text()).find();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean isBuilt(HandedFile file) {
    return file.parts().stream().anyMatch(BUILD_FOLDERS::contains);
  }
}
