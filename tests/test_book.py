"""The book in docs/book: its cells run, its numbers are right, all exercises and questions are in it, and no solution."""

import ast
import doctest
import inspect
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from convgrade.exercise import answers_of, find, load_module
from convgrade.questions import questions

BOOK = Path(__file__).parents[1] / "docs" / "book"
EXERCISES = find()
CHAPTERS = tuple(dict.fromkeys(exercise.chapter for exercise in EXERCISES.values()))
TEXTS = {file.stem: file.read_text("utf-8") for file in sorted(BOOK.glob("*.md"))}

CELL = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^(`{3,})[^`\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
DIRECTIVE = re.compile(r"^```\{([a-z-]+)\} *(\S*)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
LOOPS = (ast.For, ast.While, ast.FunctionDef, ast.Lambda, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)
SHORTEST_LINE_TO_TELL = 18  # of a solution: shorter ones are anybody's
MOST_WORDS, MEAN_WORDS = 42, 16


def named(kind: str, *chapters: str) -> list[str]:
    """What the directives of a kind name, in the order of the book."""
    text = "\n".join(FENCED.sub(lambda found: "" if len(found[1]) > 3 else found[0], TEXTS[chapter]) for chapter in chapters)
    return [name for directive, name in DIRECTIVE.findall(text) if directive == kind]


def cells(chapter: str) -> list[str]:
    return CELL.findall(TEXTS[chapter])


def ran(chapter: str) -> tuple[dict[str, Any], list[str]]:
    """The names that a chapter's cells leave behind, and what did not come out as its text says."""
    names: dict[str, Any] = {}
    wrong: list[str] = []
    for found in CELL.finditer(TEXTS[chapter]):
        line = TEXTS[chapter][: found.start()].count("\n") + 1
        test = doctest.DocTestParser().get_doctest(found[1], names, chapter, f"{chapter}.md", line)
        doctest.DocTestRunner(verbose=False).run(test, out=wrong.append, clear_globs=False)
        names = test.globs
    return names, wrong


def prose(text: str) -> str:
    """A text without code, formulas, tables and headings."""
    text = FENCED.sub("\n\n", text)
    text = re.sub(r"\$\$.*?\$\$", "", text, flags=re.DOTALL)
    text = re.sub(r"\$[^$]*\$|`[^`]*`", "it", text)
    return "\n\n".join(part for part in re.split(r"\n\n|\n(?=- |\d\. )", text) if not part.lstrip().startswith(("#", "|")))


def sentences(text: str) -> list[list[str]]:
    found = [one for part in prose(text).split("\n\n") for one in re.split(r"(?<=[.?!:])\s+", part.replace("*", ""))]
    return [words for words in (re.findall(r"\w[\w'-]*", one) for one in found) if words]


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.fixture(scope="module")
def pictures() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BOOK)
        yield load_module(BOOK / "pictures.py", "pictures")


def drawings(pictures: ModuleType) -> dict[str, Callable[[], Any]]:
    """The functions that take nothing: each is a picture."""
    own = [one for one in vars(pictures).values() if inspect.isfunction(one) and one.__module__ == "pictures"]
    return {one.__name__: one for one in own if not inspect.signature(one).parameters}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_cells_of_a_chapter_give_what_its_text_says(chapter: str) -> None:
    assert cells(chapter)
    assert [cell for cell in cells(chapter) if not cell.startswith(">>> ")] == []
    assert ran(chapter)[1] == []


def test_all_exercises_are_in_the_book_once_and_in_their_order() -> None:
    assert named("convgrade-exercise", *CHAPTERS) == list(EXERCISES)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_asks_its_own_questions_each_once(chapter: str) -> None:
    assert named("convgrade-question", chapter) == [one.id for one in questions().values() if one.chapter == chapter]


def test_other_pages_set_no_exercise() -> None:
    others = sorted(set(TEXTS) - set(CHAPTERS))
    assert named("convgrade-exercise", *others) + named("convgrade-question", *others) == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_has_the_same_parts(chapter: str) -> None:
    headings = [heading.removesuffix("s") for heading in re.findall(r"^## (.*)$", TEXTS[chapter], re.MULTILINE)]
    parts = ("The idea", "What goes wrong", "Exercise", "Question", "Source")
    assert [heading for heading in headings if heading in parts] == list(parts)


def test_every_picture_is_shown_once(pictures: ModuleType) -> None:
    assert sorted(named("picture", *TEXTS)) == sorted(drawings(pictures))


def test_every_picture_can_be_drawn(pictures: ModuleType) -> None:
    assert [name for name, draw in drawings(pictures).items() if not draw().panels] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_pictures_show_the_arrays_that_the_cells_define(chapter: str, pictures: ModuleType) -> None:
    names, _ = ran(chapter)
    for name, value in pictures.EXAMPLES.get(chapter, {}).items():
        np.testing.assert_array_equal(names[name], value, err_msg=f"{name} in {chapter}")


def test_no_cell_holds_a_loop_or_a_function() -> None:
    source = "\n".join(
        example.source for text in TEXTS.values() for cell in CELL.findall(text) for example in doctest.DocTestParser().get_examples(cell)
    )
    assert [ast.unparse(node) for node in ast.walk(ast.parse(source)) if isinstance(node, LOOPS)] == []


@pytest.mark.parametrize("name", EXERCISES)
def test_no_line_of_a_solution_or_of_a_hint_is_in_the_book(name: str) -> None:
    answers = answers_of(EXERCISES[name])
    code = "\n".join(ast.unparse(ast.parse(inspect.getsource(f))) for f in (answers.reference, answers.second_technique))
    lines = [line.strip() for line in code.split("\n") if not line.startswith("def ") and '"""' not in line]
    lines += re.findall(r"^`(.+)`$", EXERCISES[name].text("hints.md").partition("## A line of code")[2], re.MULTILINE)
    book = re.sub(r"\s", "", "".join(TEXTS.values()))
    assert [line for line in lines if len(line) >= SHORTEST_LINE_TO_TELL and re.sub(r"\s", "", line) in book] == []


def test_links_lead_to_pages_and_headings_that_are_there() -> None:
    anchors = {name: {slug(heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)} for name, text in TEXTS.items()}
    targets = [target for text in TEXTS.values() for target in LINK.findall(FENCED.sub("", text))]
    broken = [target for target in targets if not leads_somewhere(target, anchors)]
    assert targets
    assert broken == []


def leads_somewhere(target: str, anchors: dict[str, set[str]]) -> bool:
    page, _, heading = target.partition("#")
    name = page.removesuffix(".md")
    return name in anchors and (not heading or heading in anchors[name])


@pytest.mark.parametrize("page", TEXTS)
def test_sentences_are_short(page: str) -> None:
    found = sentences(TEXTS[page])
    assert [" ".join(words) for words in found if len(words) > MOST_WORDS] == []
    assert sum(map(len, found)) / len(found) <= MEAN_WORDS


def test_lines_are_no_longer_than_code() -> None:
    assert [line for text in TEXTS.values() for line in text.split("\n") if len(line) > 150] == []


class Page(HTMLParser):
    """What a page asks for, the text of it, and the elements that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        held = dict(attributes)
        wanted = held.get("src") or (held.get("href") if tag == "link" else None)
        self.asked += [wanted] if wanted else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def build(builder: str, out: Path) -> Path:
    """Build the book. A warning is an error, but that there may be no parts for the editor here."""
    settings = ["-D", "suppress_warnings=convgrade.parts", "-d", str(out / "doctrees")]
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", builder, *settings, str(BOOK), str(out / builder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return out / builder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("html", tmp_path_factory.mktemp("book"))


@pytest.mark.sphinx
def test_pages_ask_for_nothing_from_anywhere(site: Path) -> None:
    asked = {one for file in site.rglob("*.html") for one in Page(file.read_text("utf-8")).asked}
    assert asked
    assert [one for one in asked if re.match(r"(\w+:)?//", one)] == []


@pytest.mark.sphinx
def test_formulas_are_drawn_by_the_browser(site: Path) -> None:
    pages = {chapter: (site / f"{chapter}.html").read_text("utf-8") for chapter in CHAPTERS}
    assert {chapter: "<math" in page for chapter, page in pages.items()} == dict.fromkeys(CHAPTERS, True)
    assert [chapter for chapter, page in pages.items() if "mathjax" in " ".join(Page(page).asked).lower()] == []


@pytest.mark.sphinx
def test_every_page_has_a_policy_that_lets_no_other_script_run(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert "unsafe-inline" not in scripts
        assert text.index("Content-Security-Policy") < text.index("<script")


@pytest.mark.sphinx
def test_without_html_pictures_are_made_of_signs(site: Path) -> None:
    page = (build("text", site.parent) / "correlation.txt").read_text("utf-8")
    assert " 1 [0][2] 1     [ 1][ 2]     0 [4] 2" in page


@pytest.fixture(scope="module")
def reader(browser: Any, site: Path) -> Iterator[Callable[..., Any]]:
    """Open a page of the site in a browser that reaches nothing else; what was asked for and complained of is noted."""
    contexts = []

    def open_page(name: str, **settings: Any) -> Any:
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.route("**/*", lambda route: serve(page, route, site))
        page.goto(f"https://book.test/{name}.html")
        return page

    yield open_page
    for context in contexts:
        context.close()


def serve(page: Any, route: Any, site: Path) -> None:
    host, _, path = route.request.url.removeprefix("https://").partition("/")
    file = site / path.partition("?")[0]
    if host == "book.test" and file.is_file():
        route.fulfill(path=file)
    else:
        page.complaints += [] if path == "favicon.ico" else [f"asked for {route.request.url}"]
        route.abort()


@pytest.mark.sphinx
@pytest.mark.browser
@pytest.mark.parametrize(("chapter", "scheme"), [("correlation", "dark"), ("matrix", "light")])
def test_a_chapter_is_readable_by_everybody(chapter: str, scheme: str, reader: Callable[..., Any]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = reader(chapter, color_scheme=scheme, bypass_csp=True, viewport={"width": 340, "height": 700})
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
    found = Axe().run(page, options=rules).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.sphinx
@pytest.mark.browser
@pytest.mark.parametrize("page", TEXTS)
def test_a_page_fits_a_phone_and_breaks_no_rule_of_its_policy(page: str, reader: Callable[..., Any]) -> None:
    opened = reader(page, viewport={"width": 340, "height": 700})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 340
    assert opened.complaints == []
    opened.close()


@pytest.mark.sphinx
@pytest.mark.browser
def test_a_script_that_is_slipped_into_a_page_does_not_run(reader: Callable[..., Any]) -> None:
    slip = (
        "() => { const one = document.createElement('script'); one.textContent = 'window.ran = true'; document.body.append(one); return window.ran }"
    )
    opened = reader("index")
    assert opened.evaluate(slip) is None
    assert "Content Security Policy" in " ".join(opened.complaints)
    opened.close()
