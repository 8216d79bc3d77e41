"""An assignment's file: what it may say, what it means where it says nothing, how it is begun."""

import os
import stat
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from convgrade.assignment import Assignment, AssignmentError, Shown, read_assignment
from convgrade.cli import cli
from convgrade.exercise import find
from convgrade.limits import MEBI, Limits
from convgrade.questions import questions
from convgrade.scoring import Points

HEAD = 'title = "Convolution"\n'
LEAST = HEAD + "[exercises]\ncorr2d = 2\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "homework-1.toml"


def reading(file: Path, text: str) -> Assignment:
    file.write_text(text, "utf-8")
    return read_assignment(file)


def test_what_is_not_said_has_a_meaning(file: Path) -> None:
    assert reading(file, LEAST) == Assignment("Convolution", "homework-1", {"corr2d": Points(2.0)}, {}, 1, None, Limits(), (), Shown())


def test_all_that_can_be_said_is_read(file: Path) -> None:
    said = """
title = "  Convolution   by hand "
name = "hw_1"
ban = ["scipy", "np.convolve"]
exercises.corr2d = 2
exercises.pool2d = { agrees_with_the_reference = 1.5, has_the_valid_shape = 0.5 }
[questions]
q101 = 0.5
[seeds]
public = 7
secret = 9223372036854775807
[limits]
cpu_seconds = 2
memory_mib = 512
[students_see]
public = "after_due_date"
score = "hidden"
"""
    assert reading(file, said) == Assignment(
        "Convolution by hand",
        "hw_1",
        {"corr2d": Points(2.0), "pool2d": Points(2.0, {"agrees_with_the_reference": 1.5, "has_the_valid_shape": 0.5})},
        {"q101": 0.5},
        7,
        9223372036854775807,
        Limits(cpu_seconds=2, memory=512 * MEBI),
        ("scipy", "np.convolve"),
        Shown("after_due_date", "hidden", "after_published"),
    )


def test_exercises_and_questions_add_up(file: Path) -> None:
    assert reading(file, f"{LEAST}pool2d = {{ a = 1.5, b = 0.5 }}\n[questions]\nq101 = 0.5\n").max_score == 4.5


def test_the_order_of_the_file_is_kept(file: Path) -> None:
    assert list(reading(file, f"{LEAST}b = 1\na = 1\n").exercises) == ["corr2d", "b", "a"]


def test_the_mark_that_some_editors_begin_with_is_skipped(file: Path) -> None:
    assert reading(file, f"\ufeff{LEAST}").title == "Convolution"


