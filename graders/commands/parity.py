"""convgrade parity: is Keras on this device as near to the reference as rounding allows?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ..cli import DONE, NOT_YET, Problem
from .choose import exercises_named, require_references

SILENT = "\r" + " " * 60 + "\r"


@click.command("parity")
@click.argument("names", nargs=-1)
@click.option("--backend", type=click.Choice(["tensorflow", "jax", "torch"]), help="The backend of Keras; KERAS_BACKEND, or what is installed.")
@click.option("--device", type=click.Choice(["cpu", "gpu"]), default="gpu", show_default=True, help="Where Keras computes.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="parity.json", show_default=True, help="Where the figures go.")
@click.option("--markdown", type=click.Path(dir_okay=False, path_type=Path), help="A file for the table, too.")
@click.pass_obj
def parity_command(root: Path | None, names: Sequence[str], backend: str | None, device: str, out: Path, markdown: Path | None) -> int:
    """Compare the references of NAMES, or of all operations, with Keras on a device.

    For each operation and number format: the largest error as a fraction of what rounding allows, whether whole numbers came out
    exact, and the time. 1 is as far off as a right answer can be; beyond it something is wrong, and the exit code is 1.
    """
    from ..parity.backends import BACKENDS, NoBackend, chosen_backend
    from ..parity.measuring import Row
    from ..parity.running import Broken, Result, count, operations, run
    from ..parity.tables import heading, line
    from ..parity.tables import markdown as as_markdown

    exercises = exercises_named(names, root)
    require_references(exercises.values())
    chosen = operations(exercises.values())
    if not chosen:
        raise Problem(f"Keras computes no array for {', '.join(names)}: there is nothing to compare.")
    for file in filter(None, (out, markdown)):
        if not file.absolute().parent.is_dir():
            raise Problem(f"There is no folder {file.absolute().parent} for {file.name}.")
    try:
        name = chosen_backend(backend)
        machine, rows = None, list[Row]()
        for event in run(name, device, chosen):
            if isinstance(event, str):
                progress(f"{len(rows) + 1} of {count(chosen)}: {event}")
            elif isinstance(event, Row):
                rows.append(event)
                progress("")
                click.echo(line(event))
            else:
                machine = event
                if device == "gpu" and not machine.gpu:
                    click.echo(f"{BACKENDS[name]} sees no GPU: it was looked for, and this runs on the CPU.")
                click.echo(f"{BACKENDS[name]} on {machine.gpu or machine.cpu}\n{machine.about}\n\n{heading()}")
    except (NoBackend, Broken) as error:
        raise Problem(f"{error}.") from None
    assert machine
    result = Result(name, machine, rows)
    out.write_text(result.to_json(), "utf-8")
    if markdown:
        markdown.write_text(as_markdown(result), "utf-8")
    click.echo(f"\nAs figures: {out}")
    for row in result.beyond:
        click.echo(f"{row.operation} in {row.format} is further off than rounding explains.")
    for operation in result.absent:
        click.echo(f"{operation} was computed in no format; see what is said below its rows.")
    return NOT_YET if result.beyond or result.absent else DONE


def progress(text: str) -> None:
    """What is being computed, on a line that the next one takes the place of; nothing where nobody looks."""
    if sys.stderr.isatty():
        click.echo(f"{SILENT}{text}", nl=False, err=True)
