"""What students run for questions: ask."""

import difflib
import shlex
import textwrap
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

import click

from ..answers import FORMS
from ..cli import DONE, NOT_YET, Problem
from ..progress import PROGRESS
from ..questions import Question, judged, questions
from ..state import read_state, remember
from ..terminal import filled, width_here


@click.command("ask", context_settings={"ignore_unknown_options": True})  # an answer may be -1
@click.argument("name", required=False, metavar="[QUESTION]")
@click.argument("answer", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def ask_command(root: Path | None, name: str | None, answer: Sequence[str]) -> int:
    """List, show and answer the questions of the course.

    \b
    convgrade ask                list them, with what you have answered
    convgrade ask q101           show question q101
    convgrade ask q101 12        answer it
    convgrade ask q109 '(3, 4)'  brackets and spaces go between quotes
    """
    try:
        found = questions(root)
    except ValueError as error:
        raise Problem(f"{error}.") from None
    width = width_here()
    if name is None:
        click.echo("\n".join(listed(found, width)))
        return DONE
    question = question_named(name, found)
    if not answer:
        click.echo(shown(question, width))
        return DONE
    outcome = judged(question, " ".join(answer))
    passed = outcome.verdict == "passed"
    remember(PROGRESS, question.id, "passed" if passed else "not_yet")
    head = click.style(f"{question.id}: {'passed' if passed else 'not yet'}", fg="green" if passed else "yellow", bold=True)
    click.echo(f"{head}\n\n{filled(outcome.message, width)}" + (next_one(question, found) if passed else ""))
    return DONE if passed else NOT_YET


def question_named(name: str, found: Mapping[str, Question]) -> Question:
    """The question that a user named.

    Raises:
        Problem: there is none; the message says which come near.
    """
    if name.lower() not in found:
        near = difflib.get_close_matches(name.lower(), found, 3, 0.5)
        raise Problem(f"There is no question {name!r}. " + (f"Did you mean {' or '.join(near)}?" if near else "`convgrade ask` shows all."))
    return found[name.lower()]


def listed(found: Mapping[str, Question], width: int) -> list[str]:
    """All questions, a line each, below their chapters."""
    reached = read_state(PROGRESS)
    lines = []
    for chapter, members in groupby(found.values(), lambda question: question.chapter):
        asked = list(members)
        lines += ["", f"{chapter}: {sum(reached.get(one.id) == 'passed' for one in asked)} of {len(asked)} answered"]
        for one in asked:
            start = f"  {reached.get(one.id, '').replace('_', ' '):<8} {one.id:<6}"
            lines.append(start + textwrap.shorten(one.title, width - len(start), placeholder=" ..."))
    first = next(iter(found), "q101")
    end = f"`convgrade ask {first}` shows a question, `convgrade ask {first} 12` answers it. So does the line `{first} = 12` in what you hand in."
    return [*lines, "", filled(end, width)]


def shown(question: Question, width: int) -> str:
    """A question, and how to answer it."""
    what, example = FORMS[question.type]
    how = f"The answer is {what}: convgrade ask {question.id} {shlex.quote(example)}"
    options = [textwrap.fill(option, width, subsequent_indent="    ") for option in question.lettered]
    head = click.style(f"{question.id}: {question.title}", bold=True)
    return "\n\n".join([head, filled(question.text, width), *(["\n".join(options)] if options else []), filled(how, width)])


def next_one(question: Question, found: Mapping[str, Question]) -> str:
    """The next question that is not answered yet, in words; "" if there is none."""
    reached, names = read_state(PROGRESS), list(found)
    place = names.index(question.id)
    left = [name for name in names[place + 1 :] + names[:place] if reached.get(name) != "passed"]
    return f"\n\nNext: convgrade ask {left[0]}" if left else ""
