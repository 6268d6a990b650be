package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores go to an LTI platform once, and only those that are grades. */
class PushTest {
  @TempDir private static Path folder;
  private static KeyPair pair;

  private final MockOAuth2Server tokens = new MockOAuth2Server();
  private StrictPlatform platform;

  @BeforeAll
  static void gradeAClass() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
    String pem = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
    QuickClass students = new QuickClass(folder);
    students.handIn("Ada Lovelace/Initializers.java", "right/plain");
    students.handIn("Bob Loop/Initializers.java", "odd/syntax-error");
    students.handIn("Eve Rejected/Initializers.java", "odd/no-package-line");
    students.handIn("Grace Hopper/Initializers.java", "known/zeros-ones");
    students.handIn("Stranger/Initializers.java", "right/plain");
    students.grade();
  }

  @BeforeEach
  void aPlatform() throws IOException {
    tokens.start();
    platform = new StrictPlatform();
    platform.members.put("u-ada", "Ada Lovelace");
    platform.members.put("u-teacher", "Charles Babbage*");
    platform.members.put("u-bob", "Bob Loop");
    platform.members.put("u-eve", "Eve Rejected");
    platform.members.put("u-grace", "Grace Hopper");
    platform.members.put("u-idle", "Idle Student");
  }

  @AfterEach
  void stop() {
    platform.close();
    tokens.shutdown();
  }

  private CliRun push(String... more) {
    return pushWith(folder.resolve("key.pem"), more);
  }

  private CliRun pushWith(Path key, String... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "push",
                folder.resolve("results"),
                "--line-item",
                platform.lineItem(),
                "--memberships",
                platform.memberships(),
                "--token-url",
                tokens.tokenEndpointUrl("platform"),
                "--client-id",
                "initlab-tool",
                "--key",
                key,
                "--key-id",
                "k1",
                "--rate",
                "100"));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray());
  }

  @Test
  void firstItSaysWhatWouldChangeAndSendsNothing() {
    CliRun dry = push();
    assertEquals(0, dry.exitCode(), dry.err());
    assertEquals(List.of(), platform.answers);
    for (String line :
        List.of("Ada Lovelace: none -> 100", "Bob Loop: none -> 0", "Grace Hopper: none -> 60")) {
      assertTrue(dry.out().contains(line), dry.out());
    }
    assertTrue(dry.out().contains("3 scores would be sent, 0 are there already"), dry.out());
  }

  @Test
  void gradesAreSentOnceAndWhoHasNoneIsNamed() {
    CliRun first = push("--send");
    assertEquals(0, first.exitCode(), first.out() + first.err());
    assertEquals(List.of(200, 200, 200), platform.answers);
    assertEquals(100, platform.scores.get("u-ada").get("scoreGiven").asDouble());
    assertEquals(60, platform.scores.get("u-grace").get("scoreGiven").asDouble());
    assertFalse(platform.scores.containsKey("u-eve"), "rejected is no grade");
    assertFalse(platform.scores.containsKey("u-teacher"));
    assertTrue(first.out().contains("Eve Rejected"), first.out());
    assertTrue(first.out().contains("Stranger"), "of whom there is no member");
    CliRun second = push("--send");
    assertEquals(List.of(200, 200, 200), platform.answers, "nothing is sent twice");
    assertTrue(second.out().contains("0 scores were sent, 3 were there already"), second.out());
  }

  @Test
  void rejectedIsAZeroOnlyIfTheInstructorSaysSo() {
    assertEquals(0, push("--send", "--zeros").exitCode());
    assertEquals(0, platform.scores.get("u-eve").get("scoreGiven").asDouble());
  }

  @Test
  void whoIsToldToWaitWaitsAndComesWithALaterTime() {
    platform.busy = 2;
    CliRun run = push("--send");
    assertEquals(0, run.exitCode(), run.out());
    assertEquals(List.of(429, 429, 200, 200, 200), platform.answers);
    long waited =
        platform.throttled.get(1).toEpochMilli() - platform.throttled.get(0).toEpochMilli();
    assertTrue(waited >= 1000, waited + " ms");
    List<java.time.Instant> times = platform.timestamps;
    for (int i = 1; i < times.size(); i++) {
      assertTrue(times.get(i).isAfter(times.get(i - 1)), times::toString);
    }
  }

  @Test
  void aTokenThatHasExpiredIsExchanged() {
    platform.letIn = 8; // in the midst of the scores
    CliRun run = push("--send");
    assertEquals(0, run.exitCode(), run.out());
    assertEquals(3, platform.scores.size());
    assertEquals(List.of(200, 200, 200), platform.answers);
  }

  @Test
  void whatEndedEarlyGoesOn() {
    platform.most = 1;
    CliRun broken = push("--send");
    assertEquals(4, broken.exitCode());
    assertTrue(
        broken.out().contains("1 scores were sent, 0 were there already, 2 were refused"),
        broken.out());
    platform.most = Integer.MAX_VALUE;
    CliRun again = push("--send");
    assertTrue(again.out().contains("2 scores were sent, 1 were there already"), again.out());
    assertEquals(3, platform.scores.size());
  }

  @Test
  void itSaysWhoItIsByASignatureAndShowsNoKeyAndNoToken() throws Exception {
    CliRun run = push("--send");
    RecordedRequest request = tokens.takeRequest();
    Map<String, String> form = new HashMap<>();
    Arrays.stream(request.getBody().readUtf8().split("&", -1))
        .forEach(
            pair ->
                form.put(
                    pair.replaceFirst("=.*", ""),
                    URLDecoder.decode(pair.replaceFirst("[^=]*=", ""), StandardCharsets.UTF_8)));
    assertEquals("client_credentials", form.get("grant_type"));
    SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
    assertTrue(assertion.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())));
    assertEquals("k1", assertion.getHeader().getKeyID());
    assertEquals("initlab-tool", assertion.getJWTClaimsSet().getIssuer());
    assertEquals("initlab-tool", assertion.getJWTClaimsSet().getSubject());
    assertEquals(
        List.of(tokens.tokenEndpointUrl("platform").toString()),
        assertion.getJWTClaimsSet().getAudience());
    assertTrue(form.get("scope").contains("lti-ags/scope/score"));
    String said = run.out() + run.err();
    assertFalse(said.contains("eyJ") || said.contains("PRIVATE"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/members?page=1",
        "https://localhost/members?page=1",
        "http://[bad/members",
        "ftp://localhost/x"
      })
  void noTokenGoesWhereAPageSaysThatTheNextIs(String elsewhere) {
    platform.elsewhere = elsewhere;
    CliRun run = push("--send");
    assertEquals(4, run.exitCode(), run.out());
    assertTrue(run.err().contains("it gets no token of ours"), run.err());
    assertEquals(List.of(), platform.answers);
  }

  @Test
  void noTokenGoesOverAnOpenLine() {
    CliRun open =
        CliRun.of(
            "push", folder.resolve("results"),
            "--line-item", "http://93.184.216.34/column",
            "--memberships", platform.memberships(),
            "--token-url", tokens.tokenEndpointUrl("platform"),
            "--client-id", "initlab-tool",
            "--key", folder.resolve("key.pem"));
    assertEquals(2, open.exitCode());
    assertTrue(open.err().contains("is not https"), open.err());
  }

  @Test
  void whatIsNoKeyIsSaidToBeNone() throws IOException {
    Path none =
        Files.writeString(folder.resolve("none.pem"), "-----BEGIN RSA PRIVATE KEY-----\nx\n");
    CliRun run = pushWith(none);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("openssl genpkey"), run.err());
  }
}
