"""What of a report its student may see: nothing of a secret bank, neither its cases nor that there is one.

The result is a report of the same schema, so that whatever shows reports shows it, too.
"""

from collections.abc import Mapping

from .exercise import Exercise, checks_of
from .property import VALUE
from .report import Report, first_of_all, holds

# In place of a sentence that could quote a secret case, or the student's own words on one.
INSTEAD = {
    "error": "There are inputs on which it raises an error that it should not raise.",
    "bad_return": "There are inputs for which it returns what is no array, number, string, tuple, list or dict.",
    "timeout": "There are inputs for which it is still computing when its time is up. Is there a loop that may never end?",
    "memory": "There are inputs for which it asks for more memory than it may use.",
    "output": "There are inputs for which it prints more than it may.",
    "crashed": "There are inputs on which it ends Python itself instead of returning.",
    "forbidden": "It uses what this assignment bans.",
}
BESIDES = " Besides: "
CONSTANT = ("missing", "unfinished", "stateful", "unrepeatable", "ungraded", "refused")  # verdicts whose messages quote no case


def for_students(report: Report, exercises: Mapping[str, Exercise]) -> Report:
    """The report as its student may read it: what public cases show, no seconds, no isolation."""
    secret = any(bank["visibility"] == "secret" for bank in report["banks"])
    entries = [entry_for_students(one, exercises.get(one["exercise"])) if secret else one for one in report["exercises"]]
    return {
        **{key: value for key, value in report.items() if key != "fingerprint"},
        "isolation": "",
        "banks": [bank for bank in report["banks"] if bank["visibility"] == "public"],
        "exercises": [{**one, "seconds": 0.0} for one in entries],
    }


def entry_for_students(entry: Report, exercise: Exercise | None) -> Report:
    """An entry of a report that was made with secret banks, without what comes of them."""
    public = [one for one in entry["properties"] if one["visibility"] == "public"]
    example = entry["counterexample"] if shown_in_public(entry) else None
    if entry["verdict"] == "passed":
        text = holds(sum(one["cases"] for one in public), len(public))
    else:
        text = first_of_all(entry["blocked_by"]) + sentence(entry, example, exercise)
        public = public if example or not all(one["passed"] for one in public) else []
    return {**entry, "message": text, "properties": public, "counterexample": example}


def shown_in_public(entry: Report) -> bool:
    """Whether a counterexample is a case of the public bank, which is tried first and to its end before a secret one."""
    example = entry["counterexample"]
    of_it = [one for one in entry["properties"] if example and one["name"] == example["property"]]
    public = [one for one in of_it if one["visibility"] == "public"]
    failed = any(one["cases"] and not one["passed"] for one in public)
    return bool(example) and (failed or not of_it)  # none of it: the worker was gone before the public cases were through


def sentence(entry: Report, example: Report | None, exercise: Exercise | None) -> str:
    """What is wrong in words: as it was told, if that comes of no secret case."""
    verdict, mistake = entry["verdict"], entry["misconception"]
    told, _, besides = str(entry["message"]).removeprefix(first_of_all(entry["blocked_by"])).partition(BESIDES)
    never_called = entry["counterexample"] is None and not entry["properties"]
    also = BESIDES + besides if besides and contracts_not_kept(entry, "secret") <= contracts_not_kept(entry, "public") else ""
    if mistake:
        return f"{mistake['feedback']}{also}"
    if verdict in CONSTANT or never_called or (example and told in example["explanation"]):
        return told + also
    name = entry["counterexample"]["property"] if entry["counterexample"] else VALUE
    says = next((one.says for one in checks_of(exercise).properties if one.name == name), "") if exercise else ""
    otherwise = f"There are inputs for which this does not hold yet: {says}" if says else "There are inputs for which its answer is not right yet."
    return INSTEAD.get(verdict, otherwise) + also


def contracts_not_kept(entry: Report, visibility: str) -> set[str]:
    return {p["name"] for p in entry["properties"] if p["kind"] == "contract" and p["visibility"] == visibility and p["cases"] and not p["passed"]}
