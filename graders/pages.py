"""Reports as pages: one a submission for staff, one for its student, one for the class. A page asks nothing of anywhere."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from .exercise import Exercise
from .feedback import drawn, feedback_of
from .html import inside, picture
from .prose import legible, prose, with_code
from .report import Report
from .rows import was_not_run
from .summary import Summary
from .visible import for_students, shown_in_public

HEADS = {"passed": "passed", "missing": "missing", "ungraded": "could not be checked", "refused": "could not be read"}
SIGNS = {"passed": "✓", "missing": "·", "ungraded": "?", "refused": "?"}


class Property(NamedTuple):
    """A line of the table of properties."""

    name: str
    kind: str
    visibility: str
    cases: int
    passed: bool


@cache
def environment() -> Environment:
    made = Environment(loader=PackageLoader("convgrade"), autoescape=True, undefined=StrictUndefined, finalize=shown, auto_reload=False)
    made.trim_blocks = made.lstrip_blocks = True
    made.filters |= {"prose": prose, "with_code": with_code, "words": words, "href": href}
    made.globals |= {"head": head, "sign": sign, "drawing": drawing, "shown_in_public": shown_in_public, "properties": properties}
    return made


def shown(value: Any) -> Any:
    """What a template puts on a page, whoever wrote it."""
    return legible(value) if type(value) is str else value


def href(address: str) -> str:
    return quote(legible(address))


def words(name: str) -> str:
    return name.replace("_", " ")


def head(verdict: str) -> str:
    """A verdict as a heading says it."""
    return HEADS.get(verdict, "not yet")


def sign(verdict: str) -> str:
    return SIGNS.get(verdict, "○")


def drawing(example: Report, exercise: Exercise | None) -> Markup:
    """The arrays of a counterexample."""
    return Markup(legible(picture(drawn(example, exercise)[0])))


def section(entry: Report, exercise: Exercise | None) -> Markup:
    """What one exercise came to, below its heading: a sentence, the picture, the sum behind it, why, numbers, hints."""
    return Markup(legible(inside(feedback_of(entry, exercise))))


def properties(entry: Report) -> Markup:
    """How each property fared."""
    return table_of(tuple(Property(**{name: one[name] for name in Property._fields}) for one in entry["properties"]))


@lru_cache(maxsize=1000)  # what passes looks the same in every submission
def table_of(properties: tuple[Property, ...]) -> Markup:
    return Markup(environment().get_template("properties.html").render(properties=properties) if properties else "")


def submission_page(report: Report, exercises: Mapping[str, Exercise], staff: bool, beside: str = "") -> str:
    """The page of one submission; for staff with a link to what its student sees, which is named `beside`."""
    told = report if staff else for_students(report, exercises)
    entries = [] if was_not_run(report) else told["exercises"]
    sections = [(entry, section(entry, exercises.get(entry["exercise"]))) for entry in entries]
    return environment().get_template("submission.html").render(report=told, sections=sections, staff=staff, beside=beside)


def class_page(summary: Summary, files: Mapping[str, str], exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """The page of a class, piece by piece; `files` names the page of each submission."""
    script = (Path(__file__).parent / "templates" / "class.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    links = {name: href(f"reports/{file}.html") for name, file in files.items()}
    template = environment().get_template("class.html")
    return template.generate(summary=summary, links=links, exercises=exercises, script=Markup(script), allowed=Markup(f"'sha256-{digest}'"))
