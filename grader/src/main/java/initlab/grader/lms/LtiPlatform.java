package initlab.grader.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An LTI 1.3 platform's services: who is in the course (Names and Role Provisioning 2.0), and
 * scores of one line item (Assignment and Grade Services 2.0).
 */
final class LtiPlatform {
  private static final String SCOPES =
      "https://purl.imsglobal.org/spec/lti-ags/scope/score"
          + " https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"
          + " https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*rel=\"?next\"?");
  private static final int MOST_PAGES = 1000;
  private static final int UNAUTHORIZED = 401;

  private final Push.Target target;
  private final ToolKey key;
  private final PatientHttp http;
  private @Nullable String token;
  private Instant last = Instant.EPOCH;

  LtiPlatform(Push.Target target, ToolKey key, PatientHttp http) {
    this.target = target;
    this.key = key;
    this.http = http;
  }

  /** The learners of the course who are active. */
  List<Roster.Member> members() throws IOException {
    String type = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    Map<String, Roster.Member> members = new LinkedHashMap<>();
    for (JsonNode page : pages(target.memberships(), type)) {
      for (JsonNode member : page.path("members")) {
        if (isLearner(member)) {
          String user = text(member, "user_id");
          members.put(
              user,
              new Roster.Member(
                  user, name(member), text(member, "email"), text(member, "lis_person_sourcedid")));
        }
      }
    }
    return List.copyOf(members.values());
  }

  private static String name(JsonNode member) {
    String name = text(member, "name");
    return name.isBlank()
        ? (text(member, "given_name") + " " + text(member, "family_name")).strip()
        : name;
  }

  /** A text; empty for null, which Jackson would write as a word. */
  private static String text(JsonNode member, String key) {
    return member.path(key).asText("");
  }

  private static boolean isLearner(JsonNode member) {
    boolean isActive = member.path("status").asText("Active").equals("Active");
    return isActive
        && StreamSupport.stream(member.path("roles").spliterator(), false)
            .map(JsonNode::asText)
            .anyMatch(role -> role.equals("Learner") || role.endsWith("/membership#Learner"));
  }

  /** The present scores by user, as shares of what the platform counts. */
  Map<String, Double> shares() throws IOException {
    Map<String, Double> shares = new HashMap<>();
    for (JsonNode page :
        pages(
            with(target.lineItem(), "/results"),
            "application/vnd.ims.lis.v2.resultcontainer+json")) {
      for (JsonNode result : page) {
        double max = result.path("resultMaximum").asDouble(1);
        if (result.path("resultScore").isNumber() && max > 0) {
          shares.put(result.path("userId").asText(), result.get("resultScore").asDouble() / max);
        }
      }
    }
    return shares;
  }

  /** A part of a line item's address goes before its query. */
  static URI with(URI lineItem, String part) {
    String text = lineItem.toString();
    int query = text.indexOf('?');
    return URI.create(
        query < 0 ? text + part : text.substring(0, query) + part + text.substring(query));
  }

  /** All pages; the token goes to no other host than the first is from. */
  private List<JsonNode> pages(URI first, String type) throws IOException {
    List<JsonNode> pages = new ArrayList<>();
    Optional<URI> next = Optional.of(first);
    while (next.isPresent() && pages.size() < MOST_PAGES) {
      URI page = next.get();
      requireSamePlace(first, page);
      HttpResponse<String> answer =
          ask(() -> authorized(page).header("Accept", type).GET().build());
      require(answer, page);
      pages.add(new ObjectMapper().readTree(answer.body()));
      next =
          answer.headers().allValues("Link").stream()
              .map(NEXT::matcher)
              .filter(Matcher::find)
              .map(link -> resolved(page, link.group(1)))
              .findFirst();
    }
    if (next.isPresent()) {
      throw new IOException(Messages.get("push.endless", first, MOST_PAGES));
    }
    return pages;
  }

  private static URI resolved(URI page, String link) {
    try {
      return page.resolve(link);
    } catch (IllegalArgumentException e) {
      return URI.create("unreadable:link");
    }
  }

  private static void requireSamePlace(URI first, URI page) throws IOException {
    boolean isSame =
        Objects.equals(first.getScheme(), page.getScheme())
            && Objects.equals(first.getHost(), page.getHost())
            && port(first) == port(page);
    if (!isSame) {
      throw new IOException(Messages.get("push.elsewhere", page));
    }
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 && "https".equals(uri.getScheme()) ? 443 : uri.getPort();
  }

  /**
   * Sends a score.
   *
   * @throws IOException if the platform does not take it; the message says what it answered
   */
  void send(Roster.Entry entry) throws IOException {
    URI scores = with(target.lineItem(), "/scores");
    HttpResponse<String> answer =
        ask(
            () ->
                authorized(scores)
                    .header("Content-Type", "application/vnd.ims.lis.v1.score+json")
                    .POST(BodyPublishers.ofString(score(entry).toString()))
                    .build());
    require(answer, scores);
  }

  private ObjectNode score(Roster.Entry entry) {
    ObjectNode score = JsonNodeFactory.instance.objectNode();
    score.put("userId", entry.user());
    score.put("scoreGiven", entry.report().score());
    score.put("scoreMaximum", entry.report().maxScore());
    score.put("comment", StudentView.cut(StudentView.of(entry.report()).text(), 4000));
    score.put("timestamp", later().toString());
    score.put("activityProgress", "Completed");
    score.put("gradingProgress", "FullyGraded");
    score.putObject("https://canvas.instructure.com/lti/submission").put("new_submission", false);
    return score;
  }

  /** Platforms refuse a score that is no later than the one they have; each try is another. */
  private Instant later() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }

  /** A token is good for an hour: a class can take longer. */
  private HttpResponse<String> ask(PatientHttp.Request request) throws IOException {
    HttpResponse<String> answer = http.send(request);
    if (answer.statusCode() != UNAUTHORIZED) {
      return answer;
    }
    token = null;
    return http.send(request);
  }

  private HttpRequest.Builder authorized(URI uri) throws IOException {
    return PatientHttp.request(uri).header("Authorization", "Bearer " + token());
  }

  private String token() throws IOException {
    String known = token;
    if (known != null) {
      return known;
    }
    HttpResponse<String> answer = http.send(this::tokenRequest);
    require(answer, target.tokenUrl());
    String got = new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    token = got;
    return got;
  }

  private HttpRequest tokenRequest() {
    String assertion = key.assertion(target.clientId(), target.audience(), Instant.now());
    String form =
        PatientHttp.form(
            List.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion,
                "scope",
                SCOPES));
    return PatientHttp.request(target.tokenUrl())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static void require(HttpResponse<String> answer, URI uri) throws IOException {
    if (answer.statusCode() / 100 != 2) {
      String said = StudentView.cut(answer.body().replaceAll("\\s+", " "), 200);
      throw new IOException(
          Messages.get(
              "push.refused", uri.getAuthority() + uri.getPath(), answer.statusCode(), said));
    }
  }
}
