"""An attribute of an attribute, 100,000 times."""

from pathlib import Path

NAME = "submission.py"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.write_text(RIGHT + "x = x" + ".x" * 100_000 + "\n")
    return path
