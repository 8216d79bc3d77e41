"""A zip with one name twice: the last counts."""

import zipfile
from pathlib import Path

NAME = "submission.zip"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    import warnings
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("corr2d.py", "def corr2d(X, K): return None")
        archive.writestr("corr2d.py", RIGHT)
    return path
