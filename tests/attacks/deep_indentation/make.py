"""99 levels of indentation, one too many below a right function."""

from pathlib import Path

NAME = "submission.py"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.write_text(RIGHT + "".join(" " * i + "if 1:\n" for i in range(120)) + " " * 120 + "pass\n")
    return path
