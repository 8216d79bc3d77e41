"""What Moodle takes back: its grading worksheet with grades and comments, and a zip of feedback files.

Facts from moodle mod/assign/feedback/offline/importgradeslib.php and mod/assign/feedback/file/importziplib.php.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable

from markupsafe import Markup

from ..feedback import feedback_of
from ..prose import with_code
from ..rows import Report, was_not_run
from .gradebook import Filled, Wanted, fill, number_of, without_formulas
from .grades import Given, Grade
from .roster import columns_of
from .sheet import Sheet, SheetError, cell

NEEDED = ("Identifier", "Grade", "Last modified (grade)")  # without which the importer does not begin
COMMENTS = "feedback comments"
WRITTEN_BY_STUDENTS = ("online text",)
EARLIEST = (1980, 1, 1, 0, 0, 0)


def fill_worksheet(sheet: Sheet, given: Given, comment: Callable[[Grade], str] | None = None, scaled: bool = False, zeros: bool = False) -> Filled:
    """Put grades, and comments where there are none, into a grading worksheet. Locked grades stay.

    The importer reads only Identifier, Grade, Last modified (grade) and feedback, so names and students' texts that a spreadsheet would take
    for formulas are made text.

    Raises:
        SheetError: it is no such worksheet.
    """
    titles = [title.strip().casefold() for title in sheet.header]
    missing = [title for title in NEEDED if title.casefold() not in titles]
    if missing:
        raise SheetError(f"This is no grading worksheet of Moodle in English: it has no column {missing[0]!r}")

    def column(title: str) -> int | None:
        return titles.index(title) if title in titles else None

    comments = {column(COMMENTS): comment} if comment and column(COMMENTS) is not None else {}
    wanted = Wanted(
        titles.index("grade"),
        lambda row: number_of(cell(row, column("maximum grade"))),
        lambda row: "its grade is locked in Moodle" if cell(row, column("grade can be changed")).strip().casefold() == "no" else "",
        scaled,
        zeros,
        {place: told for place, told in comments.items() if place is not None},
    )
    made = fill(sheet, given, wanted)
    known = columns_of(sheet.header)
    theirs = [known[kind] for kind in ("name", "first", "last") if kind in known] + [titles.index(t) for t in WRITTEN_BY_STUDENTS if t in titles]
    return Filled(without_formulas(made.sheet, theirs), made.written, made.changed, made.zeros, made.left, made.unlike)


def comment_on(report: Report) -> str:
    """A line of HTML for each exercise and question of a report that was made `for_students`."""
    if was_not_run(report):
        return Markup("<p>{}</p>").format(with_code(report["message"]))
    lines = []
    for entry in report["exercises"]:
        told = feedback_of(entry, None)
        sentence = with_code(" ".join(told.sentence.split())) if not told.passed else ""
        lines.append(Markup("<p><strong>{}</strong>: {}. {}</p>").format(told.exercise, told.heading, sentence))
    lines += [Markup("<p><strong>{}</strong>: {}</p>").format(one["question"], with_code(one["message"])) for one in report["questions"]]
    return Markup("").join(lines)


def feedback_zip(files: Iterable[tuple[str, str, bytes]]) -> bytes:
    """A zip for "Upload multiple feedback files in a zip": files as (full name, number of the participant, content).

    Moodle finds the participant in the second part of a folder's name between _, so a name has none.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, participant, content in files:
            plain = re.sub(r"[^\w .'()-]|_", " ", name).strip(" .") or "Participant"
            info = zipfile.ZipInfo(f"{plain}_{participant}_assignsubmission_file_/feedback.html", EARLIEST)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
