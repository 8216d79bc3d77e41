"""Banned calls: found through aliases and detours, and nothing that only looks like one."""

from pathlib import Path

import pytest

from convgrade.bank import Bank
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade
from convgrade.limits import Limits
from convgrade.submission import read

BANNED = ("scipy", "np.convolve", "numpy.linalg")
USES = {
    "by its name": "import numpy as np\ndef corr2d(X, K): return np.convolve(X[0], K[0])",
    "by another alias": "import numpy as n\ndef corr2d(X, K): return n.convolve(X[0], K[0])",
    "by a from import": "from numpy import convolve as c\ndef corr2d(X, K): return c(X[0], K[0])",
    "in a helper": "import numpy as np\ndef h(a, b): return np.convolve(a, b)\ndef corr2d(X, K): return h(X[0], K[0])",
    "by getattr": "import numpy as np\ndef corr2d(X, K): return getattr(np, 'con' + 'volve')(X[0], K[0])",
    "by eval": "import numpy as np\ndef corr2d(X, K): return eval('np.con' + 'volve')(X[0], K[0])",
    "by another module": "import numpy as np\ndef corr2d(X, K): return np._core.numeric.__dict__['convolve'](X[0], K[0])",
    "a module": "from scipy.signal import correlate2d\ndef corr2d(X, K): return correlate2d(X, K, 'valid')",
    "a module inside the function": "def corr2d(X, K):\n    import scipy.signal as s\n    return s.correlate2d(X, K, 'valid')",
    "a module by importlib": "import importlib\ndef corr2d(X, K): return importlib.import_module('sci' + 'py')",
    "a part of a banned module": "import numpy as np\ndef corr2d(X, K): return np.linalg.norm(X)",
}
RIGHT = """
import numpy as np

def convolve(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if h < 1 or w < 1:
        raise ValueError
    return np.array([[(X[i : i + K.shape[0], j : j + K.shape[1]] * K).sum() for j in range(w)] for i in range(h)])

def corr2d(X, K):
    "Not np.convolve, but a function of my own."
    return convolve(X, K)

def unused():
    return np.convolve([1], [2])
"""


def verdict(source: str, zygotes: Zygotes, banks: dict[str, Bank], folder: Path) -> str:
    (folder / "s.py").write_text(source, "utf-8")
    exercises = {"corr2d": find()["corr2d"]}
    return grade(read(folder / "s.py"), exercises, {"corr2d": [banks["corr2d"]]}, zygotes, Limits(), banned=BANNED)[0].attempt.verdict


@pytest.mark.parametrize("source", USES.values(), ids=USES)
def test_a_banned_call_is_forbidden(source: str, zygotes: Zygotes, banks: dict[str, Bank], tmp_path: Path) -> None:
    assert verdict(source, zygotes, banks, tmp_path) == "forbidden"


def test_a_name_that_only_looks_banned_is_not(zygotes: Zygotes, banks: dict[str, Bank], tmp_path: Path) -> None:
    assert verdict(RIGHT, zygotes, banks, tmp_path) == "passed"


def test_a_ban_holds_for_one_submission_only(zygotes: Zygotes, banks: dict[str, Bank], tmp_path: Path) -> None:
    verdict(USES["by eval"], zygotes, banks, tmp_path)
    (tmp_path / "t.py").write_text("import numpy as np\ndef corr2d(X, K): return np.convolve([1.0], [2.0])")
    exercises = {"corr2d": find()["corr2d"]}
    assert grade(read(tmp_path / "t.py"), exercises, {"corr2d": [banks["corr2d"]]}, zygotes, Limits())[0].attempt.verdict == "not_yet"
