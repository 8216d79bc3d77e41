"""The questions of the course: every answer worked out anew, and what is said to every wrong one."""

import json
import re
import tomllib
from collections.abc import Callable, Sequence
from functools import reduce
from math import ceil
from pathlib import Path
from timeit import repeat
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from convgrade.answer_key import KEY, for_students
from convgrade.answers import FORMS, LETTERS, near, normal
from convgrade.exercise import AuthorError, find, places
from convgrade.questions import FILE, MISSING, judged, mark, questions

Array = NDArray[Any]
EXERCISES, REFERENCE = places()[0]
QUESTIONS = questions()
KEYS = {name: one for file in sorted(REFERENCE.glob(f"*/{KEY}")) for name, one in tomllib.loads(file.read_text("utf-8")).items()}
CHOICES = [name for name, one in QUESTIONS.items() if one.type == "choice"]


# Every answer by another way than its author's: from definitions, and by counting.


def corr(X: Any, K: Any, stride: tuple[int, int] = (1, 1)) -> Array:
    X, K = np.asarray(X, float), np.asarray(K, float)
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)[:: stride[0], :: stride[1]]
    return np.einsum("ijab,ab->ij", windows, K)


def matrix_of(K: Any, shape: tuple[int, int]) -> Array:
    """Column by column: what becomes of each single pixel."""
    pixels = np.eye(shape[0] * shape[1]).reshape(-1, *shape)
    return np.stack([corr(pixel, K).ravel() for pixel in pixels], axis=1)


def starts(n: int, k: int, s: int = 1, before: int = 0, after: int = 0, d: int = 1) -> list[int]:
    """The first pixels of all windows on a padded axis."""
    return [i for i in range(-before, n + after, s) if i + d * (k - 1) < n + after]


def same(n: int, k: int, s: int) -> tuple[int, int]:
    """TensorFlow's padding: the smallest that leaves room for n / s windows, rounded up, and of two equal halves the smaller first."""
    total = next(p for p in range(n + k) if len(starts(n, k, s, 0, p)) >= ceil(n / s))
    return total // 2, total - total // 2


def reach(*layers: tuple[int, int]) -> int:
    """How many input pixels an output pixel depends on, layer by layer from the end: (window, stride)."""
    width = 1
    for k, s in reversed(layers):
        width = (width - 1) * s + k
    return width


def letter_of(which: Sequence[Any]) -> str:
    """The letter of the only option that holds."""
    (letter,) = [letter for letter, holds in zip(LETTERS, which, strict=False) if holds]
    return letter


def pooled(X: Any, size: int, stride: int, how: Callable[..., Any]) -> Array:
    return how(np.lib.stride_tricks.sliding_window_view(np.asarray(X, float), (size, size))[::stride, ::stride], axis=(2, 3))  # type: ignore[no-any-return]


def pooled_same(X: Any, size: int, how: Callable[..., Any]) -> Array:
    """Windows around every pixel, cut off at the border."""
    X, r = np.asarray(X, float), size // 2
    return np.array([[how(X[max(i - r, 0) : i + r + 1, max(j - r, 0) : j + r + 1]) for j in range(X.shape[1])] for i in range(X.shape[0])])


R = np.arange
X3, K2, EDGE, EYE, TRI = R(9).reshape(3, 3), R(4).reshape(2, 2), np.array([[1, -1]]), np.eye(5), np.tri(5)
DUMOULIN = [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]], [[0, 1, 2], [2, 2, 0], [0, 1, 2]]
X_MULTI, K_MULTI = np.stack([X3, X3 + 1]), np.stack([K2, K2 + 1])
ROW = [[1, 1, 0, 0, 0, 0, 1, 1]]
K9 = R(1, 10).reshape(3, 3)


def multi(X: Any, K: Any) -> Any:
    return sum(corr(x, k) for x, k in zip(X, K, strict=False))


def turned(K: Any) -> Array:
    return np.asarray(K)[::-1, ::-1]


def q104() -> str:
    horizontal = np.outer([0, 0, 1, 1], np.ones(4))
    return letter_of([corr(horizontal, K).any() for K in (turned(EDGE), EDGE.T, -EDGE)])


