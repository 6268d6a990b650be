package initlab.grader.lms;

import static initlab.grader.lms.ContainerFiles.json;
import static initlab.grader.lms.ContainerFiles.lastLine;
import static initlab.grader.lms.ContainerFiles.number;
import static initlab.grader.lms.ContainerFiles.text;
import static initlab.grader.lms.ContainerFiles.tree;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How each platform lays out its container, starts the grader and reads the result. */
final class Containers {
  /** The points of a result that has none. */
  static final double NONE = Double.NaN;

  private Containers() {}

  /**
   * A platform's container. All folders are below {@code /}.
   *
   * @param unpacked where the package's files are
   * @param handedIn where the submission is
   * @param user who the container runs as
   * @param start what the platform runs, for bash
   * @param reader reads the points, of 100
   */
  record Container(String unpacked, String handedIn, int user, Start start, Reader reader) {}

  /** Says what is run, and may write what the platform itself writes before. */
  interface Start {
    String of(Path site) throws IOException;
  }

  /** Reads a result as the platform does. */
  interface Reader {
    double points(Path site, String out) throws Exception;
  }

  static final Map<String, Container> ALL = new TreeMap<>();

  static {
    add(
        "gradescope",
        new Container(
            "autograder/source",
            "autograder/submission",
            0,
            site ->
                "cp /autograder/source/run_autograder /autograder && /autograder/run_autograder",
            (site, out) -> json(site, "autograder/results/results.json").get("score").asDouble()));
    add(
        "prairielearn",
        new Container(
            "question",
            "grade/student",
            0,
            site -> "cp -r /question/tests /grade && " + entryPoint(site),
            Containers::prairieLearn));
    add(
        "vpl",
        new Container(
            "jail",
            "jail",
            0,
            Containers::vpl,
            (site, out) -> 10 * number("(?m)^Grade :=>>(.*)$", out)));
    add(
        "coderunner",
        new Container(
            "opt",
            "answer",
            65534,
            Containers::jobe,
            (site, out) -> 100 * tree(out).get("fraction").asDouble()));
    add(
        "autolab",
        new Container(
            "autolab",
            "autolab",
            0,
            site -> "cd /autolab && mv autograde-Makefile Makefile && make",
            (site, out) -> tree(lastLine(out)).at("/scores/InitLab").asDouble()));
    add(
        "github",
        new Container(
            "organisation",
            "checkout/src/main/java/initlab/student",
            0,
            Containers::actions,
            (site, out) -> json(site, "checkout/result.json").get("score").asDouble()));
    add(
        "gitlab",
        new Container(
            "organisation",
            "checkout/src",
            0,
            Containers::pipeline,
            (site, out) ->
                number(
                    "\\A### InitLab: ([0-9.]+) / 100", text(site, "checkout/initlab-summary.md"))));
    add(
        "submitty",
        new Container("gradeable", "work/test01", 0, Containers::submitty, Containers::submitty));
    add(
        "vocareum",
        new Container(
            "voc/scripts",
            "voc/work",
            0,
            site ->
                "cd /voc/work && vocareumGradeFile=/voc/grades vocareumReportFile=/voc/report"
                    + " VOC_HOME_DIR=/voc/work /voc/scripts/grade.sh",
            (site, out) -> number("^InitLab,(.*)\n$", text(site, "voc/grades"))));
    add(
        "coursera",
        new Container(
            "",
            "shared/submission",
            65534,
            site -> number("ENTRYPOINT", text(site, "Dockerfile"), ".(.*initlab.sh).*(coursera)"),
            (site, out) -> 100 * tree(lastLine(out)).get("fractionalScore").asDouble()));
    add(
        "edx",
        new Container(
            "watcher",
            "answer",
            0,
            Containers::watcher,
            (site, out) -> 100 * tree(out).get("score").asDouble()));
    add(
        "junit",
        new Container(
            "tools",
            "checkout",
            0,
            site -> "cd /checkout && bash /tools/initlab/initlab.sh junit",
            (site, out) -> {
              String report = text(site, "checkout/initlab-report.xml");
              return report.contains("<failure") || report.contains("<error") ? NONE : 100;
            }));
  }

  private static void add(String name, Container container) {
    ALL.put(name, container);
  }

  private static String entryPoint(Path site) throws IOException {
    return json(site, "question/info.json").at("/externalGradingOptions/entrypoint").textValue();
  }

  private static double prairieLearn(Path site, String out) throws IOException {
    JsonNode result = json(site, "grade/results/results.json");
    if (result.has("gradable")) {
      assertTrue(!result.get("gradable").booleanValue() && result.has("format_errors"));
      return NONE;
    }
    return 100 * result.get("score").asDouble();
  }

  private static String vpl(Path site) throws IOException {
    Files.writeString(
        site.resolve("jail/vpl_environment.sh"),
        "export VPL_GRADEMIN=0\nexport VPL_GRADEMAX=10\nexport MOODLE_USER_NAME=\"Eve\"\n");
    return "cd /jail && bash ./vpl_evaluate.sh && ./vpl_execution";
  }

