"""Everything that can happen while watching, in one line: keys, signals, what other threads tell."""

import contextlib
import os
import select
import signal
import socket
import sys
import time
from collections import deque
from dataclasses import dataclass
from types import TracebackType
from typing import Self

ESCAPE = b"\x1b"
LONGEST_PRESS = 8  # bytes that come at once from pressing keys; more than that was pasted


@dataclass(frozen=True, slots=True)
class Key:
    """A key that was pressed, as a lower-case character."""

    name: str


@dataclass(frozen=True, slots=True)
class Ended:
    """There is nothing more to read."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """The terminal has another width, or was somebody else's for a time."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Ctrl-C was pressed."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A thread ended, because of this."""

    problem: Exception


class Inbox:
    """What happens, in the order in which it is told. Only the main thread takes from it; use as a context."""

    def __init__(self) -> None:
        self._told: deque[object] = deque()
        self._woken, self._wake = socket.socketpair()
        self._woken.setblocking(False)
        self._wake.setblocking(False)
        self._keys = sys.stdin.fileno() if sys.stdin else None
        if self._keys is None:
            self.tell(Ended())

    def tell(self, event: object) -> None:
        self._told.append(event)
        with contextlib.suppress(OSError):  # full, which wakes the reader all the same, or closed
            self._wake.send(b"!")

    def next(self, seconds: float | None = None) -> object:
        """The next thing that happened; None if that takes longer."""
        end = None if seconds is None else time.monotonic() + seconds
        while not self._told:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                return None
            sources = [self._woken.fileno()] + ([] if self._keys is None else [self._keys])
            ready, _, _ = select.select(sources, [], [], left)
            with contextlib.suppress(BlockingIOError):
                self._woken.recv(4096)
            if self._keys is not None and self._keys in ready:
                self._told += self._pressed(self._keys)
        return self._told.popleft()

    def _pressed(self, keyboard: int) -> list[Key | Ended]:
        try:
            data = os.read(keyboard, 4096)
        except OSError:  # the terminal is gone
            data = b""
        if not data:
            self._keys = None
            return [Ended()]
        if data.startswith(ESCAPE) or len(data) > LONGEST_PRESS:
            return []
        return [Key(char) for char in data.decode("ascii", "replace").lower() if not char.isspace()]

    def __enter__(self) -> Self:
        self._woken_before = signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        signal.set_wakeup_fd(self._woken_before)
        self._wake.close()
        self._woken.close()