WRONG = {
    "nothing": ("", "homework-1.toml, title: a title is needed"),
    "a title without words": ('title = "  "', "line 1, title: a title is needed"),
    "a title that is a number": ("title = 3", "line 1, title: a title is needed"),
    "nothing asked": (HEAD, "homework-1.toml, exercises: name at least one exercise or question"),
    "an empty table of exercises": (f"{HEAD}[exercises]", "line 2, exercises: name at least one exercise or question"),
    "a name with a slash": (f'{HEAD}name = "a/b"', "line 2, name: a name is made of letters"),
    "a name with a line break": (f'{HEAD}name = "a\\n"', "line 2, name: a name is made of letters"),
    "an unknown key": (f"{HEAD}# so\nexersises = 2", "line 3, exersises: there is no such key here; there are ban, exercises,"),
    "an unknown table": (f"{LEAST}[limit]\ncpu = 1", "line 4, limit: there is no such key here"),
    "exercises that are no table": (f"{HEAD}exercises = 3", "line 2, exercises: this is a table: a line [exercises]"),
    "exercises that are a list of tables": (f"{HEAD}[[exercises]]\ncorr2d = 1", "line 2, exercises: this is a table"),
    "points in words": (f'{LEAST}pool2d = "two"', "line 4, exercises.pool2d: points are a number"),
    "points that are a truth": (f"{LEAST}pool2d = true", "line 4, exercises.pool2d: points are a number"),
    "points below zero": (f"{LEAST}pool2d = -1", "line 4, exercises.pool2d: points are a number"),
    "points that are no number": (f"{LEAST}pool2d = nan", "line 4, exercises.pool2d: points are a number"),
    "points without end": (f"{LEAST}pool2d = inf", "line 4, exercises.pool2d: points are a number"),
    "points that no float holds": (f"{LEAST}pool2d = 1{'0' * 400}", "line 4, exercises.pool2d: points are a number"),
    "points of a property in words": (f'{LEAST}pool2d = {{ a = "x" }}', "line 4, exercises.pool2d.a: points are a number"),
    "points of a property in a table": (f"{LEAST}[exercises.pool2d]\na = 1\nb = []", "line 6, exercises.pool2d.b: points are a number"),
    "no property": (f"{LEAST}pool2d = {{}}", "line 4, exercises.pool2d: say what each property is worth"),
    "points of a question in words": (f'{LEAST}[questions]\nq101 = "x"', "line 5, questions.q101: points are a number"),
    "questions by property": (f"{LEAST}[questions]\nq101 = {{ a = 1 }}", "line 5, questions.q101: points are a number"),
    "an unknown seed": (f"{LEAST}[seeds]\nsecrets = 1", "line 5, seeds.secrets: there is no such key here; there are public, secret"),
    "a seed in words": (f'{LEAST}[seeds]\nsecret = "x"', "line 5, seeds.secret: a seed is a whole number"),
    "a seed that is a truth": (f"{LEAST}[seeds]\nsecret = true", "line 5, seeds.secret: a seed is a whole number"),
    "a seed below zero": (f"{LEAST}[seeds]\npublic = -1", "line 5, seeds.public: a seed is a whole number"),
    "a secret seed that is the public one": (f"{LEAST}[seeds]\nsecret = 1", "line 5, seeds.secret: the secret seed has to differ"),
    "an unknown limit": (f"{LEAST}[limits]\ncpu = 1", "line 5, limits.cpu: there is no such key here; there are cpu_seconds,"),
    "a limit that is a fraction": (f"{LEAST}[limits]\ncpu_seconds = 0.5", "line 5, limits.cpu_seconds: a limit is a whole number"),
    "a limit of nothing": (f"{LEAST}[limits]\npatience = 0", "line 5, limits.patience: a limit is a whole number"),
    "a limit that no system bears": (f"{LEAST}[limits]\nmemory_mib = 1{'0' * 30}", "line 5, limits.memory_mib: a limit is a whole number"),
    "a ban in words": (f'ban = "scipy"\n{LEAST}', "line 1, ban: a list of modules and calls is needed"),
    "a ban of a number": (f"ban = [3]\n{LEAST}", "line 1, ban: a list of modules and calls is needed"),
    "a ban that is no name": (f'ban = [\n  "import os",\n]\n{LEAST}', "line 1, ban: a list of modules and calls is needed"),
    "an unknown thing to see": (f'{LEAST}[students_see]\nscores = "hidden"', "line 5, students_see.scores: there is no such key here"),
    "an unknown time": (f'{LEAST}[students_see]\nscore = "never"', "line 5, students_see.score: this is one of visible, after_due_date,"),
    "a time that is a list": (f"{LEAST}[students_see]\nscore = []", "line 5, students_see.score: this is one of visible"),
    "no TOML": (f"{HEAD}[exercises\ncorr2d = 2", "homework-1.toml is no TOML: Expected ']' at the end of a table declaration (at line 2"),
    "a key said twice": (f"{LEAST}corr2d = 3", "homework-1.toml is no TOML: Cannot overwrite a value"),
    "a number of thousands of digits": (f"{LEAST}pool2d = 1{'0' * 9000}", "homework-1.toml is no TOML: "),
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.values(), ids=list(WRONG))
def test_what_is_no_assignment_is_told_with_line_and_key(text: str, sentence: str, file: Path) -> None:
    with pytest.raises(AssignmentError) as told:
        reading(file, text)
    assert sentence in str(told.value)


def test_the_line_is_right_in_a_file_with_line_ends_of_windows_and_odd_letters(file: Path) -> None:
    file.write_bytes(f"# \u2028 \x85\n{LEAST}pool2d = []".replace("\n", "\r\n").encode())
    with pytest.raises(AssignmentError, match=r"line 5, exercises\.pool2d"):
        read_assignment(file)


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    with pytest.raises(AssignmentError, match=r"homework-1\.toml cannot be read: no such file"):
        read_assignment(file)


def test_a_folder_is_no_assignment(tmp_path: Path) -> None:
    with pytest.raises(AssignmentError, match="cannot be read: is a directory"):
        read_assignment(tmp_path)


def test_a_file_that_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"title = '\xe4'")
    with pytest.raises(AssignmentError, match="is not UTF-8"):
        read_assignment(file)


