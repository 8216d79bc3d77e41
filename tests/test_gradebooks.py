"""Grades go back into what a course system exported: into the right cells, and no other cell is another one; feedback goes to its student."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from convgrade.cli import Problem, cli
from convgrade.outputs import grades_csv
from convgrade.report import to_json
from convgrade.rows import row_of
from convgrade.store import safe_names, write
from convgrade.systems.canvas import fill_canvas
from convgrade.systems.grades import Given, read_grades
from convgrade.systems.sheet import SheetError, read_sheet, to_bytes

Report = dict[str, Any]
CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Notes,HW 1 (555),HW 2 (556),Current Score
,,,,,,Manual Posting,,
    Points Possible,,,,,,2.00,5.00,(read only)
"Smith, John",101,S1,jsmith,01,=2+3,1.00,,50
"Doe, Jane",102,S2,jdoe,01,,,3.00,50
"=cmd|' /C calc'!A0",103,S3,evil,01,,,,50
"Empty, Eve",104,S4,eve,01,,EX,,50
"Absent, Ann",105,S5,ann,01,,,,50
"Elsewhere, Eli",106,S6,eli,02,,N/A,,50
"Student, Test",107,,test,01,,,,
"""
WORKSHEET = """Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Online text,Last modified (grade),Feedback comments
Participant 12,José García,jose@x.edu,Submitted for grading,,2.00,Yes,"=HYPERLINK(""x"")",-,
Participant 13,Li Wei,li@x.edu,Submitted for grading,0.50,2.00,Yes,,"Sunday, 22 November 2026, 11:00 AM",Well done
Participant 14,Li Wei,other@x.edu,Submitted for grading,,2.00,No,,-,
Participant 15,=Ann,ann@x.edu,No submission,,2.00,Yes,,-,
"""
TITLES = "student,submission,name,id,canvas_id,moodle_id,sis_id,login,email,late,when,files,set_aside,note\n"


class Class:
    """A folder of grades, and what `give-back` makes of it."""

    def __init__(self, folder: Path, report_of: Callable[..., Report]) -> None:
        self.folder, self.report_of = folder, report_of
        self.grades = folder / "grades"
        self.out = folder / "out.csv"

    def graded(self, **submissions: dict[str, Any]) -> None:
        """Write what `grade` writes: a report, a page and a line for each submission."""
        reports = [self.report_of(name.replace("__", " "), entries) for name, entries in submissions.items()]
        self.reported(*reports)

    def reported(self, *reports: Report) -> None:
        files = safe_names([report["submission"] for report in reports])
        for report in reports:
            file = files[report["submission"]]
            write(self.grades / "reports" / f"{file}.json", to_json(report))
            write(self.grades / "feedback" / f"{file}.html", f"<p>{file}")
        columns = [entry["exercise"] for entry in reports[0]["exercises"]]
        write(self.grades / "grades.csv", grades_csv([row_of(report) for report in reports], columns))
        write(self.grades / "names.json", json.dumps({file: name for name, file in files.items() if file != name}))

    def collected(self, *lines: str) -> None:
        (self.folder / "collected.csv").write_text(TITLES + "".join(f"{line}\n" for line in lines), "utf-8")

    def exported(self, text: str, encoding: str = "utf-8") -> Path:
        path = self.folder / "exported.csv"
        path.write_bytes(text.encode(encoding))
        return path

    def run(self, to: str, *arguments: Any) -> Result:
        command = ["give-back", str(self.grades), "--to", to, "--out", str(self.out), *map(str, arguments)]
        return CliRunner().invoke(cli, command, standalone_mode=False)

    def give_back(self, to: str, *arguments: Any) -> str:
        done = self.run(to, *arguments)
        assert done.exception is None, done.exception
        return done.output

    def refused(self, to: str, *arguments: Any) -> str:
        done = self.run(to, *arguments)
        assert isinstance(done.exception, Problem), done.exception
        assert not self.out.exists()
        return done.exception.message

    def to_canvas(self, *arguments: Any, text: str = CANVAS) -> str:
        return self.give_back("canvas", "--gradebook", self.exported(text), *(arguments or ("--column", "HW 1")))

    def to_moodle(self, *arguments: Any) -> str:
        return self.give_back("moodle", "--gradebook", self.exported(WORKSHEET), *arguments)

    def changes(self) -> dict[tuple[str, str], str]:
        """What is in the new table and not in the exported one, by its row and column."""
        texts = [path.read_bytes().decode() for path in (self.folder / "exported.csv", self.out)]
        before, after = (list(csv.reader(io.StringIO(text, newline=""))) for text in texts)
        assert len(before) == len(after)
        names = [row[1] or row[0] for row in before]
        header = before[0]
        return {(names[i], header[j]): new for i, row in enumerate(after) for j, new in enumerate(row) if new != before[i][j]}


