"""The list of system calls that a worker may make; any other fails with EPERM.

An allow list, so that a call nobody thought of is refused. A classic BPF program is built from it and loaded with prctl(2);
see seccomp(2) and the kernel's Documentation/userspace-api/seccomp_filter.rst. Numbers are those of asm/unistd_64.h
(x86_64) and asm-generic/unistd.h (aarch64).
"""

import errno
import os
import struct
from collections.abc import Iterable, Iterator
from functools import cache

ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
LOAD, EQUAL, AT_LEAST, HAS_BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCH, ARGUMENTS = 0, 4, 16
X32_BIT = 0x40000000
CLONE_THREAD = 0x00010000
ARCHES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
INSTRUCTION = struct.Struct("<HBBI")

# name: (x86_64, aarch64); None where the architecture has no such call.
CALLS: dict[str, tuple[int | None, int | None]] = {
    "futex": (202, 98), "read": (0, 63), "write": (1, 64), "recvfrom": (45, 207), "sendto": (44, 206), "mmap": (9, 222),
    "munmap": (11, 215), "brk": (12, 214), "madvise": (28, 233), "mprotect": (10, 226), "mremap": (25, 216), "poll": (7, None),
    "ppoll": (271, 73), "close": (3, 57), "fstat": (5, 80), "lseek": (8, 62), "stat": (4, None), "lstat": (6, None),
    "newfstatat": (262, 79), "statx": (332, 291), "readlink": (89, None), "readlinkat": (267, 78), "getdents64": (217, 61),
    "access": (21, None), "faccessat": (269, 48), "faccessat2": (439, 439), "getcwd": (79, 17), "pread64": (17, 67), "pwrite64": (18, 68),
    "readv": (19, 65), "writev": (20, 66), "dup": (32, 23), "dup2": (33, None), "dup3": (292, 24), "select": (23, None),
    "pselect6": (270, 72), "pipe": (22, None), "pipe2": (293, 59), "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139), "rt_sigpending": (127, 136), "rt_sigtimedwait": (128, 137), "rt_sigsuspend": (130, 133),
    "sigaltstack": (131, 132), "pause": (34, None), "alarm": (37, None), "setitimer": (38, 103), "getitimer": (36, 102),
    "nanosleep": (35, 101), "clock_nanosleep": (230, 115), "clock_gettime": (228, 113), "clock_getres": (229, 114),
    "gettimeofday": (96, 169), "time": (201, None), "times": (100, 153), "getrusage": (98, 165), "getrlimit": (97, 163),
    "setrlimit": (160, 164), "getpid": (39, 172), "getppid": (110, 173), "gettid": (186, 178), "getpgrp": (111, None),
    "getpgid": (121, 155), "getsid": (124, 156), "getuid": (102, 174), "geteuid": (107, 175), "getgid": (104, 176), "getegid": (108, 177),
    "getgroups": (115, 158), "getresuid": (118, 148), "getresgid": (120, 150), "uname": (63, 160), "sysinfo": (99, 179),
    "getrandom": (318, 278), "sched_yield": (24, 124), "sched_getaffinity": (204, 123), "getcpu": (309, 168), "rseq": (334, 293),
    "membarrier": (324, 283), "set_tid_address": (218, 96), "set_robust_list": (273, 99), "restart_syscall": (219, 128),
    "umask": (95, 166), "arch_prctl": (158, None), "exit": (60, 93), "exit_group": (231, 94), "close_range": (436, 436),
}  # fmt: skip
# Calls that are allowed with certain arguments only.
GUARDED: dict[str, tuple[int | None, int | None]] = {
    "open": (2, None), "openat": (257, 56), "kill": (62, 129), "tgkill": (234, 131), "prlimit64": (302, 261), "ioctl": (16, 29),
    "fcntl": (72, 25), "clone": (56, 220), "clone3": (435, 435),
}  # fmt: skip
# What frameworks need besides: threads and their doorbells.
FRAMEWORK_CALLS: dict[str, tuple[int | None, int | None]] = {
    "epoll_create1": (291, 20), "epoll_ctl": (233, 21), "epoll_wait": (232, None), "epoll_pwait": (281, 22), "eventfd2": (290, 19),
    "sched_setaffinity": (203, 122), "get_mempolicy": (239, 236), "prctl": (157, 167), "sched_getparam": (143, 121), "sched_getscheduler": (145, 120),
}  # fmt: skip
HARMLESS_IOCTLS = (0x5401, 0x541B, 0x5413, 0x5450, 0x5451)  # TCGETS, FIONREAD, TIOCGWINSZ, FIONCLEX, FIOCLEX
HARMLESS_FCNTLS = (0, 1, 2, 3, 4, 1030)  # duplicate, get and set flags; no locks, no owners


