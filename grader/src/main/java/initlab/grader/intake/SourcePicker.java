package initlab.grader.intake;

import initlab.grader.intake.Archive.UnreadableArchiveException;
import initlab.grader.intake.FolderFiles.TooManyFilesException;
import initlab.grader.intake.Submission.Content;
import initlab.grader.intake.Submission.Failed;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the one source among what was handed in. */
final class SourcePicker {
  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_ARCHIVE = 32 * 1024 * 1024;
  private static final int MAX_FILES = 10_000;
  private static final int MAX_OTHERS = 3;
  private static final int MAX_SHOWN = 80;
  private static final Pattern SIMILAR =
      Pattern.compile("(?i).*\\.(java|zip|7z|rar|tar|tgz|gz)|initiali[sz]ers.*");

  /** What browsers and platforms make of a name that is there already. */
  private static final Pattern RENAMED =
      Pattern.compile("(?i)(.*_)?Initializers(-\\d+| ?\\(\\d+\\)| - Copy)?\\.java");

  private static final Pattern JAVA = Pattern.compile("(?is).*[.]java([.]txt)?");
  private static final Pattern CLASS =
      Pattern.compile("\\bclass\\s+" + Intake.FILE_NAME.replace(".java", "") + "\\b");

  private static final Pattern OTHER_ARCHIVE = Pattern.compile("(?i).*[.](rar|7z|xz|bz2|gz)");
  private static final Set<String> BUILD_FOLDERS = Set.of("target", "out", "bin", "build");

  /** Of one hand-in: each may be 32 MiB. */
  private static final int MAX_ARCHIVES = 8;

  /** More are compared with each other in minutes, and nobody hands them in. */
  private static final int MAX_SOURCES = 100;

  private SourcePicker() {}

  /** Lists what was handed in. */
  @FunctionalInterface
  interface Handed {
    List<HandedFile> files() throws IOException;
  }