@pytest.fixture
def course(tmp_path: Path, report_of: Callable[..., Report]) -> Class:
    return Class(tmp_path, report_of)


PASSED = {"f": "passed", "g": "passed"}
HALF = {"f": "passed", "g": "not_yet"}
UNGRADED = {"f": "passed", "g": "ungraded"}


# Canvas.


def test_a_grade_goes_into_the_column_of_the_assignment_and_no_other_cell_changes(course: Class) -> None:
    course.graded(jsmith=PASSED, jdoe=HALF)
    said = course.to_canvas()
    assert course.changes() == {("101", "HW 1 (555)"): "2.00", ("102", "HW 1 (555)"): "1.00", ("103", "Student"): "'=cmd|' /C calc'!A0"}
    assert "2 of 2 grades filled in." in said
    assert "Smith, John: 1.00 is now 2.00" in said


@pytest.mark.parametrize("column", ["HW 1 (555)", "HW 1", "hw 1", "555"])
def test_an_assignment_may_be_named_by_its_title_or_its_number(column: str, course: Class) -> None:
    course.graded(jdoe=PASSED)
    course.to_canvas("--column", column)
    assert course.changes()["102", "HW 1 (555)"] == "2.00"


def test_the_title_of_the_assignment_finds_its_column(course: Class) -> None:
    course.graded(jdoe=PASSED)
    (course.folder / "assignment.toml").write_text('title = "HW 1"\n[exercises]\nf = 1\ng = 1\n')
    course.to_canvas("--assignment", course.folder)
    assert course.changes()["102", "HW 1 (555)"] == "2.00"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "Say which assignment"),
        (["--column", "HW 3"], "'HW 3' is no assignment of this gradebook. There are: 'HW 1 (555)', 'HW 2 (556)'"),
        (["--column", "Current Score"], "is no assignment"),
        (["--column", "SIS Login ID"], "is no assignment"),
        (["--new-column", "HW 1 (555)"], "cannot be the title of a new column"),
        (["--new-column", "Final Score"], "cannot be the title of a new column"),
        (["--new-column", "HW 3", "--column", "HW 1"], "either --column or --new-column"),
    ],
)
def test_a_column_that_is_not_there_is_told_with_those_that_are(arguments: list[str], why: str, course: Class) -> None:
    course.graded(jdoe=PASSED)
    assert why in course.refused("canvas", "--gradebook", course.exported(CANVAS), *arguments)


def test_a_column_that_canvas_fills_in_itself_is_refused(course: Class) -> None:
    sheet = read_sheet(course.exported(CANVAS.replace(",2.00,", ",(read only),")))
    with pytest.raises(SheetError, match="only Canvas itself fills in"):
        fill_canvas(sheet, Given({}, ()), 6)


def test_a_new_column_has_its_points_and_a_cell_in_every_row(course: Class) -> None:
    course.graded(jdoe=HALF)
    course.to_canvas("--new-column", "HW 3")
    rows = list(csv.reader(course.out.read_text("utf-8").splitlines()))
    assert [row[-1] for row in rows] == ["HW 3", "", "2", "", "1.00", "", "", "", "", ""]


