package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.sandbox.Sharing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What catches exceptions sees what it has done itself; what catches errors sees how much there is
 * of stack and memory, and an exception knows who called.
 */
class SharingProofOfExceptionsTest extends SharingProofKit {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "try { helper(1 / layerDims[0]); } catch (ArithmeticException e) { helper(2); }",
        "try { helper(layerDims[9]); } catch (IllegalArgumentException | IndexOutOfBoundsException e) { throw new IllegalStateException(\"no layer \" + layerDims.length, e); }",
        "try { Integer.parseInt(helper(1)); } catch (NumberFormatException e) { all.put(\"W\" + e.getMessage(), null); }",
        "try { helper(1); } catch (Exception e) { throw e; }",
        "for (int l = 1; l < 3; l++) { try { all.put(helper(layerDims[l]), null); } catch (RuntimeException e) { break; } }",
        "assert layerDims.length > 1 : \"too few\";",
      })
  void whatCatchesExceptionsIsStateless(String statements) {
    assertEquals(Sharing.STATELESS, sharing(with(statements, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static class TooFew extends RuntimeException { TooFew(String message) { super(message); } } static void check(int n) { if (n < 2) { throw new TooFew(\"few: \" + n); } }",
        "static class TooFew extends Exception {} static void check(int n) { try { if (n < 2) { throw new TooFew(); } } catch (TooFew e) { helper(e.getMessage() == null ? 1 : 2); } }",
      })
  void soIsAnExceptionOfItsOwn(String member) {
    assertEquals(Sharing.STATELESS, sharing(with("", member)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try { helper(1); } catch (Throwable e) { helper(2); }",
        "try { helper(1); } catch (Error e) { helper(2); }",
        "try { helper(1); } catch (StackOverflowError e) { helper(2); }",
        "try { helper(1); } catch (RuntimeException | OutOfMemoryError e) { helper(2); }",
        "try { helper(1); } finally { helper(2); }",
        "try { helper(1); } catch (Exception e) { e.printStackTrace(); }",
        "try { helper(1); } catch (Exception e) { System.out.println(e); }",
        "try { helper(1); } catch (Exception e) { System.out.println(\"no: \" + e); }",
        "try { helper(1); } catch (Exception e) { System.out.printf(\"%s\", e); }",
        "try { helper(1); } catch (Exception e) { all.put(\"W\" + e.getMessage(), null); }",
        "try { helper(1); } catch (ClassCastException e) { all.put(\"W\" + e.getMessage(), null); }",
        "try { helper(1); } catch (IllegalStateException e) { all.put(\"W\" + e.getMessage(), null); }",
        "try { helper(1); } catch (IllegalArgumentException e) { helper(e.getStackTrace().length); }",
        "try { helper(1); } catch (IllegalArgumentException e) { all.put(\"W\" + e.getCause(), null); }",
        "try { helper(1); } catch (ClassCastException e) { throw new IllegalArgumentException(e); }",
        "Function<Throwable, RuntimeException> wrap = IllegalArgumentException::new;",
        "new AssertionError((Object) layerDims);",
      })
  void whatCatchesMoreOrAsksMoreIsNot(String statements) {
    assertEquals(Sharing.SUBMISSION, sharing(with(statements, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static class Told extends RuntimeException { Told(Throwable cause) { super(cause); } }",
        "static class Told extends Error {}",
        "static class Told extends RuntimeException {} static int lines(Told told) { return told.getStackTrace().length; }",
        "static class Told extends RuntimeException { int lines() { return getStackTrace().length; } }",
        "interface Cause { Throwable getCause(); } static class Told extends RuntimeException implements Cause {} static Object of(Cause told) { return told.getCause(); }",
        "static class Told extends RuntimeException {} static String text(Told told) { return told.toString(); }",
        "static class Held implements AutoCloseable { public void close() {} } static void hold() { try (Held held = new Held()) { helper(1); } }",
      })
  void norIsAnExceptionOfItsOwnThatTellsMore(String member) {
    assertEquals(Sharing.SUBMISSION, sharing(with("", member)));
  }
}
