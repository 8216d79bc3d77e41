"""A book in each theme, in light, in dark and on a phone: built, opened without any network, a wrong answer checked in it.

    python tools/themes.py --parts PARTS --out DIR [THEME ...]

Themes are those of this Python; one that it lacks is said to be absent. Jupyter Book 1 wants an older Sphinx: run this with a Python that has
it. PARTS is what `convgrade book vendor` made. Prints, for each theme and scheme, requests to other hosts, errors on the page, what axe finds
in the elements, and how far the page is wider than a phone; writes what it saw to DIR/THEME-SCHEME.png, DIR/THEME-phone.png.
"""

import argparse
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright

THEMES = {  # the module that a theme comes in
    "alabaster": "alabaster",
    "furo": "furo",
    "pydata_sphinx_theme": "pydata_sphinx_theme",
    "sphinx_book_theme": "sphinx_book_theme",
    "jupyter-book": "jupyter_book",
}
HOST = "http://book.invalid"
CONF = """project = "A book"
extensions = ["myst_parser", "sphinx_exercise", "convgrade.book.sphinx"]
html_theme = {theme!r}
convgrade_parts = {parts!r}
"""
CONFIG = """title: A book
execute: {{execute_notebooks: "off"}}
sphinx:
  extra_extensions: [sphinx_exercise, convgrade.book.sphinx]
  config: {{convgrade_parts: {parts!r}}}
"""
INDEX = """# A book

A kernel slides over an image.

```{{convgrade-exercise}} {exercise}
```

```{{convgrade-question}} {choice}
```

```{{convgrade-question}} {question}
```

The exercise is {{ref}}`exercise-{exercise}`.
"""
EXERCISE, CHOICE, QUESTION = "corr2d", "q104", "q102"
FLIPPED = """import numpy as np
def corr2d(X, K):
    H, W = np.subtract(X.shape, K.shape) + 1
    if min(H, W) < 1:
        raise ValueError("too large")
    K = K[::-1, ::-1]
    return np.array([[(X[i : i + len(K), j : j + len(K[0])] * K).sum() for j in range(W)] for i in range(H)])
"""
OURS = ("convgrade-exercise", "convgrade-question")
NOT_OURS = ("THEBE_JS_URL",)  # what Jupyter Book declares twice
SECONDS = 90
BEYOND_THE_EDGE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("themes", nargs="*", choices=[*THEMES, []], metavar="THEME", help=", ".join(THEMES))
    parser.add_argument("--parts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CONVGRADE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    sound = True
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for theme in chosen.themes or THEMES:
            if not find_spec(THEMES[theme]):
                print(f"{theme}: absent from this Python")
                continue
            pages = built(theme, chosen.parts.resolve(), chosen.out.resolve() / theme)
            for scheme, width in (("light", 1200), ("dark", 1200), ("phone", 375)):
                told = visit(browser, pages, chosen.out / f"{theme}-{scheme}.png", "dark" if scheme == "dark" else "light", width)
                print(f"{theme}, {scheme}: {'; '.join(told) or 'nothing to say'}", flush=True)
                sound = sound and not told
        browser.close()
    sys.exit(not sound)


def built(theme: str, parts: Path, home: Path) -> Path:
    """The pages of a book in a theme."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    (home / "index.md").write_text(INDEX.format(exercise=EXERCISE, choice=CHOICE, question=QUESTION), "utf-8")
    if theme == "jupyter-book":
        (home / "_config.yml").write_text(CONFIG.format(parts=str(parts)), "utf-8")
        (home / "_toc.yml").write_text("format: jb-book\nroot: index\n", "utf-8")
        command, pages = ["-c", "from jupyter_book.cli.main import main; main()", "build", "-W", "."], home / "_build" / "html"
    else:
        (home / "conf.py").write_text(CONF.format(theme=theme, parts=str(parts)), "utf-8")
        command, pages = ["-m", "sphinx", "-q", "-W", ".", "pages"], home / "pages"
    done = subprocess.run([sys.executable, *command], cwd=home, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{theme} was not built:\n{done.stdout}\n{done.stderr}")
    return pages


def visit(browser: Browser, pages: Path, picture: Path, scheme: Any, width: int) -> list[str]:
    """Open the page, check a wrong answer and answer a question; what there is to complain about."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, has_touch=width < 500)
    asked, wrong = set[str](), list[str]()
    context.route("**/*", lambda route: answer(route, pages, asked))
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{HOST}/index.html")
    use(page)
    page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    page.screenshot(path=picture, full_page=True)
    wide = page.evaluate(BEYOND_THE_EDGE)
    found = Axe().run(page, {"include": [list(OURS)]}).response["violations"]
    context.close()
    told = [f"asked for {', '.join(sorted(asked))}"] if asked else []
    told += [f"error: {one}" for one in wrong if not any(word in one for word in NOT_OURS)]
    told += [f"axe: {one['id']} at {one['nodes'][0]['target']}" for one in found]
    return told + ([f"{wide} pixels wider than the screen"] if wide > 0 else [])


def answer(route: Route, pages: Path, asked: set[str]) -> None:
    """Give a file of the site; what is asked for elsewhere is refused, and noted, as is what lacks of ours."""
    url = route.request.url.partition("?")[0]
    file = pages / url.removeprefix(f"{HOST}/")
    if url.startswith(f"{HOST}/") and file.is_file():
        route.fulfill(path=file)
        return
    if not url.startswith(f"{HOST}/") or "/convgrade/" in url:
        asked.add(url)
    route.abort()


def use(page: Page) -> None:
    """Hand in a flipped kernel, and an answer."""
    exercise, question = page.locator(OURS[0]), page.locator(f"{OURS[1]}[name={QUESTION}]")
    field = exercise.get_by_role("textbox")
    field.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(FLIPPED)
    exercise.get_by_role("button", name="Check").click()
    exercise.get_by_text("not yet").first.wait_for(timeout=1000 * SECONDS)
    question.get_by_role("textbox").fill("9")
    question.get_by_role("button", name="Check").click()
    question.get_by_text("That is").first.wait_for(timeout=1000 * SECONDS)


if __name__ == "__main__":
    main()