@pytest.mark.parametrize("submission", ["102", "S2", "jdoe", "Jane Doe", "Doe, Jane", "JDOE", "jdoe.py", "jdoe.ipynb", "102.zip"])
def test_a_submission_of_a_plain_folder_is_known_by_any_key_of_its_student(submission: str, course: Class, report_of: Callable[..., Report]) -> None:
    course.reported(report_of(submission, PASSED))
    course.to_canvas()
    assert course.changes()["102", "HW 1 (555)"] == "2.00"


def test_what_was_collected_says_whose_a_submission_is(course: Class) -> None:
    course.graded(first=PASSED)
    course.collected("k7,first,Somebody Renamed,,102,,,,,,,a.py,,")
    assert "collected.csv" in course.to_canvas()
    assert course.changes()["102", "HW 1 (555)"] == "2.00"


def test_what_is_excused_or_not_assigned_and_the_test_student_stay(course: Class) -> None:
    course.graded(eve=PASSED, eli=PASSED, test=PASSED)
    said = course.to_canvas()
    assert ("104", "HW 1 (555)") not in course.changes()
    assert ("106", "HW 1 (555)") not in course.changes()
    assert ("107", "HW 1 (555)") not in course.changes()
    assert "Empty, Eve: excused" in said
    assert "Elsewhere, Eli: not assigned" in said
    assert "test: test is not in the roster" in said


def test_what_was_not_graded_stays_as_it_was_and_is_listed(course: Class) -> None:
    course.graded(jsmith=UNGRADED)
    assert "Smith, John: it could not be graded" in course.to_canvas()
    assert ("101", "HW 1 (555)") not in course.changes()


def test_who_handed_in_nothing_gets_no_grade_unless_a_zero_is_asked_for(course: Class) -> None:
    course.graded(jsmith=PASSED, jdoe=UNGRADED)
    course.to_canvas()
    assert ("105", "HW 1 (555)") not in course.changes()
    course.out.unlink()
    said = course.to_canvas("--column", "HW 1", "--missing-as-zero")
    grades = {row: new for (row, column), new in course.changes().items() if column == "HW 1 (555)"}
    assert grades == {"101": "2.00", "103": "0.00", "105": "0.00"}  # not who is excused, not assigned, the test student, or could not be graded
    assert "A zero for nothing (2):" in said


@pytest.mark.parametrize("collected", [(), (",,,,,,,,,,,x.py,,unmatched: who knows",)])
def test_nobody_gets_a_zero_while_something_is_nobodys(collected: tuple[str, ...], course: Class) -> None:
    course.graded(jsmith=PASSED, **({} if collected else {"stranger": PASSED}))
    if collected:
        course.collected("jsmith,jsmith,,,101,,,,,,,,,", *collected)
    assert "No zeros were given" in course.to_canvas("--column", "HW 1", "--missing-as-zero")
    assert ("105", "HW 1 (555)") not in course.changes()


def test_who_is_surely_of_another_course_keeps_nobody_from_a_zero(course: Class) -> None:
    course.graded(jsmith=PASSED, gone=PASSED)
    course.collected("jsmith,jsmith,,,101,,,,,,,,,", "gone,gone,Gone,,999,,,,,,,,,")
    assert "Nobody's in this gradebook (1):\n  gone: Gone (canvas 999) is not in the roster" in course.to_canvas(
        "--column", "555", "--missing-as-zero"
    )
    assert course.changes()["105", "HW 1 (555)"] == "0.00"


def test_two_submissions_of_one_student_are_given_back_for_none(course: Class) -> None:
    course.graded(jdoe=PASSED, Jane__Doe=HALF)
    said = course.to_canvas()
    assert ("102", "HW 1 (555)") not in course.changes()
    assert "several submissions would be those of Doe, Jane" in said


def test_a_name_that_two_students_have_is_given_to_none(course: Class) -> None:
    course.graded(Jane__Doe=PASSED)
    said = course.to_canvas(text=CANVAS.replace('"Absent, Ann"', '"Doe, Jane"'))
    assert "could be line 5 (Doe, Jane) or line 8 (Doe, Jane)" in said
    assert not [cell for cell in course.changes() if cell[1] == "HW 1 (555)"]


