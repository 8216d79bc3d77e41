"""Checking a function in its own process: `from convgrade import check`."""

from pathlib import Path
from typing import Any

import fastjsonschema
import numpy as np
import pytest

import convgrade
from convgrade import check
from convgrade.exercise import find, load_module

RIGHT = Path(__file__).parent / "solutions" / "right"


def out_size(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
    return (n + p - d * (k - 1) - 1) // s + 1


@pytest.mark.parametrize("name", find())
def test_a_right_function_is_true(name: str) -> None:
    file = next(p for p in sorted((RIGHT / name).glob("*.py")) if "tensorflow" not in p.read_text("utf-8"))
    assert check(getattr(load_module(file, f"right {name}"), name))


def test_a_wrong_function_is_false_and_says_what_it_did() -> None:
    result = check(out_size)
    assert not result
    assert "padding once" in repr(result)


def test_a_function_of_another_name_is_checked_by_the_exercises_name() -> None:
    def mine(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
        if d * (k - 1) + 1 > n + 2 * p:
            raise ValueError("it does not fit")
        return (n + 2 * p - d * (k - 1) - 1) // s + 1

    assert check("out_size", mine)


def test_a_name_alone_is_looked_for_where_it_is_asked() -> None:
    assert not check("out_size")
    assert "padding once" in repr(check("out_size"))


@pytest.mark.parametrize(
    ("asked", "said"), [("cor2d", "Did you mean corr2d?"), (5, "no exercise of that name"), ("pool2d", "There is no function `pool2d` here yet")]
)
def test_what_cannot_be_checked_is_told_in_a_sentence(asked: Any, said: str) -> None:
    result = check(asked)
    assert not result
    assert said in repr(result)


def test_what_is_no_function_is_told() -> None:
    assert "cannot be called" in repr(check("corr2d", np.zeros(3)))


def test_a_result_as_a_dict_is_a_part_of_a_report() -> None:
    schema = Path(convgrade.__file__).parent / "report.schema.json"
    import json

    form = json.loads(schema.read_text("utf-8"))
    part = form["properties"]["exercises"]["items"]
    part = {**part, "$defs": form.get("$defs", {}), "definitions": form.get("definitions", {})}
    fastjsonschema.validate(part, check(out_size).to_dict())


def test_what_a_function_prints_does_not_flood_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    def talking(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
        print("so it begins")
        raise RuntimeError("stop")

    result = check("out_size", talking)
    assert capsys.readouterr().out == ""
    assert "so it begins" in repr(result)


def test_an_error_is_told_with_the_line_of_the_function() -> None:
    def broken(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
        return n[0]  # type: ignore[index]

    assert "return n[0]" in repr(check("out_size", broken))


def test_a_page_and_a_text_come_with_a_result() -> None:
    shown = check(out_size)._repr_mimebundle_()
    assert shown["text/plain"] == repr(check(out_size))
    assert "<table" in shown["text/html"]


@pytest.mark.parametrize(("answer", "verdict"), [(43, "passed"), ("43", "passed"), (29, "not_yet"), (None, "missing"), (object(), "bad_return")])
def test_an_answer_to_a_question_is_checked(answer: Any, verdict: str) -> None:
    result = check("q101", answer)
    assert (bool(result), result.to_dict()["verdict"]) == (verdict == "passed", verdict)


def test_a_question_that_is_not_there_is_told() -> None:
    assert "no question of that name" in repr(check("q999", 1))
