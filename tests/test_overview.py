"""How a class fared, as the terminal shows it."""

import io

from rich.console import Console

from convgrade.exercise import find
from convgrade.overview import MOST_SUBMISSIONS, overview
from convgrade.report import Report
from convgrade.rows import row_of


def shown(reports: list[Report], exercises: list[str], width: int = 80) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(overview([row_of(one) for one in reports], exercises))
    return out.getvalue()


def report(name: str, **verdicts: str) -> Report:
    entries = [{"exercise": exercise, "verdict": verdict, "score": 0.0, "message": ""} for exercise, verdict in verdicts.items()]
    return {"submission": name, "score": 1.0, "max_score": 2.0, "verdict": "not_yet", "message": "", "exercises": entries}


def test_all_exercises_fit_into_eighty_columns_with_their_whole_names() -> None:
    text = shown([report("ada.py", **dict.fromkeys(find(), "not_yet"))], list(find()))
    assert all(name in text for name in find())
    assert max(map(len, text.splitlines())) <= 80


def test_verdicts_are_counted_for_each_exercise() -> None:
    text = shown([report("ada.py", corr2d="passed"), report("ben.py", corr2d="timeout"), report("eve.py", corr2d="timeout")], ["corr2d"])
    assert ["corr2d", "1", "2", "timeout"] in [line.split() for line in text.splitlines()]


def test_a_submission_is_listed_with_what_did_not_pass() -> None:
    text = shown([report("ada.py", corr2d="passed", pool="not_yet", im2col="missing")], ["corr2d", "pool", "im2col"])
    assert ["ada.py", "1/2", "not", "yet:", "pool"] in [line.split() for line in text.splitlines()]


def test_a_large_class_is_counted_and_not_listed() -> None:
    assert "someone" not in shown([report(f"someone {i}", corr2d="passed") for i in range(MOST_SUBMISSIONS + 1)], ["corr2d"])


def test_a_name_that_would_steer_a_terminal_is_shown_escaped() -> None:
    assert "\x1b" not in shown([report("\x1b[2J.py", corr2d="passed")], ["corr2d"])
    assert "[red]" in shown([report("[red]a.py", corr2d="passed")], ["corr2d"])