def test_points_that_differ_are_told_and_scaled_on_demand(course: Class) -> None:
    course.graded(jdoe=HALF)
    assert "The system gives 5 points, the assignment 2" in course.to_canvas("--column", "HW 2")
    assert course.changes()["102", "HW 2 (556)"] == "1.00"
    course.out.unlink()
    assert "The system gives" not in course.to_canvas("--column", "HW 2", "--scale")
    assert course.changes()["102", "HW 2 (556)"] == "2.50"


def test_more_points_than_there_are_are_not_written(course: Class) -> None:
    course.graded(jdoe=PASSED)
    assert "Doe, Jane: 2 points are more than the 1 that there are" in course.to_canvas(text=CANVAS.replace(",2.00,", ",1.00,"))
    assert ("102", "HW 1 (555)") not in course.changes()


def test_a_grade_that_the_instructor_changed_in_the_table_is_given_back_so(course: Class) -> None:
    course.graded(jdoe=PASSED)
    table = course.grades / "grades.csv"
    table.write_text(table.read_text().replace("jdoe,passed,2,2", "jdoe,passed,1.5,2"))
    course.to_canvas()
    assert course.changes()["102", "HW 1 (555)"] == "1.50"


def test_names_in_two_columns_are_read_too(course: Class) -> None:
    course.graded(Jane__Doe=PASSED)
    text = "LastName,FirstName,ID,SIS Login ID,Section,HW 1 (555)\n    Points Possible,,,,,2.00\nDoe,Jane,102,jdoe,01,\n=x,Jo,103,jo,01,\n"
    course.to_canvas(text=text)
    assert course.out.read_text() == text.replace("jdoe,01,", "jdoe,01,2.00").replace("=x", "'=x")


def test_a_name_that_canvas_has_quoted_itself_stays(course: Class) -> None:
    course.graded(jdoe=PASSED)
    course.to_canvas(text=CANVAS.replace("\"=cmd|' /C calc'!A0\"", '"=""=cmd"""'))
    assert '"=""=cmd""",103' in course.out.read_text()


def test_a_formula_stays_where_the_importer_knows_a_student_by_nothing_but_the_name(course: Class) -> None:
    course.graded(jdoe=PASSED)
    course.to_canvas(text=CANVAS.replace('!A0",103,S3', '!A0",,S3'))
    assert ("=cmd|' /C calc'!A0", "Student") not in course.changes()


@pytest.mark.parametrize("command", ["collect", "give-back"])
def test_the_commands_have_help(command: str) -> None:
    done = CliRunner().invoke(cli, [command, "--help"])
    assert done.exit_code == 0
    assert "Usage:" in done.output


# What a file looks like.


@pytest.mark.parametrize(
    "text",
    [
        CANVAS.replace("\n", "\r\n"),
        "\ufeff" + CANVAS,
        CANVAS.replace(",", ";").replace("Smith;", "Smith,"),
        '"Student","ID","Section","HW 1 (555)"\n"Doe, Jane","102","",""\n',
        CANVAS + "\n\n",
        CANVAS.rstrip("\n") + "\n",
    ],
    ids=["line ends of Windows", "a byte order mark", "semicolons", "all in quotes", "blank lines", "plain"],
)
def test_a_table_is_written_as_it_was_read(text: str, course: Class) -> None:
    path = course.exported(text)
    assert to_bytes(read_sheet(path)) == path.read_bytes()


def test_numbers_are_written_with_a_comma_where_the_gradebook_does(course: Class) -> None:
    course.graded(Jane__Doe=HALF)
    text = "Student;ID;Section;HW 1 (555)\n    Points Possible;;;2,00\nDoe, Jane;102;01;\n"
    course.to_canvas(text=text)
    assert course.out.read_text() == text.replace("01;", "01;1,00")


