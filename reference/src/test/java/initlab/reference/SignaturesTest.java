package initlab.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.student.Initializers;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  @Test
  void theReferenceHasTheStudentsThreeSignatures() {
    assertEquals(
        Set.of(
            "java.util.Map<java.lang.String, org.ejml.simple.SimpleMatrix> initializeZeros(int[])",
            "java.util.Map<java.lang.String, org.ejml.simple.SimpleMatrix> initializeRandom(int[],long)",
            "java.util.Map<java.lang.String, org.ejml.simple.SimpleMatrix> initializeHe(int[],long)"),
        signatures(Initializers.class));
    assertEquals(signatures(Initializers.class), signatures(ReferenceInitializers.class));
  }

  private static Set<String> signatures(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(SignaturesTest::signature)
        .collect(Collectors.toSet());
  }

  private static String signature(Method method) {
    String parameters =
        Stream.of(method.getParameterTypes())
            .map(Class::getTypeName)
            .collect(Collectors.joining(","));
    return "%s %s(%s)".formatted(method.getGenericReturnType(), method.getName(), parameters);
  }
}
