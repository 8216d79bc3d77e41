"""Statements and questions as nodes of a Sphinx document, so that they look like the book, and are searched, translated and printed with it.

They are written in the Markdown of notebooks: CommonMark, tables, and mathematics between dollars. A book in reStructuredText shows them
as one in MyST does, whatever either has switched on for its own pages.
"""

from pathlib import Path

from docutils import nodes
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import new_document

PLAIN = "text"  # what code without a language is: a book's own default may be Python, and a matrix is none


def in_nodes(markdown: str, place: Path, env: BuildEnvironment) -> list[nodes.Node]:
    """The nodes of a text, of which `place` is told where something is wrong with it; its headings become rubrics."""
    document = new_document(str(place))
    document.settings.env = env
    holder = nodes.container()  # which is no section: a heading within it opens none
    parser = MarkdownIt("commonmark", renderer_cls=SphinxRenderer).enable("table").use(dollarmath_plugin)
    parser.options.update({"myst_config": MdParserConfig(commonmark_only=True), "document": document, "current_node": holder})
    tokens = parser.parse(markdown)
    for token in tokens:
        if token.type in ("fence", "code_block"):
            token.type, token.info = "fence", token.info.strip() or PLAIN
    parser.renderer.render(tokens, parser.options, {})
    for rubric in holder.findall(nodes.rubric):  # many statements have the same headings, and stand on one page
        rubric.attributes = {"ids": [], "classes": [], "names": [], "dupnames": [], "backrefs": []}
    return holder.children
