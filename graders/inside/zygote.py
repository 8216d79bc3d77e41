"""The process that workers are forked from: fresh from exec, with NumPy loaded, and nothing of a student or a bank.

Started as a script with a clean environment by `convgrade.worker`, which tells it over a socket to fork a worker or to
end one. It serves one worker at a time, has forked the next one ahead, and never runs a student's code itself. In the
worker: limits first, the student's text last.
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
    spare = forked(control, inside, layers)
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 2)
        if not message:
            return
        request = json.loads(message)
        if request["do"] == "fork":
            before = request.get("instead_of", 0)
            kill(before)
            if not spare.begins(message, descriptors):  # it was killed while it waited
                spare = forked(control, inside, layers)
                spare.begins(message, descriptors)
            worker = spare.pid
            for descriptor in descriptors:
                os.close(descriptor)
            control.sendall(json.dumps({"worker": worker}).encode())
            spare = forked(control, inside, layers)  # while that one works
            if before:
                reap(before, but={worker, spare.pid})
        else:
            kill(request["worker"])
            control.sendall(json.dumps(reap(request["worker"], but={spare.pid})).encode())


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


def kill(worker: int) -> None:
    """Kill a worker and its process group, if there is one."""
    for end in (os.killpg, os.kill) if worker else ():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(worker, signal.SIGKILL)


def reap(worker: int, but: set[int]) -> dict[str, Any]:
    """How a killed worker ended and what it used; whatever it left behind is killed, but for what the zygote itself has forked since."""
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
