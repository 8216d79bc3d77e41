"""The folder `convgrade/` of a site: all that its pages need to check their readers' code, in the readers' own browsers."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..answers import FORMS
from ..exercise import Exercise
from ..hints import own_hints
from ..html import paragraph
from ..prose import blocks
from ..questions import Question
from ..state import cache_folder
from .interpreter import digests, write_interpreter
from .parts import EDITOR, PYODIDE, PartsError, have_all, listed, read_part, stem
from .parts import parts as listed_parts
from .vendoring import address_of

STATIC = Path(__file__).parent / "static"
SCRIPT = "convgrade.js"
IMPORT = re.compile(r"""^((?:import|export)\b[^;'"]*?\bfrom\s*)(['"])([^'"]+)\2""", re.MULTILINE)


def parts_folder() -> Path:
    """Where parts are that no other folder is named for."""
    return cache_folder() / "parts"


def write_site(out: Path, exercises: Mapping[str, Exercise], questions: Mapping[str, Question], parts: Path | None = None, cdn: str = "") -> None:
    """Write the folder `out`, made anew.

    Args:
        exercises, questions: those that pages of the site show.
        parts: what `convgrade book vendor` filled; by default the folder that it fills in the user's cache.
        cdn: the base of a CDN that readers get Pyodide and NumPy from; "" if the site holds them itself. Where there are no parts, the editor
            is then a plain field for text.

    Raises:
        PartsError: parts are missing, or are not what they should be.
        BankError: an exercise has no public bank.
    """
    folder = parts or parts_folder()
    if not folder.is_dir() and not cdn:
        raise PartsError(f"{folder} is not there, which holds Pyodide, NumPy and the editor. Make it with: convgrade book vendor --out {folder}")
    has_editor = not cdn or have_all(folder)
    for part in listed_parts() if not cdn else ():  # before anything that was there goes
        read_part(folder, part)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(STATIC, out)
    for name, exercise in exercises.items():
        write_json(out / "exercises" / f"{name}.json", of_exercise(exercise))
    for name, question in questions.items():
        write_json(out / "questions" / f"{name}.json", of_question(question))
    if has_editor:
        write_editor(out / EDITOR, folder)
    write_interpreter(out / PYODIDE, exercises, questions, folder, cdn)
    write_json(out / "site.json", {"pyodide": core_at(cdn), "integrity": digests(cdn) if cdn else {}, "editor": has_editor})


def core_at(cdn: str) -> str:
    """Where Pyodide's own files are; "" for beside the page's."""
    core = next(part for part in listed_parts() if part.place == f"{PYODIDE}/pyodide.mjs")
    return address_of(core, cdn).removesuffix(core.member) if cdn else ""


def write_json(place: Path, value: Any) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


def of_exercise(exercise: Exercise) -> dict[str, Any]:
    """An exercise as its page shows it."""
    about = {"name": exercise.name, "title": exercise.title, "chapter": exercise.chapter, "statement": without_title(exercise.text("statement.md"))}
    return {**about, "stub": exercise.text("stub.py"), "hints": [in_paragraphs(hint) for hint in own_hints(exercise)]}


def of_question(question: Question) -> dict[str, Any]:
    """A question as its page shows it; no answer is in it."""
    about = {"name": question.id, "title": question.title, "chapter": question.chapter}
    what, example = FORMS[question.type]
    return {**about, "statement": in_paragraphs("\n\n".join([question.text, *question.lettered])), "form": f"{what}, for example {example}"}


def in_paragraphs(text: str) -> str:
    return "".join(map(paragraph, blocks(text)))


def without_title(statement: str) -> str:
    """A statement as HTML below a heading of the page's; what would be markup in it stays text."""
    from markdown_it import MarkdownIt

    made = str(MarkdownIt("commonmark", {"html": False}).enable("table").render(statement.strip().partition("\n")[2]))
    return re.sub(r"<h\d>(.*?)</h\d>", r"<p><strong>\1</strong></p>", made)  # the page has an order of headings of its own


def write_editor(out: Path, folder: Path) -> None:
    """The editor's modules, which then import each other by the names of files, not of packages."""
    out.mkdir()
    known = {package.rpartition("@")[0] for package in listed()[EDITOR]}

    def by_file(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}./{stem(found[3])}.js{found[2]}" if found[3] in known else found[0]

    for part in listed_parts():
        if part.place.startswith(EDITOR):
            data = read_part(folder, part)
            (out / Path(part.place).name).write_bytes(IMPORT.sub(by_file, data.decode()).encode() if part.place.endswith(".js") else data)
