"""Which files a worker may read: the standard library and NumPy's own folders, and nothing else; it may write none.

Landlock is Linux's access control for programs that restrict themselves (landlock(7)); there is no library for it that is
kept well, so the three system calls are made here. It does not cover stat, chmod and their like: the filter of system
calls does.
"""

import ctypes
import os
import struct
from collections.abc import Iterable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION, PATH_BENEATH = 1, 1
WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 14
ALL_OF_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}  # by the first version that has them
ALL_OF_NETWORK, ALL_OF_SCOPES = 0b11, 0b11
NEVER = ("site-packages", "dist-packages", "convgrade", "hypothesis", "__pycache__")

_libc = ctypes.CDLL(None, use_errno=True)


def version() -> int:
    """The version of Landlock that the kernel offers, 0 if none: asked of the kernel, never read from a file."""
    return max(int(_libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ASK_VERSION)), 0)


def ruleset(readable: Iterable[str]) -> int:
    """A descriptor of rules that allow reading below the given paths, and nothing else.

    Raises:
        OSError: the kernel refuses.
    """
    offered = version()
    files = max(bits for first, bits in ALL_OF_FILES.items() if first <= max(offered, 1))
    attributes = struct.pack("<Q", files)
    if offered >= 4:
        attributes += struct.pack("<Q", ALL_OF_NETWORK)
    if offered >= 6:
        attributes += struct.pack("<Q", ALL_OF_SCOPES)
    rules = _checked(_libc.syscall(CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0))
    for path in readable:
        allow(rules, path, READ_FILE | READ_DIR)
    allow(rules, os.path.dirname(os.__file__), READ_DIR)  # imports list the folder; its files stay closed but for those above
    allow(rules, os.devnull, READ_FILE | WRITE_FILE | (TRUNCATE if offered >= 3 else 0))
    return rules


def allow(rules: int, path: str, access: int) -> None:
    """Allow a kind of access to a file, or to what lies below a folder; a path that is not there is passed over."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        fitting = access if os.path.isdir(path) else access & ~READ_DIR
        _checked(_libc.syscall(ADD_RULE, rules, PATH_BENEATH, struct.pack("<Qi", fitting, place), 0))
    finally:
        os.close(place)


def restrict(rules: int) -> None:
    """Put the rules in force for this process, for good. It must have given up new privileges before.

    Raises:
        OSError: the kernel refuses.
    """
    _checked(_libc.syscall(RESTRICT_SELF, rules, 0))


def readable_paths(library: str, packages: Iterable[str], modules: Iterable[str], whole: bool) -> list[str]:
    """What a worker has to read: the standard library's entries one by one, and those of the packages it may import.

    `whole` takes every package of the folders but the grader's own: a framework imports dozens.
    """
    paths = [os.path.join(library, entry) for entry in os.listdir(library) if not entry.startswith(NEVER)]
    for folder in packages:
        for entry in os.listdir(folder):
            mine = any(entry == name or entry.startswith(f"{name}.") for name in modules)
            if (whole or mine) and not entry.startswith(NEVER):
                paths.append(os.path.join(folder, entry))
    machine = os.uname().machine
    system = [f"/lib/{machine}-linux-gnu", f"/usr/lib/{machine}-linux-gnu", "/lib64", "/etc/ld.so.cache"]
    return [*paths, *system, "/dev/urandom", *(["/proc/self/cmdline", "/sys/devices/system/cpu", "/proc/cpuinfo"] if whole else [])]


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return int(result)
