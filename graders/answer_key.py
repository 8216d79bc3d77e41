"""The answer key of a chapter, `reference/<chapter>/questions.toml`, and what students get of it: `exercises/<chapter>/questions.json`."""

import json
import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from .answers import FORMS, near
from .exercise import QUESTION, AuthorError
from .questions import mark

KEY = "questions.toml"


def for_students(key: Path, exercises: Collection[str]) -> str:
    """The text of a chapter's questions without their answers; `exercises` are those that may be named as a help.

    Raises:
        AuthorError: a question is not complete, or does not tell its answers apart.
    """
    try:
        held = tomllib.loads(key.read_text("utf-8"))
    except ValueError as problem:
        raise AuthorError(f"{key} cannot be read: {problem}") from problem
    made = {}
    for name, one in held.items():
        try:
            made[name] = without_answers(name, one, exercises)
        except (KeyError, TypeError, ValueError) as problem:
            missing = isinstance(problem, KeyError)
            raise AuthorError(f"{key}, {name}: {f'there is no {problem}' if missing else problem}") from problem
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def without_answers(name: str, one: dict[str, Any], exercises: Collection[str]) -> dict[str, Any]:
    """A question as students get it.

    Raises:
        KeyError, TypeError, ValueError: it is not complete, or an answer of it does not hold.
    """
    kind, options, wrong = one["type"], one.get("options", []), one.get("wrong", [])
    if not QUESTION.fullmatch(name):
        raise ValueError("a question is called q and three digits, such as q101")
    if kind not in FORMS:
        raise ValueError(f"there is no type {kind!r}, but {', '.join(FORMS)}")
    if one["exercise"] not in exercises:
        raise ValueError(f"there is no exercise {one['exercise']!r}")
    if (kind in ("choice", "multi")) != bool(options):
        raise ValueError("it has options, or is of a type that takes some, but not both")
    forms = [near(kind, answer, options) for answer in (one["answer"], *(other["answer"] for other in wrong))]
    all_forms = [form for some in forms for form in some]
    if not all(forms) or len(set(all_forms)) < len(all_forms):
        raise ValueError(f"an answer is not {FORMS[kind][0]}, or two are the same")
    said = zip(forms[1:], (other["feedback"] for other in wrong), strict=True)
    return {
        "title": one["title"],
        "type": kind,
        "text": flowing(one["text"]),
        "options": options,
        "exercise": one["exercise"],
        "right": [mark(name, form) for form in forms[0]],
        "wrong": {mark(name, form): feedback for some, feedback in said for form in some},
    }


def flowing(text: str) -> str:
    """A text with a line for each paragraph; indented lines, which are code, stay."""
    paragraphs = re.split(r"\n\s*?\n", text.strip("\n"))
    return "\n\n".join(one if one.startswith(" ") else " ".join(one.split()) for one in paragraphs)
