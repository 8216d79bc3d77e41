"""Frames of bytes over a socket between judge and worker: a magic word, a sequence number, a length, and as many bytes.

Whatever the other side sends, or does not send, `receive` ends by its deadline with the frame asked for or an exception.
"""

import select
import socket
import struct
import time

from .wire import WireError

MAGIC = b"cg01"
HEADER = struct.Struct("<4sIQ")


def send(channel: socket.socket, number: int, payload: bytes, deadline: float | None = None) -> None:
    """Send one frame before `deadline` (of `time.monotonic`; None waits for ever).

    Raises:
        TimeoutError: the other side did not take it in time.
        OSError: the other side is gone.
    """
    rest = memoryview(HEADER.pack(MAGIC, number, len(payload)) + payload)
    while rest:
        _wait(channel, deadline, write=True)
        rest = rest[channel.send(rest, 0 if deadline is None else socket.MSG_DONTWAIT) :]


def receive(channel: socket.socket, number: int | None, limit: int, deadline: float | None = None) -> bytes:
    """The payload of the next frame, which must carry `number` (None takes any) and at most `limit` bytes.

    Raises:
        TimeoutError: the whole frame was not there by `deadline`.
        EOFError: the other side closed the channel.
        WireError: the bytes are no such frame.
        OverflowError: the frame is longer than `limit`.
    """
    magic, got, length = HEADER.unpack(_read(channel, HEADER.size, deadline))
    if magic != MAGIC or (number is not None and got != number):
        raise WireError("not the frame that was asked for")
    if length > limit:
        raise OverflowError(length)
    return _read(channel, length, deadline)


def _read(channel: socket.socket, count: int, deadline: float | None) -> bytes:
    data = bytearray()
    while len(data) < count:
        _wait(channel, deadline, write=False)
        chunk = channel.recv(min(count - len(data), 1 << 20))
        if not chunk:
            raise EOFError
        data += chunk
    return bytes(data)


def _wait(channel: socket.socket, deadline: float | None, *, write: bool) -> None:
    """Until the channel can take or give bytes; a channel without a deadline is a blocking one."""
    if deadline is None:
        return
    left = deadline - time.monotonic()
    poll = select.poll()
    poll.register(channel, select.POLLOUT if write else select.POLLIN)
    if left <= 0 or not poll.poll(left * 1000):
        raise TimeoutError


def is_quiet(channel: socket.socket) -> bool:
    """Whether nothing waits to be read: an answer that nobody asked for is a forgery."""
    try:
        return not channel.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return True
