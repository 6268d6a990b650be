package initlab.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests against the types that are made of Kubernetes' own schema. */
class ClusterFilesTest {
  /** The types keep what they do not know, instead of refusing it. */
  private static final ObjectMapper STRICT =
      new ObjectMapper(new YAMLFactory())
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              });

  @TempDir private Path folder;

  private Job job(String name) throws IOException {
    ClusterFiles.KUBERNETES.write(folder, 12);
    return STRICT.readValue(Files.readString(folder.resolve(name)), Job.class);
  }

  @Test
  void theSchemaKnowsNoOtherFields() throws IOException {
    String text = Files.readString(ClusterFiles.KUBERNETES.write(folder, 12));
    for (String field : List.of("completionMode", "readOnlyRootFilesystem", "claimName")) {
      String wrong = text.replace(field + ":", field + "s:");
      assertThrows(
          UnrecognizedPropertyException.class, () -> STRICT.readValue(wrong, Job.class), field);
    }
  }

  @Test
  void theJobIsIndexedAndTellsEachPodItsPart() throws IOException {
    Job job = job("grade.yaml");
    assertEquals("batch/v1", job.getApiVersion());
    assertEquals("Indexed", job.getSpec().getCompletionMode());
    assertEquals(12, job.getSpec().getCompletions());
    Container grade = job.getSpec().getTemplate().getSpec().getContainers().get(0);
    assertEquals("12", grade.getEnv().get(0).getValue());
    assertEquals("INITLAB_SHARDS", grade.getEnv().get(0).getName());
    assertTrue(grade.getArgs().containsAll(List.of("--shard", "auto")), grade.getArgs().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grade.yaml", "merge.yaml"})
  void aPodIsNobodyCanWriteNowhereElseAndHasLimits(String name) throws IOException {
    PodSpec pod = job(name).getSpec().getTemplate().getSpec();
    assertEquals("Never", pod.getRestartPolicy());
    assertEquals(true, pod.getSecurityContext().getRunAsNonRoot());
    assertEquals(false, pod.getAutomountServiceAccountToken());
    Container container = pod.getContainers().get(0);
    assertEquals(true, container.getSecurityContext().getReadOnlyRootFilesystem());
    assertEquals(false, container.getSecurityContext().getAllowPrivilegeEscalation());
    assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
    assertEquals(new Quantity("3Gi"), container.getResources().getLimits().get("memory"));
    container
        .getVolumeMounts()
        .forEach(
            mount ->
                assertTrue(
                    pod.getVolumes().stream().anyMatch(v -> v.getName().equals(mount.getName())),
                    mount.getName()));
  }

  @Test
  void noMarkIsLeftInAnyFile() throws IOException {
    for (ClusterFiles files : ClusterFiles.values()) {
      files.write(folder, 7);
    }
    try (var all = Files.list(folder)) {
      for (Path file : all.toList()) {
        assertEquals(-1, Files.readString(file).indexOf("@SHARDS@"), file.toString());
      }
    }
    assertTrue(Files.readString(folder.resolve("grade.sbatch")).contains("--array=1-7\n"));
    assertTrue(Files.isExecutable(folder.resolve("submit.sh")));
  }
}
