"""The report: one plain structure that every output renders. Its schema is `report.schema.json`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .attempt import Attempt
from .bank import Bank
from .edition import engine
from .exercise import signature_of
from .grading import Judgement
from .judge import Failure
from .property import VALUE
from .scoring import Points, Worth, earned
from .show import call_line, nested
from .submission import Submission

if TYPE_CHECKING:
    from .questions import Outcome

SCHEMA = 1
MOST_PRINTED = 8
EQUAL, ONE_POINT = Worth(), Points()  # a point each
Report = dict[str, Any]


def report_on(
    submission: Submission, judgements: Sequence[Judgement], isolation: str, outcomes: "Mapping[str, Outcome] | None" = None, worth: Worth = EQUAL
) -> Report:
    """The report on a submission that was graded at a tier of isolation, with what came of questions by their ids."""
    entries = [entry(one, submission, worth.of(one.exercise.name)) for one in judgements]
    questions = [question_entry(name, one.verdict, one.message, worth.of_question(name)) for name, one in (outcomes or {}).items()]
    return together(submission, entries, questions, (bank for one in judgements for bank in one.banks), isolation)


def together(submission: Submission, entries: Sequence[Report], questions: Sequence[Report], banks: Iterable[Bank], isolation: str) -> Report:
    """The report that consists of these parts."""
    return {
        "schema": SCHEMA,
        "convgrade": engine(),
        "submission": submission.name,
        "verdict": overall([e["verdict"] for e in [*entries, *questions]]),
        "message": "; ".join([tally([*entries, *questions]), *(f"left out: {why}" for why in submission.left_out)]),
        "isolation": isolation,
        "score": sum(e["score"] for e in [*entries, *questions]),
        "max_score": float(sum(e["max_score"] for e in [*entries, *questions])),
        "banks": [{"visibility": one, "hash": identity} for identity, one in sorted({bank.identity: bank.visibility for bank in banks}.items())],
        "exercises": list(entries),
        "questions": list(questions),
    }


def refusal(name: str, why: str, exercises: Sequence[str], questions: Sequence[str] = (), worth: Worth = EQUAL) -> Report:
    """The report on a submission that cannot be read."""
    return _without_run(name, "refused", f"This submission cannot be read: {why}.", exercises, questions, worth)


def our_fault(name: str, why: str, exercises: Sequence[str], questions: Sequence[str] = (), worth: Worth = EQUAL) -> Report:
    """The report on a submission that the grader failed to grade."""
    return _without_run(name, "ungraded", f"The grader could not grade this submission: {why}.", exercises, questions, worth)


def _without_run(name: str, verdict: str, message: str, exercises: Sequence[str], questions: Sequence[str], worth: Worth) -> Report:
    first = {"verdict": verdict, "score": 0.0}
    rest: Report = {
        "message": message,
        "blocked_by": [],
        "properties": [],
        "counterexample": None,
        "misconception": None,
        "oracles": [],
        "seconds": 0.0,
    }
    return {
        "schema": SCHEMA,
        "convgrade": engine(),
        "submission": name,
        "verdict": verdict,
        "message": message,
        "isolation": "none",
        "score": 0.0,
        "max_score": sum(worth.of(one).total for one in exercises) + sum(worth.of_question(one) for one in questions),
        "banks": [],
        "exercises": [{"exercise": one, **first, "max_score": worth.of(one).total, **rest} for one in exercises],
        "questions": [question_entry(one, verdict, message, worth.of_question(one)) for one in questions],
    }


def overall(verdicts: Sequence[str]) -> str:
    """One verdict for a submission: the common one, else "ungraded" if any is, else "not_yet"."""
    different = set(verdicts)
    if len(different) == 1:
        return verdicts[0]
    return "ungraded" if "ungraded" in different else "not_yet"


def tally(entries: Sequence[Report]) -> str:
    passed = sum(e["verdict"] == "passed" for e in entries)
    ungraded = [e.get("exercise") or e["question"] for e in entries if e["verdict"] == "ungraded"]
    text = f"{passed} of {len(entries)} passed"
    return text + (f"; not graded: {', '.join(ungraded)}" if ungraded else "")


def entry(one: Judgement, submission: Submission, points: Points = ONE_POINT) -> Report:
    """The part of a report about one exercise. What a property earns is said once, where it holds on the last bank."""
    made, name = one.attempt, one.exercise.name
    score, by_property = earned(made, points, len(one.banks))
    last = one.banks[-1].visibility
    properties = [
        {
            "name": finding.name,
            "kind": finding.kind,
            "visibility": finding.visibility,
            "passed": finding.passed,
            "score": by_property.get(finding.name, 0.0) if finding.visibility == last else 0.0,
            "max_score": points.properties.get(finding.name, 0.0) if finding.visibility == last else 0.0,
            "cases": finding.cases,
        }
        for trial in made.trials
        for finding in trial.findings
    ]
    return {
        "exercise": name,
        "verdict": made.verdict,
        "score": score,
        "max_score": points.total,
        "message": message(one),
        "blocked_by": one.blocked_by,
        "properties": properties,
        "counterexample": counterexample(one, made.failure, submission) if made.failure else None,
        "misconception": {"name": made.mistake.name, "feedback": made.mistake.feedback} if made.mistake else None,
        "oracles": list(one.banks[0].oracles) if made.trials else [],
        "seconds": round(one.seconds, 6),
    }


def blocked(entry: Report, blocked_by: list[str]) -> Report:
    """The same entry where other functions are to be mended first than were when it was made."""
    return {**entry, "blocked_by": blocked_by, "message": first_of_all(blocked_by) + entry["message"].removeprefix(first_of_all(entry["blocked_by"]))}


def first_of_all(blocked_by: Sequence[str]) -> str:
    """What a message begins with if other functions are to be mended first."""
    return f"{mend_first(blocked_by)} " if blocked_by else ""


def question_entry(name: str, verdict: str, message: str, worth: float = 1.0) -> Report:
    """The part of a report about one question."""
    return {"question": name, "verdict": verdict, "score": worth if verdict == "passed" else 0.0, "max_score": worth, "message": message}


def message(one: Judgement) -> str:
    """What a student reads first: the mistake by its name where it is known, then what else is not kept."""
    made = one.attempt
    if made.verdict == "passed":
        return holds(sum(finding.cases for trial in made.trials for finding in trial.findings), len(made.trials[0].findings))
    text = made.mistake.feedback if made.mistake else made.message
    return " ".join([first_of_all(one.blocked_by) + text, *besides(made)])


def holds(cases: int, properties: int) -> str:
    return f"It holds on everything that was tried: {cases} checks of {properties} properties."


def mend_first(blocked_by: Sequence[str]) -> str:
    return f"Fix `{'` and `'.join(blocked_by)}` first, which it uses."


def besides(made: Attempt) -> list[str]:
    """The contracts that are not kept besides what the first sentence says."""
    told = made.mistake.fails if made.mistake else {made.failure.name} if made.failure else set()
    no_return = made.failure is not None and made.failure.reply.value is None  # says it all
    failures = {f.name: f for trial in reversed(made.trials) for f in trial.failures}  # of one on two banks, that of the public one
    if made.verdict not in ("not_yet", "error", "bad_return"):
        return []
    untold = [f for name, f in failures.items() if f.kind == "contract" and name not in told and f.reply.status == "returned"]
    return [f"Besides: {f.sentence}" for f in untold if not (no_return and f.reply.value is None)]


def counterexample(one: Judgement, failure: Failure, submission: Submission) -> Report:
    """The call that shows the mistake."""
    names = signature_of(one.exercise).parameters
    lost = failure.reply.status == "bad" and one.attempt.verdict not in ("not_yet", "bad_return")
    returned = failure.reply.status == "returned"
    explanation = failure.sentence if failure.name == VALUE or not failure.says else f"This should hold: {failure.says} {failure.sentence}"
    line = submission.line(failure.reply.file, failure.reply.line)
    if line:
        explanation += f"\n\n    {line}"
    if failure.reply.printed.strip() and not returned:
        printed = "\n".join(f"    {text}" for text in failure.reply.printed.strip().splitlines()[:MOST_PRINTED])
        explanation += f"\n\nIt printed:\n\n{printed}"
    return {
        "property": failure.name,
        "call": call_line(one.exercise.name, failure.arguments),
        "arguments": {name: nested(value) for name, value in zip(names, failure.arguments, strict=False)},
        "expected": nested(failure.expected, failure.where),
        "got": nested(failure.reply.value, failure.where) if returned else None if lost else failure.reply.sentence(),
        "where": list(failure.where),
        "explanation": explanation,
    }


@cache
def _validator() -> Any:
    import fastjsonschema

    return fastjsonschema.compile(json.loads((Path(__file__).parent / "report.schema.json").read_text("utf-8")))


def validated(report: Report) -> Report:
    """The report itself, once its form is proven right.

    Raises:
        ValueError: it is not what the schema says, which is a mistake of ours.
    """
    _validator()(report)
    return report


def to_json(report: Report, indent: int | None = None) -> str:
    """A report as text: the same report gives the same text."""
    return json.dumps(validated(report), indent=indent, ensure_ascii=False, allow_nan=False) + "\n"
