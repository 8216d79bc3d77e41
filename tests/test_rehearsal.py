"""The short way to a pass: it gives the verdicts of the long way, and is not fooled where the long way is not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from convgrade import grading, scanning
from convgrade.attempt import Task
from convgrade.bank import Bank, Transcript, load
from convgrade.exercise import answers_of, checks_of, digest, find, signature_of
from convgrade.frameworks import Zygotes
from convgrade.function import in_process
from convgrade.grading import grade
from convgrade.hearing import says_the_same
from convgrade.inside import loading, wire
from convgrade.inside.calling import identical, perform
from convgrade.inside.planning import plan_of, program_of
from convgrade.inside.rehearsing import REFUSED, folded, outcomes, unfolded
from convgrade.limits import Limits
from convgrade.rehearsal import parts_of
from convgrade.submission import Submission, read
from convgrade.transcript import conversation
from convgrade.worker import Gone

RIGHT = Path(__file__).parent / "solutions" / "right"

OUT_SIZE = """
def out_size(n, k, p=0, s=1, d=1):
    window = d * (k - 1) + 1
    if window > n + 2 * p: raise ValueError("window")
    return (n + 2 * p - window) // s + 1
"""
CORR2D = """
import numpy as np
def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]: raise ValueError("kernel")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
"""


def verdicts(text: str, banks: dict[str, Bank], zygotes: Zygotes, folder: Path, *names: str) -> dict[str, str]:
    file = folder / "work.py"
    file.write_text(text, "utf-8")
    judged = grade(read(file), {n: find()[n] for n in names}, {n: [banks[n]] for n in names}, zygotes, Limits())
    return {one.exercise.name: one.attempt.verdict for one in judged}


@pytest.fixture
def only_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def long_way(*_: object) -> None:
        raise AssertionError("judged the long way")

    monkeypatch.setattr(grading, "with_another_zygote", long_way)


@pytest.mark.usefixtures("only_the_short_way")
@pytest.mark.parametrize("name", find())
def test_a_right_solution_of_every_exercise_passes_the_short_way(name: str, banks: dict[str, Bank], zygotes: Zygotes) -> None:
    file = next(p for p in sorted((RIGHT / name).glob("*.py")) if "tensorflow" not in p.read_text("utf-8"))
    (judged,) = grade(read(file), {name: find()[name]}, {name: [banks[name]]}, zygotes, Limits())
    assert judged.attempt.verdict == "passed"


@pytest.mark.usefixtures("only_the_short_way")
def test_answers_in_float32_pass_the_short_way_too(banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    text = CORR2D.replace("return Y", "return Y.astype(np.float32)")
    assert verdicts(text, banks, zygotes, tmp_path, "corr2d") == {"corr2d": "passed"}


@pytest.mark.usefixtures("only_the_short_way")
def test_answers_written_as_lists_pass_the_short_way_too(banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    text = CORR2D.replace("return Y", "return Y.tolist()")
    assert verdicts(text, banks, zygotes, tmp_path, "corr2d") == {"corr2d": "passed"}


@pytest.mark.usefixtures("only_the_short_way")
def test_a_refusal_with_an_exception_of_ones_own_passes_the_short_way_too(banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    text = "class DoesNotFit(ValueError): pass\n" + OUT_SIZE.replace("ValueError(", "DoesNotFit(")
    assert verdicts(text, banks, zygotes, tmp_path, "out_size") == {"out_size": "passed"}


@pytest.mark.parametrize(
    ("told", "right"),
    [({"b": 2, "a": 1}, {"a": 1, "b": 2}), ([[1.0, 2.0]], np.array([[1.0, 2.0]])), ((1, 2.0), (1, 2.0))],
    ids=["dict", "list", "tuple"],
)
def test_an_answer_written_otherwise_says_the_same(told: Any, right: Any) -> None:
    assert says_the_same(wire.pack((told,)), wire.pack((right,)))


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ({"a": 1}, {"a": 1, "b": 2}),
        ([[1, 2]], np.array([[1.0, 2.0]])),
        ([[1.0], [2.0]], np.array([[1.0, 2.0]])),
        ((1, 2), (1, 2.0)),
        ([1, 2], (1, 2)),
    ],
    ids=["key", "dtype", "shape", "type", "list"],
)
def test_an_answer_that_is_another_value_does_not_say_the_same(told: Any, right: Any) -> None:
    assert not says_the_same(wire.pack((told,)), wire.pack((right,)))


@pytest.mark.parametrize("name", find())
def test_calls_are_the_same_when_they_are_folded_and_unfolded(name: str, banks: dict[str, Bank]) -> None:
    assert [wire.pack(arguments) for arguments in unfolded(memoryview(banks[name].asked)).arguments] == list(banks[name].keys)


ONE_CALL = folded([(np.ones((2, 3)), 1, (2, 3)), (np.zeros(2), [1, 2], None)])


def changes_an_array(X: Any, *rest: Any) -> int:
    X[0] = 7
    return 1


def changes_a_shape(X: Any, *rest: Any) -> int:
    X.shape = (X.size, 1)
    return 1


def changes_a_list(X: Any, n: Any, *rest: Any) -> int:
    if isinstance(n, list):
        n.append(3)
    return 1


@pytest.mark.parametrize("function", [changes_an_array, changes_a_shape, changes_a_list])
@pytest.mark.filterwarnings("ignore:Setting the shape")
def test_a_function_that_changes_its_arguments_is_heard_no_further(function: Any) -> None:
    assert outcomes(function, unfolded(ONE_CALL)) == []


def test_arrays_of_a_call_are_its_own_and_can_be_written(banks: dict[str, Bank]) -> None:
    calls = unfolded(memoryview(banks["corr2d"].asked))
    before = [wire.pack(arguments) for arguments in calls.arguments[1:]]
    for array in calls.arguments[0]:
        array[...] = -1
    assert [wire.pack(arguments) for arguments in calls.arguments[1:]] == before
    assert not calls.are_untouched()


def test_one_exercise_that_loops_for_ever_keeps_no_other_from_passing(banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    text = CORR2D.replace("h, w = K.shape", "while True: pass") + OUT_SIZE
    file = tmp_path / "work.py"
    file.write_text(text, "utf-8")
    names = ("corr2d", "out_size")
    judged = grade(read(file), {n: find()[n] for n in names}, {n: [banks[n]] for n in names}, zygotes, Limits(cpu_seconds=1))
    assert [one.attempt.verdict for one in judged] == ["timeout", "passed"]


@pytest.mark.parametrize("end", ["os._exit(0)", "os.kill(os.getpid(), 9)", "ctypes.string_at(0)"])
def test_an_exercise_that_ends_python_itself_keeps_no_other_from_passing(end: str, banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    left = ("conv_shape", "conv_params", "same_pads", "pool2d", "toeplitz_1d")  # asked for, and not answered when it ends
    text = "import ctypes, os\n" + OUT_SIZE + CORR2D.replace("h, w = K.shape", end) + "".join(f"def {name}(*a, **b): return 0\n" for name in left)
    for names in (("out_size", "corr2d", *left), ("corr2d", *left, "out_size")):
        found = verdicts(text, banks, zygotes, tmp_path, *names)
        assert (found["out_size"], found["corr2d"]) == ("passed", "crashed")


def test_what_one_exercise_leaves_behind_does_not_refuse_another(banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    text = CORR2D.replace("h, w = K.shape", "h, w = K.shape; np.seterr(all='raise'); np.zeros = None", 1) + OUT_SIZE
    assert verdicts(text, banks, zygotes, tmp_path, "corr2d", "out_size")["out_size"] == "passed"


REMEMBERS = "calls = []\ndef spoil(n):\n    calls.append(n)\n    return len(calls) == 1 and n > 5\n"
THROWS_DICE = "import random\ndef spoil(n): return random.random() < 0.5\n"


@pytest.mark.parametrize(("spoil", "verdict"), [(REMEMBERS, "stateful"), (THROWS_DICE, "unrepeatable")])
def test_right_answers_in_one_worker_alone_do_not_pass(spoil: str, verdict: str, banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    text = spoil + OUT_SIZE.replace("    window", "    if spoil(n): return -1\n    window", 1)
    assert verdicts(text, banks, zygotes, tmp_path, "out_size") == {"out_size": verdict}


@pytest.mark.usefixtures("only_the_short_way")
def test_files_of_one_submission_are_fresh_for_every_exercise(banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path) -> None:
    (tmp_path / "count.py").write_text("made = []\n", "utf-8")
    (tmp_path / "a.py").write_text("import count\n" + CORR2D.replace("    h, w", "    count.made.append(1)\n    h, w"), "utf-8")
    (tmp_path / "b.py").write_text("import count\n" + OUT_SIZE.replace("    window", "    assert not count.made\n    window", 1), "utf-8")
    names = ("corr2d", "out_size")
    judged = grade(read(tmp_path), {n: find()[n] for n in names}, {n: [banks[n]] for n in names}, zygotes, Limits())
    assert [one.attempt.verdict for one in judged] == ["passed", "passed"]


def test_a_text_that_takes_the_short_way_too_long_to_read_is_judged_all_the_same(
    banks: dict[str, Bank], zygotes: Zygotes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_long(submission: Submission, names: Sequence[str], tasks: dict[str, Task], *rest: Any) -> Any:
        if tasks:
            raise Gone("timeout", "It was still computing.")
        return real(submission, names, tasks, *rest)

    real = scanning.rehearsed
    monkeypatch.setattr(scanning, "rehearsed", too_long)
    assert verdicts(OUT_SIZE, banks, zygotes, tmp_path, "out_size") == {"out_size": "passed"}


@pytest.mark.parametrize("name", find())
def test_a_plan_gives_the_functions_that_parsing_gives(name: str) -> None:
    files = read(next(p for p in sorted((RIGHT / name).glob("*.py")) if "tensorflow" not in p.read_text("utf-8"))).to_wire()
    parsed = loading.read(files)
    planned = program_of(wire.unpack(wire.pack(plan_of(parsed, [name]))), files)
    call = load(find()[name].bank).cases[-1].arguments
    outcomes = []
    for program in (parsed, planned):
        function, note = loading.run(program, name, False)
        outcomes.append((note["defined"], perform(function, call, (), "arrays")))
        program.forget()
    assert identical(*outcomes)


@pytest.mark.parametrize("name", find())
def test_a_public_bank_knows_what_a_right_function_is_asked(name: str, banks: dict[str, Bank]) -> None:
    bank = banks[name]
    assert bank.transcript.checks == digest(find()[name])
    ask = in_process(answers_of(find()[name]).reference)
    heard = conversation(bank, checks_of(find()[name]), ask, signature_of(find()[name]).gives_array)
    assert [wire.pack(arguments) for arguments, _ in heard] == list(bank.keys)
    assert [wire.pack((reply.value,)) if reply.status == "returned" else REFUSED for _, reply in heard] == list(bank.answers)


def test_a_transcript_made_with_other_laws_settles_nothing() -> None:
    exercise = find()["corr2d"]
    bank = Bank("corr2d", "public", (), (), {}, b"", Transcript("of other laws", (), {"is_linear": (0,)}))
    assert parts_of(bank, exercise) == {}
