"""What instructors run before they grade: collect."""

import contextlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..cli import DONE, Problem
from ..systems.roster import KINDS

if TYPE_CHECKING:
    from ..systems.collected import Line

MOST_LISTED = 40


@click.command("collect")
@click.argument("downloads", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for submissions and collected.csv.")
@click.option("--roster", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Who is in the course (CSV).")
@click.option("--key", type=click.Choice([*KINDS, "name"]), help="What of the roster names folders; the first that tells all apart, if left out.")
@click.option("--replace", "again", is_flag=True, help="Collect anew into a folder that holds an earlier collection.")
def collect_command(downloads: Sequence[Path], out: Path, roster: Path | None, key: str | None, again: bool) -> int:
    """Make one folder a student out of what Canvas, Moodle or Gradescope gives to download.

    DOWNLOADS are zips or unpacked folders: "Download submissions" of Canvas and Moodle, "Export submissions" of Gradescope. Of several, the newest
    submission of a student counts; a later download is newer, where nothing else tells.

    The roster is a CSV file whose columns are known by their titles: id, name (or first name and last name), login, email, sis id. A
    gradebook that Canvas exported serves, and so does Moodle's grading worksheet. Without one, students are named as in the download.

    Files that nobody's name or id fits for sure are in OUT/unmatched; put them into OUT/submissions, in a folder named by the student's key.
    Grade with `convgrade grade OUT/submissions --out OUT/grades`.
    """
    from ..systems.collected import TABLE, write_table
    from ..systems.collecting import FOLDERS, SUBMISSIONS, collect, match
    from ..systems.downloads import handed_in
    from ..systems.entries import DownloadError, opened
    from ..systems.roster import read_roster
    from ..systems.sheet import SheetError

    earlier = [out / name for name in (*FOLDERS, TABLE) if (out / name).exists()]
    if earlier and not ((out / TABLE).exists() and again):
        raise Problem(f"{earlier[0]} is there already. Choose another folder" + (", or add --replace." if (out / TABLE).exists() else "."))
    try:
        people = read_roster(roster, key or "") if roster else None
        with contextlib.ExitStack() as stack:
            handed, strays = [], []
            for order, download in enumerate(downloads):
                some, nobodys = handed_in(stack.enter_context(opened(download)), order, people)
                handed += some
                strays += nobodys
            if not handed:
                raise Problem(f"Nothing in {', '.join(map(str, downloads))} has a name that Canvas, Moodle or Gradescope gives to submissions.")
            beside = out / ".part"
            shutil.rmtree(beside, ignore_errors=True)
            lines = list(collect(match(handed, strays, people), people, beside))
            write_table(lines, beside)
    except (SheetError, DownloadError) as problem:
        raise Problem(f"{problem}.") from None
    for place in earlier:
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    for place in sorted(beside.iterdir(), key=lambda place: place.name == TABLE):
        place.rename(out / place.name)
    beside.rmdir()
    tell(lines)
    click.echo(
        f"Submissions: {out / SUBMISSIONS}\nList:        {out / TABLE}\nGrade them:  convgrade grade {out / SUBMISSIONS} --out {out / 'grades'}"
    )
    return DONE


def tell(lines: "Sequence[Line]") -> None:
    """Print who handed in, and all that somebody should look at."""
    from ..overview import printable

    handed = [line for line in lines if line.submission]
    late = sum(line.late for line in handed)
    click.echo(f"{len(handed)} student{'s' * (len(handed) != 1)} handed something in{f', {late} of them late' if late else ''}.")
    if not handed:
        click.echo("Nobody in the roster is: is it that of this course, and has it the ids or names of this system?")
    missing = [line.student.key for line in lines if line.student.key and not line.submission]
    listed("Handed in nothing", [printable(key) for key in missing])
    listed("Set aside", [printable(f"{line.student.key}: {one}") for line in handed for one in line.aside])
    listed("Empty", [printable(line.student.key) for line in handed if line.note])
    listed("Nobody's", [printable(f"{line.files[0]} ({line.note.removeprefix('unmatched: ')})") for line in lines if not line.student.key])


def listed(what: str, some: Sequence[str]) -> None:
    if some:
        click.echo(f"{what} ({len(some)}):")
        for one in some[:MOST_LISTED]:
            click.echo(f"  {one}")
        if len(some) > MOST_LISTED:
            click.echo(f"  and {len(some) - MOST_LISTED} more")