# Begun with `new-assignment`.


def begin(folder: Path, *words: str) -> Result:
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner(env={"CONVGRADE_STATE": str(folder)}).invoke(cli, ["new-assignment", *words], standalone_mode=False)
    finally:
        os.chdir(before)


def test_a_new_assignment_reads_back_as_it_is(tmp_path: Path) -> None:
    begin(tmp_path)
    made = read_assignment(tmp_path / "assignment.toml")
    assert (made.name, list(made.exercises), made.questions, made.max_score) == ("assignment", list(find()), {}, float(len(find())))
    assert made.secret_seed
    assert (made.limits, made.shown) == (Limits(), Shown())


def test_each_new_assignment_has_a_secret_seed_of_its_own_that_toml_can_hold(tmp_path: Path) -> None:
    seeds = [read_assignment(tmp_path / name).secret_seed for name in ("a.toml", "b.toml") if not begin(tmp_path, name).exception]
    assert seeds[0] != seeds[1]
    assert all(seed and seed < 1 << 63 for seed in seeds)


def test_a_new_assignment_is_for_its_owner_only(tmp_path: Path) -> None:
    begin(tmp_path)
    assert stat.S_IMODE((tmp_path / "assignment.toml").stat().st_mode) == 0o600


def test_a_new_assignment_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "assignment.toml").write_text("mine")
    assert "assignment.toml is there already; nothing was overwritten." in str(begin(tmp_path).exception)
    assert (tmp_path / "assignment.toml").read_text() == "mine"


def test_exercises_are_chosen_by_name_and_by_chapter(tmp_path: Path) -> None:
    begin(tmp_path, "--exercise", "corr2d", "--chapter", "pooling", "--question", "Q305")
    made = read_assignment(tmp_path / "assignment.toml")
    assert list(made.exercises) == [name for name, one in find().items() if name == "corr2d" or one.chapter == "pooling"]
    assert list(made.questions) == ["q305"]


def test_the_questions_on_what_is_chosen_stand_behind_a_sign(tmp_path: Path) -> None:
    begin(tmp_path, "--exercise", "pool2d")
    text = (tmp_path / "assignment.toml").read_text("utf-8")
    uncommented = text.replace("\n# q", "\nq")
    about = [one.id for one in questions().values() if one.exercise == "pool2d"]
    assert list(tomllib.loads(uncommented)["questions"]) == about


@pytest.mark.parametrize("line", ["cpu_seconds", "framework_cpu_seconds", "patience", "memory_mib", "framework_memory_mib", "output_mib"])
def test_each_limit_stands_behind_a_sign_with_what_it_is(line: str, tmp_path: Path) -> None:
    begin(tmp_path)
    uncommented = (tmp_path / "assignment.toml").read_text("utf-8").replace(f"# {line} =", f"{line} =")
    (tmp_path / "assignment.toml").write_text(uncommented, "utf-8")
    assert line in tomllib.loads(uncommented)["limits"]
    assert read_assignment(tmp_path / "assignment.toml").limits == Limits()


@pytest.mark.parametrize("title", ['Say "hi"', "C:\\new", "Faltung \U0001f600", "a\x7fb\tc"])
def test_a_title_may_hold_any_sign(title: str, tmp_path: Path) -> None:
    begin(tmp_path, "--title", title)
    assert read_assignment(tmp_path / "assignment.toml").title == " ".join(title.replace("\x7f", " ").split())


def test_a_file_of_any_name_gives_the_assignment_one_that_may_be(tmp_path: Path) -> None:
    begin(tmp_path, "über 2.toml")
    assert read_assignment(tmp_path / "über 2.toml").name == "ber-2"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--exercise", "corr3d"], "There is no exercise 'corr3d'. Did you mean"),
        (["--chapter", "shape"], "There is no chapter 'shape'. Did you mean shapes?"),
        (["--chapter", "?"], "There is no chapter '?'. There are correlation, channels"),
        (["--question", "q9o1"], "There is no question 'q9o1'. Did you mean"),
        (["--title", " "], "--title: a title is needed"),
    ],
)
def test_what_cannot_be_chosen_is_told_and_nothing_written(words: list[str], sentence: str, tmp_path: Path) -> None:
    assert sentence in str(begin(tmp_path, *words).exception)
    assert list(tmp_path.iterdir()) == []
