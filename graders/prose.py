"""Text from anywhere as HTML that does nothing: escaped, and without characters that cannot be seen."""

import re
from itertools import groupby
from textwrap import dedent

from markupsafe import Markup, escape


def legible(text: str) -> str:
    """A text in which what turns, hides or ends a line unseen (Unicode's bidi, zero-width and control characters) is written out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in text)


def blocks(text: str) -> list[str]:
    """The paragraphs of a text, and its blocks of code, which are lines that are indented."""
    runs = ("\n".join(lines) for _, lines in groupby(text.split("\n"), is_code))
    return [block.strip("\n") for run in runs for block in run.split("\n\n") if block.strip()]


def is_code(block: str) -> bool:
    return block.startswith("    ")


def prose(text: str) -> Markup:
    """Paragraphs of text and blocks of code; what stands in `backticks` becomes code."""
    code, paragraph = Markup('<pre class="code">{}</pre>'), Markup("<p>{}</p>")
    made = (code.format(dedent(one)) if is_code(one) else paragraph.format(with_code(one.strip())) for one in blocks(legible(text)))
    return Markup("\n").join(made)


def with_code(text: str) -> Markup:
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(legible(text)))))
