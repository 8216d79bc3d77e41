"""250 KB of statements that the function does not need: the text is not worth more time."""

from pathlib import Path

NAME = "submission.py"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.write_text("a=1\n" * 62_000 + RIGHT)
    return path
