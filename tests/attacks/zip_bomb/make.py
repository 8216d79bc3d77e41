"""A zip of one file of 200 MB."""

import zipfile
from pathlib import Path

NAME = "submission.zip"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("corr2d.py", bytes(200_000_000))
    return path
