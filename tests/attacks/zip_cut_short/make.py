"""Half a zip."""

import zipfile
from pathlib import Path

NAME = "submission.zip"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("corr2d.py", RIGHT)
    path.write_bytes(path.read_bytes()[:99])
    return path
