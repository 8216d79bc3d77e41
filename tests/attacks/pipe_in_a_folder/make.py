"""A folder with a pipe in it."""

import os
from pathlib import Path

NAME = "submission"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.mkdir()
    os.mkfifo(path / "corr2d.py")
    return path
