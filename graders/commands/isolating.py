"""How well students' code is kept apart here: proven by trying, and shown."""

import contextlib
from typing import TYPE_CHECKING

import click

from ..cli import DONE, NOT_YET, Problem

if TYPE_CHECKING:
    from ..isolation import Isolation


def chosen_isolation(mode: str, trusted: bool) -> "Isolation":
    """The isolation that a mode asks for, proven here, and a line that says what it is.

    Raises:
        Problem: more is required than can be had, or none was asked for without saying that it is meant.
    """
    from ..isolation import establish, strongest
    from ..zygote import NO_LAYERS, Zygote, ZygoteLost

    if mode == "off" and not trusted:
        raise Problem("--isolation off runs submissions with your rights; say that you mean it: --i-trust-these-submissions")
    try:
        with contextlib.ExitStack() as stack:
            held, zygote = establish(stack.enter_context(Zygote("", NO_LAYERS if mode == "off" else strongest())))
            stack.callback(zygote.close)
    except ZygoteLost as lost:
        raise Problem(f"No worker can be started here: {lost}.") from None
    if mode == "require" and held.tier != "strict":
        raise Problem(f"Isolation is required, and this machine does not give it. {held.sentence()}")
    click.echo(f"Isolation: {held.sentence()}")
    return held


@click.command("isolation")
def isolation_command() -> int:
    """Show how well students' code is kept apart on this machine, proven by trying."""
    held = chosen_isolation("auto", trusted=False)
    own = ("a process and session of its own, limits", True)
    user, files = ("a user of its own", bool(held.layers.uid)), ("Landlock", held.layers.landlock)
    layers = [own, user, files, ("a list of system calls", held.layers.filter), ("Bubblewrap", held.layers.bubblewrap)]
    for name, there in layers:
        click.echo(f"  {'yes' if there else 'no ':<4} {name}")
    if held.reason:
        click.echo(held.reason)
    return DONE if held.tier == "strict" else NOT_YET
