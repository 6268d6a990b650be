package initlab.grader.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A command, timed as a whole with all that it starts.
 *
 * @param line the command line
 * @param folder where it runs
 */
record Command(List<String> line, Path folder) {
  private static final Pattern MINUTES_AND_SECONDS = Pattern.compile("(\\d+)m([0-9.]+)s");

  Command(Path folder, String... line) {
    this(List.of(line), folder);
  }

  /**
   * What a run took.
   *
   * @param wall seconds on the clock
   * @param cpu seconds of processor time
   */
  record Took(double wall, double cpu) {}

  /** The medians of some runs, after one that is not counted. */
  Took median(int runs) throws IOException, InterruptedException {
    List<Took> all = new ArrayList<>();
    for (int i = 0; i <= runs; i++) {
      all.add(once());
    }
    all.remove(0);
    return new Took(
        all.stream().mapToDouble(Took::wall).sorted().toArray()[runs / 2],
        all.stream().mapToDouble(Took::cpu).sorted().toArray()[runs / 2]);
  }

  /** One run; its processor time is the shell's report on its children. */
  Took once() throws IOException, InterruptedException {
    Path times = Files.createTempFile("initlab-times", "");
    List<String> shell =
        new ArrayList<>(
            List.of("/bin/sh", "-c", "\"$@\"; code=$?; times > " + times + "; exit $code"));
    shell.add("sh");
    shell.addAll(line);
    long start = System.nanoTime();
    Process process = start(shell);
    byte[] out = process.getInputStream().readAllBytes();
    int code = process.waitFor();
    double wall = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IOException(line + " ended with " + code + "\n" + text(out));
    }
    String children = Files.readAllLines(times).get(1);
    Files.delete(times);
    double cpu =
        MINUTES_AND_SECONDS.matcher(children).results().mapToDouble(Command::seconds).sum();
    return new Took(wall, cpu);
  }

  private static double seconds(MatchResult time) {
    return 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
  }

  Process start() throws IOException {
    return start(line);
  }

  private Process start(List<String> line) throws IOException {
    return new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  /** The lines that it prints; none if it cannot be run here. */
  List<String> output() throws InterruptedException {
    try {
      Process process = start();
      String text = text(process.getInputStream().readAllBytes());
      return process.waitFor() == 0 ? Arrays.asList(text.strip().split("\n")) : List.of();
    } catch (IOException missing) {
      return List.of();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
