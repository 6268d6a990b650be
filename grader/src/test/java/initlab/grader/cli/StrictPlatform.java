package initlab.grader.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Services of an LTI platform that refuse what Moodle and Canvas refuse: another content type, a
 * missing field, someone who is no student, a time that is not later (Moodle's scores.php, Canvas'
 * scores_controller). Its pages hold one entry each.
 */
final class StrictPlatform implements AutoCloseable {
  private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
  private static final String TEACHER =
      "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

  private final HttpServer server;

  /** The users' full names; who is a teacher has a star. */
  final Map<String, String> members = new LinkedHashMap<>();

  /** What stands in the column, by user. */
  final Map<String, JsonNode> scores = new LinkedHashMap<>();

  /** When the requests for scores came that were refused as too early. */
  final List<Instant> throttled = new ArrayList<>();

  /** What was answered to scores, in their order. */
  final List<Integer> answers = new ArrayList<>();

  /** The times that were sent, taken or not. */
  final List<Instant> timestamps = new ArrayList<>();

  /** Where the first page of members says that the next is; empty for where it is. */
  String elsewhere = "";

  /** How many requests are let in before the token is refused once. */
  int letIn = Integer.MAX_VALUE;

  /** How many scores are put off before one is taken. */
  int busy;

  /** How many scores are taken before all others are refused. */
  int most = Integer.MAX_VALUE;

  StrictPlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String lineItem() {
    return "http://localhost:" + server.getAddress().getPort() + "/column?type_id=7";
  }

  String memberships() {
    return "http://localhost:" + server.getAddress().getPort() + "/members?page=0";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (letIn-- == 0) {
        send(exchange, 401, "{}");
        return;
      }
      if (authorization == null || !authorization.matches("Bearer [\\w.-]{100,}")) {
        send(exchange, 401, "{}");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/members" -> members(exchange);
        case "/column/results" -> results(exchange);
        case "/column/scores" -> score(exchange);
        default -> send(exchange, 404, "{}");
      }
    }
  }

  private void members(HttpExchange exchange) throws IOException {
    int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D", ""));
    List<String> users = List.copyOf(members.keySet());
    if (page + 1 < users.size()) {
      String next = memberships().replaceAll("\\d+$", String.valueOf(page + 1));
      String link = elsewhere.isEmpty() ? next : elsewhere;
      exchange.getResponseHeaders().add("Link", "<" + link + ">; rel=\"next\"");
    }
    String user = users.get(page);
    String name = members.getOrDefault(user, "");
    String role = name.endsWith("*") ? TEACHER : LEARNER;
    send(
        exchange,
        200,
        "{\"members\": [{\"user_id\": \"%s\", \"name\": \"%s\", \"status\": \"Active\", \"roles\": [\"%s\"]}]}"
            .formatted(user, name, role));
  }

  private void results(HttpExchange exchange) throws IOException {
    List<String> results = new ArrayList<>();
    scores.forEach(
        (user, score) ->
            results.add(
                "{\"userId\": \"%s\", \"resultScore\": %s, \"resultMaximum\": 10}"
                    .formatted(
                        user,
                        score.get("scoreGiven").asDouble()
                            * 10
                            / score.get("scoreMaximum").asDouble())));
    send(exchange, 200, results.toString());
  }

  private void score(HttpExchange exchange) throws IOException {
    if (busy > 0) {
      busy--;
      throttled.add(Instant.now());
      exchange.getResponseHeaders().add("Retry-After", "1");
      record(exchange, 429);
      return;
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    JsonNode score = new ObjectMapper().readTree(exchange.getRequestBody());
    Instant time = Instant.parse(score.path("timestamp").asText());
    timestamps.add(time);
    String user = score.path("userId").asText();
    boolean isWhole =
        "application/vnd.ims.lis.v1.score+json".equals(type)
            && "type_id=7".equals(exchange.getRequestURI().getQuery())
            && score.path("activityProgress").asText().equals("Completed")
            && score.path("gradingProgress").asText().equals("FullyGraded")
            && score.path("scoreGiven").isNumber();
    boolean isStudent = members.containsKey(user) && !members.getOrDefault(user, "*").endsWith("*");
    JsonNode before = scores.get(user);
    if (scores.size() >= most) {
      record(exchange, 500);
    } else if (!isWhole || Duration.between(time, Instant.now()).abs().toMinutes() > 1) {
      record(exchange, 400);
    } else if (!isStudent || !score.path("scoreMaximum").isNumber()) {
      record(exchange, 422);
    } else if (before != null && !time.isAfter(Instant.parse(before.get("timestamp").asText()))) {
      record(exchange, 409);
    } else {
      scores.put(user, score);
      record(exchange, 200);
    }
  }

  private void record(HttpExchange exchange, int code) throws IOException {
    answers.add(code);
    send(exchange, code, "{}");
  }

  private static void send(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
