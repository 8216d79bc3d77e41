"""What every exercise promises, proven: `convgrade exercise verify` and the project's own tests run the same checks."""

import ast
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from .bank import Bank, load
from .compare import difference
from .diagnosis import FEWEST_CASES, diagnose
from .draw import MOST_CALLS, draw_bank, elements_of
from .exercise import FILES, MAY_BE_THERE, Exercise, answers_of, checks_of, digest, load_module, signature_of
from .function import Function, in_process
from .hints import own_hints
from .inside import wire
from .judge import Trial, replay
from .property import VALUE
from .show import call_line
from .working import working_of

OTHER_SEEDS = (2, 32**12)  # one as long as those that are drawn by chance
SHARE_OF_LAWS = 0.9
SMALL, SHARE_OF_SMALL = 12, 0.8  # nine in ten over all shipped exercises: a test counts them


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing that an exercise promises; `broken` says how it does not keep it, "" if it does."""

    says: str
    broken: str


def promises(exercise: Exercise) -> Iterator[Promise]:
    """All promises of an exercise, each as soon as it is checked."""
    yield Promise("its folder holds what it should", folder_problem(exercise))
    yield Promise("statement, stub and hints are complete", text_problem(exercise))
    bank = load(exercise.bank)
    banks = [bank, *(draw_bank(exercise, seed, secret=True, avoid=[c.arguments for c in bank.cases]) for seed in OTHER_SEEDS)]
    yield Promise("the public bank has cases of every stratum and property", bank_problem(exercise, *banks))
    yield Promise("the untouched stub fails", stub_problem(exercise, bank))
    yield Promise("the reference and the second technique pass", right_problem(exercise, banks))
    trials = {m.name: [trial(exercise, b, mistake(exercise, m.name)) for b in banks] for m in answers_of(exercise).misconceptions}
    yield Promise("each misconception fails exactly what it names, at least that on other seeds", fails_problem(exercise, trials))
    yield Promise("every property fails on some misconception", property_problem(exercise, trials))
    yield Promise("laws and contracts alone refuse nine in ten wrong values", law_problem(exercise, trials))
    yield Promise("no two misconceptions give the same wrong values", twin_problem(bank))
    yield Promise("each misconception is named, as itself", name_problem(trials))
    yield Promise(f"four in five counterexamples have at most {SMALL} elements", size_problem(trials))
    yield Promise("what picture.py says of an entry comes to that entry", picture_problem(exercise, bank))


def trial(exercise: Exercise, bank: Bank, function: Callable[..., Any]) -> Trial:
    """A function of this process on a bank."""
    return replay(bank, checks_of(exercise), Function(in_process(function), signature_of(exercise).gives_array))


def mistake(exercise: Exercise, name: str) -> Callable[..., Any]:
    """The function of a misconception, remembering nothing yet."""
    return next(m.function for m in answers_of(exercise).misconceptions if m.name == name)


def failing(one: Trial) -> set[str]:
    return {finding.name for finding in one.findings if not finding.passed}


def folder_problem(exercise: Exercise) -> str:
    there = {file.name for file in exercise.folder.iterdir() if file.name != "__pycache__"}
    lacking, surplus = sorted(FILES - there), sorted(there - FILES - MAY_BE_THERE)
    return "; ".join([f"{name} is missing" for name in lacking] + [f"{name} does not belong there" for name in surplus])


def text_problem(exercise: Exercise) -> str:
    name, statement, hints = exercise.name, exercise.text("statement.md"), own_hints(exercise)
    reference = answers_of(exercise).reference
    stub = next((n for n in ast.parse(exercise.text("stub.py")).body if isinstance(n, ast.FunctionDef) and n.name == name), None)
    if f"`{name}(" not in statement or "## Example" not in statement:
        return f"statement.md needs the signature `{name}(...)` and a worked example under `## Example`"
    if len(hints) != 3 or not all(hints):
        return f"hints.md needs three hints, each under a heading of its own; it has {len(hints)}"
    if stub is None or not ast.get_docstring(stub):
        return f"stub.py needs a function {name} with a docstring"
    shape = [a.arg for a in stub.args.args], [ast.literal_eval(d) for d in stub.args.defaults]
    parameters = inspect.signature(reference).parameters.values()
    if shape != ([p.name for p in parameters], [p.default for p in parameters if p.default is not p.empty]):
        return "stub and reference have different parameters"
    return ""


def bank_problem(exercise: Exercise, bank: Bank, *others: Bank) -> str:
    checks = checks_of(exercise)
    fewest = min(len(one.cases) for one in (bank, *others))
    if fewest < FEWEST_CASES:
        return f"a bank has {fewest} cases, and a mistake is named on no fewer than {FEWEST_CASES}; let the strategy draw more that differ"
    for name, belongs in checks.strata.items():
        if not any(belongs(*case.arguments) for case in bank.cases):
            return f"no case belongs to the stratum {name!r}"
    for one in checks.properties:
        if not bank.properties.get(one.name):
            return f"there is no case for {one.name}; draw the bank again"
    known = {m.name: m.fails for m in bank.mistakes}
    if known != {m.name: m.fails for m in answers_of(exercise).misconceptions}:
        return "the bank knows other misconceptions than the reference file; draw it again"
    if bank.transcript.checks != digest(exercise):
        return "it was drawn for other checks; draw it again"
    calls = len(bank.keys)
    return f"replaying it takes {calls} calls, more than {MOST_CALLS}" if calls > MOST_CALLS else ""


def stub_problem(exercise: Exercise, bank: Bank) -> str:
    stub = getattr(load_module(exercise.folder / "stub.py", f"{exercise.name} stub"), exercise.name)
    one = trial(exercise, bank, stub)
    kept = [finding.name for finding in one.findings if finding.passed]
    return f"the stub keeps {', '.join(kept)}" if kept or not one.unfinished else ""


def right_problem(exercise: Exercise, banks: list[Bank]) -> str:
    answers = answers_of(exercise)
    for function in (answers.reference, answers.second_technique):
        for bank in banks:
            failures = trial(exercise, bank, function).failures
            if failures:
                return f"{function.__name__} fails {failures[0].name}: {failures[0].sentence}"
    return ""


def fails_problem(exercise: Exercise, trials: dict[str, list[Trial]]) -> str:
    for m in answers_of(exercise).misconceptions:
        public, *others = (failing(one) for one in trials[m.name])
        if public != m.fails:
            return f"{m.name}: also fails {sorted(public - m.fails)}, does not fail {sorted(m.fails - public)}"
        for other in others:
            if not m.fails <= other:
                return f"{m.name}: does not fail {sorted(m.fails - other)} on another seed"
    return ""


def property_problem(exercise: Exercise, trials: dict[str, list[Trial]]) -> str:
    refuting = set().union(*(failing(one[0]) for one in trials.values()))
    idle = [name for name in (VALUE, *(p.name for p in checks_of(exercise).properties)) if name not in refuting]
    return f"nothing fails {', '.join(idle)}" if idle else ""


def law_problem(exercise: Exercise, trials: dict[str, list[Trial]]) -> str:
    wrong = {name: failing(one[0]) - {VALUE} for name, one in trials.items() if VALUE in failing(one[0])}
    through = [name for name, refuted in wrong.items() if not refuted]
    return f"only the values refuse {', '.join(through)}" if len(through) > (1 - SHARE_OF_LAWS) * len(wrong) else ""


def twin_problem(bank: Bank) -> str:
    seen: dict[bytes, str] = {}
    for known in bank.mistakes:
        if VALUE in known.fails:
            twin = seen.setdefault(wire.pack(list(known.outcomes)), known.name)
            if twin != known.name:
                return f"{twin} and {known.name} give the same values"
    return ""


def name_problem(trials: dict[str, list[Trial]]) -> str:
    for name, (one, *_) in trials.items():
        found = diagnose(one)
        if found is None or found.name != name:
            return f"{name} is taken for {found.name if found else 'no known mistake'}"
    return ""


def size_problem(trials: dict[str, list[Trial]]) -> str:
    sizes = {name: min(elements_of(f.arguments) for f in one.failures) for name, (one, *_) in trials.items() if one.failures}
    large = [f"{name} ({size})" for name, size in sizes.items() if size > SMALL]
    if len(large) <= (1 - SHARE_OF_SMALL) * len(sizes):
        return ""
    return f"the smallest input that shows it is larger for {', '.join(large)}; let the strategy draw smaller arrays that show it"


def picture_problem(exercise: Exercise, bank: Bank) -> str:
    """An exercise may do without a picture; one that is there has to tell the truth, at least of the corners of every answer."""
    if not (exercise.folder / "picture.py").exists():
        return ""
    load_module(exercise.folder / "picture.py", f"{exercise.name} picture")
    told = 0
    for case in bank.cases:
        arguments = dict(zip(signature_of(exercise).parameters, case.arguments, strict=False))
        for where in corners(case.expected):
            working = working_of(exercise, arguments, where)
            expected = case.expected[where] if where else case.expected
            told += working is not None
            if working and difference(working.value, expected, case.tolerance):
                return f"of {call_line(exercise.name, case.arguments)} at {where} it says {working.sentence}; right is {expected}"
    return "" if told else "it says nothing of any case; does it define `working(where, ...)` with the exercise's parameters?"


def corners(expected: Any) -> list[tuple[int, ...]]:
    """The first and the last entry of an array; all of another value."""
    if not isinstance(expected, np.ndarray):
        return [()]
    return [(0,) * expected.ndim, tuple(n - 1 for n in expected.shape)] if expected.size else []
