package initlab.grader.sandbox;

import initlab.grader.text.Messages;
import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One method of a submission in its worker.
 *
 * <p>A call that ran out of time, or was killed, is made again, alone in a fresh process, before
 * that counts: the machine may have been busy. Killed twice is no doing of a method that cannot
 * kill its process, and no grade. Where time or memory ran out in a process in which other methods
 * were called before, they may have used it up, so all questions are asked again in a process of
 * the method's own. All else is the method's own doing: a retry would forgive what happens now and
 * then. What a process says that other submissions have used is taken if it is plain, or a call
 * that comes to no end by its own doing; else all of the submission is asked again where nobody
 * was: a {@link NotAloneException}.
 */
final class SandboxedCallee implements Callee {
  private static final int MAX_TIMEOUTS = 2;
  private static final int MAX_DEATHS = 3;
  private static final SecureRandom NONCES = new SecureRandom();

  private final SandboxedSubmission submission;
  private final Method method;
  private int timeouts;
  private int deaths;
  private Duration busy = Duration.ZERO;
  private Duration idle = Duration.ZERO;

  SandboxedCallee(SandboxedSubmission submission, Method method) {
    this.submission = submission;
    this.method = method;
  }

  @Override
  public void restart() {
    submission.restart();
  }

  @Override
  public List<Reply> callAll(List<Question> questions) {
    List<Reply> replies = new ArrayList<>();
    if (!questions.isEmpty() && !isGivenUp() && submission.takesOneThatOthersHaveUsed(method)) {
      askWhereOthersWere(questions, replies);
    }
    while (replies.size() < questions.size()) {
      if (isGivenUp()) {
        replies.add(Reply.of(givenUp()));
        continue;
      }
      boolean isShared = submission.isShared(method) && !submission.leavesNothingBehind();
      int before = replies.size();
      ask(questions.subList(before, questions.size()), replies);
      Reply last = replies.get(replies.size() - 1);
      if (last.hasEndedItsProcess()) {
        submission.useNoneThatOthersHaveUsed();
        boolean wasFirst = replies.size() == before + 1 && !isShared;
        count(last, wasFirst || submission.leavesNothingBehind());
        if (!isGivenUp()) {
          doubt(last, isShared, questions, replies);
        }
      }
    }
    return replies;
  }

  /** Asks again what may have been the doing of others. */
  private void doubt(Reply last, boolean isShared, List<Question> questions, List<Reply> replies) {
    if (isShared && !last.isDeath()) {
      replies.clear();
    } else if (last.isTimeout() || last.isKilled()) {
      askAgain(questions, replies);
    }
  }

  private boolean isGivenUp() {
    return timeouts >= MAX_TIMEOUTS || deaths >= MAX_DEATHS || isOverBudget();
  }

  private boolean isOverBudget() {
    return busy.compareTo(Limits.ALL_CALLS) > 0 || hasWaitedTooLong();
  }

  private boolean hasWaitedTooLong() {
    return idle.compareTo(Limits.ALL_WAITING) > 0;
  }

  private CallFailure givenUp() {
    if (timeouts >= MAX_TIMEOUTS) {
      return new CallFailure(CallFailure.Kind.TIMEOUT, Messages.get("process.not-again"));
    }
    if (deaths >= MAX_DEATHS) {
      return new CallFailure(CallFailure.Kind.DIED, Messages.get("process.died-often", deaths));
    }
    return new CallFailure(
        CallFailure.Kind.TIMEOUT,
        hasWaitedTooLong()
            ? Messages.get("process.waited", Limits.ALL_WAITING.toSeconds())
            : Messages.get("process.budget", Limits.ALL_CALLS.toSeconds()));
  }

  /** Processor time is the same on a busy machine: where no other call matters, one is proof. */
  private void count(Reply last, boolean isProof) {
    if (last.isCpuTimeout() && isProof) {
      timeouts = MAX_TIMEOUTS;
    } else if (last.isTimeout()) {
      timeouts++;
    } else {
      deaths++;
    }
  }

  /**
   * Takes answers and exceptions alone that nothing before can have had part in; and that a call
   * does not end, unless an earlier one of the submission can be why: processor time is used up by
   * nobody else.
   */
  private void askWhereOthersWere(List<Question> questions, List<Reply> replies) {
    ask(questions, replies);
    Reply last = replies.get(replies.size() - 1);
    boolean isFirst = replies.size() == 1 && !submission.isShared(method);
    boolean isEndless = last.isCpuTimeout() && (isFirst || submission.leavesNothingBehind());
    List<Reply> before = replies.subList(0, replies.size() - (isEndless ? 1 : 0));
    boolean isAll = isEndless || replies.size() == questions.size();
    if (!isAll || !before.stream().allMatch(Reply::isPlain)) {
      submission.useNoneThatOthersHaveUsed();
      throw new NotAloneException();
    }
    if (isEndless) {
      submission.useNoneThatOthersHaveUsed();
      count(last, true);
    }
  }

  /** Asks the last question a second time, alone. */
  private void askAgain(List<Question> questions, List<Reply> replies) {
    int at = replies.size() - 1;
    replies.remove(at);
    ask(List.of(questions.get(at)), replies);
    Reply second = replies.get(at);
    if (second.hasEndedItsProcess()) {
      submission.useNoneThatOthersHaveUsed();
      count(second, true);
    }
    if (second.isKilled() && submission.cannotKillItself()) {
      throw new HarnessFault("a worker was killed twice, from outside or for want of memory", null);
    }
  }

  /** Adds a reply to each question, up to the first that ends the process or the patience. */
  private void ask(List<Question> questions, List<Reply> replies) {
    JavaProcess process = submission.process(method);
    long[] nonces = NONCES.longs(questions.size()).toArray();
    submission.asks(questions.size());
    try {
      process.send(new Frame(Protocol.QUESTIONS_NONCE, frame(questions, nonces)));
      for (int i = 0; i < nonces.length; i++) {
        Duration busyBefore = process.busy();
        Duration idleBefore = process.idle();
        Reply reply = read(process, nonces[i], limits(questions.get(i)));
        busy = busy.plus(process.busy()).minus(busyBefore);
        idle = idle.plus(process.idle()).minus(idleBefore);
        replies.add(reply);
        if (reply.isAnswer()) {
          submission.answered();
        }
        if (reply.hasEndedItsProcess()) {
          return;
        }
        if (isOverBudget()) {
          submission.restart(); // it would go on with what it has been asked
          return;
        }
      }
    } catch (IOException e) {
      replies.add(Reply.of(process.end()));
    }
  }

  private Limits limits(Question question) {
    return submission.leavesNothingBehind() && question.isSmall() ? Limits.SMALL_CALL : Limits.CALL;
  }

  private static Reply read(JavaProcess process, long nonce, Limits limits) throws IOException {
    try {
      return Reply.of(new AnswerReader(process.read(nonce, limits)).returned());
    } catch (CallFailure e) {
      return Reply.of(e);
    }
  }

  private byte[] frame(List<Question> questions, long[] nonces) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(questions.size());
    for (int i = 0; i < nonces.length; i++) {
      out.writeLong(nonces[i]);
      out.writeUTF(method.name());
      out.writeBoolean(method.hasSeed());
      out.writeInt(questions.get(i).numbers().length);
      for (int size : questions.get(i).numbers()) {
        out.writeInt(size);
      }
      out.writeLong(questions.get(i).seed());
    }
    return bytes.toByteArray();
  }
}