def test_nothing_is_overwritten_and_what_was_exported_is_only_read(course: Class) -> None:
    course.graded(jdoe=PASSED)
    course.out.write_text("mine")
    assert "nothing is overwritten" in str(course.run("table").exception)
    assert course.out.read_text() == "mine"
    course.out.unlink()
    course.to_canvas()
    assert course.exported(CANVAS).read_text() == CANVAS


@pytest.mark.parametrize(
    ("to", "text", "why"),
    [
        ("canvas", WORKSHEET, "no gradebook that Canvas exported"),
        ("moodle", CANVAS, "no column 'Identifier'"),
        ("canvas", "", "no titles"),
        ("moodle", None, "--gradebook FILE"),
    ],
)
def test_what_is_no_gradebook_is_refused_with_a_reason(to: str, text: str | None, why: str, course: Class) -> None:
    course.graded(jdoe=PASSED)
    assert why in course.refused(to, *([] if text is None else ["--gradebook", course.exported(text), "--column", "HW 1"]))


def test_a_folder_that_holds_no_grades_is_refused(course: Class) -> None:
    course.grades.mkdir()
    assert "no grades.csv" in course.refused("table")


# Moodle.


def test_grades_and_comments_go_into_the_worksheet(course: Class) -> None:
    course.reported(course.report_of("jose@x.edu", HALF), course.report_of("li@x.edu", PASSED))
    course.to_moodle()
    rows = list(csv.DictReader(course.out.read_text("utf-8").splitlines()))
    assert [row["Grade"] for row in rows] == ["1.00", "2.00", "", ""]
    assert rows[0]["Feedback comments"] == "<p><strong>f</strong>: passed. </p><p><strong>g</strong>: not yet. So it is.</p>"


def test_a_comment_that_is_there_stays_and_comments_can_be_left_out(course: Class) -> None:
    course.reported(course.report_of("jose@x.edu", HALF), course.report_of("li@x.edu", PASSED))
    course.to_moodle()
    assert ",Well done\n" in course.out.read_text()
    course.out.unlink()
    course.to_moodle("--no-comments")
    assert "<p>" not in course.out.read_text()


def test_a_comment_holds_no_markup_of_a_students(course: Class) -> None:
    course.reported(course.report_of("jose@x.edu", {"f": {"verdict": "error", "message": "It raises <img src=x onerror=y> in `<b>`."}}))
    course.to_moodle()
    assert "&lt;img src=x onerror=y&gt; in <code>&lt;b&gt;</code>" in course.out.read_text()


def test_a_comment_tells_nothing_of_a_secret_bank(course: Class) -> None:
    secret: Report = {
        "verdict": "not_yet",
        "message": "THE SECRET CASE",
        "properties": [{"visibility": "secret"}],
        "counterexample": {"property": "is_so"},
    }
    secret["counterexample"]["call"] = "THE SECRET"
    bank = [{"visibility": "secret", "hash": "0" * 64}]
    course.reported(course.report_of("jose@x.edu", {"f": secret}, banks=bank))
    course.to_moodle()
    assert "SECRET" not in course.out.read_text()
    course.out.unlink()
    course.give_back("folders")
    assert "SECRET" not in (course.out / next(path.name for path in course.out.iterdir()) / "feedback.md").read_text()


def test_a_grade_that_moodle_has_locked_stays(course: Class) -> None:
    course.reported(course.report_of("other@x.edu", PASSED))
    assert "Li Wei: its grade is locked in Moodle" in course.to_moodle()
    assert course.changes() == {("José García", "Online text"): '\'=HYPERLINK("x")', ("=Ann", "Full name"): "'=Ann"}


def test_a_zip_of_feedback_has_the_names_by_which_moodle_knows_participants(course: Class) -> None:
    course.graded(a=PASSED, b=HALF)
    course.collected("a,a,José_García,,,12,,,,,,,,", "b,b,'=../Eve,,,13,,,,,,,,")
    course.give_back("moodle-feedback")
    with zipfile.ZipFile(io.BytesIO(course.out.read_bytes())) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {
        "José García_12_assignsubmission_file_/feedback.html": b"<p>a",
        "Eve_13_assignsubmission_file_/feedback.html": b"<p>b",
    }


