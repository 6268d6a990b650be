package initlab.grader.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A seccomp filter for bwrap: no Java program needs the system calls that it refuses, and holes in
 * them have let programs out of namespaces. Sockets are of the internet or local; the virtual
 * machine's own (AF_VSOCK) would pass by the network namespace.
 *
 * <p>Numbers are those of Linux on x86-64; other machines have the namespaces without a filter.
 */
final class SystemCallFilter {
  private static final int ARCHITECTURE_X86_64 = 0xC000003E;
  private static final int FIRST_X32_CALL = 0x40000000;

  private static final int OFFSET_CALL = 0;
  private static final int OFFSET_ARCHITECTURE = 4;
  private static final int OFFSET_FIRST_ARGUMENT = 16;

  private static final short LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
  private static final short IF_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
  private static final short IF_AT_LEAST = 0x35; // BPF_JMP | BPF_JGE | BPF_K
  private static final short RETURN = 0x06; // BPF_RET | BPF_K

  private static final int ALLOW = 0x7FFF0000;
  private static final int NOT_PERMITTED = 0x00050000 | 1; // SECCOMP_RET_ERRNO, EPERM

  private static final int SOCKET = 41;
  private static final List<Integer> SOCKET_FAMILIES = List.of(1, 2, 10); // UNIX, INET, INET6

  private static final List<Integer> REFUSED =
      List.of(
          101, // ptrace
          103, // syslog
          135, // personality
          155, // pivot_root
          161, // chroot
          163, // acct
          165, // mount
          166, // umount2
          167, // swapon
          168, // swapoff
          169, // reboot
          175, // init_module
          176, // delete_module
          179, // quotactl
          246, // kexec_load
          248, // add_key
          249, // request_key
          250, // keyctl
          272, // unshare
          278, // vmsplice
          279, // move_pages
          298, // perf_event_open
          303, // name_to_handle_at
          304, // open_by_handle_at
          308, // setns
          310, // process_vm_readv
          311, // process_vm_writev
          313, // finit_module
          320, // kexec_file_load
          321, // bpf
          323, // userfaultfd
          425, // io_uring_setup
          426, // io_uring_enter
          427, // io_uring_register
          428, // open_tree
          429, // move_mount
          430, // fsopen
          431, // fsconfig
          432, // fsmount
          433, // fspick
          442); // mount_setattr

  private SystemCallFilter() {}

  private record Instruction(short code, int ifTrue, int ifFalse, int value) {}

  /** The filter as the kernel reads it, if there is one for this machine. */
  static Optional<byte[]> forThisMachine() {
    return System.getProperty("os.arch").equals("amd64") ? Optional.of(x86()) : Optional.empty();
  }

  private static byte[] x86() {
    List<Instruction> program = new ArrayList<>();
    program.add(new Instruction(LOAD, 0, 0, OFFSET_ARCHITECTURE));
    program.add(new Instruction(IF_EQUAL, 1, 0, ARCHITECTURE_X86_64));
    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    program.add(new Instruction(LOAD, 0, 0, OFFSET_CALL));
    program.add(new Instruction(IF_AT_LEAST, 0, 1, FIRST_X32_CALL));
    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    for (int call : REFUSED) {
      program.add(new Instruction(IF_EQUAL, 0, 1, call));
      program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    }
    program.add(new Instruction(IF_EQUAL, 1, 0, SOCKET));
    program.add(new Instruction(RETURN, 0, 0, ALLOW));
    program.add(new Instruction(LOAD, 0, 0, OFFSET_FIRST_ARGUMENT));
    for (int family : SOCKET_FAMILIES) {
      program.add(new Instruction(IF_EQUAL, 0, 1, family));
      program.add(new Instruction(RETURN, 0, 0, ALLOW));
    }
    program.add(new Instruction(RETURN, 0, 0, NOT_PERMITTED));
    return bytes(program);
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
