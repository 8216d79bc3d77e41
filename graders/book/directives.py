"""The directives `convgrade-exercise` and `convgrade-question`: what is asked, and an element that a page brings to life.

Where there is no such page (LaTeX, EPUB, text, man pages) the element is what it holds: the stub, or how an answer looks.
"""

import difflib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from docutils import nodes
from docutils.parsers.rst.directives import class_option, flag, unchanged_required
from docutils.statemachine import StringList
from sphinx.config import Config
from sphinx.domains.std import StandardDomain
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from ..answers import FORMS
from ..exercise import Exercise, find, places
from ..questions import FILE as QUESTIONS
from ..questions import questions
from .statement import in_nodes

USED = "convgrade"  # the key of a document's metadata: the elements in it, as pairs of kind and name
LANGUAGE = "python"
log = logging.getLogger(__name__)


class live(nodes.container):  # noqa: N801, as all nodes are named
    """An element of a page; a writer that knows nothing of it takes it for a container."""


class ExerciseDirective(SphinxDirective):
    """`convgrade-exercise NAME`: the statement of an exercise, and its stub, which a page lets its reader write on and check."""

    required_arguments = 1
    option_spec = {"label": unchanged_required, "nonumber": flag, "class": class_option}  # noqa: RUF012, as Sphinx has it

    def run(self) -> list[nodes.Node]:
        found, name = find(own_root(self.config)), self.arguments[0]
        if name not in found:
            return unknown(self, "exercise", found)
        exercise = found[name]
        statement, stub = exercise.folder / "statement.md", exercise.folder / "stub.py"
        depend_on(self, [statement, stub])
        text = exercise.text(statement.name).strip().partition("\n")[2]  # the first line is the title
        code = exercise.text(stub.name).strip()
        held = [*in_nodes(text, statement, self.env), element(self, "exercise", nodes.literal_block(code, code, language=LANGUAGE))]
        label = self.options.get("label", f"exercise-{name}")
        return numbered(self, exercise, label, held) if numbers_exercises(self) else labelled(self, f"Exercise {name}: {exercise.topic}", label, held)


class QuestionDirective(SphinxDirective):
    """`convgrade-question ID`: a question, which a page lets its reader answer."""

    required_arguments = 1
    option_spec = {"label": unchanged_required, "class": class_option}  # noqa: RUF012, as Sphinx has it

    def run(self) -> list[nodes.Node]:
        root, name = own_root(self.config), self.arguments[0]
        found = questions(root)
        if name not in found:
            return unknown(self, "question", found)
        question = found[name]
        files = [exercises / question.chapter / QUESTIONS for exercises, _ in places(root)]
        depend_on(self, [file for file in files if file.is_file()])
        what, example = FORMS[question.type]
        form = nodes.paragraph("", "", nodes.Text(f"The answer is {what}, for example "), nodes.literal(example, example), nodes.Text("."))
        lines = [nodes.line("", "", *part.children) for option in question.lettered for part in in_nodes(option, files[0], self.env)]
        held = [*in_nodes(question.text, files[0], self.env), *([nodes.line_block("", *lines)] if lines else []), element(self, "question", form)]
        return labelled(self, f"Question {name}: {question.title}", self.options.get("label", f"question-{name}"), held)


def own_root(config: Config) -> Path | None:
    """The folder of exercises of one's own."""
    return Path(config.convgrade_exercises) if config.convgrade_exercises else None


def unknown(directive: SphinxDirective, kind: str, found: Iterable[str]) -> list[nodes.Node]:
    """Warn that there is no such exercise or question, and say which come near; look again in the next build."""
    name, names = directive.arguments[0], list(found)
    near = difflib.get_close_matches(name, names, 3, 0.5)
    says = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(names)}."
    log.warning("There is no %s %r. %s", kind, name, says, location=directive.get_location(), type="convgrade", subtype="unknown")
    directive.env.note_reread()
    return []


def depend_on(directive: SphinxDirective, files: Iterable[Path]) -> None:
    """Have the page made anew when one of these files changes."""
    for file in files:
        directive.env.note_dependency(str(file))


def element(directive: SphinxDirective, kind: str, fallback: nodes.Node) -> live:
    """The element of a page, and what it holds where it cannot live; its document remembers it."""
    name = directive.arguments[0]
    directive.env.metadata[directive.env.docname].setdefault(USED, []).append((kind, name))
    return live("", fallback, kind=kind, name=name)


def labelled(directive: SphinxDirective, title: str, label: str, held: list[nodes.Node]) -> list[nodes.Node]:
    """A box with a title, to which `ref` and its like can point."""
    name, place, standard = nodes.fully_normalize_name(label), nodes.make_id(label), names_of(directive)
    if name in standard.labels:
        where = directive.env.doc2path(standard.labels[name][0])
        says = "The label %s is there already, in %s. Give one of the two another by `:label:`."
        log.warning(says, label, where, location=directive.get_location(), type="convgrade", subtype="label")
    else:
        standard.note_hyperlink_target(name, directive.env.docname, place, title)
    classes = ["admonition-convgrade", *directive.options.get("class", [])]
    box = nodes.admonition("", nodes.title(title, title), nodes.compound("", *held), classes=classes)  # plain text has paragraphs in a compound only
    directive.set_source_info(box)
    return [nodes.target("", "", ids=[place]), box]


def names_of(directive: SphinxDirective) -> StandardDomain:
    """What the book knows to be referred to, and to be numbered."""
    return cast(StandardDomain, directive.env.get_domain("std"))


def numbers_exercises(directive: SphinxDirective) -> bool:
    """Whether the book uses sphinx-exercise."""
    return any(node.__module__.startswith("sphinx_exercise.") for node in names_of(directive).enumerable_nodes)


def numbered(directive: SphinxDirective, exercise: Exercise, label: str, held: list[nodes.Node]) -> list[nodes.Node]:
    """An exercise of sphinx-exercise, with its number, its references and its solutions."""
    from sphinx_exercise.directive import ExerciseDirective as Numbered

    title = re.sub(r"([^\w\s])", r"\\\1", exercise.title)  # it is parsed, as MyST or as reStructuredText
    options = {**directive.options, "label": label}
    given = (StringList(), directive.lineno, directive.content_offset, directive.block_text, directive.state, directive.state_machine)
    made: list[nodes.Element] = Numbered("exercise", [title], options, *given).run()
    for node in made:  # none, if the label is there twice, of which sphinx-exercise warns
        (section,) = node.findall(nodes.section)
        section["ids"] = [f"{label}-content"]  # not the same for all on a page
        section.extend(held)
    return [*made]
