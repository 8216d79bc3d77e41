"""How well workers are kept apart, on this machine: asked for, put on, and proven by a worker that tries what it must not.

What a report says is what that worker proved, not what was asked for.
"""

import os
import shutil
import stat
import sys
import sysconfig
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .limits import Limits
from .worker import Gone, Worker
from .zygote import NO_LAYERS, Layers, Zygote, ZygoteLost

MODES = ("auto", "require", "off")
FIRST_UID, UIDS = 61000, 4000


@dataclass(frozen=True, slots=True)
class Isolation:
    """The layers in use, what a worker can do all the same, and why a layer is missing.

    `possible` None means that nothing was tried.
    """

    layers: Layers
    possible: tuple[str, ...] | None
    reason: str = ""

    @property
    def tier(self) -> str:
        """ "strict" if a worker could do nothing of what it tried, "portable" if there are no layers, else "partial"."""
        if self.layers == NO_LAYERS:
            return "portable"
        return "partial" if self.possible or self.possible is None else "strict"

    def sentence(self) -> str:
        """The tier in words, for a person."""
        if self.tier == "strict":
            return "strict: workers cannot read or write files, use the network, start processes or reach the grader."
        open_to = ", ".join(self.possible or ["everything this user may do"])
        return f"{self.tier}: a hostile submission can do this: {open_to}." + (f" {self.reason}" if self.reason else "")


PORTABLE = Isolation(NO_LAYERS, None)


def strongest() -> Layers:
    """The layers to try first here."""
    if sys.platform != "linux":
        return NO_LAYERS
    own_user = os.geteuid() == 0 and not unreadable()
    return Layers(FIRST_UID + os.getpid() % UIDS if own_user else 0, True, True, shutil.which("bwrap") is not None)


def establish(first: Zygote) -> tuple[Isolation, Zygote]:
    """Prove what the workers of a zygote cannot do; where none comes up with its layers, try with fewer.

    Gives the isolation that holds and a zygote that has it: the first one, unless it had to be replaced.
    """
    if first.layers == NO_LAYERS:
        return PORTABLE, first
    full, reason = first.layers, unreadable()
    weaker = [replace(full, bubblewrap=False)]
    weaker += [replace(weaker[0], **less) for less in ({"uid": 0}, {"landlock": False}, {"uid": 0, "landlock": False}, {"uid": 0, "filter": False})]
    for layers in dict.fromkeys([full, *weaker, NO_LAYERS]):
        zygote = first if layers == full else Zygote("", layers, first.brake)
        try:
            return Isolation(layers, prove(zygote), reason), zygote
        except (ZygoteLost, Gone) as problem:
            zygote.close()
            reason = reason or f"With all layers no worker comes up here: {problem}"
    raise ZygoteLost(reason)


def unreadable() -> str:
    """Why a worker could not go on under a user of its own, "" if it can: Python itself may be out of its reach."""
    for needed in (sysconfig.get_path("stdlib"), str(Path(np.__file__).parent), sys.base_prefix):
        for place in [Path(needed), *Path(needed).parents]:
            if not place.stat().st_mode & stat.S_IXOTH:
                return f"Workers keep this user's id, because {place} is closed to others and Python lies in it."
    return ""


def prove(zygote: Zygote) -> tuple[str, ...]:
    """What a worker of this zygote can do of what none may do.

    Raises:
        Gone, ZygoteLost: no worker comes up with these layers.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "secret").write_text("secret")
        (folder / "drop").mkdir()
        (folder / "drop").chmod(0o777)
        with Worker(zygote, Limits()) as worker:
            could = worker.ask({"do": "canary", "secret": str(folder / "secret"), "drop": str(folder / "drop"), "grader": os.getpid()})
        return tuple(what for what, possible in could.items() if possible)
