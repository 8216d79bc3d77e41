"""Questions in the terminal, in what students start from, and in what they hand in."""

import ast
import csv
import json
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from click.testing import CliRunner, Result

from convgrade.answer_key import KEY
from convgrade.cli import cli
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade_with_answers
from convgrade.inside import loading, wire
from convgrade.limits import Limits
from convgrade.outputs import grades_csv
from convgrade.pages import class_page
from convgrade.questions import FILE, questions
from convgrade.report import Report, our_fault, refusal, report_on, validated
from convgrade.rows import row_of
from convgrade.scanning import contents_of
from convgrade.submission import File, Submission
from convgrade.summary import summary_of

QUESTIONS = questions()
Ask = Callable[..., Result]


# In the terminal.


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def run(*words: str, columns: int = 80) -> Result:
        environment = {"COLUMNS": str(columns), "CONVGRADE_STATE": str(tmp_path)}
        return CliRunner(env=environment).invoke(cli, ["ask", *words], standalone_mode=False)

    return run


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["q101", "43"], 0, "q101: passed"),
        (["Q101", "43"], 0, "q101: passed"),
        (["q101", "29"], 1, "You flipped the kernel."),
        (["q101", "5"], 1, "A related exercise helps: corr2d."),
        (["q101", ""], 1, "There is no answer yet."),
        (["q101", "many"], 1, "The question asks for a whole number, for example 12."),
        (["q703", "-1"], 0, "q703: passed"),
        (["q103", "0", "1", "0", "0", "0", "-1", "0"], 0, "q103: passed"),
        (["q103", "[0,", "1,", "0, 0, 0, -1, 0]"], 0, "q103: passed"),
        (["q109", "(7, 7)"], 0, "q109: passed"),
        (["q109", "7x7"], 0, "q109: passed"),
        (["q701", "[[4]]"], 0, "q701: passed"),
        (["q104", "B"], 0, "q104: passed"),
        (["q104", "transpose", "K"], 0, "q104: passed"),
        (["q106", "no"], 0, "q106: passed"),
        (["q702", "1/4"], 0, "q702: passed"),
    ],
)
def test_an_answer_is_judged(words: list[str], code: int, said: str, ask: Ask) -> None:
    done = ask(*words)
    assert (done.return_value, said in " ".join(done.output.split())) == (code, True)
    assert "fail" not in done.output.lower()


def test_a_question_is_shown_with_its_options_and_how_to_answer(ask: Ask) -> None:
    told = ask("q104").output
    assert told.startswith("q104: From vertical to horizontal edges\n\nThe kernel K")
    assert "\n(a) Flip K\n(b) Transpose K\n(c) Negate K\n\nThe answer is one letter: convgrade ask q104 a\n" in told


def test_the_list_has_every_question_and_what_was_answered(ask: Ask) -> None:
    ask("q101", "43")
    ask("q102", "0")
    lines = ask().output.splitlines()
    assert "correlation: 1 of 11 answered" in lines
    assert [line[11:15] for line in lines if line.startswith("  ")] == list(QUESTIONS)
    assert [line.split()[:3] for line in lines if line.startswith(("  passed", "  not yet"))] == [["passed", "q101", "One"], ["not", "yet", "q102"]]


def test_what_was_right_leads_on_to_the_next_question(ask: Ask) -> None:
    assert "Next: convgrade ask q102" in ask("q101", "43").output
    assert "Next: convgrade ask q101" not in ask("q407", "b").output + ask("q101", "43").output


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_nothing_is_wider_than_the_terminal(columns: int, ask: Ask) -> None:
    shown = [ask(columns=columns), *(ask(name, columns=columns) for name in QUESTIONS), *(ask(name, "?", columns=columns) for name in QUESTIONS)]
    assert max(len(line) for one in shown for line in one.output.splitlines()) <= min(columns, 100)


