"""Naming mistakes: the right name, and never a wrong one."""

import inspect
import textwrap
from collections.abc import Callable

import pytest

from convgrade.grading import Judgement

FLIPPED = """
import numpy as np

def corr2d(X, K):
    flipped = np.rot90(K, 2)
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.tensordot(windows, flipped, 2)
"""

FLIPPED_AND_SHIFTED = FLIPPED.replace("flipped, 2)", "flipped, 2) + 1")

PADDING_ONCE = """
def out_size(n, k, p=0, s=1, d=1):
    span = (k - 1) * d + 1
    if span > n + p:
        raise ValueError('too large')
    return int((n + p - span) / s) + 1
"""

LARGEST_FROM_ZERO = """
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    out = []
    for i in range(len(X) - ph + 1):
        row = []
        for j in range(len(X[0]) - pw + 1):
            best, total = 0, 0
            for a in range(ph):
                for b in range(pw):
                    best = max(best, X[i + a][j + b])
                    total += X[i + a][j + b]
            row.append(best if mode == 'max' else total / (ph * pw))
        out.append(row)
    return np.array(out)
"""


@pytest.mark.parametrize(
    ("exercise", "source", "name"),
    [
        ("corr2d", FLIPPED, "flips_the_kernel"),
        ("out_size", PADDING_ONCE, "counts_the_padding_once"),
        ("pool2d", LARGEST_FROM_ZERO, "starts_the_maximum_at_zero"),
    ],
)
def test_a_known_mistake_in_other_words_is_named(exercise: str, source: str, name: str, judged: Callable[..., Judgement]) -> None:
    mistake = judged(exercise, source).attempt.mistake
    assert mistake is not None
    assert mistake.name == name


def test_a_mistake_on_top_of_another_gets_no_name(judged: Callable[..., Judgement]) -> None:
    assert judged("corr2d", FLIPPED_AND_SHIFTED).attempt.mistake is None


def test_right_code_gets_no_name(judged: Callable[..., Judgement]) -> None:
    one = judged("corr2d", textwrap.dedent(inspect.getsource(right)).replace("def right", "def corr2d"))
    assert (one.attempt.verdict, one.attempt.mistake) == ("passed", None)


def right(X, K):  # type: ignore[no-untyped-def]
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    return [[(X[i : i + K.shape[0], j : j + K.shape[1]] * K).sum() for j in range(w)] for i in range(h)]
