"""A notebook cell as Python: IPython's magics and shell lines left out, line numbers kept."""

import ast
import re

CODE_MAGICS = ("time", "timeit", "capture", "prun")
MOST_MAGICS = 1000
_TIMED = re.compile(r"^([ \t]*)%time[ \t]+(?=\S)")
_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.,'\"\[\] ]+=[ \t]*[!%].*|[^#\n]*\?[ \t]*)$")


def parse_cell(label: str, text: str) -> ast.Module:
    """The syntax tree of a cell.

    Only a line that Python rejects is taken for a magic, so that text and comments which look like one are kept.

    Raises:
        SyntaxError: what remains is no Python.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[first].lstrip().startswith("%%"):
        magic = lines[first].lstrip()[2:].split()[:1]
        if magic and magic[0] in CODE_MAGICS:
            lines[first] = ""
        else:
            lines = []
    for _ in range(MOST_MAGICS):
        try:
            return ast.parse("\n".join(lines), label)
        except SyntaxError as error:
            if not leave_out(lines, (error.lineno or 0) - 1):
                raise
    return ast.parse("\n".join(lines), label)


def leave_out(lines: list[str], at: int) -> bool:
    """Replace the magic or shell command at a line, with the lines that continue it, by nothing; whether there was one."""
    if not 0 <= at < len(lines):
        return False
    if _TIMED.match(lines[at]):
        lines[at] = _TIMED.sub(r"\1", lines[at])
        return True
    match = _MAGIC.match(lines[at])
    if not match:
        return False
    goes_on = lines[at].endswith("\\")
    lines[at] = match[1] + "pass"
    while goes_on and at + 1 < len(lines):
        at += 1
        goes_on = lines[at].endswith("\\")
        lines[at] = ""
    return True
