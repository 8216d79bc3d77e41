"""What course systems give to download becomes one folder a student, whoever wrote the names in it; nothing is lost and nobody is guessed."""

import csv
import io
import os
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from convgrade import submission, untrusted
from convgrade.classroom import submissions_in
from convgrade.cli import Problem
from convgrade.commands.collect import collect_command
from convgrade.systems import entries, unpacking
from convgrade.systems.collected import read_table
from convgrade.systems.collecting import folder_names
from convgrade.systems.roster import NotFound, read_roster
from convgrade.systems.sheet import SheetError
from convgrade.untrusted import Refused

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (555),Final Score
,,,,,Manual Posting,
    Points Possible,,,,,10.00,(read only)
"Smith, John",101,S1,jsmith,01,,
"Doe, Mary Jane",102,S2,mdoe,01,,
"O'Brien, Zoë",103,S3,zoe,01,,
"Student, Test",199,,test,01,,
"""
MOODLE = """Identifier,"Full name","Email address",Status,Grade,"Last modified (grade)"
"Participant 12","José García",jose@x.edu,"Submitted for grading",,-
"Participant 13","Li Wei",li@x.edu,"Submitted for grading",,-
"Participant 14","Li Wei",other@x.edu,"No submission",,-
"""
METADATA = """---
submission_1:
  :submitters:
  - :name: Pair One
    :sid: '201'
    :email: one@x.edu
  - :name: Pair Two
    :sid: '202'
    :email: two@x.edu
  :created_at: 2026-04-26 17:34:00.861687000 Z
  :results:
    output: |-
      submission_9:
        :submitters:
submission_2:
  :submitters:
  - :name: Empty Handed
    :sid: 203
  :created_at: 2026-04-27 17:34:00 Z
submission_3:
  :submitters: []