def test_an_author_writes_questions_of_a_course(tmp_path: Path) -> None:
    def run(*words: str) -> Result:
        return CliRunner(env={"CONVGRADE_STATE": str(tmp_path)}).invoke(cli, ["--exercises", str(tmp_path), *words], standalone_mode=False)

    (tmp_path / "exercises").mkdir()
    assert "There is no file" in str(run("bank", "questions").exception)
    (tmp_path / "reference" / "mine").mkdir(parents=True)
    key = '[q901]\ntitle = "Count"\ntype = "int"\nexercise = "corr2d"\ntext = "How many?"\nanswer = -3\n'
    key += 'wrong = [{answer = 3, feedback = "Below zero."}]\n'
    (tmp_path / "reference" / "mine" / KEY).write_text(key, "utf-8")
    assert run("bank", "questions").return_value == 0
    assert [p.name for p in (tmp_path / "exercises" / "mine").iterdir()] == [FILE]
    assert run("ask", "q901", "-3").return_value == 0
    assert "Below zero." in run("ask", "q901", "3").output
    assert [name for name in find() if name not in run("list").output] == []


# In what students start from.


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from convgrade.kit import write_kit

    folder = tmp_path_factory.mktemp("kit")
    write_kit(find().values(), QUESTIONS.values(), folder)
    return folder


def test_the_answer_sheet_has_a_line_for_each_question(kit: Path) -> None:
    filled_in = runpy.run_path(str(kit / "questions.py"))
    assert {name: value for name, value in filled_in.items() if name[0] == "q"} == dict.fromkeys(QUESTIONS)
    text = (kit / "questions.py").read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 80


def test_the_notebook_asks_each_question_after_the_exercises_of_its_chapter(kit: Path) -> None:
    cells = nbformat.read(kit / "exercises.ipynb", 4).cells
    texts = [cell.source for cell in cells]
    asked = [text.partition(" = None\n")[0] for text in texts if " = None\ncheck(" in text]
    assert asked == list(QUESTIONS)
    starts = [text.split("\n")[0] for text in texts]
    assert (
        starts.index("# Cross-correlation: `corr2d`")
        < starts.index("# Questions: correlation")
        < starts.index("# Several input channels: `corr2d_multi_in`")
    )


def test_what_students_start_from_answers_nothing(kit: Path) -> None:
    from convgrade.coursework import questions_in
    from convgrade.submission import read

    assert questions_in(read(kit)) == set()


# In what they hand in: read off the text.


def found(files: dict[str, list[str]], *asked: str) -> dict[str, Any]:
    cells = [{"name": name, "cells": [[f"{name} {i}", text] for i, text in enumerate(texts)]} for name, texts in files.items()]
    told = loading.contents(loading.read(cells), [], asked or ("q101",))
    return wire.unpack(wire.pack(told))["answers"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("q101 = 43", 43),
        ("q101 = -1.5", -1.5),
        ("q101 = '(2, 2)'", "(2, 2)"),
        ("q101 = (2, -2)", (2, -2)),
        ("q101 = 2, 2", (2, 2)),
        ("q101 = [[4, 5], [7, 8]]", [[4, 5], [7, 8]]),
        ("q101 = {'a', 'c'}", ["a", "c"]),
        ("q101 = True", True),
        ("q101: int = 43", 43),
        ("q101 = other = 43", 43),
        ("other = q101 = 43", 43),
        ("q101 = 256 * 64 * 56 ** 1", {}),
        ("q101 = 256 * 64 * 56 * 56", 51380224),
        ("q101 = (32 - 5) // 1 + 1", 28),
        ("q101 = 1 / 4", 0.25),
        ("q101 = 1\nq101 = 2", 2),
        ("q101 = 1; q101 = 2", 2),
        ("import nothing_of_the_kind\nraise ValueError\nq101 = 3", 3),
    ],
)
def test_a_plain_value_is_read(text: str, value: Any) -> None:
    assert found({"work.py": [text]}) == {"q101": value}