def q108() -> str:
    """The property that all kernels have which do not change when turned, and no others of these."""
    kernels = [np.array(values).reshape(2, 2) for values in np.ndindex(3, 3, 3, 3)] + [EDGE, EDGE + 1, EDGE.T]
    kernels = [K - 1 for K in kernels]
    agree = [(turned(K) == K).all() for K in kernels]
    holds = {
        "a": [K.shape == K.T.shape and (K == K.T).all() for K in kernels],
        "b": [all(K[i, j] == K[-1 - i, -1 - j] for i, j in np.ndindex(K.shape)) for K in kernels],
        "c": [K.sum() == 0 for K in kernels],
        "d": [np.linalg.matrix_rank(K) <= 1 for K in kernels],
    }
    return letter_of([holds[letter] == agree for letter in "abcd"])


def q207() -> str:
    a, b, c = 0.1, 0.2, 0.3
    to_the_bit, nearly = (a + b) + c == a + (b + c), np.isclose((a + b) + c, a + (b + c))
    return letter_of([to_the_bit, nearly and not to_the_bit, not nearly])


def q209() -> str:
    X = np.concatenate([X_MULTI, [X3]])
    told = multi(X, K_MULTI)
    return letter_of([False, np.array_equal(told, multi(X, [*K_MULTI, K_MULTI[0]])), np.array_equal(told, multi(X[:2], K_MULTI))])


def q210() -> str:
    X, K = R(24.0).reshape(2, 3, 4), np.array([[1.0, 2.0], [3.0, 4.0]])
    Y = np.stack([multi(X, k[:, None, None]) for k in K])
    dense = np.stack([K @ X[:, i, j] for i, j in np.ndindex(3, 4)], axis=1).reshape(2, 3, 4)
    return letter_of([np.array_equal(Y, dense), np.array_equal(Y, K.diagonal()[:, None, None] * X), np.array_equal(Y, X)])


def q315() -> str:
    keeps = {(k, s): len(starts(12, k, s, *same(12, k, s))) == 12 for k in (1, 2, 3, 4, 5) for s in (1, 2, 3)}
    rules = [dict.fromkeys(keeps, True), {key: key[0] % 2 == 1 for key in keeps}, {key: key[1] == 1 for key in keeps}]
    return letter_of([rule == keeps for rule in rules])


def q403() -> str:
    M = matrix_of(K9, (5, 6)).reshape(3, 4, 5, 6)
    circulant = all(np.array_equal(np.roll(M[i - 1], 1, axis=1), M[i]) for i in range(3))
    toeplitz = np.array_equal(M[1:, :, 1:], M[:-1, :, :-1]) and np.array_equal(M[:, 1:, :, 1:], M[:, :-1, :, :-1])
    return letter_of([circulant, np.count_nonzero(M) <= 12, toeplitz])


def q404() -> int:
    firsts = [int(np.flatnonzero(line)[0]) for line in matrix_of(K9, (5, 6))]
    return firsts[4] - firsts[3]


def q407() -> str:
    M, x, step = matrix_of(K9, (4, 4)), R(16.0), 1e-4
    slopes = [(0.5 * np.sum((M @ (x + step * e)) ** 2) - 0.5 * np.sum((M @ (x - step * e)) ** 2)) / (2 * step) for e in np.eye(16)]
    given = M.T @ (M @ x)
    return letter_of([np.allclose(given, x), np.allclose(given, slopes, rtol=1e-5), np.allclose(given, 0)])


def q704() -> int:
    shifts = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)]
    stays = {(a, b): sum((a + i) in (0, 1) and (b + j) in (0, 1) for i, j in shifts) for a in (0, 1) for b in (0, 1)}
    assert len(set(stays.values())) == 1
    return stays[0, 0]


def q709() -> str:
    def relu(x: float) -> float:
        return max(x, 0.0)

    tried = [(a, b) for a in (-2.0, 0.0, 1.0, 3.0) for b in (-1.0, 0.0, 1.0, 2.0)]
    formulas: list[Callable[[float, float], float]] = [lambda a, b: b + relu(a - b), lambda a, b: relu(a) + relu(b), lambda a, b: a + relu(a - b)]
    return letter_of([all(f(a, b) == max(a, b) for a, b in tried) for f in formulas])


