"""What the camera process gives up: a life of its own, core dumps, network and other programs.

Its decoders are native code that reads hostile pictures. Numbers are of Linux: prctl(2),
seccomp(2), linux/audit.h and the system call tables of the two processors kiosks run on.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from dataclasses import dataclass

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38
SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC = 1, 1
LOAD, JUMP_IF_EQUAL, JUMP_IF_GREATER_OR_EQUAL, RETURN = 0x20, 0x15, 0x35, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050001
"""Go on; or answer EPERM."""
X32 = 0x40000000
"""System calls of a second numbering on x86_64, which nobody here uses."""


@dataclass(frozen=True, slots=True)
class Processor:
    """The numbers of one processor: its audit name, the filter call, and what is refused."""

    arch: int
    seccomp: int
    refused: tuple[int, ...]
    """socket, execve, execveat, io_uring_setup"""


PROCESSORS = {
    "x86_64": Processor(0xC000003E, 317, (41, 59, 322, 425)),
    "aarch64": Processor(0xC00000B7, 277, (198, 221, 281, 425)),
}


def die_with(parent: int) -> None:
    """End when the kiosk ends, however it ends; leave no picture in a core dump."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The kiosk may have died before the signal was asked for.
    if os.getppid() != parent:
        sys.exit(0)


def give_up_network() -> bool:
    """Refuse sockets and other programs for good; False where the kernel has no such filter."""
    processor = PROCESSORS.get(platform.machine())
    if processor is None:
        return False
    code = _program(processor)
    steps = ctypes.create_string_buffer(code, len(code))
    program = ctypes.create_string_buffer(
        struct.pack("HP", len(code) // 8, ctypes.addressof(steps))
    )
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    answer: int = libc.syscall(
        processor.seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, program
    )
    return answer == 0


def _program(processor: Processor) -> bytes:
    """Write the filter: another processor's or a refused call ends in REFUSE, all else in ALLOW."""
    refused = processor.refused
    steps = [
        (LOAD, 0, 0, 4),
        (JUMP_IF_EQUAL, 0, len(refused) + 3, processor.arch),
        (LOAD, 0, 0, 0),
        (JUMP_IF_GREATER_OR_EQUAL, len(refused) + 1, 0, X32),
        *((JUMP_IF_EQUAL, len(refused) - i, 0, call) for i, call in enumerate(refused)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
