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
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the one source among what was handed in. */
final class SourcePicker {
  private static final int MAX_ARCHIVE = 32 * 1024 * 1024;
  private static final int MAX_FILES = 10_000;
  private static final int MAX_OTHERS = 3;
  private static final int MAX_SHOWN = 80;
  private static final Pattern SIMILAR =
      Pattern.compile("(?i).*\\.(java|zip|7z|rar|tar|tgz|gz)|initiali[sz]ers.*");

  /** Of one hand-in: each may be 32 MiB. */
  private static final int MAX_ARCHIVES = 8;

  /** More are compared with each other in minutes, and nobody hands them in. */
  private static final int MAX_SOURCES = 100;

  private final Candidates candidates;

  SourcePicker(Candidates candidates) {
    this.candidates = candidates;
  }

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
    if (name.equals(Attempts.SETTINGS)) {
      return Attempts.MAX_SETTINGS;
    }
    if (Archive.isNamed(name)) {
      return MAX_ARCHIVE + 1;
    }
    return Candidates.isJava(name) ? SourceFile.MAX_BYTES + 1 : 0;
  }

  /** The source in what was handed in, or why there is none. */
  Content pick(Handed handed) {
    return guarded(() -> pick(handed.files(), true));
  }

  /** Reads something of a hand-in; what comes of it is that hand-in's alone. */
  @FunctionalInterface
  private interface Reading {
    Content read() throws IOException;
  }

  private Content guarded(Reading reading) {
    try {
      return reading.read();
    } catch (TooManyFilesException e) {
      return new Unreadable(Messages.get("intake.many-files", candidates.fileName()));
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

  private Content pick(List<HandedFile> all, boolean opensArchives) throws IOException {
    if (all.size() > MAX_FILES) {
      throw new TooManyFilesException();
    }
    List<HandedFile> files =
        all.stream().filter(file -> !Candidates.isLeftBehindByTools(file)).toList();
    List<HandedFile> sources = candidates.sources(files);
    Map<String, Content> packed = opensArchives ? packed(files) : Map.of();
    return sources.isEmpty()
        ? ofPacked(packed, files)
        : noticed(oneOf(sources), sources, candidates.others(files, sources), packed);
  }

  /**
   * What is in each archive: one that is broken, or is no answer, does not get in another's way.
   */
  private Map<String, Content> packed(List<HandedFile> files) {
    Map<String, Content> packed = new LinkedHashMap<>();
    files.stream()
        .filter(file -> Archive.isNamed(file.name()) && file.isRegular())
        .limit(MAX_ARCHIVES)
        .forEach(archive -> packed.put(archive.path(), pick(archive)));
    return packed;
  }

  private Content pick(HandedFile archive) {
    return guarded(() -> inside(archive));
  }

  /** The one source in archives, where there is none beside them. */
  private Content ofPacked(Map<String, Content> packed, List<HandedFile> files) {
    Map<String, Content> found = new LinkedHashMap<>(packed);
    found.values().removeIf(content -> !(content instanceof Source));
    if (!found.isEmpty()) {
      Content first = found.values().iterator().next();
      boolean isOne = found.values().stream().allMatch(other -> SourceFile.isSame(other, first));
      return isOne ? first : different(List.copyOf(found.keySet()));
    }
    return packed.values().stream()
        .filter(content -> packed.size() == 1 || !(content instanceof Missing))
        .findFirst()
        .orElseGet(() -> missing(files));
  }

  /** The teacher reads what was not chosen, or was called otherwise. */
  private Content noticed(
      Content chosen,
      List<HandedFile> sources,
      List<HandedFile> others,
      Map<String, Content> packed)
      throws IOException {
    if (!(chosen instanceof Source source)) {
      return chosen;
    }
    List<String> notices = new ArrayList<>(source.notices());
    if (!candidates.isSource(sources.get(0))) {
      notices.add(
          Messages.get("intake.renamed", shown(sources.get(0).path()), candidates.fileName()));
    }
    for (HandedFile other : others) {
      if (!SourceFile.isSame(SourceFile.read(other, candidates.fileName()), chosen)) {
        notices.add(Messages.get("intake.beside", shown(other.path())));
      }
    }
    packed.forEach(
        (name, content) -> {
          if (content instanceof Source && !SourceFile.isSame(content, chosen)) {
            notices.add(Messages.get("intake.beside", shown(name)));
          }
        });
    return new Source(source.text(), notices);
  }

  private Content inside(HandedFile packed) throws IOException {
    byte[] content = packed.content().read(MAX_ARCHIVE + 1);
    if (content.length > MAX_ARCHIVE) {
      return new Unreadable(Messages.get("archive.large"));
    }
    try (Archive archive = Archive.open(packed.name(), content)) {
      return pick(archive.files(), false);
    }
  }

  private Missing missing(List<HandedFile> files) {
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
            ? Messages.get("intake.missing", candidates.fileName())
            : Messages.get("intake.similar", candidates.fileName(), String.join(", ", others)));
  }

  private Content oneOf(List<HandedFile> found) throws IOException {
    if (found.size() > MAX_SOURCES) {
      throw new TooManyFilesException();
    }
    Content first = SourceFile.read(found.get(0), candidates.fileName());
    for (HandedFile other : found.subList(1, found.size())) {
      if (!SourceFile.isSame(SourceFile.read(other, candidates.fileName()), first)) {
        return different(found.stream().map(HandedFile::path).toList());
      }
    }
    return first;
  }

  private Unreadable different(List<String> paths) {
    List<String> names = paths.stream().limit(MAX_OTHERS).map(SourcePicker::shown).toList();
    return new Unreadable(
        Messages.get(
            "intake.different", paths.size(), candidates.fileName(), String.join(", ", names)));
  }

  /** A name may be as long as an archive lets it be. */
  private static String shown(String name) {
    return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…";
  }
}
