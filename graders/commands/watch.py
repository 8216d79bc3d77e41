"""What students run beside their editor: watch."""

import contextlib
import io
import sys
import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..cli import DONE, INTERRUPTED, Problem
from ..exercise import Exercise
from .choose import all_exercises

if TYPE_CHECKING:
    from ..frameworks import Zygotes
    from ..session import Outcome
    from ..watching import Place


@click.command("watch")
@click.argument("directory", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def watch_command(root: Path | None, directory: Path) -> int:
    """Check what you save in DIRECTORY (here, if left out) as soon as you save it, one exercise after the other.

    Where a notebook of an assignment lies, it is about the exercises of that.

    \b
    h  the next hint        n  the next exercise        r  check again
    l  list all exercises   p  the previous exercise    q  leave
    """
    every = all_exercises(root)
    folder = Path.cwd() / directory
    from ..checker import Checker
    from ..folder import follow, stamps
    from ..inbox import Inbox, Interrupted, Redraw
    from ..keys import keys_heard
    from ..kit import kit_in
    from ..session import Session

    _, asked = kit_in(folder)
    exercises = {name: one for name, one in every.items() if name in asked} or every
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    with contextlib.ExitStack() as stack:
        inbox = stack.enter_context(Inbox())
        stack.enter_context(keys_heard(lambda: inbox.tell(Redraw()), lambda: inbox.tell(Interrupted())))
        checker = stack.enter_context(Checker(partial(outcome_of, exercises=every, called=directory), inbox.tell))
        files, leaving = stamps(folder), threading.Event()
        follower = threading.Thread(target=follow, args=(folder, files, inbox.tell, leaving), daemon=True)
        stack.callback(follower.join, 1)
        stack.callback(leaving.set)
        follower.start()
        session = Session(exercises, folder, directory, inbox, checker)
        try:
            session.run(files)
            return DONE
        except KeyboardInterrupt:
            return INTERRUPTED
        finally:
            session.leave()


def outcome_of(place: "Place", zygotes: "Zygotes", exercises: Mapping[str, Exercise], called: Path) -> "Outcome":
    """What a student reads of one exercise: what `check` says, or why the file cannot be read."""
    from ..session import Outcome
    from ..terminal import filled
    from .checking import in_words, judged, reported, submission_at

    assert place.file is not None
    exercise = exercises[place.name]
    try:
        submission = submission_at(place.file, called / place.file.name)
    except Problem as problem:
        why = problem.message
        return Outcome(None, lambda width: f"{place.name}: not yet\n\n{filled(why, width)}")
    judgement = judged(exercise, submission, exercises, zygotes)
    report = reported(judgement, submission, zygotes)
    return Outcome(report["exercises"][0], lambda width: in_words(report, exercise, width, True))
