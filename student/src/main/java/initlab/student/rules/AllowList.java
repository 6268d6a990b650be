package initlab.student.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What submissions may use, by type and member. The format stands in allowed.txt. */
public final class AllowList {
  private static final String EXTEND = "extend";

  private final Map<String, Members> types = new HashMap<>();
  private final Set<String> extendable = new HashSet<>();
  private final Set<String> extras = new HashSet<>();

  private AllowList() {}

  /** The members of a type: all but some, or some alone. */
  private record Members(boolean all, Set<String> named) {
    boolean allows(String member) {
      return member.isEmpty() || named.contains(member) != all;
    }
  }

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
      text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(list::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    more.forEach(list::addExtra);
    return list;
  }

  private void add(String line) {
    List<String> words = List.of(line.split("\\s+"));
    if (words.get(0).equals(EXTEND)) {
      extendable.addAll(words.subList(1, words.size()));
      return;
    }
    boolean all = words.contains("*");
    Set<String> named = new HashSet<>();
    for (String word : words.subList(1, words.size())) {
      if (all == word.startsWith("-") && !word.equals("*")) {
        named.add(all ? word.substring(1) : word);
      }
    }
    types.put(words.get(0), new Members(all, named));
  }

  private void addExtra(String extra) {
    extras.add(extra);
    int dot = extra.lastIndexOf('.');
    boolean isMember =
        dot > 0 && dot + 1 < extra.length() && Character.isLowerCase(extra.charAt(dot + 1));
    if (isMember) {
      addMember(extra.substring(0, dot), extra.substring(dot + 1));
    } else {
      add(extra + " *");
      extendable.add(extra);
    }
  }

  /** What the type may be used for besides stays as it is. */
  private void addMember(String type, String member) {
    Members before = members(type);
    boolean all = before != null && before.all();
    Set<String> named = before == null ? new HashSet<>() : new HashSet<>(before.named());
    boolean isChanged = all ? named.remove(member) : named.add(member);
    if (isChanged || before == null) {
      types.put(type, new Members(all, named));
    }
  }

  /**
   * Whether a submission may use something.
   *
   * @param type the binary name of a type
   * @param member a method, constructor ({@code <init>}) or field of it; empty where the type alone
   *     is named
   */
  public boolean allows(String type, String member) {
    Members members = members(type);
    return members != null && members.allows(member);
  }

  /** Whether a class of a submission may extend or implement a type, by its binary name. */
  public boolean mayBeExtended(String type) {
    return extendable.contains(type);
  }

  /** Whether an instructor has allowed a member, or the whole type, by its own name. */
  public boolean isExtra(String type, String member) {
    return extras.contains(type) || extras.contains(type + "." + member);
  }

  /** Whether the list names the member as one that may not be used. */
  public boolean excludes(String type, String member) {
    Members members = members(type);
    return members != null && members.all() && members.named().contains(member);
  }

  private @Nullable Members members(String type) {
    Members members = types.get(type);
    return members != null
        ? members
        : types.get(type.substring(0, type.lastIndexOf('.') + 1) + "*");
  }
}
