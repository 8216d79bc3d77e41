"""Folders put in place whole: made beside, then exchanged for what was there."""

import shutil
from contextlib import suppress
from pathlib import Path


def new_beside(place: Path) -> Path:
    """An empty folder beside another, for its owner only."""
    beside = place.with_name(f".{place.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True, mode=0o700)
    return beside


def put(beside: Path, place: Path) -> None:
    """Put a folder in the place of an earlier one."""
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    with suppress(FileNotFoundError):
        place.rename(old)
    beside.rename(place)
    shutil.rmtree(old, ignore_errors=True)
