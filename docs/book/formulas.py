"""Formulas as MathML, which browsers draw by themselves: no script, no font, no request."""

from typing import Any

from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx


def in_line(translator: Any, node: nodes.math) -> None:
    translator.body.append(drawn(node.astext()))
    raise nodes.SkipNode


def as_block(translator: Any, node: nodes.math_block) -> None:
    formula = drawn(node.astext()).replace("<math ", '<math display="block" ', 1)
    translator.body.append(f'<div class="formula" tabindex="0">{formula}</div>\n')
    raise nodes.SkipNode


def drawn(formula: str) -> str:
    """A formula in MathML, with the space after a comma that the indices of arrays are used to."""
    made: str = tex2mathml(formula).replace("<mo>,</mo>", '<mo rspace="0.3em">,</mo>')
    return made


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_html_math_renderer("mathml", (in_line, None), (as_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
