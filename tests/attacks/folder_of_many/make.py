"""A folder of 2,000 sources."""

from pathlib import Path

NAME = "submission"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.mkdir()
    for i in range(2000):
        (path / f"{i}.py").write_text("")
    return path
