package initlab.student.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What submissions may use, by type and member. The format stands in allowed.txt. */
public final class AllowList {
  private static final String EXTEND = "extend";

  private final Map<String, Set<String>> types = new HashMap<>();
  private final Set<String> whole = new HashSet<>();
  private final Set<String> extendable = new HashSet<>();

  private AllowList() {}

  /**
   * The list that comes with InitLab, and more.
   *
   * @param more what an instructor allows besides: {@code java.io.File}, a whole type, {@code
   *     java.lang.Thread.sleep}, one member, or {@code synchronized}
   */
  public static AllowList standard(List<String> more) {
    AllowList list = new AllowList();
    try (InputStream in = AllowList.class.getResourceAsStream("allowed.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      list.addAll(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    more.forEach(list::addExtra);
    return list;
  }

  private void addAll(String text) {
    String head = "";
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.strip().split("\\s+"));
      boolean goesOn = line.startsWith(" ");
      head = goesOn ? head : words.get(0);
      add(head, goesOn ? words : words.subList(1, words.size()));
    }
  }

  private void add(String head, List<String> words) {
    if (head.equals(EXTEND)) {
      extendable.addAll(words);
    } else {
      types.computeIfAbsent(head, unseen -> new HashSet<>()).addAll(words);
    }
  }

  private void addExtra(String extra) {
    int dot = extra.lastIndexOf('.');
    boolean isMember =
        dot > 0 && dot + 1 < extra.length() && Character.isLowerCase(extra.charAt(dot + 1));
    if (isMember) {
      add(extra.substring(0, dot), List.of(extra.substring(dot + 1)));
    } else {
      add(extra, List.of());
      whole.add(extra);
      extendable.add(extra);
    }
  }

  /** The types that a submission may name, with the members of each that it may use. */
  public Map<String, Set<String>> types() {
    return Collections.unmodifiableMap(types);
  }

  /**
   * Whether a submission may use something: of a type that it may name, what stands there, or
   * stands at the type that it is inherited from.
   *
   * @param type the binary name of a type
   * @param member a method, constructor ({@code <init>}) or field of it; empty where the type alone
   *     is named
   */
  public boolean allows(String type, String member) {
    return types.containsKey(type)
        && (member.isEmpty() || lists(type, member) || allDeclarersList(type, member));
  }

  /** Whether a type has a member, its own or inherited, that may not be used. */
  public boolean refuses(String type, String member) {
    boolean isThere = find(type).filter(found -> !declarers(found, member).isEmpty()).isPresent();
    return isThere && !allows(type, member);
  }

  private boolean lists(String type, String member) {
    return whole.contains(type) || types.getOrDefault(type, Set.of()).contains(member);
  }

  private boolean allDeclarersList(String type, String member) {
    Set<Class<?>> declarers = find(type).map(found -> declarers(found, member)).orElse(Set.of());
    return !declarers.isEmpty()
        && declarers.stream().allMatch(declarer -> lists(declarer.getName(), member));
  }

  /** The types that a submission's classes may extend or implement. */
  public Set<String> extendable() {
    return Collections.unmodifiableSet(extendable);
  }

  /** Whether a class of a submission may extend or implement a type, by its binary name. */
  public boolean mayBeExtended(String type) {
    return extendable.contains(type);
  }

  private static Optional<Class<?>> find(String type) {
    try {
      return Optional.of(Class.forName(type, false, AllowList.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // the submission's own, or nobody's
    }
  }

  /**
   * The types that a member of a type is declared in, the type itself or the nearest that it has it
   * from; none if there is no such member.
   */
  public static Set<Class<?>> declarers(Class<?> type, String member) {
    Set<Class<?>> found = new LinkedHashSet<>();
    addDeclarers(type, member, found);
    if (found.isEmpty() && type.isInterface()) {
      addDeclarers(Object.class, member, found);
    }
    return found;
  }

  private static void addDeclarers(Class<?> type, String member, Set<Class<?>> found) {
    if (declares(type, member)) {
      found.add(type);
    } else if (!member.equals("<init>")) {
      Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
          .forEach(supertype -> addDeclarers(supertype, member, found));
    }
  }

  private static boolean declares(Class<?> type, String member) {
    try {
      return (member.equals("<init>") && !type.isInterface())
          || Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.getName().equals(member))
          || Arrays.stream(type.getDeclaredFields()).anyMatch(f -> f.getName().equals(member));
    } catch (LinkageError e) {
      return true; // it cannot be told, so that the list must name it
    }
  }
}