ANEW: dict[str, Callable[[], Any]] = {
    "q101": lambda: corr(X3, K2)[1, 1],
    "q102": lambda: corr(*DUMOULIN)[0, -1],
    "q103": lambda: corr(ROW, EDGE)[0],
    "q104": q104,
    "q105": lambda: np.count_nonzero(corr(EYE, EDGE)),
    "q106": lambda: np.array_equal(corr(TRI.T, EDGE), corr(TRI, EDGE)),
    "q107": lambda: np.count_nonzero(corr(EYE, EDGE.T)),
    "q108": q108,
    "q109": lambda: (len(starts(5, 3, 1, 2, 2)),) * 2,
    "q111": lambda: next(i for i in range(3) if np.convolve([1, 0, 0], np.eye(3)[i], "valid")[0]),
    "q201": lambda: multi(X_MULTI, K_MULTI)[0, 0],
    "q202": lambda: np.stack([multi(X_MULTI, K_MULTI + i) for i in range(3)])[2, 1, 1],
    "q203": lambda: np.stack([multi(np.ones((3, 32, 32)), k) for k in np.ones((8, 3, 5, 5))]).shape,
    "q205": lambda: sum(3 * 3 * 3 + 1 for _ in range(32)),
    "q206": lambda: len([0 for _ in range(56) for _ in range(56)]) * 256 * 64,
    "q207": q207,
    "q209": q209,
    "q210": q210,
    "q301": lambda: (len(starts(8, 3, 3)), len(starts(8, 5, 4, 1, 1))),
    "q302": lambda: len(starts(8, 3, 1, 1, 1)),
    "q303": lambda: len(starts(224, 11, 4)),
    "q304": lambda: len(starts(28, 1, 3, *same(28, 1, 3))),
    "q305": lambda: same(224, 7, 2),
    "q306": lambda: tuple(next(p for p in range(9) if len(starts(20, k, 1, p, p)) == 20) for k in (5, 3)),
    "q307": lambda: starts(6, 3, 1, *same(6, 3, 1)).index(starts(6, 3, 2, *same(6, 3, 2))[0]),
    "q308": lambda: reach((3, 1), (3, 1), (3, 1)),
    "q309": lambda: reach((3, 1), (2, 2), (3, 1), (2, 2)),
    "q310": lambda: np.zeros((10, 10, 16)).ravel().size,
    "q311": lambda: np.ptp(R(3) * 2) + 1,
    "q312": lambda: next(p for p in range(9) if len(starts(32, 3, 1, p, p, d=2)) == 32),
    "q313": lambda: tuple(sum(i <= 0 < i + 3 for i in starts(7, 3, 1, p, p)) for p in (0, 1, 2)),
    "q314": lambda: letter_of([np.array_equal(corr(ROW, EDGE)[:, ::2], corr(ROW, EDGE, (1, 2))), False, False]),
    "q315": q315,
    "q316": lambda: reduce(lambda n, _: len(starts(n, 5)), range(10), 240),
    "q401": lambda: np.count_nonzero(matrix_of(K9, (4, 4)) == 0),
    "q402": lambda: matrix_of(K9, (4, 4)).T.shape,
    "q403": q403,
    "q404": q404,
    "q405": lambda: np.lib.stride_tricks.sliding_window_view(np.zeros((3, 227, 227)), (3, 11, 11))[:, ::4, ::4].reshape(-1, 3 * 11 * 11).T.shape,
    "q406": lambda: np.linalg.matrix_rank(matrix_of(K9, (4, 4))),
    "q407": q407,
    "q701": lambda: pooled(X3, 2, 2, np.max),
    "q702": lambda: pooled_same(np.eye(16)[2 * 4 + 1].reshape(4, 4), 3, np.mean)[3, 0],
    "q703": lambda: pooled_same(-np.ones((5, 5)), 3, np.max)[0, 0],
    "q704": q704,
    "q705": lambda: sum(R(64).reshape(8, 8)[i : i + 2, j : j + 2].size - 1 for i in range(0, 8, 2) for j in range(0, 8, 2)),
    "q707": lambda: [len([p for p in range(11) if i * 11 // 4 <= p < (i + 1) * 11 / 4]) for i in range(4)],
    "q708": lambda: letter_of([False, False, max(1, 0) + max(0, 1) != max(1 + 0, 0 + 1)]),
    "q709": q709,
    "q710": lambda: len(range(0, 30, 4)),
}
BY_KERAS = ("q110", "q204", "q205", "q208", "q402", "q701", "q702", "q703", "q706")


@pytest.mark.parametrize("name", ANEW)
def test_an_answer_is_what_comes_out_when_it_is_worked_out_anew(name: str) -> None:
    assert judged(QUESTIONS[name], ANEW[name]()).verdict == "passed"


def test_there_is_a_second_way_to_every_answer() -> None:
    assert set(ANEW) | set(BY_KERAS) == set(QUESTIONS)


def without_record() -> Any:
    """What question q110 shows, as it stands there."""
    import tensorflow as tf

    code = "\n".join(line for line in QUESTIONS["q110"].text.splitlines() if line.startswith(" "))
    shared = {"tf": tf, "x": tf.random.normal((6, 8)), "t": tf.zeros((6, 7))}
    exec("if True:\n" + code, shared)
    return "a" if shared["g"] is None else "b"


def keras_says() -> dict[str, Any]:
    import keras

    def weights(layer: Any, channels: int) -> Any:
        layer.build((None, 8, 8, channels))
        return layer

    def made(layer: Any, X: Any) -> Any:
        return np.asarray(layer(np.asarray(X, "float32")[None, :, :, None]))[0, :, :, 0]

    dense = keras.layers.Dense(4, use_bias=False)
    dense.build((None, 16))
    one = np.eye(16)[2 * 4 + 1].reshape(4, 4)
    return {
        "q110": without_record(),
        "q204": keras.layers.Conv2D(64, 3, padding="same").compute_output_shape((None, 256, 256, 3))[-1],
        "q205": weights(keras.layers.Conv2D(32, 3), 3).count_params(),
        "q208": tuple(weights(keras.layers.Conv2D(5, (2, 3)), 7).kernel.shape),
        "q402": tuple(dense.kernel.shape),
        "q701": made(keras.layers.MaxPooling2D(2), X3),
        "q702": made(keras.layers.AveragePooling2D(3, strides=1, padding="same"), one)[3, 0],
        "q703": made(keras.layers.MaxPooling2D(3, strides=1, padding="same"), -np.ones((5, 5)))[0, 0],
        "q706": weights(keras.layers.MaxPooling2D(2), 16).count_params(),
    }


@pytest.mark.keras
@pytest.mark.filterwarnings("ignore")
def test_an_answer_about_keras_is_what_keras_does() -> None:
    said = keras_says()
    assert tuple(said) == BY_KERAS
    assert {name: judged(QUESTIONS[name], value).verdict for name, value in said.items()} == dict.fromkeys(BY_KERAS, "passed")


MISTAKES: list[tuple[str, Any, str]] = [
    ("q101", corr(X3, turned(K2))[1, 1], "flipped"),
    ("q101", corr(X3, K2.T)[1, 1], "exchanged rows and columns of the kernel"),
    ("q101", corr(X3, K2)[1, 0], "column 0"),
    ("q102", corr(DUMOULIN[0], turned(DUMOULIN[1]))[0, -1], "flipped"),
    ("q103", corr(ROW, turned(EDGE))[0], "reversed"),
    ("q103", corr([[0, *ROW[0]]], EDGE)[0], "Nothing is padded"),
    ("q201", corr(X3, K2)[0, 0], "first channel"),
    ("q201", corr(X3 + 1, K2 + 1)[0, 0], "second channel"),
    ("q202", multi(X_MULTI, K_MULTI + 1)[1, 1], "filter 1"),
    ("q206", 256 * 56 * 56, "one filter"),
    ("q302", (8 - 3 + 1 + 1) // 1, "both sides"),
    ("q309", 1 + (3 - 1) + (2 - 1) + (3 - 1) + (2 - 1), "ignores the strides"),
    ("q309", reach((3, 1), (2, 2), (3, 1)), "without the last pooling"),
    ("q401", 4 * 16 - 9, "each weight once"),
    ("q404", 6, "matrix row 0"),
    ("q701", pooled(X3, 2, 1, np.max), "stride 1"),
    ("q702", 1 / 9, "Padding does not take part"),
    ("q707", [(i + 1) * 11 // 4 - i * 11 // 4 for i in range(4)], "rounded both ends down"),
    ("q707", [ceil((i + 1) * 11 / 4) - ceil(i * 11 / 4) for i in range(4)], "rounded both ends up"),
]


@pytest.mark.parametrize(("name", "made", "words"), MISTAKES, ids=[f"{name} {words}" for name, _, words in MISTAKES])
def test_a_mistake_that_is_made_is_told_by_its_name(name: str, made: Any, words: str) -> None:
    assert words in judged(QUESTIONS[name], made).message


# What is said.


@pytest.mark.parametrize("name", KEYS)
def test_the_answer_passes_and_each_wrong_one_gets_its_own_feedback(name: str) -> None:
    key, question = KEYS[name], QUESTIONS[name]
    said = [judged(question, other["answer"]) for other in key["wrong"]]
    assert judged(question, key["answer"]).verdict == "passed"
    assert [(one.verdict, one.message) for one in said] == [("not_yet", other["feedback"]) for other in key["wrong"]]
    assert len({one.message for one in said}) == len(said) > 0


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_that_nobody_thought_of_is_sent_to_an_exercise(name: str) -> None:
    question = QUESTIONS[name]
    if question.type in ("choice", "bool"):  # all of their answers were thought of
        return
    other = {"matrix": [[99]], "pair": (98, 99), "triple": (97, 98, 99), "shape": (99,), "vector": [99]}.get(question.type, 99999)
    said = judged(question, other)
    assert said.verdict == "not_yet"
    assert said.message.endswith(f"A related exercise helps: {question.exercise}.")


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_answer_is_refused(name: str) -> None:
    assert {(judged(QUESTIONS[name], empty).verdict, judged(QUESTIONS[name], empty).message) for empty in (None, "", " \n")} == {("missing", MISSING)}
    assert {judged(QUESTIONS[name], empty).verdict for empty in ((), [], {}, "()", "?")} == {"bad_return"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_cannot_be_read_is_told_what_is_asked_for(name: str) -> None:
    question = QUESTIONS[name]
    assert FORMS[question.type][0] in judged(question, "?").message


@pytest.mark.parametrize("name", CHOICES)
def test_every_option_that_is_wrong_has_feedback_of_its_own(name: str) -> None:
    question = QUESTIONS[name]
    letters = LETTERS[: len(question.options)]
    said = {letter: judged(question, letter) for letter in letters}
    assert [one.verdict for one in said.values()].count("passed") == 1
    assert not any("see convgrade check" in one.message for one in said.values())


def test_no_letter_is_a_good_guess() -> None:
    """Who has seen some answers should not know the next."""
    letters = [KEYS[name]["answer"] for name in CHOICES]
    assert max(map(letters.count, letters)) <= len(letters) / 2


@pytest.mark.parametrize("name", CHOICES)
def test_an_option_may_be_given_in_its_words(name: str) -> None:
    question = QUESTIONS[name]
    words = [judged(question, option) for option in question.options]
    assert words == [judged(question, letter) for letter in LETTERS[: len(question.options)]]


def test_an_answer_is_judged_in_no_time() -> None:
    fresh = iter(range(10**6, 10**7))
    assert min(repeat(lambda: mark("q101", str(next(fresh))), number=1, repeat=10)) < 0.02


# What students get.


@pytest.mark.parametrize("chapter", sorted({one.chapter for one in QUESTIONS.values()}))
def test_what_students_get_is_made_of_the_key(chapter: str) -> None:
    assert (EXERCISES / chapter / FILE).read_text("utf-8") == for_students(REFERENCE / chapter / KEY, find())


def test_all_questions_are_there_and_their_ids_tell_them_apart() -> None:
    assert sorted(KEYS) == sorted(QUESTIONS)
    assert len(KEYS) == sum(len(tomllib.loads(file.read_text("utf-8"))) for file in REFERENCE.glob(f"*/{KEY}"))


@pytest.mark.parametrize("name", KEYS)
def test_students_cannot_read_the_answer(name: str) -> None:
    """Nothing but digests stands for an answer, and no feedback says what it should be."""
    key, question = KEYS[name], QUESTIONS[name]
    kept = json.loads((EXERCISES / question.chapter / FILE).read_text("utf-8"))[name]
    assert set(kept) == {"title", "type", "text", "options", "exercise", "right", "wrong"}
    assert [word for word in (*kept["right"], *kept["wrong"]) if not re.fullmatch("[0-9a-f]{32}", word)] == []
    assert {mark(name, form) for form in near(question.type, key["answer"], question.options)} == set(question.right)
    answer = key["answer"]
    spelled = [", ".join(map(str, answer)), "x".join(map(str, answer))] if isinstance(answer, list) else [str(answer)]
    words = [] if question.type in ("choice", "bool") else [rf"(?<![\w.\[-]){re.escape(word)}(?![\w.\]])" for word in spelled]
    assert [said for said in question.wrong.values() for word in words if re.search(word, said)] == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_fits_on_a_narrow_screen(name: str) -> None:
    code = [line for line in QUESTIONS[name].text.splitlines() if line.startswith(" ")]
    assert max(map(len, code), default=0) <= 40
    assert len(QUESTIONS[name].title) <= 34


# Questions of one's own.

OWN = '[q901]\ntitle = "Count"\ntype = "int"\nexercise = "corr2d"\ntext = "How many?"\nanswer = 3\nwrong = [{answer = 4, feedback = "One less."}]\n'
WRONG_KEYS = {
    "is no TOML": ("[q901", "cannot be read"),
    "has another id": (OWN.replace("q901", "first"), "q and three digits"),
    "has an unknown type": (OWN.replace('"int"', '"number"'), "there is no type 'number'"),
    "names no exercise": (OWN.replace("corr2d", "corr9d"), "there is no exercise 'corr9d'"),
    "has no title": (OWN.replace("title", "titles"), "there is no 'title'"),
    "has no text": (OWN.replace("text", "texts"), "there is no 'text'"),
    "has no answer": (OWN.replace("\nanswer", "\nanswers"), "there is no 'answer'"),
    "has an answer of another type": (OWN.replace("answer = 3", 'answer = "three"'), "is not a whole number"),
    "has a wrong answer that is right": (OWN.replace("answer = 4", 'answer = "3.0"'), "two are the same"),
    "has no feedback": (OWN.replace("feedback", "says"), "there is no 'feedback'"),
    "has options and asks for a number": (OWN + 'options = ["one", "two"]\n', "options"),
    "asks for a choice of nothing": (OWN.replace('"int"', '"choice"'), "options"),
    "is a number": ("q901 = 3", "q901"),
}


@pytest.mark.parametrize(("text", "words"), WRONG_KEYS.values(), ids=WRONG_KEYS)
def test_an_author_is_told_what_is_wrong_with_a_key(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / KEY).write_text(text, "utf-8")
    with pytest.raises(AuthorError, match=re.escape(words)):
        for_students(tmp_path / KEY, find())


@pytest.mark.parametrize(
    "text", ["", "[]", "3", '{"q901": 3}', '{"q901": {}}', '{"q901": {"type": "number"}}', '{"q901": {"type": "int", "answer": 3}}']
)
def test_an_author_is_told_of_a_file_of_questions_that_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "exercises" / "mine").mkdir(parents=True)
    (tmp_path / "exercises" / "mine" / FILE).write_text(text, "utf-8")
    with pytest.raises(AuthorError, match="no questions that can be read"):
        questions(tmp_path)


def test_questions_of_ones_own_stand_beside_the_others_and_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "exercises" / "mine").mkdir(parents=True)
    (tmp_path / KEY).write_text(OWN + OWN.replace("q901", "q101"), "utf-8")
    (tmp_path / "exercises" / "mine" / FILE).write_text(for_students(tmp_path / KEY, find()), "utf-8")
    found = questions(tmp_path)
    assert list(found) == [*(name for name in QUESTIONS if name != "q101"), "q101", "q901"]
    assert (judged(found["q101"], 3).verdict, judged(found["q101"], 43).verdict) == ("passed", "not_yet")
    assert find(tmp_path) == find()


def test_the_same_answer_to_another_question_has_another_mark() -> None:
    assert mark("q101", normal("int", 8) or "") != mark("q105", normal("int", 8) or "")