def test_the_worksheet_tells_participants_where_nothing_was_collected(course: Class) -> None:
    course.reported(course.report_of("jose@x.edu", PASSED), course.report_of("stranger", PASSED))
    said = course.give_back("moodle-feedback", "--gradebook", course.exported(WORKSHEET))
    with zipfile.ZipFile(course.out) as archive:
        assert archive.namelist() == ["José García_12_assignsubmission_file_/feedback.html"]
    assert "Left out (1):\n  stranger: it is not known which participant" in said


# For any other system.


def test_feedback_lies_in_a_folder_for_each_submission_as_a_page_and_as_markdown(course: Class) -> None:
    course.graded(jdoe=HALF)
    course.give_back("folders")
    assert sorted(path.relative_to(course.out).as_posix() for path in course.out.rglob("*.*")) == ["jdoe/feedback.html", "jdoe/feedback.md"]
    assert (course.out / "jdoe" / "feedback.md").read_text().startswith("# jdoe\n\nScore: 1 of 2. 1 of 2 passed\n\n## f: ✓ passed, 1 of 1\n")


def test_a_plain_table_holds_ids_and_scores_and_no_formula(course: Class) -> None:
    course.reported(course.report_of("=Bob", PASSED), course.report_of("eve", UNGRADED))
    course.collected("'=Bob,=Bob,'=Bob,,102,,,'-b,,,,,,")
    course.give_back("table")
    rows = list(csv.DictReader(course.out.read_text("utf-8").splitlines()))
    assert rows[0]["student"] == rows[0]["name"] == "'=Bob"
    assert (rows[0]["id"], rows[0]["login"], rows[0]["score"], rows[0]["max_score"]) == ("102", "'-b", "2", "2")
    assert rows[1]["score"] == ""


def test_grades_are_read_under_the_names_that_grade_was_given(course: Class) -> None:
    course.reported(course.report_of("=Bob", PASSED), course.report_of("zoë", HALF))
    assert [(one.submission, one.score) for one in read_grades(course.grades)] == [("=Bob", 2.0), ("zoë", 1.0)]
    course.give_back("folders")
    assert len(list(course.out.rglob("feedback.md"))) == 2


RIGHT = Path(__file__).parent / "solutions" / "right"


def test_a_course_goes_round_from_the_download_to_the_gradebook(tmp_path: Path) -> None:
    solution = next(path for path in sorted(RIGHT.rglob("*.py")) if "def corr2d(" in path.read_text("utf-8")).read_text("utf-8")
    with zipfile.ZipFile(tmp_path / "submissions.zip", "w") as archive:
        archive.writestr("smithjohn_101_9001_corr2d-1.py", solution)
        archive.writestr("doejane_LATE_102_9002_corr2d.py", "def corr2d(X, K):\n    return X\n")
    (tmp_path / "gradebook.csv").write_text(CANVAS.replace("2.00", "1.00"))

    def run(*arguments: str) -> None:
        done = CliRunner().invoke(cli, [str(tmp_path / one) if one[:1] == "@" else one for one in arguments], standalone_mode=False)
        assert done.exception is None, done.exception

    place = str(tmp_path)
    run("collect", f"{place}/submissions.zip", "--roster", f"{place}/gradebook.csv", "--out", f"{place}/hw")
    run("grade", f"{place}/hw/submissions", "--out", f"{place}/hw/grades", "--exercise", "corr2d", "--jobs", "1")
    run("give-back", f"{place}/hw/grades", "--to", "canvas", "--gradebook", f"{place}/gradebook.csv", "--column", "555", "--out", f"{place}/new.csv")
    rows = list(csv.DictReader((tmp_path / "new.csv").read_text("utf-8").splitlines()))
    assert [row["HW 1 (555)"] for row in rows if row["ID"] in ("101", "102")] == ["1.00", "0.00"]
