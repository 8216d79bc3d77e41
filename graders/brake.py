"""Ends, from another thread, what a grading thread waits for: the workers that run, and every one after them."""

import contextlib
import socket
import threading


class Stopped(Exception):
    """The brake is on: no worker starts. Nothing was found out about the submission."""


class Brake:
    """A brake on the workers of some zygotes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._on = False
        self._channels: set[socket.socket] = set()

    def pull(self) -> None:
        """End the workers that run, and let none start until `release`."""
        with self._lock:
            self._on = True
            for channel in self._channels:
                with contextlib.suppress(OSError):
                    channel.shutdown(socket.SHUT_RDWR)  # whoever waits for an answer meets the end of the channel

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
            self._channels.add(channel)

    def detach(self, channel: socket.socket) -> None:
        """Forget a channel, which is about to be closed and its number to be another's."""
        with self._lock:
            self._channels.discard(channel)
