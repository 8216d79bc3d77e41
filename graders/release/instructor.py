"""The instructor kit: all that an assignment is graded against, now and in five years. It is made beside, and put in place whole."""

import hashlib
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..assignment import FILE, Assignment
from ..bank import save
from ..draw import versions
from ..exercise import FILES, MAY_BE_THERE, Exercise, find
from ..plan import RECORD, SECRET
from ..questions import FILE as QUESTIONS
from ..questions import Question, in_json
from .banks import Banks, Told, banks_for, kept_banks, source_of
from .constraints import constraints
from .placing import new_beside, put
from .wheel import student_wheel

README = """# {title}: what it is graded with

Keep this folder from students: the cases in it, and the seed in {file}, are what they are graded with.

    convgrade grade SUBMISSIONS --assignment . --out GRADES

For the same grades in some years, with Python {python} or one that is near:

    pip install --constraint constraints.txt ./{wheel}

`record.json` holds versions, seeds and hashes. A folder whose cases are not those that it names grades nothing.
"""


def write_instructor_kit(
    source: Path, assignment: Assignment, exercises: Mapping[str, Exercise], questions: Mapping[str, Question], kit: Path, keras: bool, told: Told
) -> None:
    """Write the kit of the assignment in the file `source` into a folder that is not there yet, or holds an earlier one.

    Banks of the earlier kit stay where neither exercise nor seeds have changed; `told` hears whose are drawn next.

    Raises:
        AssignmentError: an exercise cannot be released; the message says why.
        NoKeras: answers are to be compared with Keras, and it is not installed.
    """
    seeds = {"public": assignment.public_seed, "secret": assignment.secret_seed}
    sources = {name: source_of(exercise) for name, exercise in exercises.items()}
    banks = banks_for(assignment, exercises, banks_in(kit, exercises, seeds, sources), keras, told)
    beside = new_beside(kit)
    shutil.copyfile(source, beside / FILE)
    for name, exercise in exercises.items():
        folder = beside / "exercises" / exercise.chapter / name
        folder.mkdir(parents=True)
        for file in sorted(FILES | MAY_BE_THERE):  # nothing else: an author may keep a solution beside
            if (exercise.folder / file).is_file():
                shutil.copyfile(exercise.folder / file, folder / file)
        save(banks[name].public, folder / exercise.bank.name, versions())
        secret = banks[name].secret
        if secret:
            save(secret, beside / SECRET / f"{name}.npz", versions())
    for chapter in {one.chapter for one in questions.values()}:
        place = beside / "exercises" / chapter / QUESTIONS
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(in_json(one for one in questions.values() if one.chapter == chapter), "utf-8")
    released = {name: one for name, one in find(beside).items() if name in exercises}
    wheel = student_wheel(released, beside, questions)
    made_with = {"python": ".".join(map(str, sys.version_info[:3])), **versions()}
    record = {
        "title": assignment.title,
        "name": assignment.name,
        "versions": made_with,
        "seeds": seeds,
        "wheel": {"name": wheel.name, "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest()},
        "exercises": {name: {"source": sources[name], **hashes(one)} for name, one in banks.items()},
    }
    (beside / "constraints.txt").write_text(constraints(), "utf-8")
    (beside / "README.md").write_text(README.format(title=assignment.title, wheel=wheel.name, file=FILE, python=made_with["python"]), "utf-8")
    (beside / RECORD).write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    put(beside, kit)


def hashes(banks: Banks) -> dict[str, str]:
    return {"public": banks.public.identity, "secret": banks.secret.identity if banks.secret else ""}


def banks_in(kit: Path, exercises: Mapping[str, Exercise], seeds: Mapping[str, Any], sources: Mapping[str, str]) -> dict[str, Banks]:
    """The banks of an earlier release that were drawn from these seeds, for exercises that are still the same, and that nobody has touched."""
    try:
        record = json.loads((kit / RECORD).read_text("utf-8"))
        same = {name: one for name, one in record["exercises"].items() if one["source"] == sources.get(name)} if record["seeds"] == seeds else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    found = {}
    for name, one in same.items():
        public = kit / "exercises" / exercises[name].chapter / name / exercises[name].bank.name
        held = kept_banks(public, kit / SECRET / f"{name}.npz" if seeds["secret"] is not None else None)
        if held and hashes(held).items() <= one.items():
            found[name] = held
    return found
