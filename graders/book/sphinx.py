"""A Sphinx extension: exercises and questions that pages check, without a server.

    extensions = ["myst_parser", "convgrade.book.sphinx"]
    convgrade_parts = "parts"       # what `convgrade book vendor --out parts` made; by default what it made in your cache
    convgrade_cdn = ""              # or where readers get Pyodide from
    convgrade_exercises = "course"  # a folder of exercises of your own, if you have any

Paths are seen from where conf.py lies. What pages need is written into `_static/convgrade/`, and only pages that use it load it.
"""

import os
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError, ExtensionError
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

from ..bank import BankError
from ..exercise import AuthorError, find
from ..questions import questions
from .directives import USED, ExerciseDirective, QuestionDirective, live, own_root

EPUB = "epub"  # a builder of HTML, but not for a browser
SCRIPT = "convgrade/convgrade.js"
log = logging.getLogger(__name__)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("convgrade_parts", "", "html", [str, Path])
    app.add_config_value("convgrade_cdn", "", "html", [str])
    app.add_config_value("convgrade_exercises", "", "env", [str, Path])
    app.add_directive("convgrade-exercise", ExerciseDirective)
    app.add_directive("convgrade-question", QuestionDirective)
    app.add_node(live, html=(open_element, close_element))
    app.connect("config-inited", look_at_settings)
    app.connect("env-updated", write_what_pages_need)
    app.connect("html-page-context", load_what_a_page_needs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def look_at_settings(app: Sphinx, config: Config) -> None:
    """See paths from where conf.py lies, take what lies there for no pages, and look at the exercises before a page names one.

    Raises:
        ConfigError: a folder of exercises is not there, or holds something else.
    """
    for name in ("convgrade_parts", "convgrade_exercises"):
        config[name] = os.path.normpath(app.confdir / config[name]) if config[name] else ""
    root = own_root(config)
    of_root = [root / "exercises", root / "reference"] if root else []
    for folder in [Path(config.convgrade_parts), *of_root]:
        if folder.is_relative_to(app.srcdir):
            config.exclude_patterns = [*config.exclude_patterns, f"{folder.relative_to(app.srcdir).as_posix()}/**"]
    try:
        find(root)
        questions(root)
    except (ValueError, AuthorError) as error:
        raise ConfigError(f"convgrade_exercises: {error}.") from None


def write_what_pages_need(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write scripts and data of the exercises and questions in the book, after its pages are read and before they are written.

    Returns:
        Pages to be written anew, since they can check now what they could not in the last build, or the reverse.

    Raises:
        ExtensionError: they cannot be written.
    """
    pages = {name: held[USED] for name, held in env.metadata.items() if USED in held}
    if not pages or app.builder.format != "html" or app.builder.name == EPUB:
        return []
    had_script = script_of(app).exists()
    try:
        write({one for held in pages.values() for one in held}, script_of(app).parent, app.config)
    except (ValueError, OSError, AuthorError, BankError) as error:
        raise ExtensionError(f"convgrade cannot write what pages need: {error}") from error
    return [] if had_script == script_of(app).exists() else [*pages]


def script_of(app: Sphinx) -> Path:
    return Path(app.outdir, "_static", SCRIPT)


def write(used: set[tuple[str, str]], out: Path, config: Config) -> None:
    """Write the folder of what is used, or warn if there is not what it is made of: an author without it still sees her book."""
    from .parts import PartsError
    from .site import write_site

    root = own_root(config)
    exercises = {name: one for name, one in find(root).items() if ("exercise", name) in used}
    asked = {name: one for name, one in questions(root).items() if ("question", name) in used}
    try:
        write_site(out, exercises, asked, Path(config.convgrade_parts) if config.convgrade_parts else None, config.convgrade_cdn)
    except PartsError as error:
        shutil.rmtree(out, ignore_errors=True)
        log.warning("Pages show the stubs and check nothing: %s", error, type="convgrade", subtype="parts")


def load_what_a_page_needs(app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: nodes.document | None) -> None:
    if doctree is not None and any(doctree.findall(live)) and script_of(app).exists():
        app.add_js_file(SCRIPT, loading_method="defer")  # no module: it tells who opens a page as a file what to do


def open_element(writer: HTML5Translator, node: live) -> None:
    """Begin the element, which lives in a browser; in an EPUB, which is HTML as well, it is a part like others."""
    live_here = writer.builder.name != EPUB
    attributes = {"name": node["name"], "statement": "none"} if live_here else {}
    writer.body.append(writer.starttag(node, tag_of(writer, node), **attributes))


def close_element(writer: HTML5Translator, node: live) -> None:
    writer.body.append(f"</{tag_of(writer, node)}>\n")


def tag_of(writer: HTML5Translator, node: live) -> str:
    return "div" if writer.builder.name == EPUB else f"convgrade-{node['kind']}"
