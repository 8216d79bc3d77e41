"""Checking in a notebook: a function of this very process against the public bank. Practice; it gives no score.

`from convgrade import check`, then `check(corr2d)` in a cell. What it gives shows itself as a picture in a notebook and as text elsewhere,
is true when all is well, and is a plain dict with `to_dict()`.
"""

import contextlib
import io
import linecache
import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import FunctionType, ModuleType
from typing import Any

from .attempt import Attempt, Task, best_form, decide, in_flight
from .bank import load
from .exercise import OWN, Exercise, checks_of, find, own_folder, signature_of
from .feedback import Feedback, feedback_of
from .frameworks import TENSORS, needed
from .function import Function
from .grading import Judgement
from .html import fragment
from .inside.calling import perform
from .judge import Trial, replay
from .limits import Limits
from .questions import Outcome, judged, questions
from .reply import Reply, from_wire
from .report import entry
from .submission import File, Submission
from .terminal import text
from .worker import Gone

CELL = "your cell"
OUTSIDE = ("<ipython-input", "<stdin>", "ipykernel_")
MOST_PRINTED = 4000
QUESTION = re.compile(r"q\d{3}[a-z]?")


@dataclass(frozen=True, repr=False)
class Result:
    """What came of a check. It is true if everything holds that was tried."""

    feedback: Feedback
    entry: dict[str, Any]

    def __bool__(self) -> bool:
        return self.feedback.passed

    def __repr__(self) -> str:
        return text(self.feedback)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": str(fragment(self.feedback)), "text/plain": repr(self)}

    def to_dict(self) -> dict[str, Any]:
        """The part of a report about the exercise, or the question (schema 1)."""
        return self.entry


def checked(what: Any, function: Any, callers: Mapping[str, Any]) -> Result:
    """Check a function, given itself or by the name of its exercise; by the name alone it is looked for in the caller's variables."""
    name = what if isinstance(what, str) else getattr(what, "__name__", "")
    if isinstance(what, str) and QUESTION.fullmatch(what):
        return answered(what, function if function is not None else callers.get(what))
    try:
        exercises = find(own_folder())
    except ValueError as problem:
        return told(name, f"{OWN} does not name a folder of exercises: {problem}.")
    if name not in exercises:
        near = get_close_matches(name, exercises, 1)
        hint = f" Did you mean {near[0]}?" if near else ' Name it: check("corr2d", my_function).'
        return told(name or repr(what)[:40], f"There is no exercise of that name.{hint}")
    tried = what if not isinstance(what, str) else function if function is not None else callers.get(name)
    if tried is None:
        return told(name, f"There is no function `{name}` here yet. Run the cell that defines it.")
    if not callable(tried):
        return told(name, f"`{name}` is {type(tried).__name__} here, which cannot be called. Run the cell that defines the function again.")
    try:
        return practised(exercises[name], tried)
    except KeyboardInterrupt:
        return told(name, "You stopped the check before it was done.")


def answered(name: str, answer: Any) -> Result:
    """What to say to an answer to a question."""
    known = questions(own_folder())
    outcome = judged(known[name], answer) if name in known else Outcome("missing", "There is no question of that name. `convgrade ask` lists them.")
    score = 1.0 if outcome.verdict == "passed" else 0.0
    held = {"question": name, "verdict": outcome.verdict, "score": score, "max_score": 1.0, "message": outcome.message}
    heading = "passed" if outcome.verdict == "passed" else "not yet"
    return Result(Feedback(name, outcome.verdict, heading, outcome.message), held)


def told(name: str, message: str) -> Result:
    """A result for what could not be tried."""
    rest: dict[str, Any] = {"score": 0.0, "max_score": 1.0, "blocked_by": [], "properties": [], "counterexample": None}
    entry = {"exercise": name, "verdict": "missing", "message": message, **rest, "misconception": None, "oracles": [], "seconds": 0.0}
    return Result(feedback_of(entry, None), entry)


def practised(exercise: Exercise, function: Callable[..., Any]) -> Result:
    """Replay the public bank against a function here."""
    start = time.perf_counter()
    sources = sources_of(function)
    bank = load(exercise.bank)
    task = Task(exercise, signature_of(exercise), checks_of(exercise), [bank], Submission("notebook", (shown(sources),), ""), Limits())
    framework = framework_of(function)
    made, asked = Attempt(framework=framework), []

    def ask(arguments: tuple[Any, ...], form: str = "arrays") -> Reply:
        asked.append(arguments)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            data = perform(function, arguments, sources, form)
        reply = from_wire({**data, "file": sources.get(str(data.get("file")), "")}, printed.getvalue()[:MOST_PRINTED])
        if "KeyboardInterrupt" in reply.bases:
            place = f" in line {reply.line} of {reply.file}:\n\n    {task.submission.line(reply.file, reply.line)}" if reply.file else "."
            raise Gone("timeout", f"You stopped it. It was computing{place}")
        return reply

    try:
        form = best_form(task, framework, ask)
        made.trials.append(Trial(bank))
        replay(bank, task.checks, Function(lambda arguments: ask(arguments, form), task.signature.gives_array), made.trials[-1])
        decide(made)
    except Gone as gone:
        made.verdict, made.message = gone.verdict, gone.message
        made.failure = in_flight(task, made.trials, asked, gone)
    held = entry(Judgement(exercise, made, [bank], time.perf_counter() - start), task.submission)
    return Result(feedback_of(held, exercise), held)


def sources_of(function: Callable[..., Any]) -> dict[str, str]:
    """The files or cells of a function and of those that are defined beside it, with the names to show for them."""
    beside = getattr(function, "__globals__", {})
    found = [one for one in (function, *beside.values()) if isinstance(one, FunctionType) and one.__globals__ is beside]
    files = {one.__code__.co_filename for one in found}
    return {file: CELL if any(mark in file for mark in OUTSIDE) else file.rpartition("/")[2] for file in files}


def shown(sources: Mapping[str, str]) -> File:
    """Their lines, as those of one submission."""
    return File("notebook", tuple((label, "".join(linecache.getlines(file))) for file, label in sources.items()))


def framework_of(function: Callable[..., Any]) -> str:
    """The framework whose tensors a function may want: the first that its module uses and that is loaded."""
    beside = getattr(function, "__globals__", {})
    names = set(getattr(getattr(function, "__code__", None), "co_names", ()))
    modules = {value.__name__.partition(".")[0] for name, value in beside.items() if name in names and isinstance(value, ModuleType)}
    packages = [name for name in needed(modules) if name in TENSORS and name in sys.modules]
    return packages[0] if packages else ""
