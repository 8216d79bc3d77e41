"""The layers around a worker, put on in the order in which each still can be; the student's text comes after the last."""

import contextlib
import ctypes
import os
import signal
import struct
from dataclasses import dataclass

from . import landlock, seccomp

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CHILD_SUBREAPER, PR_NO_NEW_PRIVS = 1, 4, 22, 36, 38
MODE_FILTER = 2
CAPSET = {"x86_64": 126, "aarch64": 91}
CAPABILITY_VERSION = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Layers:
    """What to put on. `uid` 0 keeps the user; `rules` is a Landlock descriptor, -1 for none."""

    uid: int
    rules: int
    filter: bool
    threads: bool


def prctl(option: int, value: int) -> None:
    """prctl(2), errors passed over: what was reached is proven by trying, not by return codes."""
    if hasattr(_libc, "prctl"):
        _libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0)


def die_with_parent() -> None:
    """Have the kernel kill this process when the one that forked it ends."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def die_first() -> None:
    """Have the kernel end this process before the grader where memory runs out, if it may be told so."""
    with contextlib.suppress(OSError):
        score = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        os.write(score, b"1000")
        os.close(score)


def enter(layers: Layers) -> None:
    """Put the layers on; what follows can take none of them off.

    Raises:
        OSError: a layer that was asked for cannot be had.
    """
    if layers.uid:
        os.setgroups([])
        os.setresgid(layers.uid, layers.uid, layers.uid)
        os.setresuid(layers.uid, layers.uid, layers.uid)
        die_with_parent()  # a change of user clears it
    elif os.geteuid() == 0 and layers.filter:
        give_up_capabilities()
    if layers.rules >= 0 or layers.filter:
        prctl(PR_NO_NEW_PRIVS, 1)
    if layers.rules >= 0:
        if layers.threads:
            landlock.allow(layers.rules, f"/proc/{os.getpid()}/cmdline", landlock.READ_FILE)
        landlock.restrict(layers.rules)
        os.close(layers.rules)
    if layers.filter:
        load_filter(seccomp.program(files=layers.rules >= 0, threads=layers.threads))


def prepare(layers: Layers) -> None:
    """In the zygote: make what no worker needs to make for itself."""
    if layers.filter:
        seccomp.program(files=layers.rules >= 0, threads=layers.threads)


def give_up_capabilities() -> None:
    """Root without its powers."""
    number = CAPSET.get(os.uname().machine)
    if number is not None:
        _libc.syscall(number, struct.pack("<Ii", CAPABILITY_VERSION, 0), bytes(24))


def load_filter(program: bytes) -> None:
    """Put a filter of system calls in force for this process, for good.

    Raises:
        OSError: the kernel refuses.
    """
    text = ctypes.create_string_buffer(program, len(program))
    pointer = struct.pack("<HxxxxxxQ", len(program) // seccomp.INSTRUCTION.size, ctypes.addressof(text))
    if _libc.prctl(PR_SET_SECCOMP, ctypes.c_ulong(MODE_FILTER), pointer, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
