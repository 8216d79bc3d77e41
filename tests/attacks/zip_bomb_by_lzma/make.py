"""A zip of one file of 100 MB packed by LZMA."""

import zipfile
from pathlib import Path

NAME = "submission.zip"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("corr2d.py", bytes(100_000_000))
    return path
