"""The process that workers are forked from: fresh from exec, with NumPy loaded, and nothing of a student or a bank.

Started as a script with a clean environment by `convgrade.zygote`, which tells it over a socket to start a worker, or to
end one and say how it ended. It has forked the next worker ahead, and never runs a student's code itself. In the worker:
limits first, the student's text last.
"""

import contextlib
import dataclasses
import fcntl
import gc
import importlib
import importlib.util
import json
import os
import resource
import signal
import socket
import sys
from types import ModuleType
from typing import Any, NoReturn

CHANNEL, RULES = 3, 4
NO_LAYERS = 71  # the exit code of a worker whose layers could not be put on
RESEEDED = ("random", "numpy.random")  # NumPy would load its own in every worker
# Modules that students import: loaded before the fork where no file can be opened after it.
COMMON = (
    "abc", "argparse", "array", "bisect", "calendar", "cmath", "collections.abc", "contextlib", "copy", "csv", "ctypes", "dataclasses", "datetime",
    "decimal", "doctest", "enum", "fractions", "functools", "hashlib", "heapq", "inspect", "io", "itertools", "json", "logging", "math", "mmap",
    "numbers", "operator", "pathlib", "pickle", "pprint", "queue", "random", "re", "secrets", "statistics", "string", "struct", "tempfile",
    "textwrap", "threading", "time", "timeit", "traceback", "types", "typing", "unittest", "uuid", "warnings", "__future__", "encodings.idna",
    "numpy.fft", "numpy.linalg", "numpy.lib.stride_tricks", "numpy.ma", "numpy.polynomial", "numpy.random", "numpy.testing", "numpy.typing",
)  # fmt: skip


def main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    wanted = json.loads(sys.argv[2])
    sys.path += wanted["search"]
    files_can_be_opened = wanted["landlock"] or not wanted["filter"]
    for name in (*wanted["modules"], *wanted["parts"], *RESEEDED, *(() if files_can_be_opened else COMMON)):
        importlib.import_module(name)
    whole = wanted["modules"] != ["numpy"]  # only a framework needs the rest of its packages later on
    if not whole:
        del sys.path[-len(wanted["search"]) :]
    inside = load_inside()
    importlib.import_module("inside.steady").steady(sys.modules["numpy"])
    sandbox, landlock = inside.sandbox, inside.landlock
    for name in [name for name in sys.modules if name.partition(".")[0] == "inside"]:
        del sys.modules[name]
    sys.meta_path.insert(0, inside.Forbidden())
    sandbox.prctl(sandbox.PR_CHILD_SUBREAPER, 1)
    sandbox.prctl(sandbox.PR_SET_DUMPABLE, 0)
    readable = landlock.readable_paths(wanted["library"], wanted["search"], wanted["modules"], whole) if wanted["landlock"] else []
    rules = landlock.ruleset(readable) if wanted["landlock"] else -1
    layers = sandbox.Layers(wanted["uid"], rules, wanted["filter"], whole)
    sandbox.prepare(layers)
    gc.collect()
    gc.freeze()
    control.sendall(json.dumps({"ready": True}).encode())
    workers: dict[int, int] = {}
    spare = forked(control, inside, layers)
    while True:
        messages, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 2)
        if not messages:
            return
        for message in messages.splitlines():  # descriptors come with a start, of which at most one is read at a time
            request = json.loads(message)
            number = request["worker"]
            if request["do"] == "end":
                how = ended(workers.pop(number), but={*workers.values(), spare.pid})
                if request["awaited"]:
                    control.sendall(json.dumps(how).encode())
                continue
            if not spare.begins(message, descriptors):  # it was killed while it waited
                spare = forked(control, inside, layers)
                spare.begins(message, descriptors)
            workers[number] = spare.pid
            for descriptor in descriptors:
                os.close(descriptor)
            spare = forked(control, inside, layers)  # while that one works


@dataclasses.dataclass(frozen=True, slots=True)
class Spare:
    """A process that was forked ahead, and the socket on which it waits for its descriptors and limits; it has nothing of anybody yet."""

    pid: int
    line: socket.socket

    def begins(self, message: bytes, descriptors: list[int]) -> bool:
        """Let it become a worker; False if it is gone."""
        with self.line, contextlib.suppress(OSError):
            socket.send_fds(self.line, [message], descriptors)
            if self.line.recv(1):
                return True
        os.waitpid(self.pid, 0)
        return False


def forked(control: socket.socket, inside: ModuleType, layers: Any) -> Spare:
    line, far = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        control.close()
        line.close()
        become_worker(inside, layers, far)
    far.close()
    return Spare(pid, line)


def load_inside() -> ModuleType:
    """This folder as a package, without putting the folder above it, where the answers are, on the path."""
    here = os.path.dirname(os.path.abspath(__file__))
    spec = importlib.util.spec_from_file_location("inside", os.path.join(here, "__init__.py"), submodule_search_locations=[here])
    assert spec is not None
    assert spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["inside"] = package
    spec.loader.exec_module(package)
    return importlib.import_module("inside.working")


def become_worker(inside: ModuleType, layers: Any, line: socket.socket) -> NoReturn:
    """Turn the forked child into a worker, once it is wanted: own session, its two descriptors and no others, limits, layers, then serve."""
    try:
        os.setsid()
        inside.sandbox.die_with_parent()
        if os.getppid() == 1:
            os._exit(1)
        inside.sandbox.die_first()
        reseed()
        message, descriptors, _, _ = socket.recv_fds(line, 1 << 16, 2)
        if not message:
            os._exit(0)
        line.sendall(b"!")
        request = json.loads(message)
        channel, output = (fcntl.fcntl(d, fcntl.F_DUPFD, 10) for d in descriptors)  # clear of the places they go to
        rules = fcntl.fcntl(layers.rules, fcntl.F_DUPFD, 10) if layers.rules >= 0 else None
        os.dup2(channel, CHANNEL)
        os.dup2(output, 1)
        os.dup2(output, 2)
        if rules is not None:
            os.dup2(rules, RULES)
            layers = dataclasses.replace(layers, rules=RULES)
        os.closerange(RULES if rules is None else RULES + 1, 1024)
        for name, (soft, hard) in request["limits"].items():
            resource.setrlimit(getattr(resource, name), (soft, hard))
        conversation = socket.socket(fileno=CHANNEL)
        inside.sandbox.enter(layers)
        inside.serve(conversation, request["reply"])
    except OSError as problem:
        os.write(2, f"{problem}\n".encode())
        os._exit(NO_LAYERS)
    finally:
        os._exit(0)


def reseed() -> None:
    """Different luck in every worker: a function that depends on it must not look repeatable."""
    sys.modules["random"].seed()
    sys.modules["numpy"].random.seed(int.from_bytes(os.urandom(4), "little"))


def ended(worker: int, but: set[int]) -> dict[str, Any]:
    """Kill a worker, its process group and whatever it left behind, but for what the zygote itself has forked: how it ended and what it used."""
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(worker, signal.SIGKILL)
    _, status, usage = os.wait4(worker, 0)
    sweep(but)
    return {"status": status, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss}


def sweep(but: set[int]) -> None:
    """Kill and reap every process that a worker started and that fell to the zygote when it died."""
    for _ in range(1000):
        orphans = children() - but  # those that are dead already, too
        for pid in orphans:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        if not orphans:
            return
        for pid in orphans:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def children() -> set[int]:
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as file:
            return {int(pid) for pid in file.read().split()}
    except OSError:
        return set()


if __name__ == "__main__":
    main()
