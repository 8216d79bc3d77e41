"""Ends, from another thread, what a grading thread waits for: the worker that runs, and every one after it."""

import contextlib
import socket
import threading


class Stopped(Exception):
    """The brake is on: no worker starts. Nothing was found out about the submission."""


class Brake:
    """A brake on the workers of some zygotes, of which one runs at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._on = False
        self._channel: socket.socket | None = None

    def pull(self) -> None:
        """End the worker that runs, and let none start until `release`."""
        with self._lock:
            self._on = True
            if self._channel is not None:
                with contextlib.suppress(OSError):
                    self._channel.shutdown(socket.SHUT_RDWR)  # whoever waits for an answer meets the end of the channel

    def release(self) -> None:
        with self._lock:
            self._on = False

    def attach(self, channel: socket.socket) -> None:
        """Note the channel of a worker that starts.

        Raises:
            Stopped: the brake is on.
        """
        with self._lock:
            if self._on:
                raise Stopped
            self._channel = channel

    def detach(self) -> None:
        """Forget the channel, which is about to be closed and its number to be another's."""
        with self._lock:
            self._channel = None
