"""The process that workers are forked from, as the judge holds it: fresh from exec, with a clean environment.

What runs in it is `inside/zygote.py`. It starts workers and ends them on demand.
"""

import contextlib
import importlib.util
import json
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from .brake import Brake
from .limits import Limits

if TYPE_CHECKING:
    from .worker import Worker

SCRIPT = Path(__file__).parent / "inside" / "zygote.py"
START_SECONDS = 120.0
BUBBLEWRAP = [
    *("bwrap", "--dev-bind", "/", "/", "--proc", "/proc", "--tmpfs", "/dev/shm", "--die-with-parent", "--new-session"),
    *("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"),
    *("--cap-add", "CAP_KILL"),  # a zygote ends workers that have a user of their own
    "--",
]


class ZygoteLost(Exception):
    """The zygote itself does not answer; a new one has to be started."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What is put around workers besides their own process: a user id (0 keeps the user), Landlock, a filter of system calls.

    Bubblewrap goes around the zygote: namespaces of its own for processes, network and IPC.
    """

    uid: int = 0
    landlock: bool = False
    filter: bool = False
    bubblewrap: bool = False


NO_LAYERS = Layers()
# Parts of a package that students use and that it does not load by itself: loaded once, not in every worker.
PARTS = {"scipy": ("scipy.signal", "scipy.ndimage", "scipy.linalg", "scipy.sparse", "scipy.fft"), "matplotlib": ("matplotlib.pyplot",)}


class Zygote:
    """A process that workers are forked from, with NumPy and at most one framework loaded."""

    def __init__(self, framework: str = "", layers: Layers = NO_LAYERS, brake: Brake | None = None) -> None:
        self.framework, self.layers, self.brake = framework, layers, brake or Brake()
        self._control, far = socket.socketpair()
        self._errors = tempfile.TemporaryFile()
        modules = ["numpy", framework] if framework else ["numpy"]
        wanted = {
            "search": folders_of(modules),
            "modules": modules,
            "parts": PARTS.get(framework, ()),
            "library": sysconfig.get_path("stdlib"),
            **asdict(layers),
        }
        self._process = subprocess.Popen(
            [*(BUBBLEWRAP if layers.bubblewrap else []), sys.executable, "-P", "-s", "-S", "-B", str(SCRIPT), str(far.fileno()), json.dumps(wanted)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            cwd="/",
            env=clean_environment(),
            pass_fds=[far.fileno()],
            start_new_session=True,
        )
        far.close()
        self._control.settimeout(START_SECONDS)
        self._ready = False
        self._started = 0
        self._lost = ""

    @property
    def pid(self) -> int:
        return self._process.pid

    def worker(self, limits: Limits) -> "Worker":
        """A worker of this zygote, a context: leaving it ends the process."""
        from .worker import Worker  # which is about a zygote

        return Worker(self, limits)

    def start_worker(self, wanted: dict[str, Any], descriptors: list[int]) -> int:
        """Have a worker started, under a number. Nobody waits for it: if it does not come up, its channel ends.

        Raises:
            ZygoteLost: the zygote is gone, or never came up.
        """
        self._started += 1
        with self._losing():
            self._tell({"do": "start", "worker": self._started, **wanted}, descriptors)
        return self._started

    def end_worker(self, number: int) -> dict[str, Any]:
        """Kill a worker and all that it left behind; how it ended: its wait status, CPU seconds, peak memory in kilobytes.

        Raises:
            ZygoteLost: the zygote is gone, or never came up.
        """
        with self._losing():
            self._tell({"do": "end", "worker": number, "awaited": True}, [])
            return dict(json.loads(self._control.recv(1 << 16)))

    def dismiss_worker(self, number: int) -> None:
        """The same, and nobody waits: it is done before the next worker that is ended."""
        with self._losing():
            self._tell({"do": "end", "worker": number, "awaited": False}, [])

    def _tell(self, request: dict[str, Any], descriptors: list[int]) -> None:
        if not self._ready:
            self._ready = bool(json.loads(self._control.recv(1 << 16))["ready"])
        socket.send_fds(self._control, [json.dumps(request).encode() + b"\n"], descriptors)

    @contextlib.contextmanager
    def _losing(self) -> Iterator[None]:
        """Give the zygote up if it does not answer, and say what it said last."""
        if self._lost:
            raise ZygoteLost(self._lost)
        try:
            yield
        except (OSError, ValueError, KeyError) as error:
            self._process.kill()
            self._errors.seek(0)
            last = self._errors.read()[-500:].decode(errors="replace").strip().splitlines()[-1:]
            self._lost = f"the process that workers start from is gone ({last[0] if last else error})"
            self.close()
            raise ZygoteLost(self._lost) from error

    def close(self) -> None:
        """End the process; closing twice does no harm."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._errors.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def folders_of(modules: list[str]) -> list[str]:
    """The folders that these modules are imported from."""
    specs = [importlib.util.find_spec(name) for name in modules]
    return sorted({str(Path(spec.origin).parent.parent) for spec in specs if spec and spec.origin})


def clean_environment() -> dict[str, str]:
    """The environment of a zygote: nothing of ours, one thread, quiet frameworks, a fixed hash seed."""
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1")
    quiet = {"TF_ENABLE_ONEDNN_OPTS": "0", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1", "KERAS_HOME": "/nonexistent"}
    return {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", **threads, **quiet}
