package initlab.grader.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blackboard's "download assignment": the files of all attempts side by side, each called after the
 * assignment, the user and the time; a text file for each attempt says what was handed in.
 */
final class BlackboardExport {
  /** {@code Lab 1_ada_attempt_2026-11-20-10-00-00_Answer.java}. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<task>.+?)_(?<user>[^_]+)_attempt_(?<time>\\d{4}(?:-\\d{2}){5})"
              + "(?:_(?<file>.+)|[.]txt)");

  private BlackboardExport() {}

  static boolean isOne(Place place) {
    return !place.isFolder() && NAME.matcher(place.name()).matches();
  }

  /** One submission for each user: the files of the newest attempt. */
  static List<HandIn> handIns(List<Place> places) {
    Map<String, List<Place>> users = new LinkedHashMap<>();
    for (Place place : places) {
      users.computeIfAbsent(group(place, "user"), unseen -> new ArrayList<>()).add(place);
    }
    return users.entrySet().stream().map(user -> entry(user.getKey(), user.getValue())).toList();
  }

  private static HandIn entry(String user, List<Place> places) {
    String newest =
        places.stream()
            .map(place -> group(place, "time"))
            .max(Comparator.naturalOrder())
            .orElse("");
    List<Place> counting = new ArrayList<>();
    List<String> older = new ArrayList<>();
    for (Place place : places) {
      String file = group(place, "file");
      if (!group(place, "time").equals(newest)) {
        older.add(place.name());
      } else if (!file.isEmpty()) {
        counting.add(Export.renamed(place, file));
      }
    }
    Place first = counting.isEmpty() ? places.get(0) : counting.get(0);
    if (counting.isEmpty()) {
      counting.add(new Place(first.name(), true, List::of));
    }
    return new HandIn(first.name(), Identity.named(user), null, counting, older);
  }

  private static String group(Place place, String name) {
    Matcher matcher = NAME.matcher(place.name());
    String group = matcher.matches() ? matcher.group(name) : null;
    return group == null ? "" : group;
  }
}
