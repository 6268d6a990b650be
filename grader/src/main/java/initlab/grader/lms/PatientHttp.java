package initlab.grader.lms;

import initlab.grader.text.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Sends requests no faster than a platform wants them: at most so many a second, later if it says
 * so ({@code Retry-After}), and again where it was busy.
 */
final class PatientHttp {
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
  private static final int MOST_TRIES = 5;
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
  private final Duration between;
  private Instant next = Instant.EPOCH;

  /**
   * A sender.
   *
   * @param perSecond the most requests a second
   */
  PatientHttp(double perSecond) {
    between = Duration.ofNanos((long) (1e9 / perSecond));
  }

  /** Makes a request, which is another at each try. */
  interface Request {
    HttpRequest make() throws IOException;
  }

  /** A request that is not waited for without end. */
  static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(LONGEST_ANSWER);
  }

  HttpResponse<String> send(Request request) throws IOException {
    HttpResponse<String> answer = sendOnce(request);
    for (int tries = 1; tries < MOST_TRIES && BUSY.contains(answer.statusCode()); tries++) {
      Duration wait = wait(answer, tries);
      if (wait.compareTo(LONGEST_WAIT) > 0) {
        return answer;
      }
      sleep(wait);
      answer = sendOnce(request);
    }
    return answer;
  }

  private HttpResponse<String> sendOnce(Request request) throws IOException {
    HttpRequest made = request.make(); // may send another before: for a token
    Instant now = Instant.now();
    if (next.isAfter(now)) {
      sleep(Duration.between(now, next));
    }
    next = Instant.now().plus(between);
    try {
      return client.send(made, BodyHandlers.ofString());
    } catch (ConnectException | HttpTimeoutException e) {
      throw new IOException(Messages.get("push.silent", made.uri().getAuthority()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Duration wait(HttpResponse<String> answer, int tries) {
    String after = answer.headers().firstValue("Retry-After").orElse("");
    try {
      return after.matches("\\d{1,6}")
          ? Duration.ofSeconds(Long.parseLong(after))
          : Duration.between(
              Instant.now(),
              ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Duration.ofSeconds(1L << (tries - 1));
    }
  }

  private static void sleep(Duration duration) throws IOException {
    try {
      Thread.sleep(Math.max(0, duration.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Names and values, one after the other, as a form sends them. */
  static String form(List<String> pairs) {
    StringJoiner form = new StringJoiner("&");
    for (int i = 0; i < pairs.size(); i += 2) {
      form.add(encoded(pairs.get(i)) + "=" + encoded(pairs.get(i + 1)));
    }
    return form.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
