"""The worker's side of the conversation: read a submission, run it, answer calls."""

import contextlib
import gc
import importlib.abc
import io
import os
import socket
import sys
from typing import Any

from . import canary, frames, landlock, overtime, sandbox, wire
from .conversation import Conversation

__all__ = ["Forbidden", "landlock", "sandbox", "serve"]
LARGEST_REQUEST = 1 << 26
HIDDEN = frozenset({"convgrade", "hypothesis", "inside"})


class Forbidden(importlib.abc.MetaPathFinder):
    """Refuses to import the grader, whatever the search path says."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        if fullname.partition(".")[0] in HIDDEN:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def serve(channel: socket.socket, limit: int) -> None:
    """Answer requests until the channel closes, each with one packed reply of at most `limit` bytes."""
    sys.stdin = io.StringIO()
    sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    about = Conversation()
    number = 0
    overtime.watch(lambda: about.program, lambda place: answer(channel, number, place, limit))
    while True:
        try:
            number, request = receive(channel)
        except (EOFError, OSError):
            return
        is_canary = request["do"] == "canary"
        reply = canary.attempt_all(request["secret"], request["drop"], request["grader"]) if is_canary else about.reply(request)
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stdout.flush()
        answer(channel, number, reply, limit)
        if "files" in request:
            gc.freeze()  # the trees of a submission stay as long as the worker does: there is nothing in them to look through


def receive(channel: socket.socket) -> tuple[int, dict[str, Any]]:
    header = channel.recv(frames.HEADER.size, socket.MSG_PEEK | socket.MSG_WAITALL)
    if len(header) < frames.HEADER.size:
        raise EOFError
    number = frames.HEADER.unpack(header)[1]
    return number, wire.unpack(frames.receive(channel, number, LARGEST_REQUEST))


def packed(reply: Any) -> bytes:
    """A reply as bytes; if it cannot be one, a reply that says so."""
    try:
        return wire.pack(reply)
    except (wire.WireError, MemoryError) as problem:
        return wire.pack({"status": "bad", "text": str(problem)})


def answer(channel: socket.socket, number: int, reply: dict[str, Any], limit: int) -> None:
    payload = packed(reply)
    if len(payload) > limit:
        payload = wire.pack({"status": "bad", "text": f"a value of {len(payload):,} bytes, far more than the answer has"})
    try:
        frames.send(channel, number, payload)
    except OSError:
        os._exit(0)
