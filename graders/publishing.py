"""The pages of a class on disk: each written from its report, and again only when the report or the look of pages has changed."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from .exercise import Exercise
from .pages import class_page, submission_page
from .pool import Grading, Lost, Pool
from .rows import Report
from .store import kept_patterns, write
from .summary import summary_of


def writers(jobs: int) -> Pool:
    """Processes that write pages, where those that graded are on other machines."""
    return Pool(jobs, no_preparation, ())


def no_preparation() -> None:
    """All that a process has to do before it can write pages."""


def write_submissions(pool: Grading, out: Path, files: Mapping[str, str], exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, Any]]:
    """Write the pages of reports, those that are not there yet; gives each submission's name when its pages are."""
    look = look_of(exercises)
    stale = []
    for name, file in files.items():
        if stale_places(out, file, look):
            stale.append(name)
        else:
            yield name, None
    for name, result in pool.map(write_pages, ((name, (out, files[name], exercises, look)) for name in stale)):
        if result is Lost:  # the process was killed, by no fault of the page
            write_pages(out, files[name], exercises, look)
        yield name, result


def write_pages(out: Path, file: str, exercises: Mapping[str, Exercise], look: str) -> None:
    """Write the pages of one report, for staff beside it and for its student in a folder that can be handed out."""
    key, report = key_of(out, file, look), report_in(out, file)
    for place in stale_places(out, file, look):
        staff = place.parent.name == "reports"
        page = submission_page(report, exercises, staff, f"../feedback/{file}.html" if staff else "")
        write(place, [page, ending(key)], lasting=False)


def write_class(out: Path, files: Mapping[str, str], exercises: Mapping[str, Exercise]) -> None:
    """Write the page of the class; one report is held at a time."""
    look = look_of(exercises)
    keys = hashlib.sha256()

    def reports() -> Iterator[tuple[Report, Mapping[str, str]]]:
        for file in files.values():
            report = report_in(out, file)
            patterns = kept_patterns(out, file, report.get("fingerprint", ""))
            keys.update(f"{file} {key_of(out, file, look)} {sorted(patterns.items())}\n".encode())
            yield report, patterns

    summary = summary_of(reports())
    place, key = out / "index.html", keys.hexdigest()
    if not has_key(place, key):
        write(place, chain(class_page(summary, files, exercises), [ending(key)]), lasting=False)


def report_in(out: Path, file: str) -> Report:
    report: Report = json.loads((out / "reports" / f"{file}.json").read_text("utf-8"))
    return report


def stale_places(out: Path, file: str, look: str) -> list[Path]:
    """Where a page of a report should be and is not, or is another one."""
    key = key_of(out, file, look)
    return [place for place in (out / "reports" / f"{file}.html", out / "feedback" / f"{file}.html") if not has_key(place, key)]


def key_of(out: Path, file: str, look: str) -> str:
    """A digest of all that the pages of a report depend on."""
    return hashlib.sha256(look.encode() + (out / "reports" / f"{file}.json").read_bytes()).hexdigest()


def look_of(exercises: Mapping[str, Exercise]) -> str:
    """A digest of what pages depend on besides reports: templates and code here, layouts and hints of exercises."""
    here = Path(__file__).parent
    theirs = [exercise.folder / name for exercise in exercises.values() for name in ("checks.py", "hints.md")]
    files = [*sorted(here.glob("*.py")), *sorted((here / "templates").glob("*.*")), *theirs]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def ending(key: str) -> str:
    """The last line of a page: a page that was cut short does not have it."""
    return f"<!-- {key} -->\n"


def has_key(place: Path, key: str) -> bool:
    end = ending(key).encode()
    try:
        with place.open("rb") as file:
            file.seek(-len(end), os.SEEK_END)
            return file.read() == end
    except OSError:  # there is none, or it is shorter than that
        return False