"""


def zipped(files: Mapping[str, str | bytes] | list[tuple[str, str | bytes]]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


class Course:
    """A folder with downloads in it, and what `collect` makes of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"

    def download(self, files: Mapping[str, str | bytes] | list[tuple[str, str | bytes]], name: str = "submissions.zip") -> Path:
        path = self.folder / name
        path.write_bytes(zipped(files))
        return path

    def roster(self, text: str, name: str = "roster.csv") -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def run(self, *arguments: Any) -> Result:
        return CliRunner().invoke(collect_command, [*map(str, arguments), "--out", str(self.out)])

    def collect(self, *arguments: Any) -> str:
        done = self.run(*arguments)
        assert done.exception is None, done.exception
        return done.output

    def refused(self, *arguments: Any) -> str:
        done = CliRunner().invoke(collect_command, [*map(str, arguments), "--out", str(self.out)], standalone_mode=False)
        assert isinstance(done.exception, Problem), done.exception
        return done.exception.message

    def lines(self) -> list[dict[str, str]]:
        with (self.out / "collected.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def line(self, student: str) -> dict[str, str]:
        (one,) = [line for line in self.lines() if line["student"] == student]
        return one

    def nobodys(self) -> dict[str, str]:
        return {line["files"]: line["note"] for line in self.lines() if not line["student"]}

    def files(self, folder: str = "submissions") -> dict[str, str]:
        root = self.out / folder
        found = [path for path in root.rglob("*") if path.is_file()]
        return {path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8", "replace") for path in found}

    def everything(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*")}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


# Canvas.


def test_files_of_canvas_go_to_the_student_whose_id_they_carry(course: Course) -> None:
    download = course.download({"smithjohn_101_9001_a.py": "1", "smithjohn_101_9002_b.ipynb": "2", "doemaryjane_102_9003_a.py": "3"})
    course.collect(download, "--roster", course.roster(CANVAS))
    assert course.files() == {"101/a.py": "1", "101/b.ipynb": "2", "102/a.py": "3"}


def test_what_was_late_for_canvas_is_marked(course: Course) -> None:
    said = course.collect(course.download({"smithjohn_LATE_101_9001_a.py": "", "doemaryjane_102_9_a.py": ""}), "--roster", course.roster(CANVAS))
    assert (course.line("101")["late"], course.line("102")["late"]) == ("yes", "")
    assert "2 students handed something in, 1 of them late." in said


def test_of_a_file_that_was_handed_in_again_the_newest_counts_by_its_own_name(course: Course) -> None:
    files = {"smithjohn_101_9007_hw-2.py": "newest", "smithjohn_101_9001_hw.py": "first", "smithjohn_101_9004_hw-1.py": "second"}
    course.collect(course.download(files), "--roster", course.roster(CANVAS))
    assert course.files() == {"101/hw.py": "newest"}
    assert course.files("set_aside") == {"101/smithjohn_101_9001_hw.py": "first", "101/smithjohn_101_9004_hw-1.py": "second"}
    assert "smithjohn_101_9001_hw.py: a newer one counts" in course.line("101")["set_aside"]


def test_numbered_parts_of_one_work_all_count(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_1_part-1.py": "1", "smithjohn_101_2_part-2.py": "2"}), "--roster", course.roster(CANVAS))
    assert course.files() == {"101/part-1.py": "1", "101/part-2.py": "2"}


def test_of_two_downloads_the_newer_submission_of_a_student_counts_as_a_whole(course: Course) -> None:
    newer = course.download({"smithjohn_101_9009_b-1.py": "new"}, "newer.zip")
    older = course.download({"smithjohn_101_9001_a.py": "old", "doemaryjane_102_9002_a.py": "hers"}, "older.zip")
    course.collect(newer, older, "--roster", course.roster(CANVAS))
    assert course.files() == {"101/b.py": "new", "102/a.py": "hers"}
    assert course.files("set_aside") == {"101/smithjohn_101_9001_a.py": "old"}


def test_a_text_or_an_address_in_place_of_a_file_is_kept(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_text.html": "<p>", "doemaryjane_102_link.html": "<a>"}), "--roster", course.roster(CANVAS))
    assert course.files() == {"101/text.html": "<p>", "102/link.html": "<a>"}


def test_numbers_in_the_name_of_a_file_are_not_taken_for_an_id(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_2026_11_hw.py": ""}), "--roster", course.roster(CANVAS))
    assert list(course.files()) == ["101/2026_11_hw.py"]


def test_whoever_calls_themselves_by_somebody_elses_id_takes_nothing_from_them(course: Course) -> None:
    roster = course.roster(CANVAS + "smith_101,77,S7,eve,01,,\n")
    files = {"smith_101_77_9009_hw.py": "impostor", "smithjohn_101_9001_hw.py": "his own"}
    course.collect(course.download(files), "--roster", roster)
    assert course.files() == {"77/hw.py": "impostor", "101/hw.py": "his own"}


def test_anonymous_submissions_are_named_by_what_canvas_calls_them(course: Course) -> None:
    course.collect(course.download({"anon_aB3x9_456_x.py": "", "LATE_anon_Zz1yy_457_x.py": ""}))
    assert (sorted(course.files()), course.line("Zz1yy")["late"]) == (["Zz1yy/x.py", "aB3x9/x.py"], "yes")


# Moodle.


def test_folders_of_moodle_are_matched_by_participant(course: Course) -> None:
    files = {
        "José García_12_assignsubmission_file_/a.py": "1",
        "José García_12_assignsubmission_onlinetext_/onlinetext.html": "text",
        "Li Wei_13_assignsubmission_file/sub/b.py": "2",  # since Moodle 4.1 there is no _ at the end
    }
    course.collect(course.download(files), "--roster", course.roster(MOODLE))
    assert course.files() == {"jose@x.edu/a.py": "1", "jose@x.edu/onlinetext.html": "text", "li@x.edu/sub/b.py": "2"}


def test_files_of_moodle_without_folders_are_matched_too(course: Course) -> None:
    course.collect(course.download({"José García_12_assignsubmission_file_my_hw.py": "1"}), "--roster", course.roster(MOODLE))
    assert course.files() == {"jose@x.edu/my_hw.py": "1"}


def test_one_student_of_moodle_with_a_folder_is_no_outer_folder(course: Course) -> None:
    course.collect(course.download({"José García_12_assignsubmission_file_/sub/a.py": "1"}))
    assert course.files() == {"José García/sub/a.py": "1"}


def test_a_name_inside_a_students_folder_makes_nobody_else_of_them(course: Course) -> None:
    files = {"José García_12_assignsubmission_file_/Li Wei_13_assignsubmission_file_/a.py": "", "Li Wei_13_assignsubmission_file_/b.py": ""}
    course.collect(course.download(files), "--roster", course.roster(MOODLE))
    assert sorted(course.files()) == ["jose@x.edu/Li Wei_13_assignsubmission_file_/a.py", "li@x.edu/b.py"]


def test_what_moodle_ascribes_to_no_participant_is_nobodys(course: Course) -> None:
    files = {"Default group_assignsubmission_file_/a.py": "", "Li Wei_13_assignsubmission_file_/b.py": ""}
    course.collect(course.download(files), "--roster", course.roster(MOODLE))
    assert "which participant's" in course.nobodys()["Default group_assignsubmission_file_/a.py"]


# Gradescope.


def test_an_export_of_gradescope_gives_everyone_of_a_group_their_copy(course: Course) -> None:
    course.collect(course.download({"assignment_5_export/submission_metadata.yml": METADATA, "assignment_5_export/submission_1/a.py": "1"}))
    assert course.files() == {"Pair One/a.py": "1", "Pair Two/a.py": "1"}
    assert course.line("Pair One")["when"] == "2026-04-26T17:34:00+00:00"


def test_who_handed_nothing_but_a_form_to_gradescope_has_an_empty_folder(course: Course) -> None:
    course.collect(course.download({"submission_metadata.yml": METADATA, "submission_1/a.py": "1"}))
    assert (course.out / "submissions" / "Empty Handed").is_dir()
    assert course.line("Empty Handed")["note"] == "there is nothing in it"


def test_a_submission_of_gradescope_without_a_submitter_is_nobodys(course: Course) -> None:
    course.collect(course.download({"submission_metadata.yml": METADATA, "submission_3/a.py": "", "submission_9/smithjohn_101_9001_a.py": ""}))
    assert set(course.nobodys()) == {"submission_3/a.py", "submission_9/smithjohn_101_9001_a.py"}


def test_metadata_that_would_make_objects_is_refused(course: Course) -> None:
    download = course.download({"submission_metadata.yml": "submission_1: !!python/object/apply:os.getcwd []", "submission_1/a.py": ""})
    assert "cannot be read" in course.refused(download)


# Rosters, and who is who.


@pytest.mark.parametrize(
    ("roster", "key"),
    [
        ("id,name\n7,Zoë O'Brien\n8,Other\n", "7"),
        ("Name;E-Mail\nO\u2019Brien Zoë;z@x.edu\nOther;o@x.edu\n", "z@x.edu"),
        ("First Name\tLast Name\tusername\nZoe\u0308\tOBrien\tzob\nAn\tOther\tao\n", "zob"),
        ('name\n"O\'BRIEN, ZOE"\n', "O'BRIEN, ZOE"),
    ],
    ids=["id", "email", "login and a name of two characters for one", "name alone"],
)
def test_a_name_is_known_in_any_order_and_spelling(roster: str, key: str, course: Course) -> None:
    course.collect(course.download({"obrienzoë_103_9001_a.py": ""}), "--roster", course.roster(roster))
    assert course.line(key)["files"] == "a.py"


def test_a_roster_may_come_from_a_spreadsheet_of_any_kind(course: Course) -> None:
    roster = course.folder / "roster.csv"
    roster.write_bytes("Name;Login\r\nZoë O'Brien;zob\r\n".encode("cp1252"))
    assert read_roster(roster).students[0].name == "Zoë O'Brien"
    roster.write_bytes("\ufeffName\tLogin\r\nZoë O'Brien\tzob\r\n".encode("utf-16-le"))
    assert read_roster(roster).students[0].name == "Zoë O'Brien"


def test_rows_that_are_no_students_and_the_test_student_are_nobody(course: Course) -> None:
    assert [one.key for one in read_roster(course.roster(CANVAS)).students] == ["101", "102", "103"]


def test_two_of_one_name_are_told_apart_by_id(course: Course) -> None:
    files = {"Li Wei_13_assignsubmission_file_/a.py": "13", "Li Wei_14_assignsubmission_file_/a.py": "14"}
    course.collect(course.download(files), "--roster", course.roster(MOODLE))
    assert course.files() == {"li@x.edu/a.py": "13", "other@x.edu/a.py": "14"}


def test_two_of_one_name_are_not_guessed_without_an_id(course: Course) -> None:
    said = course.collect(
        course.download({"liwei_1_9001_a.py": "x", "smithjohn_2_9_b.py": ""}),
        "--roster",
        course.roster("login,name\na,Wei Li\nb,Li Wei\nc,John Smith\n"),
    )
    assert list(course.files()) == ["c/b.py"]
    assert course.files("unmatched") == {"download 1/liwei_1_9001_a.py": "x"}
    assert "liwei (canvas 1) could be a (Wei Li) or b (Li Wei)" in said
    assert course.line("a")["note"] == course.line("b")["note"] == "handed in nothing, but a file that is nobody's may be theirs"


def test_two_who_hand_in_under_the_name_of_one_are_both_nobody(course: Course) -> None:
    files = {"smithjohn_1_9001_a.py": "", "smithjohn_2_9002_a.py": "", "other_3_9003_a.py": ""}
    course.collect(course.download(files), "--roster", course.roster("login,name\njs,John Smith\no,Other\n"))
    assert set(course.nobodys()) == {"smithjohn_1_9001_a.py", "smithjohn_2_9002_a.py"}


def test_whoever_has_the_id_is_meant_before_one_who_has_the_name(course: Course) -> None:
    files = {"smithjohn_1_9001_a.py": "his", "smithjohn_2_9002_a.py": "another's"}
    course.collect(course.download(files), "--roster", course.roster("id,name\n1,John Smith\n"))
    assert (course.files(), set(course.nobodys())) == ({"1/a.py": "his"}, {"smithjohn_2_9002_a.py"})


def test_who_has_another_id_of_canvas_is_somebody_else_of_that_name(course: Course) -> None:
    course.collect(course.download({"smithjohn_999_9001_a.py": "", "doemaryjane_102_9_a.py": ""}), "--roster", course.roster(CANVAS))
    assert list(course.nobodys()) == ["smithjohn_999_9001_a.py"]


def test_a_number_that_is_just_called_id_counts_only_under_that_name(course: Course) -> None:
    files = {"doejane_7_9001_a.py": "", "smithjohn_5_9002_a.py": ""}  # 7 is her id in Canvas, and his as a student
    course.collect(course.download(files), "--roster", course.roster("id,name\n7,John Smith\n8,Jane Doe\n"))
    assert sorted(course.files()) == ["7/a.py", "8/a.py"]
    assert course.line("8")["name"] == "Jane Doe"


def test_students_without_a_submission_are_listed(course: Course) -> None:
    said = course.collect(course.download({"smithjohn_101_9001_a.py": ""}), "--roster", course.roster(CANVAS))
    assert course.line("103")["note"] == "handed in nothing"
    assert "Handed in nothing (2):\n  102\n  103\n" in said


def test_without_a_roster_students_have_the_names_of_the_download(course: Course) -> None:
    files = {"Li Wei_13_assignsubmission_file_/a.py": "", "Li Wei_14_assignsubmission_file_/a.py": "", "José_1_assignsubmission_file_/a.py": ""}
    course.collect(course.download(files))
    assert sorted(course.files()) == ["José/a.py", "Li Wei 13/a.py", "Li Wei 14/a.py"]


def test_the_key_can_be_chosen(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_a.py": ""}), "--roster", course.roster(CANVAS), "--key", "login")
    assert list(course.files()) == ["jsmith/a.py"]


@pytest.mark.parametrize(
    ("roster", "why"),
    [
        ("name\nLi Wei\nLi Wei\n", "'Li Wei' stands there more than once"),
        ("colour\nred\n", "lists nobody"),
        ("", "no titles"),
        ("id,name\n", "lists nobody"),
        ("a\0b\n", "no text"),
    ],
)
def test_a_roster_that_tells_nobody_apart_is_refused_with_a_reason(roster: str, why: str, course: Course) -> None:
    assert why in course.refused(course.download({"smithjohn_101_9001_a.py": ""}), "--roster", course.roster(roster))


def test_a_roster_of_another_course_is_noticed(course: Course) -> None:
    said = course.collect(course.download({"smithjohn_5_9001_a.py": ""}), "--roster", course.roster("login,name\nx,Somebody Else\n"))
    assert "is it that of this course" in said


# What is in the files.


def test_beside_a_zip_lies_what_can_be_graded_of_it_and_of_zips_in_it(course: Course) -> None:
    inner = zipped({"deep/b.py": "b", "deep/data.csv": ""})
    course.collect(course.download({"smithjohn_101_9001_hw.zip": zipped({"hw/a.py": "a", "hw/notes.txt": "", "hw/more.zip": inner})}))
    graded = {name: text for name, text in course.files().items() if not name.endswith(".zip")}
    assert graded == {"smithjohn/hw/a.py": "a", "smithjohn/hw/more/b.py": "b"}
    assert "smithjohn/hw.zip" in course.files()


def test_what_was_collected_can_be_graded_as_it_is(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_hw.zip": zipped({"hw/a.py": "a = 1"}), "doe_102_9002_b.py": "b = 1"}))
    found = submissions_in([course.out / "submissions"], course.out / "grades")
    texts = {name: [text for file in submission.read(path).files for _, text in file.cells] for name, path in found.items()}
    assert texts == {"doe": ["b = 1"], "smithjohn": ["a = 1"]}


def bomb() -> bytes:
    return zipped({f"{i}.py": b"0" * (untrusted.LARGEST_NOTEBOOK - 1) for i in range(5)})


def nested_bombs(depth: int) -> bytes:
    made = zipped({"a.py": "a"})
    for _ in range(depth):
        made = zipped({"in.zip": made})
    return made


def broad_bomb(monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(unpacking, "LARGEST_TOTAL", 1000)
    return zipped({f"{i}.zip": zipped({"a.py": "0" * 200}) for i in range(10)})


def test_a_zip_that_unpacks_to_too_much_stays_packed_and_stops_nobody_else(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_hw.zip": bomb(), "doe_102_9002_a.py": "a"}))
    assert sorted(course.files()) == ["doe/a.py", "smithjohn/hw.zip"]
    assert "hw.zip: the zip unpacks to too much" in course.line("smithjohn")["set_aside"]


def test_zips_in_zips_are_opened_to_a_depth_and_no_deeper(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_hw.zip": nested_bombs(2), "doe_102_9002_hw.zip": nested_bombs(3)}))
    assert [name for name in course.files() if name.endswith(".py")] == ["smithjohn/hw/in/in/a.py"]
    assert "zips in zips" in course.line("doe")["set_aside"]


def test_many_small_zips_in_one_unpack_to_no_more_than_one_may(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.collect(course.download({"smithjohn_101_9001_hw.zip": broad_bomb(monkeypatch)}))
    assert list(course.files()) == ["smithjohn/hw.zip"]
    assert "unpack to too much" in course.line("smithjohn")["set_aside"]


def test_a_file_in_the_download_that_is_too_large_is_left_there_and_listed(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries.read_member, "__defaults__", (1000,))
    course.collect(course.download({"smithjohn_101_9001_a.py": "0" * 2000, "smithjohn_101_9002_b.py": "b"}))
    assert course.files() == {"smithjohn/b.py": "b"}
    assert "smithjohn_101_9001_a.py: it is larger than" in course.line("smithjohn")["set_aside"]


def test_a_broken_zip_of_a_student_is_kept_and_listed(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_hw.zip": b"PK no zip", "doe_102_9002_a.py": ""}))
    assert "no zip that can be read" in course.line("smithjohn")["set_aside"]
    assert "smithjohn/hw.zip" in course.files()


def test_an_empty_file_is_a_submission(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_a.py": ""}))
    assert course.files() == {"smithjohn/a.py": ""}


HOSTILE = [
    "../../../etc/a.py",
    "/abs/a.py",
    "C:\\x\\a.py",
    "..\\..\\a.py",
    "a\n.py",
    "=cmd|calc.py",
    "\u202eyp.a.py",
    "con.py",
    "x" * 300 + ".py",
    "a.py ",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_leads_out_of_the_folder_of_its_student(name: str, course: Course) -> None:
    before = course.everything()
    course.collect(course.download([("Eve_66_assignsubmission_file_/" + name, "x"), ("Bob_1_assignsubmission_file_/a.py", "b")]))
    inside = {path.relative_to(course.out / "submissions").parts[0] for path in (course.out / "submissions").rglob("*")}
    assert inside == {"Eve", "Bob"}
    assert course.files()["Bob/a.py"] == "b"
    assert {one.split("/")[0] for one in course.everything() - before} == {"submissions.zip", "out"}
    assert all(path.name.isprintable() and len(path.name) <= 120 for path in course.out.rglob("*"))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_in_a_zip_of_a_student_does(name: str, course: Course) -> None:
    course.collect(course.download([("Eve_66_assignsubmission_file_/hw.zip", zipped([(name, "x"), ("b.py", "")]))]))
    assert {path.relative_to(course.out / "submissions").parts[0] for path in (course.out / "submissions").rglob("*")} == {"Eve"}


def test_names_that_differ_in_capitals_or_not_at_all_are_all_kept(course: Course) -> None:
    same = "Eve_66_assignsubmission_file_/"
    course.collect(course.download([(same + "a.py", "1"), (same + "A.PY", "2"), (same + "hw", "file"), (same + "hw.zip", zipped({"a.py": "3"}))]))
    texts = sorted(text for name, text in course.files().items() if not name.endswith(".zip"))
    assert texts == ["1", "2", "3", "file"]
    folded = [name.casefold() for name in course.files()]
    assert len(folded) == len(set(folded))


def test_files_that_are_nobodys_are_kept_though_they_have_one_name(course: Course) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        download = course.download([("readme.txt", "1"), ("readme.txt", "2"), ("smithjohn_101_9001_a.py", "")])
    course.collect(download)
    assert sorted(course.files("unmatched").values()) == ["1", "2"]


def test_a_symbolic_link_is_not_followed_in_a_zip_or_a_folder(course: Course) -> None:
    (course.folder / "secret.py").write_text("secret")
    link = zipfile.ZipInfo("smithjohn_101_9001_a.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(course.folder / "links.zip", "w") as archive:
        archive.writestr(link, str(course.folder / "secret.py"))
    unpacked = course.folder / "unpacked"
    unpacked.mkdir()
    (unpacked / "doe_102_9002_a.py").symlink_to(course.folder / "secret.py")
    (unpacked / "eve_103_9002_a.py").symlink_to(course.folder)
    course.collect(course.folder / "links.zip", unpacked)
    assert course.files() == {}
    assert "symbolic link" in course.line("smithjohn")["set_aside"]
    assert "doe_102_9002_a.py" in course.line("doe")["set_aside"]


def test_an_unpacked_download_is_read_like_a_packed_one(course: Course) -> None:
    folder = course.folder / "unpacked" / "submissions"
    folder.mkdir(parents=True)
    (folder / "smithjohn_101_9001_a.py").write_text("a")
    (folder / ".DS_Store").write_text("")
    course.collect(course.folder / "unpacked", "--roster", course.roster(CANVAS))
    assert course.files() == {"101/a.py": "a"}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.binary(max_size=20)), max_size=8))
def test_whatever_files_are_called_they_are_all_written_below_the_folder(files: list[tuple[str, bytes]]) -> None:
    made, _ = unpacking.unpacked(files)
    assert len(made) == len(files)
    assert sorted(data for _, data in made) == sorted(data for _, data in files)
    for name, _ in made:
        assert not name.startswith("/")
        assert not {"", ".", ".."} & set(name.split("/"))
    folded = [name.casefold() for name, _ in made]
    assert len(set(folded)) == len(folded)


@given(st.lists(st.text(min_size=1, max_size=20), max_size=6, unique=True))
def test_whatever_keys_are_each_has_a_folder_that_grade_does_not_pass_over(keys: list[str]) -> None:
    names = folder_names(keys)
    assert len({name.casefold() for name in names.values()}) == len(keys)
    assert all(name and "/" not in name and not name.startswith((".", "__")) for name in names.values())


# The folder that is written.


def test_an_earlier_collection_is_replaced_only_when_asked_and_grades_stay(course: Course) -> None:
    course.collect(course.download({"smithjohn_101_9001_a.py": "old"}, "old.zip"))
    (course.out / "grades").mkdir()
    new = course.download({"smithjohn_101_9005_a.py": "new"}, "new.zip")
    assert "add --replace" in course.refused(new)
    assert course.files() == {"smithjohn/a.py": "old"}
    course.collect(new, "--replace")
    assert course.files() == {"smithjohn/a.py": "new"}
    assert sorted(path.name for path in course.out.iterdir()) == ["collected.csv", "grades", "submissions"]


def test_a_folder_of_somebody_elses_is_never_replaced(course: Course) -> None:
    (course.out / "submissions").mkdir(parents=True)
    assert "Choose another folder." in course.refused(course.download({"smithjohn_101_9001_a.py": ""}), "--replace")


def test_no_cell_of_the_table_is_a_formula(course: Course) -> None:
    course.collect(course.download({"Eve_1_assignsubmission_file_/=cmd.py": "", "=Bob_2_assignsubmission_file_/a.py": ""}))
    cells = [text for line in cells_of(course) for text in line]
    assert not [text for text in cells if text.startswith(("=", "+", "-", "@"))]


def cells_of(course: Course) -> list[list[str]]:
    return list(csv.reader((course.out / "collected.csv").read_text("utf-8").splitlines()))


def test_the_table_tells_whose_each_submission_is_whatever_their_name(course: Course) -> None:
    course.collect(course.download({"=Bob_2_assignsubmission_file_/a.py": "", "readme.txt": ""}))
    students, nobodys = read_table(course.out / "collected.csv")
    assert nobodys == 1
    assert [(folder, one.key, one.ids) for folder, one in students.items()] == [("=Bob", "=Bob", {"moodle": "2"})]


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"a.py": ""}, "has a name that Canvas, Moodle or Gradescope gives"),
        ({}, "Nothing in"),
        ({"submission_metadata.yml": "- a"}, "cannot be read"),
    ],
)
def test_what_is_no_download_is_refused_with_a_reason(files: dict[str, str], why: str, course: Course) -> None:
    assert why in course.refused(course.download(files))


def test_what_is_no_zip_is_refused_with_a_reason(course: Course) -> None:
    assert "neither a folder nor a zip" in course.refused(course.roster("x"))


def test_a_pipe_in_an_unpacked_download_does_not_hang(course: Course) -> None:
    folder = course.folder / "unpacked"
    folder.mkdir()
    os.mkfifo(folder / "smithjohn_101_9001_a.py")
    course.collect(folder)
    assert "no regular file" in course.line("smithjohn")["set_aside"]


def test_somebody_who_is_not_found_is_told_with_a_reason(course: Course) -> None:
    roster = read_roster(course.roster(CANVAS))
    assert roster.find({"canvas": "999"}, "Nobody Here") == NotFound("Nobody Here (canvas 999) is not in the roster")


def test_a_table_that_collect_did_not_write_is_refused(course: Course) -> None:
    with pytest.raises(SheetError, match="no table that"):
        read_table(course.roster(CANVAS))


def test_a_zip_inside_that_is_a_bomb_is_refused_as_one() -> None:
    with pytest.raises(Refused):
        list(unpacking.inside_zip("hw", zipped({"a.zip": bomb()})))
