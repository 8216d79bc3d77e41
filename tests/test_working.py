"""How entries come about: each written-out sum is right, and tells which entries of the arguments matter."""

import ast
import math
import operator
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from convgrade.bank import Bank, Case
from convgrade.exercise import Exercise, answers_of, find, signature_of
from convgrade.numberline import NumberLine, sliding, sliding_same
from convgrade.working import Working, largest, mean, products, working_of

EXERCISES = find()
OF_ARRAYS = [name for name, exercise in EXERCISES.items() if signature_of(exercise).gives_array]
MOST_ENTRIES = 40
SLACK_OF_SPELLING = 2e-3  # numbers are written with four digits, and multiplied
EXACT = 1e-9  # but for the order in which floats are added
MUCH = 1e6

Arguments = dict[str, Any]
Index = tuple[int, ...]


def named(name: str, arguments: tuple[Any, ...]) -> Arguments:
    return dict(zip(signature_of(EXERCISES[name]).parameters, arguments, strict=False))


def places(expected: Any) -> list[Index]:
    """The entries of a result, spread evenly if there are many, and () for the whole of it."""
    if isinstance(expected, np.ndarray):
        chosen = np.unique(np.linspace(0, expected.size - 1, min(MOST_ENTRIES, expected.size)).astype(int))
        return [tuple(int(i) for i in np.unravel_index(flat, expected.shape)) for flat in chosen] + [()]
    if isinstance(expected, tuple | list) and expected:
        return [(i, *rest) for i, one in enumerate(expected) for rest in places(one)] + [()]
    return [] if expected == [] else [()]


def entry(expected: Any, where: Index) -> Any:
    """What stands there; () is the shape of an array."""
    if isinstance(expected, np.ndarray):
        return expected[where].item() if where else expected.shape
    return entry(expected[where[0]], where[1:]) if where else expected


def exactness(value: Any) -> float:
    return EXACT * float(1 + np.abs(value).max()) if isinstance(value, np.ndarray) else 0.0


def every(name: str, bank: Bank) -> Iterator[tuple[Case, Arguments, Index, Working]]:
    """The workings of all cases, and of the calls that laws and contracts make."""
    calls = [(arguments, outcome["value"]) for arguments, outcome in bank.transcript.calls if "value" in outcome]
    for case in (*bank.cases, *(Case(arguments, value, exactness(value)) for arguments, value in calls)):
        arguments = named(name, case.arguments)
        for where in places(case.expected):
            working = working_of(EXERCISES[name], arguments, where)
            assert working is not None, (arguments, where)
            yield case, arguments, where, working


# What must hold of a working.


def comes_to_the_entry(working: Working, case: Case, where: Index) -> None:
    expected = entry(case.expected, where)
    if isinstance(expected, float):
        assert abs(working.value - expected) <= case.tolerance, (working, expected)
    else:
        assert working.value == expected, (working, expected)
        assert type(working.value) is type(expected), working


def reads_as_its_value(working: Working, arguments: Arguments) -> bool:
    """Whether the text could be evaluated; where it can it comes to the value."""
    if "..." in working.text:
        return False
    if isinstance(working.value, dict | list):
        told = dict(enumerate(working.value)) if isinstance(working.value, list) else working.value
        steps = [step.partition(": ")[2].rpartition(" = ") for step in working.text.split("; ")]
        assert [evaluated(said) for _, _, said in steps] == list(told.values()), working
        assert all(evaluated(text or said) == evaluated(said) for text, _, said in steps), working
        return True
    value, slack = evaluated(working.text, arguments), 0.0
    if "." in working.text:
        slack = SLACK_OF_SPELLING * abs(evaluated(working.text.replace("(-", "("), arguments))
    if isinstance(working.value, tuple):
        assert value == working.value, working
    else:
        assert abs(value - working.value) <= slack + EXACT * abs(working.value), (working, value)
    return True


def looks_at_what_matters(workings: dict[Index, Working], arguments: Arguments, function: Callable[..., Any]) -> None:
    """Change each entry of each array, none of which is 0: the results that change are those that look at it."""
    right, matter = function(**arguments), {where: {name: set() for name in arguments} for where in workings}
    for name, array in arguments.items():
        for index in np.ndindex(array.shape) if isinstance(array, np.ndarray) else ():
            changed = array.astype(np.float64)
            changed[index] += MUCH
            result = function(**{**arguments, name: changed})
            for where in workings:
                if result[where] != right[where]:
                    matter[where][name].add(index)
    for where, working in workings.items():
        for name in arguments:
            looked = working.looks_at.get(name, ())
            assert len(set(looked)) == len(looked), (where, name, working)
            assert set(looked) - met_by_padding(looked, working) == matter[where][name], (where, name, working)