@pytest.mark.parametrize(
    "text",
    [
        "q101 = int(43)",
        "q101 = x",
        "q101 = [x]",
        "q101 = f'{3}'",
        "q101 = b'43'",
        "q101 = 3j",
        "q101 = ...",
        "q101 = {}",
        "q101 = {1: 2}",
        "q101 = 'a' * 1000",
        "q101 = [1] + [2]",
        "q101 = 1 / 0",
        "q101 = -'1'",
        "q101 = 10 ** 10",
        "q101 = 10.0e300",
        "q101 = " + "9" * 4000,
        "q101 = " + " * ".join(["9" * 18] * 90),
        "q101 = '" + "9" * 4000 + "'",
        "q101 = " + "[" * 90 + "]" * 90,
        "q101 = " + "-" * 80 + "1" + " + 1" * 300,
        "q101 = [" + "1, " * 1000 + "]",
        "q101, q102 = 43, 17",
        "q101 = 43\nq101 += 1",
        "if True:\n    q101 = 43",
        "def q101(): return 43",
        "for q101 in range(44): pass",
        "q101 = 43\ndel q101",
    ],
    ids=lambda text: text[:30],
)
def test_anything_else_is_no_answer_and_is_not_run(text: str) -> None:
    assert found({"work.py": [text]}) == {"q101": {}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "q102 = 43",
        "q101",
        "q101 == 43",
        "x.q101 = 43",
        "x['q101'] = 43",
        "q101: int",
        "def f():\n    q101 = 43",
        "'q101 = 43'",
        "q101 = None",
        "q101 = 43\nq101 = None",
    ],
)
def test_what_assigns_nothing_answers_nothing(text: str) -> None:
    assert found({"work.py": [text]}) == {}


def test_answers_are_read_in_all_cells_but_those_that_are_no_python() -> None:
    cells = ["%matplotlib inline\nq101 = 43", "q102 = 2x2", "q103 = [1]\n!ls", "q101 = 44"]
    assert found({"work.ipynb": cells}, "q101", "q102", "q103") == {"q101": 44, "q103": [1]}


def test_what_was_not_filled_in_hides_no_answer_in_another_file() -> None:
    for files in ({"a.py": ["q101 = 43"], "b.py": ["q101 = None"]}, {"a.py": ["q101 = None"], "b.py": ["q101 = 43"]}):
        assert found(files) == {"q101": 43}
    assert found({"answers.py": ["q101 = 43"], "main.py": ["from answers import q101"]}) == {"q101": 43}


LIES: list[Any] = [None, 3, [], {"q101": b"43"}, {"q101": np.arange(3)}, {"q101": {"a": 1}}, {"q999": 3}, {1: 2}]


@pytest.mark.parametrize("lie", LIES, ids=range(len(LIES)))
def test_what_a_worker_says_of_answers_is_made_right_in_form(lie: Any) -> None:
    answers = contents_of({"answers": lie}, [], Submission("s", (), ""), ["q101"]).answers
    assert answers in ({}, {"q101": {}})


# In what they hand in: judged.


@pytest.fixture
def report(zygotes: Zygotes) -> Callable[..., Report]:
    def made(text: str, *names: str) -> Report:
        submission = Submission("work.py", (File("work.py", (("work.py", text),)),), "")
        asked = [QUESTIONS[name] for name in names]
        found = grade_with_answers(submission, {}, {}, zygotes, Limits(), {}, (), asked)
        return validated(report_on(submission, found.judgements, "portable", found.outcomes))

    return made


def test_each_question_is_worth_a_point_and_has_a_verdict(report: Callable[..., Report]) -> None:
    text = "q101 = 43\nq102 = 19\nq103 = None\nq104 = ['b']\nq105 = f()\nq106 = 'no'"
    made = report(text, "q101", "q102", "q103", "q104", "q105", "q106", "q107")
    verdicts = [(one["verdict"], one["score"], one["max_score"]) for one in made["questions"]]
    assert [verdict for verdict, _, _ in verdicts] == ["passed", "not_yet", "missing", "bad_return", "bad_return", "passed", "missing"]
    assert all((score, most) == (float(verdict == "passed"), 1.0) for verdict, score, most in verdicts)
    assert (made["verdict"], made["score"], made["max_score"], made["message"]) == ("not_yet", 2.0, 7.0, "2 of 7 passed")
    assert made["questions"][1]["message"].startswith("You flipped the kernel")


