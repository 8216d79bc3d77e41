"""A worker that tries what no worker may do, and tells what it could: the tier of a report is what this one proved."""

import ctypes
import errno
import os
import socket
from collections.abc import Callable
from typing import Any


class Span(ctypes.Structure):
    """A piece of memory, as process_vm_readv(2) takes it."""

    _fields_ = (("start", ctypes.c_void_p), ("length", ctypes.c_size_t))


def attempt_all(secret: str, drop: str, grader: int) -> dict[str, bool]:
    """For each forbidden thing whether it could be done; `secret` is a readable file, `drop` a writable folder."""
    trials: dict[str, Callable[[], Any]] = {
        "reading files": lambda: open(secret).close(),
        "writing files": lambda: open(os.path.join(drop, "canary"), "w").close(),
        "the network": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close(),
        "starting processes": fork,
        "starting programs": lambda: os.execv("/bin/true", ["true"]) if fork_or_none() == 0 else None,
        "reading the memory of the grader": lambda: read_memory(grader),
        "signals to the grader": lambda: os.kill(grader, 0),
        "memory beyond the limit": lambda: bytearray(8 << 30),
    }
    return {what: succeeds(trial) for what, trial in trials.items()}


def succeeds(trial: Callable[[], Any]) -> bool:
    try:
        trial()
    except (OSError, MemoryError):
        return False
    return True


def fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def fork_or_none() -> int:
    """A child to start a program in, so that the canary itself survives; without fork it tries in its own place."""
    try:
        return os.fork()
    except OSError:
        return 0


def read_memory(process: int) -> None:
    """Read at an address that holds nothing: a bad address tells that a good one could have been read."""
    libc, into = ctypes.CDLL(None, use_errno=True), ctypes.create_string_buffer(8)
    here, there = Span(ctypes.addressof(into), 8), Span(8, 8)
    libc.process_vm_readv(process, ctypes.byref(here), 1, ctypes.byref(there), 1, 0)
    if ctypes.get_errno() in (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ESRCH):
        raise OSError
