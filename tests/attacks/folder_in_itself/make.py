"""A folder with a link to itself beside a right file."""

import os
from pathlib import Path

NAME = "submission"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.mkdir()
    os.symlink(path, path / "again")
    (path / "corr2d.py").write_text(RIGHT)
    return path
