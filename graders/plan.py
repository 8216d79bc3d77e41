"""What a released assignment is graded against: its instructor kit, read and proven whole.

assignment.toml   exercises/<chapter>/<name>/   secret/<name>.npz   record.json
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .assignment import FILE, Assignment, AssignmentError, read_assignment
from .bank import Bank, BankError, load
from .coursework import Course, graded
from .exercise import Exercise, checks_of, find
from .frameworks import Zygotes
from .isolation import Isolation
from .property import VALUE
from .questions import Question, questions
from .report import Report
from .submission import identity_of

RECORD = "record.json"
SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Plan:
    """An assignment with all that it takes to grade it; names are in the order of the assignment.

    Attributes:
        banks: of each exercise the public one and, if there are secret cases, the secret one.
        record: what was noted at the release: versions, seeds, hashes.
    """

    assignment: Assignment
    exercises: Mapping[str, Exercise]
    banks: Mapping[str, tuple[Bank, ...]]
    questions: Mapping[str, Question]
    record: Mapping[str, Any]

    def course(self, isolation: Isolation) -> Course:
        one = self.assignment
        return Course(self.exercises, self.banks, one.limits, isolation, one.banned, one.worth)


def plan_at(kit: Path) -> Plan:
    """The plan in an instructor kit.

    Raises:
        AssignmentError: it is none, or not as it was released; the message says what is missing or has changed.
    """
    if not (kit / RECORD).is_file():
        made = "an instructor kit is made by: convgrade release assignment.toml --out DIR"
        raise AssignmentError(f"{kit} is no instructor kit, which is a folder with a file {RECORD}; {made}")
    try:
        record = json.loads((kit / RECORD).read_text("utf-8"))
        assignment = replace(read_assignment(kit / FILE), name=record["name"])  # which may come of what the file was called
        recorded = {name: (one["public"], one["secret"]) for name, one in record["exercises"].items()}
        exercises, asked = chosen(assignment, find(kit), questions(kit))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise AssignmentError(f"{kit} is no whole instructor kit: {problem}") from None
    banks = {name: banks_of(assignment, exercise, kit) for name, exercise in exercises.items()}
    for name, held in banks.items():
        if tuple(bank.identity for bank in held) != tuple(filter(None, recorded.get(name, ()))):
            raise AssignmentError(f"{kit}: the banks of {name} are not those that were released. Take the kit from a copy, or release anew")
    return Plan(assignment, exercises, banks, asked, record)


def chosen(
    assignment: Assignment, exercises: Mapping[str, Exercise], questions: Mapping[str, Question]
) -> tuple[dict[str, Exercise], dict[str, Question]]:
    """The exercises and questions of an assignment, in its order.

    Raises:
        AssignmentError: there is none of a name, or an exercise has no property of a name.
    """
    for name, points in assignment.exercises.items():
        if name not in exercises:
            raise AssignmentError(f"[exercises] {name}: there is no exercise of this name; `convgrade list` shows all")
        known = [VALUE, *(one.name for one in checks_of(exercises[name]).properties)]
        for one in points.properties:
            if one not in known:
                raise AssignmentError(f"[exercises] {name}: it has no property {one}; it has {', '.join(known)}")
    for name in assignment.questions:
        if name not in questions:
            raise AssignmentError(f"[questions] {name}: there is no question of this name; `convgrade ask` lists all")
    return {name: exercises[name] for name in assignment.exercises}, {name: questions[name] for name in assignment.questions}


def banks_of(assignment: Assignment, exercise: Exercise, kit: Path) -> tuple[Bank, ...]:
    places = [exercise.bank, *([kit / SECRET / f"{exercise.name}.npz"] if assignment.secret_seed is not None else [])]
    try:
        return tuple(load(place) for place in places)
    except BankError as problem:
        raise AssignmentError(str(problem)) from None


def report_one(plan: Plan, path: Path, name: str, zygotes: Zygotes) -> Report:
    """The report on the submission at `path`, whatever it is, with a fingerprint of all that it depends on."""
    report = graded(plan.course(zygotes.isolation), name, path, list(plan.exercises), list(plan.questions.values()), (), zygotes)
    mark = hashlib.sha256(f"{identity_of(path)} {json.dumps(plan.record, sort_keys=True)}".encode()).hexdigest()
    return {**{key: value for key, value in report.items() if key != "patterns"}, "fingerprint": mark}