def met_by_padding(looked: tuple[Index, ...], working: Working) -> set[Index]:
    """The weights whose terms begin with 0, if these are weights, of which there is one a term."""
    terms = [term for term in working.text.split(" + ") if "·" in term]
    return {index for index, term in zip(looked, terms, strict=True) if term.startswith("0·")} if len(terms) == len(looked) else set()


def counts_its_windows(working: Working) -> None:
    axes = [line.axis for line in working.lines]
    assert len(set(axes)) == len(axes) or isinstance(working.value, list), working
    for line in working.lines:
        span = line.windows[0][1] - line.windows[0][0]
        room = line.before + line.size + line.after
        starts = [start for start, _ in line.windows]
        assert starts[0] == 0, line
        assert all(stop - start == span and stop <= room for start, stop in line.windows), line
        assert len(set(np.diff(starts))) <= 1, line
        assert len(starts) < 2 or starts[1] + starts[-1] + span > room, line
        assert (span - 1) % line.dilation == 0, line
        assert evaluated(line.count) == len(line.windows), line


OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {"max": lambda *numbers: max(numbers), "ceil": math.ceil}


def evaluated(text: str, arguments: Arguments | None = None) -> Any:
    """What arithmetic comes to; anything else raises."""

    def value(node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=int() | float() as number):
                return number
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -value(operand)
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](value(left), value(right))
            case ast.Call(func=ast.Name(id=name), args=args):
                return FUNCTIONS[name](*map(value, args))
            case ast.Tuple(elts=parts):
                return tuple(map(value, parts))
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                return (arguments or {})[name][value(index)]
        raise ValueError(f"{text} is no arithmetic")

    return value(ast.parse(text.replace("·", "*"), mode="eval").body)


# They hold of every exercise.


@pytest.mark.parametrize("name", EXERCISES)
def test_every_entry_of_every_answer_comes_about_as_is_written(name: str, banks: dict[str, Bank]) -> None:
    read = 0
    for case, arguments, where, working in every(name, banks[name]):
        comes_to_the_entry(working, case, where)
        read += reads_as_its_value(working, arguments)
        counts_its_windows(working)
        assert "\n" not in working.sentence
    assert read >= len(banks[name].cases)


