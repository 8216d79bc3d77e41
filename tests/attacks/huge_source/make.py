"""50 MB of source."""

from pathlib import Path

NAME = "submission.py"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.write_text("x = 1\n" * 8_000_000)
    return path
