"""A student's session at `watch`: what happens, what is done about it, what is shown."""

import functools
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import course
from .checker import Checker, Done
from .exercise import Exercise
from .folder import Saved, Untold
from .inbox import Ended, Failed, Inbox, Interrupted, Key, Redraw
from .progress import first_open, next_hint, note, reached
from .screen import Piece, Screen
from .watching import Functions, Place, files_defining, functions_in, is_stub, last_saved, meant

TICK = 0.25  # seconds between two looks at a check that is under way


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a check: its entry in a report, none for a file that cannot be read, and what a student reads."""

    entry: dict[str, Any] | None
    words: Piece

    @property
    def verdict(self) -> str:
        return self.entry["verdict"] if self.entry else ""


class Session:
    """Where a student is in a course, and what is going on."""

    def __init__(self, exercises: Mapping[str, Exercise], folder: Path, called: Path, inbox: Inbox, checker: Checker[Place]) -> None:
        self._exercises, self._names = exercises, list(exercises)
        self._folder, self._called = folder, called
        self._inbox, self._checker = inbox, checker
        self._files: dict[Path, Functions] = {}
        self._here = self._place_of(first_open(self._names, self._passed()) or self._names[0])
        self._ticket = 0
        self._since: float | None = None  # when the check under way began
        self._onward = self._below = False  # whether a pass leads on; whether the outcome is shown below what is there
        self._said = ""
        self._finish = f"All {len(exercises)} exercises are passed. Well done."
        self._screen = Screen(lambda width: course.progress(exercises, self._passed(), self._here, width), course.keys_at_hand)

    def run(self, files: Mapping[Path, object]) -> None:
        """Until the student leaves."""
        self._files = {file: functions_in(file, self._names) for file in files}
        finished = first_open(self._names, self._passed()) is None
        self._go(self._here, said=self._finish if finished else "", onward=not finished)
        leaving = False
        while not leaving or self._since is not None:
            match self._inbox.next(TICK if self._since is not None else None):
                case Key("q" | "\x04"):  # Ctrl-D
                    return
                case Key(name):
                    self._press(name)
                case Saved() as change:
                    self._saved(change)
                case Done(ticket, Outcome() as outcome) if ticket == self._ticket:
                    self._done(outcome)
                case Interrupted():
                    raise KeyboardInterrupt
                case Failed(problem):
                    raise problem
                case Redraw():
                    self._screen.redraw()
                case Untold(reason):
                    self._screen.aside(course.wrapped(course.UNTOLD.format(reason=reason)))
                case Ended():
                    leaving = True
                case None if self._since is not None:
                    self._screen.busy(f"checking {self._here.file and self._here.file.name} ...", time.monotonic() - self._since)

    def leave(self) -> None:
        passed = self._passed()
        self._screen.leave(f"{sum(name in passed for name in self._names)} of {len(self._names)} passed.")

    def _passed(self) -> set[str]:
        return {name for name, verdict in reached().items() if verdict == "passed"}

    def _place_of(self, name: str) -> Place:
        """An exercise and its file: of several the one that was saved last."""
        return Place(name, last_saved(files_defining(name, self._folder)))

    def _spoken(self, file: Path) -> Path:
        return self._called / file.name

    def _go(self, place: Place, said: str = "", onward: bool = False, below: bool = False) -> None:
        """Work on this from now on: check it, or say how it begins if that is still to come."""
        self._here, self._said, self._onward, self._below = place, said, onward, below
        if place.file is None or is_stub(self._files.get(place.file, {}).get(place.name, "")):
            self._rest()
            self._present(self._beginning(place))
        else:
            self._ticket, self._since = self._checker.start(place), time.monotonic()

    def _rest(self) -> None:
        self._ticket, self._since = self._checker.stop(), None

    def _present(self, piece: Piece) -> None:
        pieces = [course.wrapped(self._said), piece] if self._said else [piece]
        if self._below:
            self._screen.add(*pieces)
        else:
            self._screen.show(*pieces)

    def _beginning(self, place: Place) -> Piece:
        file = self._spoken(place.file) if place.file else None
        return functools.partial(course.beginning, self._exercises[place.name], file, self._called)

    def _done(self, outcome: Outcome) -> None:
        self._since = None
        name, passed = self._here.name, outcome.verdict == "passed"
        onward = passed and (self._onward or name not in self._passed())
        if outcome.entry:
            note(outcome.entry)
        words = course.first_line(outcome.words) if self._below and passed else outcome.words  # of what passes on the way on little is said
        self._present(self._beginning(self._here) if outcome.verdict == "unfinished" else words)
        if onward:
            following = first_open(self._names, self._passed(), after=name)
            if following:
                self._go(self._place_of(following), said=f"Next: {following}", onward=True, below=True)
            else:
                self._screen.add(course.wrapped(self._finish))

    def _saved(self, change: Saved) -> None:
        """Check what was saved; say so if it is another exercise, or if the file at hand is gone."""
        files = {file: functions_in(file, self._names) for file in sorted(change.written)}
        here, now = self._here, meant(files, self._files, self._here, self._names, self._passed())
        self._files = {file: held for file, held in self._files.items() if file not in change.gone} | files
        if now and now.file:
            self._go(now, said="" if now.name == here.name else f"{self._spoken(now.file)} was saved: on to {now.name}.", onward=True)
        elif here.file in change.gone:
            what = self._spoken(here.file) if self._folder.is_dir() else f"The folder {self._called}"
            self._here = Place(here.name)
            self._rest()
            self._screen.show(course.wrapped(f"{what} is gone. As soon as it is back, it is checked again."))

    def _press(self, key: str) -> None:
        at = self._names.index(self._here.name)
        match key:
            case "h":
                hint = next_hint(self._exercises[self._here.name])
                after = "That was the last hint." if hint.is_last else "One more: h"
                self._screen.aside(lambda width: f"{hint.text(width)}\n\n{after}")
            case "n" | "p":
                self._go(self._place_of(self._names[(at + (1 if key == "n" else -1)) % len(self._names)]))
            case "r":
                self._go(self._here if self._here.file else self._place_of(self._here.name))
            case "l":
                self._screen.aside(lambda width: course.overview(self._exercises, self._passed(), self._here.name, width))
            case "?":
                self._screen.aside(lambda width: course.KEYS)