@pytest.fixture
def all_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many terms there are, none is left out of the text."""
    monkeypatch.setattr("convgrade.working.MOST_TERMS", 1000)


@pytest.mark.usefixtures("all_terms")
@pytest.mark.parametrize("name", OF_ARRAYS)
def test_what_is_looked_at_is_what_matters(name: str, banks: dict[str, Bank]) -> None:
    for arguments in small(name, banks[name], 12):
        workings, function = workings_of(name, arguments)
        looks_at_what_matters(workings, arguments, function)


def small(name: str, bank: Bank, most: int) -> list[Arguments]:
    """Some of the smaller cases, without zeros, which would make what they meet matter less."""
    cases = [named(name, case.arguments) for case in bank.cases]
    fitting = [a for a in cases if sum(v.size for v in a.values() if isinstance(v, np.ndarray)) <= 48]
    chosen = [fitting[i] for i in np.unique(np.linspace(len(fitting) // 3, len(fitting) - 1, most).astype(int))]
    return [{key: value + (value == 0) if isinstance(value, np.ndarray) else value for key, value in one.items()} for one in chosen]


def workings_of(name: str, arguments: Arguments) -> tuple[dict[Index, Working], Callable[..., Any]]:
    function = answers_of(EXERCISES[name]).reference
    told = {where: working_of(EXERCISES[name], arguments, where) for where in places(function(**arguments)) if where}
    return {where: working for where, working in told.items() if working}, function


# Each of them can fail.


def with_more(working: Working) -> Working:
    """It also looks at the first entry of the first argument, which must not matter."""
    name, *_ = working.looks_at
    return replace(working, looks_at={**working.looks_at, name: (*working.looks_at[name], (0,) * len(working.looks_at[name][0]))})


def with_less(working: Working) -> Working:
    name, *_ = working.looks_at
    return replace(working, looks_at={**working.looks_at, name: working.looks_at[name][1:]})


@pytest.mark.parametrize("name", EXERCISES)
def test_a_wrong_value_is_caught(name: str, banks: dict[str, Bank]) -> None:
    case, arguments, where, working = next(one for one in every(name, banks[name]) if isinstance(one[3].value, int | float | dict))
    wrong = replace(working, value={**working.value, "rows": 0} if isinstance(working.value, dict) else working.value + 1)
    with pytest.raises(AssertionError):
        comes_to_the_entry(wrong, case, where)
    with pytest.raises(AssertionError):
        reads_as_its_value(wrong, arguments)


@pytest.mark.parametrize("name", EXERCISES)
def test_a_wrong_text_is_caught(name: str, banks: dict[str, Bank]) -> None:
    _, arguments, _, working = next(one for one in every(name, banks[name]) if isinstance(one[3].value, int | float | dict))
    wrong = working.text.replace(": ", ": 1 + ") if isinstance(working.value, dict) else f"1 + {working.text}"
    with pytest.raises(AssertionError):
        reads_as_its_value(replace(working, text=wrong), arguments)


@pytest.mark.usefixtures("all_terms")
@pytest.mark.parametrize("wrong", [with_more, with_less])
@pytest.mark.parametrize("name", OF_ARRAYS)
def test_looking_at_the_wrong_entries_is_caught(name: str, wrong: Callable[[Working], Working], banks: dict[str, Bank]) -> None:
    (arguments,) = small(name, banks[name], 1)
    workings, function = workings_of(name, arguments)
    last = max(where for where, working in workings.items() if working.looks_at)
    looks_at_what_matters({last: workings[last]}, arguments, function)
    with pytest.raises(AssertionError):
        looks_at_what_matters({last: wrong(workings[last])}, arguments, function)


@pytest.mark.parametrize(
    "changed",
    [
        {"windows": ((1, 4), (3, 6), (5, 8))},
        {"windows": ((0, 3), (2, 5), (4, 7))},
        {"windows": ((0, 3), (2, 5), (4, 7), (6, 10))},
        {"windows": ((0, 3), (1, 4), (4, 7), (6, 9))},
        {"after": 0},
        {"after": 3},
        {"dilation": 3},
        {"count": "7 - 3 + 1"},
    ],
)
def test_a_wrong_number_line_is_caught(changed: dict[str, Any]) -> None:
    right = Working({}, "4", 4, (sliding("height", 7, 3, stride=2, padding=1),))
    counts_its_windows(right)
    with pytest.raises(AssertionError):
        counts_its_windows(replace(right, lines=(replace(right.lines[0], **changed),)))


@pytest.mark.parametrize("text", ["__import__('os')", "a", "1 if 2 else 3", "exit()", "'1'", "k[0].size"])
def test_only_arithmetic_is_evaluated(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        evaluated(text)


# What students read.


def said(name: str, arguments: tuple[Any, ...], where: Index) -> str:
    working = working_of(EXERCISES[name], named(name, arguments), where)
    assert working is not None
    return working.sentence


SQUARE, KERNEL = np.arange(9.0).reshape(3, 3), np.arange(4.0).reshape(2, 2)


def test_the_sums_of_the_statements_are_written_out() -> None:
    assert said("corr2d", (SQUARE, KERNEL), (0, 0)) == "0·0 + 1·1 + 3·2 + 4·3 = 19"
    x, k = np.arange(1.0, 13).reshape(1, 3, 4, 1), np.arange(1.0, 5).reshape(2, 2, 1, 1)
    assert said("conv2d_nhwc", (x, k, np.array([10.0]), (1, 2), "same"), (0, 2, 1, 0)) == "11·1 + 12·2 + 0·3 + 0·4 + 10 = 45"
    assert said("pool", (SQUARE + 1, (2, 2), None, "same", "avg"), (0, 1)) == "(3 + 6) / 2 = 4.5"
    assert said("pool2d", (SQUARE, (2, 2)), (0, 0)) == "max(0, 1, 3, 4) = 4"


def test_the_formulas_of_the_statements_are_written_out() -> None:
    assert said("out_size", (7, 3, 1, 2), ()) == "(7 + 2·1 - 3) // 2 + 1 = 4"
    assert said("out_size", (7, 3, 0, 1, 2), ()) == "7 - (2·(3 - 1) + 1) + 1 = 3"
    assert said("conv_shape", ((8, 5), (3, 2), (2, 1), "full"), (0,)) == "(8 + 2·2 - 3) // 2 + 1 = 5"
    assert said("same_pads", (4, 3, 2), (1,)) == "max((ceil(4 / 2) - 1)·2 + 3 - 4, 0) - 0 = 1"
    assert said("conv_params", (3, 32, 3, 3), ()) == "32·(3·3·3 + 1) = 896"
    assert said("conv_params", (16, 32, 3, 3, 4), ()) == "32·((16 // 4)·3·3 + 1) = 1184"
    assert said("corr2d_strided", (np.ones((5, 4)), KERNEL, (2, 1)), ()) == "((5 - 2) // 2 + 1, 4 - 2 + 1) = (2, 3)"
    layers = [{"type": "conv", "filters": 4, "kernel": 3}, {"type": "pool", "size": 2}, {"type": "flatten"}, {"type": "dense", "units": 10}]
    steps = said("trace_shapes", ((9, 7, 1), layers), ()).split("; ")
    assert steps == [
        "conv: (9 - 3 + 1, 7 - 3 + 1, 4) = (7, 5, 4)",
        "pool: ((7 - 2) // 2 + 1, (5 - 2) // 2 + 1, 4) = (3, 2, 4)",
        "flatten: (3·2·4,) = (24,)",
        "dense: (10,)",
    ]


def test_an_entry_of_a_matrix_is_a_tap_or_lies_beside_the_kernel() -> None:
    taps = np.array([4.0, 5.0])
    assert said("toeplitz_1d", (taps, 4), (2, 3)) == "k[1] = 5, as in row 2 the kernel begins at column 2"
    assert said("toeplitz_1d", (taps, 4), (2, 0)) == "0, as in row 2 the kernel begins at column 2"
    assert said("toeplitz_1d", (taps, 4), (0, 3)) == "0, as in row 0 the kernel ends at column 1"
    assert said("corr2d_matrix", (KERNEL, (2, 3)), (1, 4)) == "K[1, 0] = 2, as row 1 is output (0, 1) and column 4 pixel (1, 1)"
    assert said("corr2d_matrix", (KERNEL, (2, 3)), (1, 3)) == "0, as row 1 is output (0, 1) and column 3 pixel (1, 0), which its window does not hold"
    assert said("im2col", (SQUARE[None], (2, 2)), (1, 2)) == "X[0, 1, 1] = 4, as row 1 is patch (0, 1) and column 2 its entry (0, 1, 0)"


def test_negative_numbers_stand_in_parentheses() -> None:
    row = np.array([-1.0, 2.5])
    assert products(("a", row, [(0,), (1,)]), ("b", -row, [(0,), (1,)])).text == "(-1)·1 + 2.5·(-2.5)"
    assert mean("a", row, [(0,), (1,)]).text == "((-1) + 2.5) / 2"


def test_numbers_are_short_but_keep_their_fraction() -> None:
    assert mean("a", np.array([1 / 7, 1000.5, 12345.0, 1e-7]), [(0,), (1,), (2,), (3,)]).text == "(0.1429 + 1000.5 + 12345 + 1e-07) / 4"


def test_of_many_terms_the_first_and_last_are_told() -> None:
    numbers = np.arange(20.0)
    indices = [(i,) for i in range(20)]
    assert products(("a", numbers, indices), plus=("b", numbers, (7,))).text == "0 + 1 + 2 + 3 + ... (13 terms) ... + 17 + 18 + 19 + 7"
    assert largest("a", numbers, indices).text == "max(0, 1, 2, 3, ... (12 terms) ..., 16, 17, 18, 19)"
    assert largest("a", numbers, indices[:12]).text == "max(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)"
    assert largest("a", numbers, indices[:13]).text == "max(0, 1, 2, 3, ... (5 terms) ..., 9, 10, 11, 12)"


def test_padding_is_zero_in_a_sum_and_takes_no_part_in_a_mean() -> None:
    row, window = np.array([3.0, 5.0]), [(None,), (0,), (1,)]
    summed = products(("a", row, window), ("b", np.array([2.0, 4.0, 6.0]), [(0,), (1,), (2,)]))
    assert (summed.text, summed.looks_at["a"]) == ("0·2 + 3·4 + 5·6", ((0,), (1,)))
    assert (mean("a", row, window).text, mean("a", row, window).looks_at) == ("(3 + 5) / 2", {"a": ((0,), (1,))})


def test_a_number_line_shows_padding_windows_and_dilation() -> None:
    line = sliding("height", 7, 3, stride=2, padding=1)
    assert line == NumberLine("height", 7, 1, 1, ((0, 3), (2, 5), (4, 7), (6, 9)), 1, "(7 + 2·1 - 3) // 2 + 1")
    assert (line.under(0), line.under(3)) == ([None, 0, 1], [5, 6, None])
    assert sliding("width", 5, 2, dilation=3).under(1) == [1, 4]
    assert sliding_same("width", 4, 3, stride=2) == NumberLine("width", 4, 0, 1, ((0, 3), (2, 5)), 1, "ceil(4 / 2)")


# What cannot be said.


@pytest.mark.parametrize("name", [name for name in EXERCISES if name not in ("conv_params", "out_size", "dense_equivalent_stats")])
def test_a_place_outside_the_result_has_no_working(name: str, banks: dict[str, Bank]) -> None:
    case = banks[name].cases[-1]
    arguments, size = named(name, case.arguments), np.shape(case.expected) if isinstance(case.expected, np.ndarray) else (len(case.expected),)
    for axis, length in enumerate(size):
        for outside in (length, length + 9, -1):
            where = tuple(outside if i == axis else 0 for i in range(len(size)))
            assert working_of(EXERCISES[name], arguments, where) is None, where
    assert working_of(EXERCISES[name], arguments, (0,) * (len(size) + 3)) is None


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize(
    "arguments", [(), (None, None), ("X", "K", "s"), (np.ones(0), np.ones(0)), (np.ones((2, 2)), np.ones((3, 3)), 0), ([[1]], [[1]])]
)
def test_odd_arguments_have_no_working(name: str, arguments: tuple[Any, ...]) -> None:
    assert working_of(EXERCISES[name], named(name, arguments), (0, 0)) is None


@pytest.mark.parametrize("name", EXERCISES)
def test_a_call_that_is_refused_has_no_working(name: str, banks: dict[str, Bank]) -> None:
    refused = [named(name, arguments) for arguments, outcome in banks[name].transcript.calls if "raises" in outcome]
    assert [arguments for arguments in refused if working_of(EXERCISES[name], arguments, ())] == []


@pytest.mark.parametrize("name", ["corr2d_multi_in", "corr2d_multi_in_out", "corr2d_multi_in_out_1x1", "conv2d_nhwc"])
@pytest.mark.parametrize(("image", "kernel"), [(2, 1), (1, 2)])
def test_channels_that_do_not_match_have_no_working(name: str, image: int, kernel: int) -> None:
    shapes = {
        "corr2d_multi_in": ((image, 2, 2), (kernel, 1, 1)),
        "corr2d_multi_in_out": ((image, 2, 2), (3, kernel, 1, 1)),
        "corr2d_multi_in_out_1x1": ((image, 2, 2), (3, kernel, 1, 1)),
        "conv2d_nhwc": ((1, 2, 2, image), (1, 1, kernel, 3), (3,)),
    }[name]
    arguments = named(name, tuple(map(np.ones, shapes)))
    assert [where for where in [(), (0,) * 2, (0,) * 3, (0,) * 4] if working_of(EXERCISES[name], arguments, where)] == []


def test_no_layers_have_no_working() -> None:
    assert working_of(EXERCISES["trace_shapes"], {"in_shape": (3, 3, 1), "layers": []}, ()) is None


def test_an_axis_of_a_great_many_windows_is_not_drawn() -> None:
    assert working_of(EXERCISES["out_size"], {"n": 10**12, "k": 1}, ()) is None


def made(folder: Path, text: str | None) -> Exercise:
    if text is not None:
        (folder / "picture.py").write_text(text, "utf-8")
    return Exercise("made", "up", folder, None)


RIGHT = "from convgrade.working import formula\n\n\ndef working(where, n):\n    return formula(f'{n}', n)\n"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "def working(",
        "import convgrade.no_such",
        "working = 3",
        RIGHT.replace("formula(f'{n}', n)", "n"),
        RIGHT.replace("(f'{n}', n)", "(m)"),
    ],
)
def test_an_exercise_without_a_picture_or_with_a_broken_one_has_no_working(text: str | None, tmp_path: Path) -> None:
    assert working_of(made(tmp_path, text), {"n": 3}, ()) is None


def test_an_exercise_of_ones_own_says_it_in_one_file(tmp_path: Path) -> None:
    assert working_of(made(tmp_path, RIGHT), {"n": 3}, ()) == Working({}, "3", 3)
