package initlab.grader.checks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Fixes what a property generates: jqwik's seed is an HMAC of the check's class and method, so that
 * every run of a check has the same examples and no two checks share theirs. jqwik finds the hook
 * as a service and uses it for every property: no check class can forget it.
 */
public final class GradingSeed implements AroundPropertyHook {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] KEY = "InitLab grading seeds".getBytes(StandardCharsets.UTF_8);

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    String check = context.containerClass().getName() + "." + context.targetMethod().getName();
    context.attributes().setSeed(String.valueOf(seed(check)));
    return property.execute();
  }

  private static long seed(String check) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(KEY, ALGORITHM));
      byte[] digest = mac.doFinal(check.getBytes(StandardCharsets.UTF_8));
      return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest, 0, Long.BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
