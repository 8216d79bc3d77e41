"""The judge's side of a worker: start one, ask it, and know how it ended.

A worker holds one submission and answers calls over a socket; every request has one absolute deadline. Whatever a worker does, the judge sees a reply
or a `Gone`. Nothing that says pass, fail or score crosses the wire.
"""

import contextlib
import os
import signal
import socket
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from .brake import Stopped
from .inside import frames, wire
from .limits import Limits
from .zygote import Zygote, ZygoteLost

AHEAD = 1 << 17  # bytes of requests that wait for a worker: half of what its socket holds, so that neither side waits for the other
MOST_OF_MEMORY = 0.6  # a process that dies having touched so much of its address space died of it


class Gone(Exception):
    """The worker ended, or had to be ended, before it answered: `verdict` says as what, `place` in which file and line, if that is known."""

    def __init__(self, verdict: str, message: str, by_the_clock: bool = False, place: tuple[str, int] = ("", 0)) -> None:
        super().__init__(message)
        self.verdict, self.message, self.by_the_clock, self.place = verdict, message, by_the_clock, place


@dataclass(frozen=True, slots=True)
class Ended:
    """How a worker ended: its wait status, CPU seconds, peak memory in kilobytes."""

    status: int
    cpu: float
    peak: int


class Worker:
    """One submission in a process of its own. Use as a context: leaving it ends the process."""

    def __init__(self, zygote: Zygote, limits: Limits) -> None:
        self._zygote, self._limits = zygote, limits
        self._number = 0
        self._ended: Ended | None = None
        self._output = output_file()
        self._channel, far = socket.socketpair()
        self._channel.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * AHEAD)
        try:
            zygote.brake.attach(self._channel)
            resources = limits.of_process(zygote.framework, bool(zygote.layers.uid))
            self._process = zygote.start_worker({"limits": resources, "reply": limits.reply}, [far.fileno(), self._output])
        except (ZygoteLost, Stopped):
            zygote.brake.detach(self._channel)
            self._channel.close()
            os.close(self._output)
            raise
        finally:
            far.close()
        self._deadline = time.monotonic() + limits.patience * limits.cpu(zygote.framework)

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Send a request and wait for its reply.

        Raises:
            Gone: there is no reply, and the worker has ended.
        """
        return next(self.ask_each([request]))

    def ask_each(self, requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """The reply to each request; small ones are sent while the worker still answers earlier ones, so that it never waits.

        Raises:
            Gone: there is no reply, and the worker has ended.
        """
        under_way: deque[int] = deque()  # their sizes
        for request in requests:
            payload = wire.pack(request)
            while under_way and (sum(under_way) + len(payload) > AHEAD or not self._is_quiet()):
                yield self._receive(len(under_way))
                under_way.popleft()
            self._send(payload, alone=not under_way)
            under_way.append(len(payload))
        while under_way:
            yield self._receive(len(under_way))
            under_way.popleft()

    def _is_quiet(self) -> bool:
        with self._ending():
            return frames.is_quiet(self._channel)

    def _send(self, payload: bytes, alone: bool) -> None:
        if self._ended is not None:
            raise Gone("crashed", "The process that ran it had ended.")
        self._number += 1
        with self._ending():
            if alone and not frames.is_quiet(self._channel):
                raise wire.WireError("bytes that nobody asked for")
            frames.send(self._channel, self._number, payload, self._deadline)

    def _receive(self, under_way: int) -> dict[str, Any]:
        with self._ending():
            data = frames.receive(self._channel, self._number - under_way + 1, self._limits.reply + 4096, self._deadline)
            reply = wire.unpack(data)
            if type(reply) is not dict:
                raise wire.WireError("not a reply")
        if reply.get("spent") is True:
            self._finish()
            raise Gone("timeout", self._too_slow("computing"), place=place_in(reply))
        if self.printed_bytes() >= self._limits.output:
            self._finish()
            raise Gone("output", f"It printed more than {self._limits.output >> 20} MiB. Is there a print in a loop that never ends?")
        return reply

    @contextlib.contextmanager
    def _ending(self) -> Iterator[None]:
        """End the worker if the conversation breaks off, and say why."""
        try:
            yield
        except TimeoutError:
            self._finish()
            raise Gone("timeout", self._too_slow("waiting"), by_the_clock=True) from None
        except (EOFError, OSError):
            raise self._cause(self._finish()) from None
        except (wire.WireError, OverflowError) as problem:
            self._finish()
            raise Gone("crashed", f"The process that ran it sent {problem}.") from None

    def printed_bytes(self) -> int:
        return os.fstat(self._output).st_size

    def printed(self, start: int, most: int = 2000) -> str:
        """What was printed from byte `start` on, control characters made visible."""
        text = os.pread(self._output, most, start).decode("utf-8", "backslashreplace")
        return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)

    def _finish(self) -> Ended:
        if self._ended is None:
            self._zygote.brake.detach(self._channel)
            self._channel.close()
            answer = self._zygote.end_worker(self._process)
            self._ended = Ended(int(answer["status"]), float(answer["cpu"]), int(answer["peak"]))
        return self._ended

    def dismiss(self) -> None:
        """End the process and go on; it is gone before another worker of its zygote is."""
        if self._ended is None:
            self._zygote.brake.detach(self._channel)
            self._channel.close()
            self._zygote.dismiss_worker(self._process)
            self._ended = Ended(0, 0.0, 0)

    def _cause(self, ended: Ended) -> Gone:
        limit = self._limits.cpu(self._zygote.framework)
        by_signal = os.WTERMSIG(ended.status) if os.WIFSIGNALED(ended.status) else 0
        if by_signal == signal.SIGXCPU or (by_signal == signal.SIGKILL and ended.cpu >= limit):
            return Gone("timeout", self._too_slow("computing"))
        if self.printed_bytes() >= self._limits.output:
            return Gone("output", f"It printed more than {self._limits.output >> 20} MiB. Is there a print in a loop that never ends?")
        if ended.peak * 1024 >= MOST_OF_MEMORY * self._limits.bytes(self._zygote.framework):
            return Gone("memory", f"It used more than its {self._limits.bytes(self._zygote.framework) >> 20} MiB of memory.")
        if by_signal == signal.SIGKILL and ended.cpu < limit:
            return Gone("crashed", "The process that ran it was ended before it answered.")
        how = signal.Signals(by_signal).name if by_signal else f"exit code {os.waitstatus_to_exitcode(ended.status)}"
        return Gone("crashed", f"It ended Python itself ({how}) instead of returning.")

    def _too_slow(self, doing: str) -> str:
        limit = self._limits.cpu(self._zygote.framework)
        if doing == "waiting":
            return f"It did not return within {limit * self._limits.patience} seconds, most of them spent waiting."
        return f"It was still computing after {limit} seconds of processor time. Is there a loop that never ends?"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._finish()
        finally:
            self._channel.close()
            os.close(self._output)


def place_in(reply: dict[str, Any]) -> tuple[str, int]:
    """The file and line that a worker names; whether there is such a line is for others to see."""
    file, line = reply.get("file"), reply.get("line")
    return (file, line) if type(file) is str and type(line) is int else ("", 0)


def output_file() -> int:
    """A file without a name that the worker prints into and the judge reads."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("output")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())