  /** How much of a file may be asked for, by its name: one byte more than is accepted. */
  static int mostThatIsRead(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals(GradescopeExport.METADATA)) {
      return GradescopeExport.MAX_METADATA + 1;
    }
    if (Archive.isNamed(name)) {
      return MAX_ARCHIVE + 1;
    }
    return JAVA.matcher(name).matches() ? MAX_BYTES + 1 : 0;
  }

  /** Whether a name is one that tools leave behind and no student chooses. */
  static boolean isLeftBehindByTools(String name) {
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  /** The source in what was handed in, or why there is none. */
  static Content pick(Handed handed) {
    try {
      return pick(handed.files(), true);
    } catch (TooManyFilesException e) {
      return new Unreadable(Messages.get("intake.many-files", Intake.FILE_NAME));
    } catch (UnreadableArchiveException e) {
      return new Unreadable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Failed(Messages.get("intake.not-read", e.getClass().getSimpleName()));
    } catch (RuntimeException | StackOverflowError e) { // whatever it is, it is this one's alone
      return new Unreadable(Messages.get("archive.broken"));
    } catch (OutOfMemoryError e) { // what was handed in is free again; the others are not to blame
      return new Unreadable(Messages.get("archive.large"));
    }
  }

  private static Content pick(List<HandedFile> all, boolean opensArchives) throws IOException {
    if (all.size() > MAX_FILES) {
      throw new TooManyFilesException();
    }
    List<HandedFile> files = all.stream().filter(file -> !isLeftBehindByTools(file)).toList();
    List<HandedFile> sources = sources(files);
    Map<String, Content> packed = opensArchives ? packed(files) : Map.of();
    if (!sources.isEmpty()) {
      return noticed(oneOf(sources), sources, others(files, sources), packed);
    }
    List<Content> usable =
        packed.values().stream()
            .filter(content -> !(content instanceof Missing))
            .distinct()
            .toList();
    if (usable.isEmpty()) {
      return packed.size() == 1 ? packed.values().iterator().next() : missing(files);
    }
    return usable.size() == 1 ? usable.get(0) : different(List.copyOf(packed.keySet()));
  }

  /** What is in each of the archives; one that is no answer does not get in another's way. */
  private static Map<String, Content> packed(List<HandedFile> files) throws IOException {
    Map<String, Content> packed = new LinkedHashMap<>();
    List<HandedFile> archives =
        files.stream()
            .filter(file -> Archive.isNamed(file.name()) && file.isRegular())
            .limit(MAX_ARCHIVES)
            .toList();
    for (HandedFile archive : archives) {
      try {
        packed.put(archive.path(), inside(archive));
      } catch (UnreadableArchiveException | TooManyFilesException e) {
        if (archives.size() == 1) {
          throw e;
        }
      }
    }
    return packed;
  }

  /** What else might be meant, where the file itself is there. */
  private static List<HandedFile> others(List<HandedFile> files, List<HandedFile> sources)
      throws IOException {
    List<HandedFile> others = new ArrayList<>();
    for (HandedFile file : files) {
      if (!sources.contains(file) && !isSource(file) && isOfTheClass(file)) {
        others.add(file);
      }
    }
    return others;
  }

  /** The teacher reads what was not chosen, or was called otherwise. */
  private static Content noticed(
      Content chosen,
      List<HandedFile> sources,
      List<HandedFile> others,
      Map<String, Content> packed)
      throws IOException {
    if (!(chosen instanceof Source source)) {
      return chosen;
    }
    List<String> notices = new ArrayList<>();
    if (!isSource(sources.get(0))) {
      notices.add(Messages.get("intake.renamed", shown(sources.get(0).path()), Intake.FILE_NAME));
    }
    for (HandedFile other : others) {
      if (!isSame(source(other), chosen)) {
        notices.add(Messages.get("intake.beside", shown(other.path())));
      }
    }
    packed.forEach(
        (name, content) -> {
          if (content instanceof Source && !isSame(content, chosen)) {
            notices.add(Messages.get("intake.beside", shown(name)));
          }
        });
    return new Source(source.text(), notices);
  }

  private static boolean isLeftBehindByTools(HandedFile file) {
    return file.parts().stream().anyMatch(SourcePicker::isLeftBehindByTools);
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
  private static boolean isSource(HandedFile file) {
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
  private static List<HandedFile> sources(List<HandedFile> files) throws IOException {
    List<HandedFile> named = files.stream().filter(SourcePicker::isSource).toList();
    List<HandedFile> own = named.stream().filter(file -> !isBuilt(file)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    if (!named.isEmpty()) {
      return named;
    }
    List<HandedFile> renamed = files.stream().filter(SourcePicker::maybeSource).toList();
    return renamed.isEmpty() ? ofTheClass(files) : renamed;
  }

  private static List<HandedFile> ofTheClass(List<HandedFile> files) throws IOException {
    List<HandedFile> found = new ArrayList<>();
    for (HandedFile file : files.stream().filter(file -> !isBuilt(file)).toList()) {
      if (isOfTheClass(file)) {
        found.add(file);
      }
    }
    return found;
  }

  /** Whether a Java file, whatever it is called, has the class that is asked for. */
  private static boolean isOfTheClass(HandedFile file) throws IOException {
    return JAVA.matcher(file.name()).matches()
        && file.isRegular()
        && source(file) instanceof Source source
        && CLASS.matcher(source.text()).find();
  }

  private static boolean isBuilt(HandedFile file) {
    return file.parts().stream().anyMatch(BUILD_FOLDERS::contains);
  }

  private static Content inside(HandedFile packed) throws IOException {
    byte[] content = packed.content().read(MAX_ARCHIVE + 1);
    if (content.length > MAX_ARCHIVE) {
      return new Unreadable(Messages.get("archive.large"));
    }
    try (Archive archive = Archive.open(packed.name(), content)) {
      return pick(archive.files(), false);
    }
  }

  private static Missing missing(List<HandedFile> files) {
    List<String> others =
        files.stream()
            .map(HandedFile::name)
            .filter(name -> SIMILAR.matcher(name).matches())
            .distinct()
            .limit(MAX_OTHERS)
            .map(SourcePicker::shown)
            .toList();
    return new Missing(
        others.isEmpty()
            ? Messages.get("intake.missing", Intake.FILE_NAME)
            : Messages.get("intake.similar", Intake.FILE_NAME, String.join(", ", others)));
  }

  private static Content oneOf(List<HandedFile> found) throws IOException {
    if (found.size() > MAX_SOURCES) {
      throw new TooManyFilesException();
    }
    Content first = source(found.get(0));
    for (HandedFile other : found.subList(1, found.size())) {
      if (!isSame(source(other), first)) {
        return different(found.stream().map(HandedFile::path).toList());
      }
    }
    return first;
  }

  private static Unreadable different(List<String> paths) {
    List<String> names = paths.stream().limit(MAX_OTHERS).map(SourcePicker::shown).toList();
    return new Unreadable(
        Messages.get("intake.different", paths.size(), Intake.FILE_NAME, String.join(", ", names)));
  }

  /** A name may be as long as an archive lets it be. */
  private static String shown(String name) {
    return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…";
  }

  private static boolean isSame(Content one, Content other) {
    return (one instanceof Source a && other instanceof Source b)
        ? SourceText.withPlainLineEnds(a.text()).equals(SourceText.withPlainLineEnds(b.text()))
        : one.equals(other);
  }

  private static Content source(HandedFile file) throws IOException {
    if (!file.isRegular()) {
      return new Unreadable(Messages.get("intake.no-file", Intake.FILE_NAME));
    }
    byte[] bytes = file.content().read(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return new Unreadable(Messages.get("intake.too-large", Intake.FILE_NAME));
    }
    try {
      return new Source(SourceText.decode(bytes));
    } catch (SourceText.NotTextException e) {
      return new Unreadable(
          Messages.get("intake.unreadable", Intake.FILE_NAME, String.valueOf(e.getMessage())));
    }
  }
}
