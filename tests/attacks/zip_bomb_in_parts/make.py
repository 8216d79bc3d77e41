"""A zip of a hundred files of 10 MB."""

import zipfile
from pathlib import Path

NAME = "submission.zip"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(100):
            archive.writestr(f"{i}.py", bytes(10_000_000))
    return path
