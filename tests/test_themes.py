"""A book in each theme, in light, in dark and on a phone: built, opened without any network, a wrong answer checked in it.

Jupyter Book 1 wants an older Sphinx, so it is built by another Python, CONVGRADE_JUPYTER_BOOK; `make` sets one up.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.page, pytest.mark.sphinx, pytest.mark.slow]

THEMES = ("alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme")
JUPYTER_BOOK = os.environ.get("CONVGRADE_JUPYTER_BOOK")
HOST = "http://book.invalid"
CONF = """project = "A book"
extensions = ["myst_parser", "sphinx_exercise", "convgrade.book.sphinx"]
html_theme = {theme!r}
"""
CONFIG = """title: A book
execute: {execute_notebooks: "off"}
sphinx:
  extra_extensions: [sphinx_exercise, convgrade.book.sphinx]
"""
CONTENTS = "format: jb-book\nroot: index\n"
INDEX = """# A book

A kernel slides over an image.

```{convgrade-exercise} corr2d
```

```{convgrade-question} q104
```

```{convgrade-question} q102
```

The exercise is {ref}`exercise-corr2d`.
"""
FLIPPED = """import numpy as np
def corr2d(X, K):
    H, W = np.subtract(X.shape, K.shape) + 1
    if min(H, W) < 1:
        raise ValueError("too large")
    K = K[::-1, ::-1]
    return np.array([[(X[i : i + len(K), j : j + len(K[0])] * K).sum() for j in range(W)] for i in range(H)])
"""
OURS = ["convgrade-exercise", "convgrade-question"]
NOT_OURS = ("THEBE_JS_URL",)  # what Jupyter Book declares twice
READY_MS = 90_000  # a machine that does other things, too
LOOKS: tuple[tuple[Any, int], ...] = (("light", 1200), ("dark", 1200), ("light", 375))
BEYOND_THE_EDGE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("theme", THEMES)
def test_a_reader_checks_an_answer_in_each_theme_in_light_in_dark_and_on_a_phone(theme: str, browser: Any, tmp_path: Path) -> None:
    write(tmp_path, {"index.md": INDEX, "conf.py": CONF.format(theme=theme)})
    make(tmp_path, sys.executable, "-m", "sphinx", "-q", "-W", ".", "pages")
    assert visit(browser, tmp_path / "pages") == []


@pytest.mark.skipif(not JUPYTER_BOOK, reason="CONVGRADE_JUPYTER_BOOK names no Python: Jupyter Book 1 is NOT tried")
def test_a_reader_checks_an_answer_in_jupyter_book_1_in_light_in_dark_and_on_a_phone(browser: Any, tmp_path: Path) -> None:
    write(tmp_path, {"index.md": INDEX, "_config.yml": CONFIG, "_toc.yml": CONTENTS})
    make(tmp_path, str(JUPYTER_BOOK), "-c", "from jupyter_book.cli.main import main; main()", "build", "-W", ".")
    assert visit(browser, tmp_path / "_build" / "html") == []


def write(home: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (home / name).write_text(text, "utf-8")


def make(home: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def visit(browser: Any, pages: Path) -> list[str]:
    """Open the page, check a wrong answer, answer a question, and look at it in all ways; what there is to complain about."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context()
    asked, told = set[str](), list[str]()
    context.route("**/*", lambda route: answer(route, pages, asked.add))
    page = context.new_page()
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{HOST}/index.html")
    use(page)
    page.evaluate("document.activeElement.blur()")
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate(BEYOND_THE_EDGE)
        told += [f"{scheme}: {wide} pixels wider than a screen of {width}"] if wide > 0 else []
        violations = Axe().run(page, {"include": [OURS]}).response["violations"]
        told += [f"{scheme}, {width}: axe says {one['id']} at {one['nodes'][0]['target']}" for one in violations]
    context.close()
    return [one for one in told if not any(word in one for word in NOT_OURS)] + [f"asked for {url}" for url in sorted(asked)]


def answer(route: Any, pages: Path, note: Callable[[str], None]) -> None:
    """Give a file of the site; what is asked for elsewhere is refused and noted, as is what lacks of ours."""
    url = route.request.url.partition("?")[0]
    file = pages / url.removeprefix(f"{HOST}/")
    if url.startswith(f"{HOST}/") and file.is_file():
        route.fulfill(path=file)
        return
    if not url.startswith(f"{HOST}/") or "/convgrade/" in url:
        note(url)
    route.abort()


def use(page: Any) -> None:
    """Hand in a flipped kernel, and a wrong number."""
    exercise, question = page.locator(OURS[0]), page.locator(f"{OURS[1]}[name=q102]")
    exercise.get_by_role("textbox").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(FLIPPED)
    exercise.get_by_role("button", name="Check").click()
    exercise.get_by_text("You flip the kernel").first.wait_for(timeout=READY_MS)
    question.get_by_role("textbox").fill("9")
    question.get_by_role("button", name="Check").click()
    question.get_by_text("That is").first.wait_for(timeout=READY_MS)