def test_a_text_that_is_no_python_is_told_so(report: Callable[..., Report]) -> None:
    (made,) = report("q109 = 7x7\n", "q109")["questions"]
    assert made["verdict"] == "error"
    assert made["message"].startswith("Part of the text is no Python, so there is no answer yet.")


def test_a_text_that_ends_its_worker_answers_nothing(report: Callable[..., Report]) -> None:
    (made,) = report("q101 = " + "(" * 90 + "1" + ")" * 90 + "\nx = " + "-" * 250_000 + "1", "q101")["questions"]
    assert made["verdict"] in ("error", "passed", "not_yet")


def test_all_right_answers_pass_together(report: Callable[..., Report]) -> None:
    import tomllib

    from convgrade.exercise import places

    keys = {name: one for file in places()[0][1].glob(f"*/{KEY}") for name, one in tomllib.loads(file.read_text("utf-8")).items()}
    text = "\n".join(f"{name} = {ast.unparse(ast.parse(repr(one['answer'])))}" for name, one in keys.items())
    made = report(text, *QUESTIONS)
    assert (made["verdict"], made["score"]) == ("passed", float(len(QUESTIONS)))


def test_a_submission_that_is_not_graded_has_every_question_all_the_same() -> None:
    for made in (refusal("a", "why", ["corr2d"], ["q101"]), our_fault("a", "why", ["corr2d"], ["q101"])):
        assert [(one["question"], one["verdict"]) for one in validated(made)["questions"]] == [("q101", made["verdict"])]
        assert made["max_score"] == 2.0


def test_tables_show_questions_after_the_exercises() -> None:
    made = refusal("a.py", "why", ["corr2d"], ["q101"])
    rows = [row_of(made)]
    assert grades_csv(rows, ["corr2d", "q101"]).startswith("submission,verdict,score,max_score,corr2d,q101,message\na.py,refused,0,2,0,0,")
    page = "".join(class_page(summary_of([(made, {})]), {"a.py": "a.py"}, find()))
    assert "1 submissions, 1 exercises, 1 questions" in page
    assert page.index(">corr2d</b></th>") < page.index(">q101</b></th>")


def graded(folder: Path, **texts: str) -> tuple[str, list[dict[str, str]]]:
    (folder / "in").mkdir()
    for name, text in texts.items():
        (folder / "in" / f"{name}.py").write_text(text, "utf-8")
    program = "import sys; from convgrade.cli import cli; cli.main(sys.argv[1:], standalone_mode=False)"
    program += "; print('loaded:', 'convgrade.questions' in sys.modules)"
    command = [sys.executable, "-c", program, "grade", str(folder / "in"), "--out", str(folder / "out"), "--jobs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, list(csv.DictReader((folder / "out" / "grades.csv").read_text("utf-8").splitlines()))


def test_a_class_is_asked_what_somebody_answers(tmp_path: Path) -> None:
    told, rows = graded(tmp_path, ada="q101 = 43\nq102 = 19", ben="q102 = 17\nq999 = 3", eve="x = 1")
    assert "3 submissions, 2 questions: q101, q102" in told
    assert [(row["submission"], row["q101"], row["q102"], row["score"], row["max_score"]) for row in rows] == [
        ("ada.py", "1", "0", "1", "2"),
        ("ben.py", "0", "1", "1", "2"),
        ("eve.py", "0", "0", "0", "2"),
    ]
    assert ["q101", "1", "2"] in [line.split() for line in told.splitlines()]
    kept = json.loads((tmp_path / "out" / "reports" / "ben.py.json").read_text("utf-8"))
    assert [one["verdict"] for one in validated(kept)["questions"]] == ["missing", "passed"]


def test_a_class_that_answers_nothing_pays_nothing(tmp_path: Path) -> None:
    told, rows = graded(tmp_path, ada="def out_size(n, k, p=0, s=1, d=1): return 3\nq101 = None")
    assert ("loaded: False" in told, "question" in told) == (True, False)
    assert rows[0]["max_score"] == "1"
