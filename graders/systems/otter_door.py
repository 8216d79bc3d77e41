"""Otter for submissions of any kind: python -m convgrade.systems.otter_door run|seal

Otter unpacks a zip and reads a notebook before it asks a plugin, and gives no results where it cannot. Here it gets an empty notebook instead,
and the plugin is told where the submission lies. `run` is `otter run` for any number of submissions; `seal` does the same to an autograder zip,
for Gradescope and `otter grade`, which run what is in it.
"""

import os
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import click

from ..assignment import AssignmentError
from ..classroom import submissions_in
from ..store import safe_names
from .otter import EMPTY, GIVEN, one_of, take_away

SUBMITTED = "submitted"
RUN = "run_otter.py"
SEALED = '''"""Runs otter-grader; convgrade takes what was handed in out of its reach first."""

from convgrade.systems.otter_door import enter

if __name__ == "__main__":
    enter({folder!r})
'''
EXISTING = click.Path(exists=True, path_type=Path)


@click.group(help=(__doc__ or "").partition("\n\n")[2])
def door() -> None:
    """What this module does."""


@door.command("run")
@click.argument("autograder", type=EXISTING)
@click.argument("paths", nargs=-1, required=True, type=EXISTING)
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for SUBMISSION.json.")
def run_command(autograder: Path, paths: Sequence[Path], out: Path) -> None:
    """Grade submissions with AUTOGRADER, a zip of `otter assign`: each child of a folder in PATHS is one, and so is a file given directly."""
    found = submissions_in(paths, out)
    out.mkdir(parents=True, exist_ok=True)
    files = safe_names(found)
    for name, path in found.items():
        run(autograder, path, out / f"{files[name]}.json")
        click.echo(out / f"{files[name]}.json")


@door.command("seal")
@click.argument("autograder", type=EXISTING)
def seal_command(autograder: Path) -> None:
    """Have AUTOGRADER, a zip of `otter assign`, take submissions out of otter's reach before it opens them."""
    try:
        seal(autograder)
    except (zipfile.BadZipFile, KeyError):
        raise click.ClickException(f"{autograder} is no autograder zip: it is made by otter assign.") from None
    click.echo(f"{autograder}: sealed.")


def run(autograder: Path, submission: Path, results: Path) -> None:
    """Have otter grade one submission, and put its results.json into a file."""
    from otter.run import main

    os.environ[GIVEN] = str(submission.resolve())
    with tempfile.TemporaryDirectory() as name:
        empty = Path(name) / "submission.ipynb"
        empty.write_text(EMPTY, "utf-8")
        main(str(empty), autograder=str(autograder), output_dir=name, no_logo=True)
        shutil.copyfile(Path(name) / "results.json", results)


def seal(autograder: Path) -> None:
    """Replace what an autograder zip runs.

    Raises:
        BadZipFile, KeyError: it is none.
    """
    sealed = autograder.with_suffix(".sealed")
    with zipfile.ZipFile(autograder) as old, zipfile.ZipFile(sealed, "w", zipfile.ZIP_DEFLATED) as new:
        folder = re.search(r'run_autograder\("(.*)"\)', old.read(RUN).decode())
        for entry in old.infolist():
            new.writestr(entry, SEALED.format(folder=folder[1]) if folder and entry.filename == RUN else old.read(entry))
    sealed.replace(autograder)


def enter(folder: str) -> None:
    """What a sealed autograder runs, in the folder where source/, submission/ and results/ lie."""
    from otter.run.run_autograder import main

    place = Path(folder)
    take_away(place / "submission", place / SUBMITTED, set())
    (place / "submission" / "submission.ipynb").write_text(EMPTY, "utf-8")
    os.environ[GIVEN] = str(one_of(place / SUBMITTED))
    main(folder)


if __name__ == "__main__":
    try:
        door()
    except AssignmentError as problem:
        sys.exit(f"{problem}.")
