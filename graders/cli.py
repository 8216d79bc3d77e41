"""The command line: `convgrade COMMAND`. Each command imports what it needs when it runs, so that `check` starts fast."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

DONE, NOT_YET, USAGE, UNGRADED, INTERRUPTED = 0, 1, 2, 3, 130
COMMANDS = {
    "student": ("list", "start", "check", "hint"),
    "asking": ("ask",),
    "watch": ("watch",),
    "assigning": ("new-assignment",),
    "releasing": ("release",),
    "collect": ("collect",),
    "instructor": ("grade",),
    "giving_back": ("give-back",),
    "previewing": ("preview",),
    "isolating": ("isolation",),
    "banks": ("bank",),
    "parity": ("parity",),
    "author": ("exercise",),
    "books": ("book",),
}


class Problem(click.ClickException):
    """Something the user can mend, told in one sentence."""

    exit_code = USAGE


class Lazy(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for names in COMMANDS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in COMMANDS.items():
            if cmd_name in names:
                command: click.Command = getattr(import_module(f"convgrade.commands.{module}"), f"{cmd_name.replace('-', '_')}_command")
                return command
        return None


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="convgrade", message="convgrade %(version)s")
@click.option(
    "--exercises",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="CONVGRADE_EXERCISES",
    show_envvar=True,
    help="A folder with exercises of your own.",
)
@click.pass_context
def cli(ctx: click.Context, root: Path | None) -> None:
    """Grade exercises on convolutional networks.

    \b
    Students:     convgrade start DIR, then convgrade watch DIR
    Instructors:  convgrade new-assignment, convgrade grade SUBMISSIONS --out DIR
    Authors:      convgrade exercise new CHAPTER NAME
    """
    ctx.obj = root


def main() -> None:
    """Run the command line; no traceback of ours reaches a user."""
    try:
        code = cli.main(standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        code = USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted. What was finished is kept.", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        code = DONE
    except OSError as problem:
        where = f" {problem.filename}" if problem.filename else ""
        click.echo(f"Error: cannot use{where}: {(problem.strerror or str(problem)).lower()}.", err=True)
        code = USAGE
    except Exception as problem:
        if type(problem).__name__ == "AuthorError":  # not imported here, so that starting is fast
            click.echo(f"Error in an exercise: {problem}.", err=True)
            sys.exit(USAGE)
        if os.environ.get("CONVGRADE_DEBUG"):
            raise
        click.echo(f"convgrade itself failed ({type(problem).__name__}: {problem}). Please report it; CONVGRADE_DEBUG=1 shows where.", err=True)
        code = USAGE
    sys.exit(code if isinstance(code, int) else DONE)
