"""The terminal while keys are heard one by one: put back whatever happens, let go of when the shell wants it."""

import contextlib
import errno
import functools
import os
import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

Handler = Callable[[int, FrameType | None], None]


@contextlib.contextmanager
def keys_heard(redraw: Callable[[], None], interrupt: Callable[[], None]) -> Iterator[None]:
    """Keys without Enter, if stdin is a terminal. `redraw` is called when its width changes, and when it is ours again.

    `interrupt` is called at the first Ctrl-C, so that nothing is broken off that holds a lock; one more is a KeyboardInterrupt.
    SIGTERM and SIGHUP end what runs inside like an exit, so that everything is put back.
    """
    keyboard = sys.stdin.fileno() if sys.stdin and sys.stdin.isatty() else None
    saved = None if keyboard is None else termios.tcgetattr(keyboard)

    def hear(*_: Any) -> None:
        if keyboard is not None and is_ours(keyboard):
            unless_interrupted(lambda: tty.setcbreak(keyboard, termios.TCSANOW))
            redraw()

    def let_go() -> None:
        if keyboard is not None and is_ours(keyboard):
            unless_interrupted(lambda: termios.tcsetattr(keyboard, termios.TCSANOW, saved or []))

    def stop(*_: Any) -> None:
        let_go()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)  # comes back when the shell continues us
        signal.signal(signal.SIGTSTP, stop)
        hear()

    def end(number: int, _: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough
        if keyboard is not None and is_ours(keyboard):
            for flow in termios.TCOOFF, termios.TCOON:  # the second undoes Ctrl-S, too, after the first: the last words would wait for ever
                unless_interrupted(functools.partial(termios.tcflow, keyboard, flow))
        raise SystemExit(128 + number)

    def leave(*_: Any) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        interrupt()

    always: dict[int, Handler] = {signal.SIGINT: leave, signal.SIGTERM: end, signal.SIGHUP: end, signal.SIGWINCH: lambda *_: redraw()}
    shared: dict[int, Handler] = {signal.SIGTSTP: stop, signal.SIGCONT: hear}
    with handled(always | (shared if keyboard is not None else {})):
        hear()
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            let_go()


@contextlib.contextmanager
def handled(handlers: dict[int, Handler]) -> Iterator[None]:
    """Signals handled for a time, but for those that whoever started us has ignored; and Ctrl-C as it was, afterwards."""
    before = {number: signal.getsignal(number) for number in (*handlers, signal.SIGINT)}
    for number, handler in handlers.items():
        if before[number] is not signal.SIG_IGN:
            signal.signal(number, handler)
    try:
        yield
    finally:
        for number, handler_before in before.items():
            signal.signal(number, handler_before)


def is_ours(keyboard: int) -> bool:
    """Whether we are in the foreground: from behind, a change of the terminal would stop us, or meet the shell's settings."""
    with contextlib.suppress(OSError):
        return os.tcgetpgrp(keyboard) == os.getpgrp()
    return False


def unless_interrupted(change: Callable[[], Any]) -> None:
    """Make a change, again if a signal came in between; none to a terminal that is gone."""
    for _ in range(3):
        try:
            change()
            return
        except termios.error as problem:
            if problem.args[0] != errno.EINTR:
                return
