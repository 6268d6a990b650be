package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the filters' programs as the kernel does, for machines that are not at hand, too. */
class SystemCallFilterProgramTest {
  private static final int X86 = 0xC000003E;
  private static final int ARM = 0xC00000B7;

  @ParameterizedTest(name = "{0}: call {1} with {2}: {3}")
  @CsvSource({
    "amd64,   0, 0x0,       allowed", // read
    "amd64,  59, 0x0,       allowed", // execve, by which the worker starts
    "amd64,  56, 0x3D0F00,  allowed", // clone of a thread, as glibc asks for it
    "amd64,  56, 0x1200011, 1", // clone of a process
    "amd64,  57, 0x0,       1", // fork
    "amd64, 435, 0x0,       38", // clone3
    "amd64,  56, 0x3D4F00,  1", // clone of a thread that its parent waits for
    "amd64,  41, 0x2,       1", // an internet socket
    "amd64,  53, 0x1,       allowed", // socketpair, which Java opens for its files
    "amd64, 165, 0x0,       1", // mount
    "amd64, 0x40000027, 0x0, 1", // of the x32 kind
    "aarch64,  63, 0x0,       allowed", // read
    "aarch64, 220, 0x3D0F00,  allowed",
    "aarch64, 220, 0x1200011, 1",
    "aarch64, 435, 0x0,       38",
    "aarch64, 198, 0x2,       1",
    "aarch64, 198, 0x28,      1", // a socket of the virtual machine's own
    "aarch64,  40, 0x0,       1", // mount
    "aarch64, 117, 0x0,       1", // ptrace
    "aarch64,  56, 0x0,       allowed", // openat there, clone elsewhere
  })
  void programsAnswer(String machine, String call, String argument, String answer) {
    byte[] filter = SystemCallFilter.forMachine(machine).orElseThrow();
    int architecture = machine.equals("amd64") ? X86 : ARM;
    int verdict = run(filter, architecture, Long.decode(call).intValue(), Long.decode(argument));
    assertEquals(answer, verdict == 0x7FFF0000 ? "allowed" : String.valueOf(verdict & 0xFFFF));
  }

  @ParameterizedTest(name = "{0}: mmap with flags {2}: {3}")
  @CsvSource({
    "amd64, 9, 0x22, allowed", // private, of no file
    "amd64, 9, 0x4022, allowed",
    "amd64, 9, 0x1, allowed", // shared, of a file
    "amd64, 9, 0x2, allowed",
    "amd64, 9, 0x21, 1", // shared, of no file
    "amd64, 9, 0x23, 1",
    "aarch64, 222, 0x22, allowed",
    "aarch64, 222, 0x21, 1"
  })
  void memoryIsNotShared(String machine, int call, String flags, String answer) {
    byte[] filter = SystemCallFilter.forMachine(machine).orElseThrow();
    int architecture = machine.equals("amd64") ? X86 : ARM;
    int verdict = run(filter, architecture, call, 0, Long.decode(flags));
    assertEquals(answer, verdict == 0x7FFF0000 ? "allowed" : String.valueOf(verdict & 0xFFFF));
  }

  @ParameterizedTest
  @CsvSource({"amd64, aarch64", "aarch64, amd64"})
  void callsOfAnotherMachineAreRefused(String machine, String other) {
    byte[] filter = SystemCallFilter.forMachine(machine).orElseThrow();
    assertEquals(0x00050001, run(filter, other.equals("amd64") ? X86 : ARM, 0, 0));
  }

  private static int run(byte[] filter, int architecture, int call, long first) {
    return run(filter, architecture, call, first, 0);
  }

  private static int run(byte[] filter, int architecture, int call, long first, long fourth) {
    ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    data.putInt(call).putInt(architecture).putLong(0);
    data.putLong(first).putLong(0).putLong(0).putLong(fourth);
    ByteBuffer program = ByteBuffer.wrap(filter).order(ByteOrder.LITTLE_ENDIAN);
    int loaded = 0;
    for (int at = 0; true; at++) {
      int code = program.getShort(8 * at);
      int value = program.getInt(8 * at + 4);
      if (code == 0x06) {
        return value;
      } else if (code == 0x20) {
        loaded = data.getInt(value);
      } else {
        at += program.get(8 * at + (holds(code, loaded, value) ? 2 : 3));
      }
    }
  }

  private static boolean holds(int code, int loaded, int value) {
    return switch (code) {
      case 0x15 -> loaded == value;
      case 0x35 -> Integer.compareUnsigned(loaded, value) >= 0;
      case 0x45 -> (loaded & value) != 0;
      default -> throw new AssertionError("no such instruction: " + code);
    };
  }
}
