"""What a container leaves to a student's code, where it is smaller than what an assignment allows."""

from dataclasses import replace
from pathlib import Path

from ..limits import MEBI, RESERVE, Limits

GRADER = 192 * MEBI  # what the grader and the process that workers start from take, with room to spare
LEAST = 192 * MEBI  # NumPy does not come up in less
LEAST_PATIENCE = 4  # on half a core, computing takes twice its processor time
CONTROLS = {"0": ("", "memory.max"), "memory": ("memory", "memory.limit_in_bytes")}  # version 2, version 1


def fitted(limits: Limits, seconds: int, exercises: int) -> Limits:
    """The limits that can be kept here: memory by what the container has, patience by the time there is for all.

    A function that only sleeps is waited for twice; all of them may be such functions.
    """
    room = memory_here()
    memory = max(room - GRADER - RESERVE, LEAST) if room else max(limits.memory, limits.framework_memory)
    patience = max(LEAST_PATIENCE, seconds // (2 * limits.cpu_seconds * max(exercises, 1)))
    return replace(
        limits,
        memory=min(limits.memory, memory),
        framework_memory=min(limits.framework_memory, memory),
        patience=min(limits.patience, patience),
    )


def memory_here(system: Path = Path("/sys/fs/cgroup"), mine: Path = Path("/proc/self/cgroup")) -> int:
    """The bytes that all processes of this container may use together; 0 if there is no bound.

    A container sees its own bound at the root of the file system of control groups; elsewhere it lies at the path of this process's group.
    """
    try:
        groups = [line.split(":", 2) for line in mine.read_text("utf-8").splitlines()]
    except OSError:
        return 0
    found = []
    for number, controllers, path in groups:
        if number != "0" and "memory" not in controllers.split(","):
            continue
        folder, file = CONTROLS["0" if number == "0" else "memory"]
        place = system / folder / path.lstrip("/")
        found += [bound for one in (place, *place.parents) if one.is_relative_to(system) and (bound := bound_in(one / file))]
    return min(found, default=0)


def bound_in(file: Path) -> int:
    """The bound in a file, 0 if it says none."""
    try:
        bytes_ = int(file.read_text("utf-8"))
    except (OSError, ValueError):  # "max"
        return 0
    return bytes_ if bytes_ < 1 << 60 else 0
