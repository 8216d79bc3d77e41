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


def prose(text: str) -> Markup:
    """Paragraphs of text; indented lines become blocks of code, and what stands in `backticks` becomes code."""
    made = []
    for is_code, lines in groupby(legible(text).split("\n"), lambda line: line.startswith("    ")):
        block = "\n".join(lines)
        if is_code:
            made.append(Markup('<pre class="code">{}</pre>').format(dedent(block)))
        else:
            made += [Markup("<p>{}</p>").format(with_code(part.strip())) for part in block.split("\n\n") if part.strip()]
    return Markup("\n").join(made)


def with_code(text: str) -> Markup:
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(legible(text)))))
