"""Feedback as Markdown: what was said in words stays words, whoever wrote them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from convgrade.exercise import find
from convgrade.markdown import fenced, prose, submission_markdown
from convgrade.prose import blocks

TEXT = st.text(st.sampled_from(list("`*_[]()<>!#|~&\\-+=.:1aé \n\t\u202e")), max_size=40)
RENDERER = MarkdownIt("gfm-like", {"linkify": False})
EXERCISES = find()


def tags(markdown: str) -> set[str]:
    return set(re.findall(r"<(\w+)", RENDERER.render(markdown)))


@settings(max_examples=500, deadline=None)
@given(TEXT)
@example("1  \n1")
def test_text_from_anywhere_becomes_paragraphs_and_code_and_nothing_else(text: str) -> None:
    assert tags(prose(text)) <= {"p", "code", "pre"}


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_a_block_of_code_ends_where_it_should(text: str) -> None:
    assert tags(f"{fenced(text)}\n\nafter") <= {"p", "pre", "code"}
    assert RENDERER.render(f"{fenced(text)}\n\nafter").endswith("<p>after</p>\n")


def test_lines_of_code_are_one_block_and_end_where_words_begin() -> None:
    assert blocks("It printed:\n\n    one\n    two\nand so on.\n\n\nMore.\n") == ["It printed:", "    one\n    two", "and so on.", "More."]


def test_what_stands_in_backticks_is_code() -> None:
    assert RENDERER.render(prose("Fix `corr2d` *first*.")) == "<p>Fix <code>corr2d</code> *first*.</p>\n"


HOSTILE = ["![x](http://e/x.png)", "<script>alert(1)</script>", "[click](javascript:x)", "# title", "- [ ] box", "| a |\n|--|"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_message_of_a_students_makes_no_link_picture_or_heading(hostile: str, report_of: Callable[..., Any]) -> None:
    report = report_of(hostile, {"f": {"verdict": "error", "message": f"It raises\n{hostile}", "counterexample": {"explanation": hostile}}})
    assert tags(submission_markdown(report, {})) <= {"h1", "h2", "p", "code", "pre"}


def test_a_mistake_is_told_in_the_order_of_all_feedback(report_of: Callable[..., Any]) -> None:
    entry = {"verdict": "not_yet", "message": "You flip the kernel.", "properties": [{}], "counterexample": {}}
    made = submission_markdown(report_of("jdoe", {"f": entry}), {})
    order = ["# jdoe", "## f: ✗ not yet, 0 of 1", "You flip", "f(np.array([[1.0]]))", "yours", "it should be 2", "0 of 1 properties"]
    places = [made.index(part) for part in order]
    assert places == sorted(places)


def test_hints_are_named_not_given_away(report_of: Callable[..., Any]) -> None:
    name = next(iter(EXERCISES))
    made = submission_markdown(report_of("jdoe", {name: {"verdict": "not_yet", "properties": [{}]}}), EXERCISES)
    assert f"A hint: `convgrade hint {name}`" in made


def test_what_was_not_read_is_told_once(report_of: Callable[..., Any]) -> None:
    entry = {"verdict": "refused", "message": "This submission cannot be read: it is empty."}
    made = submission_markdown(report_of("jdoe", {"f": entry, "g": entry}, message=entry["message"]), {})
    assert made.count("cannot be read") == 1
