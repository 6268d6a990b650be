package initlab.grader.lab;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.CheckCatalog;
import initlab.grader.assignment.CourseSecret;
import initlab.grader.assignment.Diagnosis;
import initlab.grader.assignment.Exercise;
import initlab.grader.assignment.Interview;
import initlab.grader.assignment.Picture;
import initlab.grader.compile.Advice;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.Library;
import initlab.reference.KnownMistakes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The lab on how weights are initialised. */
public final class WeightLab implements Assignment {
  /** Made when they are needed: a process that starts another needs none. */
  private static final class Checks {
    static final CheckCatalog CATALOG =
        new CheckCatalog(List.of(LabExercise.values()), CheckClasses::of);
  }

  @Override
  public Library library() {
    return LabLibrary.LIBRARY;
  }

  @Override
  public List<LabExercise> exercises() {
    return List.of(LabExercise.values());
  }

  @Override
  public Advice advice() {
    return CompileAdvice::of;
  }

  @Override
  public CheckCatalog checks() {
    return Checks.CATALOG;
  }

  /** One of its own, or that of the same check in other exercises. */
  @Override
  public String title(String check) {
    return Stream.of("title." + check, "title." + check.substring(check.indexOf('.') + 1))
        .filter(LabMessages::has)
        .findFirst()
        .map(LabMessages::get)
        .orElse(check);
  }

  @Override
  public byte[] rubricFile(String name) throws IOException {
    try (InputStream in = WeightLab.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Override
  public Interview interview(
      Map<Exercise, Callee> methods,
      Map<Exercise, Callee> fresh,
      Collection<Exercise> exercises,
      CourseSecret secret) {
    List<LabExercise> asked = exercises.stream().map(WeightLab::own).toList();
    return LabInterview.hold(own(methods), own(fresh), asked, secret);
  }

  @Override
  public Map<Exercise, Callee> reference() {
    Map<Exercise, Callee> right = new LinkedHashMap<>();
    exercises().forEach(exercise -> right.put(exercise, new RightAnswers(exercise)));
    return right;
  }

  @Override
  public Diagnosis diagnose(Exercise exercise, Interview interview) {
    return Recognition.of(own(exercise), (LabInterview) interview);
  }

  @Override
  public Optional<String> mistake(String id) {
    Locale language = Locale.getDefault(Locale.Category.DISPLAY);
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.id().equals(id))
        .map(mistake -> mistake.hint(language))
        .findFirst();
  }

  @Override
  public List<Picture> pictures() {
    return Arrays.stream(LabExercise.values())
        .flatMap(exercise -> LabPictures.of(exercise).stream())
        .toList();
  }

  @Override
  public Map<String, byte[]> draw(Exercise exercise, Interview interview, Set<String> passed) {
    if (!passed.contains(exercise.id() + ".shapes")) {
      return Map.of(); // nothing can be trained
    }
    return LabTraining.of(own(exercise), (LabInterview) interview)
        .map(model -> LabPictures.draw(own(exercise), model))
        .orElse(Map.of());
  }

  @Override
  public byte[] draw(Picture shared) {
    return exercises().stream()
        .filter(exercise -> LabPictures.of(exercise).contains(shared))
        .findFirst()
        .map(LabPictures::drawReference)
        .orElseThrow();
  }

  private static LabExercise own(Exercise exercise) {
    return (LabExercise) exercise;
  }

  private static Map<LabExercise, Callee> own(Map<Exercise, Callee> methods) {
    Map<LabExercise, Callee> own = new EnumMap<>(LabExercise.class);
    methods.forEach((exercise, method) -> own.put(own(exercise), method));
    return own;
  }
}
