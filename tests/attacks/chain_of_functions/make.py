"""5,000 functions, each calling the one before: the slice takes too long."""

from pathlib import Path

NAME = "submission.py"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.write_text("".join(f"def f{i+1}(): f{i}()\n" for i in range(5000)) + RIGHT.replace("    return correlate", "    f5000\n    return correlate"))
    return path
