package initlab.grader.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A seccomp filter for bwrap: no Java program needs the system calls that it refuses, and holes in
 * them have let programs out of namespaces. A process starts threads and no other process, has no
 * sockets, as what waits in them is memory that nobody counts, and no shared memory. It cannot
 * refuse execve, by which the worker itself starts: that replaces a process and leaves its limits.
 *
 * <p>There is one for Linux on x86-64 and on aarch64; other machines have the namespaces alone.
 */
final class SystemCallFilter {
  private static final int FIRST_X32_CALL = 0x40000000;

  private static final int OFFSET_CALL = 0;
  private static final int OFFSET_ARCHITECTURE = 4;
  private static final int OFFSET_FIRST_ARGUMENT = 16;
  private static final int OFFSET_FOURTH_ARGUMENT = 40;

  private static final short LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
  private static final short IF_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
  private static final short IF_AT_LEAST = 0x35; // BPF_JMP | BPF_JGE | BPF_K
  private static final short IF_ANY_BIT = 0x45; // BPF_JMP | BPF_JSET | BPF_K
  private static final short RETURN = 0x06; // BPF_RET | BPF_K

  private static final int ALLOW = 0x7FFF0000;
  private static final int NOT_PERMITTED = 0x00050000 | 1; // SECCOMP_RET_ERRNO, EPERM
  private static final int NOT_IMPLEMENTED = 0x00050000 | 38; // SECCOMP_RET_ERRNO, ENOSYS

  private static final int CLONE3 = 435; // its flags are out of a filter's sight
  private static final int CLONE_THREAD = 0x00010000;
  private static final int CLONE_VFORK = 0x00004000; // the caller waits, and seems to work
  private static final int MAP_SHARED = 0x01;
  private static final int MAP_ANONYMOUS = 0x20;

  private SystemCallFilter() {}

  /** A processor: its name in Java, its number and that of two calls in the kernel. */
  private enum Machine {
    X86_64("amd64", 1, 0xC000003E, 56, 9),
    AARCH64("aarch64", 2, 0xC00000B7, 220, 222);

    private final String javaName;
    private final int column; // in refused-calls.txt
    private final int architecture;
    private final int clone;
    private final int mmap;

    Machine(String javaName, int column, int architecture, int clone, int mmap) {
      this.javaName = javaName;
      this.column = column;
      this.architecture = architecture;
      this.clone = clone;
      this.mmap = mmap;
    }
  }

  private record Instruction(short code, int ifTrue, int ifFalse, int value) {}

  /** The filter as the kernel reads it, if there is one for this machine. */
  static Optional<byte[]> forThisMachine() {
    return forMachine(System.getProperty("os.arch"));
  }

  static Optional<byte[]> forMachine(String javaName) {
    return Stream.of(Machine.values())
        .filter(machine -> machine.javaName.equals(javaName))
        .findFirst()
        .map(machine -> bytes(program(machine)));
  }

  private static List<Instruction> program(Machine machine) {
    List<Instruction> program = new ArrayList<>();
    program.add(new Instruction(LOAD, 0, 0, OFFSET_ARCHITECTURE));
    program.add(new Instruction(IF_EQUAL, 1, 0, machine.architecture));
    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    program.add(new Instruction(LOAD, 0, 0, OFFSET_CALL));
    program.add(new Instruction(IF_AT_LEAST, 0, 1, FIRST_X32_CALL));
    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    for (int call : refused(machine)) {
      program.add(new Instruction(IF_EQUAL, 0, 1, call));
      program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    }
    program.add(new Instruction(IF_EQUAL, 0, 1, CLONE3)); // then clone is tried
    program.add(new Instruction(RETURN, 0, 0, NOT_IMPLEMENTED));
    program.add(new Instruction(IF_EQUAL, 0, 5, machine.clone));
    program.add(new Instruction(LOAD, 0, 0, OFFSET_FIRST_ARGUMENT));
    program.add(new Instruction(IF_ANY_BIT, 2, 0, CLONE_VFORK));
    program.add(new Instruction(IF_ANY_BIT, 0, 1, CLONE_THREAD));
    program.add(new Instruction(RETURN, 0, 0, ALLOW));
    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    program.add(new Instruction(IF_EQUAL, 0, 5, machine.mmap));
    program.add(new Instruction(LOAD, 0, 0, OFFSET_FOURTH_ARGUMENT));
    program.add(new Instruction(IF_ANY_BIT, 0, 1, MAP_ANONYMOUS));
    program.add(new Instruction(IF_ANY_BIT, 1, 0, MAP_SHARED));
    program.add(new Instruction(RETURN, 0, 0, ALLOW));
    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    program.add(new Instruction(RETURN, 0, 0, ALLOW));
    return program;
  }

  private static List<Integer> refused(Machine machine) {
    try (InputStream in = SystemCallFilter.class.getResourceAsStream("refused-calls.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1)[machine.column])
          .filter(number -> !number.equals("-"))
          .map(Integer::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(List<Instruction> program) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (Instruction instruction : program) {
      bytes
          .putShort(instruction.code())
          .put((byte) instruction.ifTrue())
          .put((byte) instruction.ifFalse())
          .putInt(instruction.value());
    }
    return bytes.array();
  }
}