def program(*, files: bool, threads: bool) -> bytes:
    """The filter for the calling process, as an array of struct sock_filter.

    `files` lets it open files (something else then has to say which); `threads` lets it start threads.

    Raises:
        OSError: there is no table for this architecture.
    """
    machine = os.uname().machine
    if machine not in ARCHES:
        raise OSError(errno.ENOSYS, f"no table of system calls for {machine}")
    return _always_the_same(machine, threads) + packed(_about_itself(machine, files, threads))


def packed(steps: Iterable[tuple[int, int, int, int]]) -> bytes:
    return b"".join(INSTRUCTION.pack(*step) for step in steps)


@cache
def _always_the_same(machine: str, threads: bool) -> bytes:
    """The part that no process needs made for itself: a zygote makes it before it forks."""
    return packed(_allowed(machine, threads))


def _allowed(machine: str, threads: bool) -> Iterator[tuple[int, int, int, int]]:
    column = list(ARCHES).index(machine)
    yield LOAD, 0, 0, ARCH
    yield EQUAL, 1, 0, ARCHES[machine]
    yield RETURN, 0, 0, KILL  # 32-bit calls have other numbers
    yield LOAD, 0, 0, NUMBER
    if machine == "x86_64":
        yield AT_LEAST, 0, 1, X32_BIT
        yield RETURN, 0, 0, KILL
    allowed = [*CALLS.values(), *(FRAMEWORK_CALLS.values() if threads else [])]
    for number in [numbers[column] for numbers in allowed if numbers[column] is not None]:
        yield from _on(number, [(RETURN, 0, 0, ALLOW)])


def _about_itself(machine: str, files: bool, threads: bool) -> Iterator[tuple[int, int, int, int]]:
    """The part that knows the calling process."""
    column = list(ARCHES).index(machine)
    own = (os.getpid(),)
    guards = {
        "open": [(RETURN, 0, 0, ALLOW if files else REFUSE | errno.ENOENT)],
        "openat": [(RETURN, 0, 0, ALLOW if files else REFUSE | errno.ENOENT)],
        "kill": _if_argument(0, own),
        "tgkill": _if_argument(0, own),
        "prlimit64": _if_argument(0, (0, *own)),
        "ioctl": _if_argument(1, HARMLESS_IOCTLS),
        "fcntl": _if_argument(1, HARMLESS_FCNTLS),
        "clone": _if_thread() if threads else [(RETURN, 0, 0, REFUSE | errno.EPERM)],
        "clone3": [(RETURN, 0, 0, REFUSE | errno.ENOSYS)],  # its flags cannot be seen; libraries fall back to clone
    }
    for name, steps in guards.items():
        number = GUARDED[name][column]
        if number is not None:
            yield from _on(number, steps)
    yield RETURN, 0, 0, REFUSE | errno.EPERM


def _on(number: int | None, steps: list[tuple[int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """The steps for one call, passed over for any other."""
    assert number is not None
    yield EQUAL, 0, len(steps), number
    yield from steps


def _if_argument(position: int, values: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """Allow the call if the low word of an argument is one of the values."""
    load = [(LOAD, 0, 0, ARGUMENTS + 8 * position)]
    checks = [step for value in values for step in ((EQUAL, 0, 1, value), (RETURN, 0, 0, ALLOW))]
    return [*load, *checks, (RETURN, 0, 0, REFUSE | errno.EPERM)]


def _if_thread() -> list[tuple[int, int, int, int]]:
    return [(LOAD, 0, 0, ARGUMENTS), (HAS_BITS, 0, 1, CLONE_THREAD), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE | errno.EPERM)]
