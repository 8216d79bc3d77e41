"""The directive `picture`: a picture of `pictures.py`, as HTML where pages are made, and in signs elsewhere. Its content is the caption."""

from difflib import get_close_matches
from typing import Any

import pictures
import sketch
from docutils import nodes
from markupsafe import Markup
from sketch import Picture
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from convgrade.html import BESIDE, SIDE, table
from convgrade.terminal import beside, block

WIDTH = 76


class PictureDirective(SphinxDirective):
    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        draw = getattr(pictures, name, None)
        if draw is None:
            near = get_close_matches(name, vars(pictures), 1)
            raise self.error(f"pictures.py has no picture {name!r}.{f' Did you mean {near[0]}?' if near else ''}")
        picture: Picture = draw()
        for module in (pictures, sketch):
            self.env.note_dependency(str(module.__file__))
        elsewhere = addnodes.only(expr="not html")
        elsewhere += nodes.literal_block("", in_signs(picture), language="text")
        box = nodes.container("", nodes.raw("", in_html(picture), format="html"), elsewhere, classes=["picture"])
        if picture.sentence:
            box += nodes.paragraph("", "", nodes.strong("", picture.sentence))
        box += self.parse_content_to_nodes()
        return [box]


def in_html(picture: Picture) -> Markup:
    tables = Markup("\n").join(Markup('<div style="{}">{}</div>').format(SIDE, table(panel)) for panel in picture.panels)
    return Markup('<div class="panels" style="{}">{}</div>').format(BESIDE, tables)


def in_signs(picture: Picture) -> str:
    return beside([block(panel, WIDTH, False) for panel in picture.panels], WIDTH)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("picture", PictureDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
