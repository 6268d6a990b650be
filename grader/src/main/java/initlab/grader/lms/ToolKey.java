package initlab.grader.lms;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The private key that a platform knows the public half of. Nothing of it is ever shown. */
public final class ToolKey {
  private static final long SECONDS = 300;

  private final RSASSASigner signer;
  private final @Nullable String id;

  private ToolKey(@Nullable PrivateKey key, @Nullable String id) {
    this.signer = new RSASSASigner(requirePrivate(key));
    this.id = id;
  }

  /**
   * Reads an RSA key: PEM ({@code BEGIN PRIVATE KEY}), or a JSON Web Key.
   *
   * @param id the key id, if the file has none
   * @throws UsageException if it is neither
   */
  public static ToolKey read(Path file, @Nullable String id) throws IOException {
    String text = Files.readString(file).strip();
    try {
      if (text.startsWith("{")) {
        RSAKey key = RSAKey.parse(text);
        return new ToolKey(key.toPrivateKey(), id == null ? key.getKeyID() : id);
      }
      byte[] bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]*-----", ""));
      return new ToolKey(
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes)), id);
    } catch (ParseException
        | JOSEException
        | GeneralSecurityException
        | IllegalArgumentException e) {
      throw new UsageException("push.key", file);
    }
  }

  private static PrivateKey requirePrivate(@Nullable PrivateKey key) {
    if (key == null) {
      throw new IllegalArgumentException("a JSON Web Key without its private half");
    }
    return key;
  }

  /** Says to a platform who we are: good once, and for five minutes. */
  String assertion(String clientId, String audience, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(SECONDS)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT signed =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), claims);
    try {
      signed.sign(signer);
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("an RSA key signs", e);
    }
  }
}
