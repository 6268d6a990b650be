package initlab.grader.compile;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.sandbox.JavaProcess;
import initlab.grader.sandbox.Limits;
import initlab.grader.sandbox.WorkerHome;
import initlab.grader.text.Messages;
import initlab.grader.worker.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.tools.ToolProvider;

/**
 * Compiles submissions in javac processes without annotation processing, and lets through the gate
 * what may run.
 */
public final class Compiler implements AutoCloseable {
  private static final SecureRandom NONCES = new SecureRandom();

  private final CompilerServers servers;
  private final String type;
  private final Advice advice;

  /**
   * A compiler with the submission's class path.
   *
   * @param advice what students are told besides javac's own words
   * @throws HarnessFault if this Java has no compiler
   */
  public Compiler(WorkerHome home, Advice advice) {
    this.advice = advice;
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new HarnessFault(
          Messages.get("build.no-compiler", System.getProperty("java.home")), null);
    }
    servers = new CompilerServers(home);
    type = home.library().type();
  }

  /** Starts a compiler that is about to be needed. */
  public void startAhead() {
    servers.startAhead();
  }

  /**
   * Compiles a source that is at most 256 KiB long and lets its classes through a gate. A compiler
   * that came to no end is tried again: it may have been the machine, unless it used up its
   * processor time, which is the same on a busy one.
   *
   * @throws HarnessFault if the compiler could not run
   */
  public BuildResult compile(String source, Gate gate) {
    try {
      return compileOnce(source, gate, servers.take());
    } catch (CallFailure first) {
      return first.kind() == CallFailure.Kind.CPU_TIMEOUT
          ? tooComplex(first)
          : compileAgain(source, gate);
    }
  }

  private BuildResult compileAgain(String source, Gate gate) {
    try {
      return compileOnce(source, gate, servers.start());
    } catch (CallFailure e) {
      if (e.kind() == CallFailure.Kind.KILLED) { // no source can do that
        throw new HarnessFault("javac was killed twice, from outside or for want of memory", e);
      }
      return tooComplex(e);
    }
  }

  private static BuildResult tooComplex(CallFailure failure) {
    return new BuildResult.NotCompiled(
        Messages.get("build.complex", String.valueOf(failure.getMessage())));
  }

  private BuildResult compileOnce(String source, Gate gate, JavaProcess javac) {
    boolean isSound = false;
    try {
      long nonce = NONCES.nextLong();
      javac.send(new Frame(nonce, source.getBytes(StandardCharsets.UTF_8)));
      CompilerAnswer answer = CompilerAnswer.read(javac.read(nonce, Limits.COMPILATION));
      isSound = answer.isOrdinary();
      BuildResult result = answer.result(source, type, advice);
      return result instanceof Compiled compiled ? gate.check(compiled) : result;
    } catch (IOException e) {
      throw new HarnessFault("the compiler process did not take the source", e);
    } finally {
      servers.giveBack(javac, isSound);
    }
  }

  @Override
  public void close() {
    servers.close();
  }
}
