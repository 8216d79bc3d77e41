"""Feedback as HTML that is the same picture everywhere: notebooks (trusted or not), reports, pages of a book, light and dark.

JupyterLab takes styles sheets, scripts, svg and variables out of the outputs of untrusted notebooks. So there are tables with inline styles;
a highlighted cell sets its colour and its background, everything else inherits those of the page.
"""

from collections.abc import Sequence

from markupsafe import Markup

from .feedback import Feedback
from .panels import Cell, Panel
from .prose import blocks, is_code, with_code

TITLE = "text-align: left; white-space: nowrap; font-family: monospace; padding: 2px 0"
GRID = "border-collapse: collapse; margin: 2px 0"
CELL = "border: 1px solid #8888; padding: 2px 7px; text-align: right; font-family: monospace"
MARKED = {
    "window": "background-color: #ffe08a; color: #1a1a1a",
    "wrong": "background-color: #b3261e; color: #ffffff; font-weight: bold",
    "right": "background-color: #1a7f37; color: #ffffff; font-weight: bold",
    "differs": "background-color: #f6c6c2; color: #1a1a1a",
    "edge": "border: none",
}
SIGNS = {"wrong": "✗ ", "right": "✓ ", "differs": "≠ "}
HEADINGS = {"passed": "background-color: #1a7f37; color: #ffffff", "could not be checked": "background-color: #57606a; color: #ffffff"}
NOT_YET = "background-color: #ffe08a; color: #1a1a1a"
CODE = "white-space: pre-wrap; margin: 6px 0; font-family: monospace"
MEANINGS = {
    "window": "what it looks at",
    "wrong": "✗ the first entry that differs",
    "right": "✓ what it should be",
    "differs": "≠ others that differ",
}
SIDE = "display: inline-block; vertical-align: top"
BESIDE = "display: flex; flex-wrap: wrap; gap: 18px"
SMALL = "font-size: 85%; margin: 6px 0"


def fragment(feedback: Feedback) -> Markup:
    """Feedback as one block of HTML; nothing in it is taken for markup but what is written here."""
    sign = {"passed": "✓ ", "not yet": "✗ "}.get(feedback.heading, "")
    heading = Markup('<div><strong>{}</strong> <span style="{}; padding: 1px 8px">{}{}</span></div>')
    first = heading.format(feedback.exercise, HEADINGS.get(feedback.heading, NOT_YET), sign, feedback.heading)
    return Markup('<div style="max-width: 60em">{}\n{}</div>').format(first, inside(feedback))


def inside(feedback: Feedback) -> Markup:
    """The same below a heading that somebody else writes."""
    parts = list(map(paragraph, blocks(feedback.sentence)))
    if feedback.call:
        parts.append(Markup('<div>For example:</div><pre style="{}">{}</pre>').format(CODE, feedback.call))
        parts.append(picture(feedback.panels))
        parts.append(paragraph(feedback.working, strong=True))
        parts += map(paragraph, blocks(feedback.more))
    parts.append(paragraph(feedback.tried))
    if feedback.hints:
        parts.append(nested(feedback.hints))
    return Markup("\n").join(part for part in parts if part)


def paragraph(text: str, strong: bool = False) -> Markup:
    """A paragraph; lines that are indented are code."""
    if not text.strip():
        return Markup("")
    if is_code(text):
        return Markup('<pre style="{}">{}</pre>').format(CODE, text)
    marked = with_code(text)
    return Markup("<p>{}</p>").format(Markup("<strong>{}</strong>").format(marked) if strong else marked)


def picture(panels: Sequence[Panel]) -> Markup:
    """Panels beside each other, wrapped where the width does not hold them, and what their signs mean."""
    if not panels:
        return Markup("")
    tables = Markup("\n").join(Markup('<div style="{}">{}</div>').format(SIDE, table(panel)) for panel in panels)
    used = {cell.mark for panel in panels for row in panel.rows for cell in row}
    chip = Markup('<span style="{}; font-weight: normal; padding: 0 6px">{}</span>')
    legend = Markup(" ").join(chip.format(MARKED[mark], meaning) for mark, meaning in MEANINGS.items() if mark in used)
    return Markup('<div style="{}">{}</div>\n<div style="{}">{}</div>').format(BESIDE, tables, SMALL, legend)


def table(panel: Panel) -> Markup:
    """A panel as a table with its title as caption, its heat map below."""
    rows = Markup("").join(Markup("<tr>{}</tr>").format(Markup("").join(map(entry, row))) for row in panel.rows)
    made = Markup('<table style="{}"><caption style="{}">{}</caption><tbody>{}</tbody></table>')
    grid = made.format(GRID, TITLE, panel.title, rows)
    return grid + heat(panel) if panel.heat else grid


def entry(cell: Cell) -> Markup:
    style = f"{CELL}; {MARKED[cell.mark]}" if cell.mark else CELL
    return Markup('<td style="{}">{}{}</td>').format(style, SIGNS.get(cell.mark, ""), cell.text)


def heat(panel: Panel) -> Markup:
    """The whole of a large array as a picture of grey squares."""
    squares = Markup('<td style="width: 9px; height: 9px; padding: 0; background-color: {}"></td>')
    rows = [Markup("").join(squares.format(grey(x)) for x in row) for row in panel.heat]
    body = Markup("").join(Markup("<tr>{}</tr>").format(row) for row in rows)
    caption = Markup('<caption style="text-align: left">the whole of it, dark to bright</caption>')
    return Markup('<table style="border-collapse: collapse">{}<tbody>{}</tbody></table>').format(caption, body)


def grey(share: float) -> str:
    level = f"{round(255 * share):02x}"
    return f"#{level}{level}{level}"


def nested(hints: Sequence[str]) -> Markup:
    """Hints, each inside the one before, so that they are opened in order."""
    opened = Markup('<details style="margin: 4px 0 4px 12px"><summary>Hint {} of {}</summary>{}{}</details>')
    inner = Markup("")
    for number, hint in reversed(list(enumerate(hints, 1))):
        words = Markup("").join(map(paragraph, blocks(hint)))
        inner = opened.format(number, len(hints), words, inner)
    return inner