  /** The template as Twig leaves it. */
  private static String jobe(Path site) throws IOException {
    String answer = text(site, "answer/Initializers.java");
    String escaped = answer.replace("\\", "\\\\").replace("\"", "\\\"");
    Matcher template =
        Pattern.compile("<template><!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL)
            .matcher(text(site, "opt/question.xml"));
    assertTrue(template.find());
    Files.createDirectories(site.resolve("jobe"));
    Files.writeString(
        site.resolve("jobe/prog.py"),
        template.group(1).replace("{{ STUDENT_ANSWER | e('py') }}", escaped));
    return "cd /jobe && /usr/bin/python3 prog.py";
  }

  private static final String ACTIONS =
      "export RUNNER_TEMP=/tmp GITHUB_WORKSPACE=/checkout GITHUB_STEP_SUMMARY=/tmp/summary.md"
          + " INITLAB_SECRET='a long sentence of this course' CLASSROOM=cs2 ASSIGNMENT=weights"
          + " SUBMISSION_TAG=submit/1 OWNER=eve COMMIT_URL=c RELEASE_URL=r REVIEW_URL=v\n";

  /** Classroom 50 starts the Python of the same package. */
  static final Container CLASSROOM_50 =
      new Container(
          "bundle",
          "checkout",
          0,
          site -> ACTIONS + "cd /checkout && /usr/bin/python3 /bundle/autograder.py",
          (site, out) -> json(site, "checkout/result.json").get("score").asDouble());

  private static String actions(Path site) throws IOException {
    JsonNode workflow =
        new YAMLMapper().readTree(text(site, "organisation/.github/workflows/initlab.yml"));
    String run = "";
    for (JsonNode step : workflow.at("/jobs/grade/steps")) {
      run = step.has("run") ? step.get("run").textValue() : run;
    }
    return ACTIONS + "cd /checkout\ncp -r /organisation .initlab-grader\n" + run;
  }

  /** The pipeline's script without what needs a network. */
  private static String pipeline(Path site) throws IOException {
    JsonNode job =
        new YAMLMapper().readTree(text(site, "organisation/.gitlab-ci.yml")).get("initlab");
    StringBuilder script =
        new StringBuilder("export CI_PROJECT_DIR=/checkout INITLAB_SECRET=a-long-word-of-ours\n");
    script.append("cd /checkout && cp -r /organisation /tmp/initlab-grader\n");
    for (JsonNode line : job.get("script")) {
      if (!line.textValue().matches("(apt-get|git) .*")) {
        script.append(line.textValue()).append('\n');
      }
    }
    assertTrue(script.toString().contains("initlab.sh gitlab"), script::toString);
    return script.toString();
  }

  private static String submitty(Path site) throws IOException {
    Files.writeString(
        site.resolve("work/custom_validator_input.json"),
        "{\"testcase_prefix\": \"test01\", \"username\": \"eve\"}");
    String command =
        json(site, "gradeable/config/config.json")
            .at("/testcases/0/validation/0/command")
            .textValue();
    return "cp -r /gradeable/config/custom_validation_code/* /work && cd /work && " + command;
  }

  private static double submitty(Path site, String out) throws IOException {
    JsonNode result = json(site, "work/validation_results.json");
    assertTrue(result.get("status").textValue().equals("success"), result::toString);
    return 100 * result.at("/data/score").asDouble();
  }

  /** The watcher calls its handler as xqueue_watcher.grader.Grader does, by its configuration. */
  private static String watcher(Path site) throws IOException {
    Path library = Files.createDirectories(site.resolve("watcher/xqueue_watcher"));
    Files.writeString(
        library.resolve("grader.py"),
        """
        import multiprocessing, queue
        class Grader:
            def __init__(self, fork_per_item=True):
                self.fork_per_item = fork_per_item
            def __call__(self, content):
                if not self.fork_per_item:
                    return self.process_item(content)
                replies = multiprocessing.Queue()
                child = multiprocessing.Process(target=self.process_item, args=(content, replies))
                child.start()
                child.join()
                return replies.get_nowait()
        """);
    Files.writeString(
        site.resolve("watcher/once.py"),
        """
        import importlib, json, pathlib
        handler = json.loads(pathlib.Path("conf.json").read_text())["initlab"]["HANDLERS"][0]
        module, name = handler["HANDLER"].rsplit(".", 1)
        grader = getattr(importlib.import_module(module), name)(**handler.get("KWARGS", {}))
        answer = pathlib.Path("/answer/Initializers.java").read_text(encoding="utf-8")
        print(json.dumps(grader({"xqueue_body": json.dumps({"student_response": answer})})))
        """);
    return "cd /watcher && /usr/bin/python3 once.py";
  }
}
