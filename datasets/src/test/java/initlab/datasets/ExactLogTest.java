package initlab.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExactLogTest {
  /**
   * x and ln(x) to the nearest double, where a common library rounds the other way: computed with
   * 60 decimal digits by Python's {@code Decimal(x).ln()}.
   */
  private static final double[][] HARD_CASES = {
    {0x1.c46cd5b4f3b54p-1, -0x1.faaf48f8af21ap-4},
    {0x1.2bb8d5492117bp-1, -0x1.122905ec826fdp-1},
    {0x1.a7ca82d6e725cp-1, -0x1.833e832eef641p-3},
    {0x1.9280444988306p-1, -0x1.eccdd11a84359p-3},
    {0x1.38023006416f8p-1, -0x1.fb2e5cf6aeea1p-2},
    {0x1.c4107bff8d522p-1, -0x1.fdf3b4f095763p-4},
    {0x1.afd098bb99342p-2, -0x1.ba19633c3c9ffp-1},
    {0x1.a27929ee3edd5p-1, -0x1.9d1af164ea9f4p-3},
    {0x1.8b8532a4cd92p-2, -0x1.e70cd1dcda8f9p-1},
    {0x1.38342ad7e0edfp-1, -0x1.fa8a61fe9a776p-2},
    {0x1.cee834140a068p-2, -0x1.9680079b0129ap-1},
    {0x1.c280ac8e33bdep-1, -0x1.061042e2d8ec1p-3},
    {0x1.732d593255cf9p-1, -0x1.495d5c3f1db8dp-2},
    {0x1.8e1e22376f7f7p-1, -0x1.019d60afb5b45p-2},
    {0x1.4ab36e96fd8acp-1, -0x1.bf99d54f84d65p-2},
    {0x1.936678f34c0e2p-1, -0x1.e83bcb3e0cbd5p-3},
    {0x1.687d874796aa2p-1, -0x1.6747b317298b2p-2},
    {0x1.47e62439e3be7p-1, -0x1.c8505a3f968a7p-2},
    {0x1.eaf9e0572c3a8p-1, -0x1.577bf0b788d73p-5},
    {0x1.2ae34b66e3e95p-1, -0x1.13964f1597361p-1},
    {0x1.2fed38615f734p-1, -0x1.0b07103252768p-1},
    {0x1.5beb076eca703p-1, -0x1.8ba1518e9064ep-2},
    {0x1.a22891079a27fp-1, -0x1.9ea58867b6ebcp-3},
    {0x1.95ac4735de1c1p-1, -0x1.dcba58ca01812p-3}
  };

  @Test
  void theHardCasesAreRoundedToNearest() {
    for (double[] hard : HARD_CASES) {
      assertEquals(hard[1], ExactLog.log(hard[0]), () -> "ln " + Double.toHexString(hard[0]));
    }
  }

  @Test
  void theLogarithmOfOneIsZeroAndOfASmallPowerOfTwoAMultipleOfLn2() {
    assertEquals(0.0, ExactLog.log(1.0));
    assertEquals(-100 * Math.log(2), ExactLog.log(0x1p-100), 1e-14);
  }
}
