"""The files of a student's folder, and a thread that tells of every change to them."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .inbox import Failed
from .untrusted import READABLE, is_clutter

SETTLE = 0.02  # seconds without a change after which a save is taken to be whole
LONGEST_SAVE = 1.0
LOOK = 0.5  # seconds after which the folder is looked at in any case: not every file system tells
LOOK_UNTOLD = 0.2  # the same where the system tells nothing at all
Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """Files that were written, and files that are there no more."""

    written: frozenset[Path]
    gone: frozenset[Path]


@dataclass(frozen=True, slots=True)
class Untold:
    """The system does not tell of changes, for this reason."""

    reason: str


def stamps(folder: Path) -> dict[Path, Stamp]:
    """The scripts and notebooks of a folder, each with what changes when it is saved; none if there is no such folder."""
    found: dict[Path, Stamp] = {}
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            path = folder / entry.name
            if path.suffix.lower() in READABLE and not is_clutter(entry.name):
                with contextlib.suppress(OSError):
                    held = entry.stat()  # of what a link leads to
                    found[path] = (held.st_ino, held.st_mtime_ns, held.st_ctime_ns, held.st_size, held.st_mode)
    return found


def follow(folder: Path, seen: dict[Path, Stamp], tell: Callable[[object], None], stop: threading.Event) -> None:
    """Tell of what is saved and deleted since the files were `seen`, until stopped; a folder that is gone may come back."""
    try:
        for _ in moments(folder, tell, stop):
            if stamps(folder) != seen:
                now = settled(folder, stop)
                written = frozenset(path for path, stamp in now.items() if seen.get(path) != stamp)
                gone = frozenset(seen.keys() - now.keys())
                seen = now
                if written or gone:
                    tell(Saved(written, gone))
    except Exception as problem:
        tell(Failed(problem))


def settled(folder: Path, stop: threading.Event) -> dict[Path, Stamp]:
    """The files once none of them changes any more: an editor may write a file in parts, or take it away before it puts the new one there."""
    now = stamps(folder)
    for _ in range(round(LONGEST_SAVE / SETTLE)):
        stop.wait(SETTLE)
        before, now = now, stamps(folder)
        if now == before:
            break
    return now


def moments(folder: Path, tell: Callable[[object], None], stop: threading.Event) -> Iterator[None]:
    """The moments to look at a folder: when the system tells of a change in it, and now and then."""
    from watchfiles import watch

    told = False
    while not stop.is_set():
        yield
        try:
            watched = identity(folder)
            changes = watch(
                folder,
                watch_filter=None,
                debounce=50,
                step=5,
                stop_event=stop,
                rust_timeout=round(1000 * LOOK),
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=False,
                recursive=False,
            )
            for _ in changes:
                yield
                if identity(folder) != watched:  # another folder took its place: the system tells of the old one
                    break
        except (OSError, RuntimeError) as problem:  # RuntimeError: watchfiles' own
            if folder.is_dir() and not told:
                told = True
                tell(Untold(str(problem)))
            stop.wait(LOOK_UNTOLD)


def identity(folder: Path) -> tuple[int, int]:
    held = folder.stat()
    return held.st_dev, held.st_ino
