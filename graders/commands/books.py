"""What authors of books run: `book vendor` fetches what pages need from others, `book site` writes what pages load."""

from pathlib import Path

import click

from ..cli import DONE, Problem
from .choose import all_exercises

CDN = "https://cdn.jsdelivr.net"
FOLDER = click.Path(file_okay=False, path_type=Path)
THERE = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("book")
def book_command() -> None:
    """Pages that check their readers' code in the readers' own browsers, with no server."""


@book_command.command("vendor")
@click.option("--out", type=FOLDER, help="The folder for them; by default one in your cache.")
@click.option("--from", "at_hand", multiple=True, type=THERE, help="A folder that has some of them.")
@click.option("--cdn", default="", metavar="URL", help=f"Fetch them from a CDN, such as {CDN}, instead of with npm and pip.")
def vendor_command(out: Path | None, at_hand: tuple[Path, ...], cdn: str) -> int:
    """Fetch Pyodide, NumPy for it, and the editor: 17 MB, each file with the hash that was published."""
    from ..book.parts import PartsError
    from ..book.site import parts_folder
    from ..book.vendoring import vendor

    place, cdn = out or parts_folder(), address(cdn)
    try:
        vendor(place, [*at_hand, parts_folder()], cdn, lambda words: click.echo(words, err=True))
    except PartsError as problem:
        raise Problem(str(problem)) from None
    click.echo(f"{place}: all parts are there, each with the hash that was published.")
    return DONE


@book_command.command("site")
@click.option("--out", required=True, type=FOLDER, help="The folder of your pages; `convgrade/` is written in it.")
@click.option("--parts", type=THERE, help="The folder that `book vendor` filled, if it was given one.")
@click.option("--cdn", default="", metavar="URL", help=f"Have readers load Pyodide and NumPy from a CDN, such as {CDN}; else the site holds them.")
@click.pass_obj
def site_command(root: Path | None, out: Path, parts: Path | None, cdn: str) -> int:
    """Write what pages load into OUT/convgrade, and print the lines to put into a page of HTML or Markdown."""
    from ..bank import BankError
    from ..book.parts import PartsError
    from ..book.site import SCRIPT, write_site
    from ..questions import questions

    exercises, cdn = all_exercises(root), address(cdn)
    try:
        write_site(out / "convgrade", exercises, questions(root), parts, cdn)
    except (PartsError, BankError) as problem:
        raise Problem(str(problem)) from None
    click.echo(f"{out / 'convgrade'} is written. In the head of a page, with the path from there:\n")
    click.echo(f'    <script defer src="convgrade/{SCRIPT}"></script>\n')
    click.echo("and where an exercise or a question is to be, by its name in `convgrade list` or `convgrade ask`:\n")
    click.echo(f'    <convgrade-exercise name="{next(iter(exercises))}"></convgrade-exercise>')
    click.echo('    <convgrade-question name="..."></convgrade-question>')
    return DONE


def address(cdn: str) -> str:
    """The base of a CDN as it was given.

    Raises:
        Problem: it is none.
    """
    if cdn and not cdn.startswith(("https://", "http://")):
        raise Problem(f"{cdn} is no address. A CDN is given by its base, such as {CDN}")
    return cdn
