"""The public side of an instructor kit: what a student may hold and be checked against. No secret case, and no seed to draw one from."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from ..assignment import FILE, NAME, SIZES, Assignment, read_assignment
from ..limits import MEBI, Limits
from ..plan import RECORD, Plan
from ..scoring import Points


def write_public_kit(kit: Path, plan: Plan, out: Path) -> None:
    """Write what `plan_at` reads, without all that is secret; `out` must not be there yet."""
    out.mkdir(parents=True)
    public = replace(plan.assignment, secret_seed=None)
    (out / FILE).write_text(as_toml(public), "utf-8")
    if read_assignment(out / FILE) != public:
        raise ValueError(f"{kit / FILE} cannot be written without its secret seed")
    shutil.copytree(kit / "exercises", out / "exercises", ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    record = {
        "title": public.title,
        "name": public.name,
        "versions": plan.record["versions"],
        "seeds": {"public": public.public_seed, "secret": None},
        "exercises": {name: {"public": plan.banks[name][0].identity, "secret": ""} for name in plan.exercises},
    }
    (out / RECORD).write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def as_toml(one: Assignment) -> str:
    """An assignment as a file that says it again. It is not the instructor's own: comments may say what students are not to know."""
    parts = [f"title = {value(one.title)}\nname = {value(one.name)}\nban = {value(list(one.banned))}"]
    parts.append(table("exercises", {name: points(worth) for name, worth in one.exercises.items()}))
    parts.append(table("questions", one.questions))
    seeds = {"public": one.public_seed, **({"secret": one.secret_seed} if one.secret_seed is not None else {})}
    parts += [table("seeds", seeds), table("limits", limits(one.limits)), table("students_see", asdict(one.shown))]
    return "\n\n".join(part for part in parts if part) + "\n"


def limits(held: Limits) -> dict[str, int]:
    """Limits that are not what they would be anyway, by their keys in an assignment."""
    keys = {attribute: key for key, attribute in SIZES.items()}
    changed = {one.name: getattr(held, one.name) for one in fields(held) if getattr(held, one.name) != one.default}
    return {keys.get(name, name): amount // MEBI if name in keys else amount for name, amount in changed.items()}


def points(worth: Points) -> Any:
    return dict(worth.properties) or worth.total


def table(title: str, entries: Mapping[str, Any]) -> str:
    return "\n".join([f"[{title}]", *(f"{key(name)} = {value(entry)}" for name, entry in entries.items())]) if entries else ""


def value(held: Any) -> str:
    """A value in TOML, whose texts are written as JSON writes them."""
    if isinstance(held, dict):
        return "{ " + ", ".join(f"{key(name)} = {value(entry)}" for name, entry in held.items()) + " }"
    return json.dumps(held, ensure_ascii=False).replace("\x7f", "\\u007f")


def key(name: str) -> str:
    return name if NAME.fullmatch(name) else value(name)
