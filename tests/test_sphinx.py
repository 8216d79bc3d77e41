"""Books made by Sphinx: what stands on the page, what goes into print, and what an author is told.

What pages need is written by `convgrade.book.site`; here a stand-in notes what it was asked for.
"""

import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.cmd.build import build_main

CONF = 'project, author, copyright, version = "Book", "A", "A", "1"\nextensions = ["myst_parser", "convgrade.book.sphinx"]\n'
LIVE = CONF + 'convgrade_cdn = "https://cdn.invalid/"\n'
NUMBERED = LIVE + 'extensions.append("sphinx_exercise")\n'
CHAPTER = """# Chapter

```{convgrade-exercise} corr2d
```

```{convgrade-question} q207
:label: rounding
```

See {ref}`exercise-corr2d` and {ref}`rounding`.
"""
IN_RST = """
More
====

.. convgrade-exercise:: conv_shape
   :label: The-Shape

See :ref:`the-shape`.
"""
INDEX = "# Book\n\n```{toctree}\n:glob:\n*\n```\n"
STOOD_IN_FOR = ("convgrade.book.site", "convgrade.book.parts")
with_numbers = pytest.mark.filterwarnings("ignore:'sphinx_exercise")  # it uses what Sphinx is about to remove
STAND_IN = 'customElements.define("convgrade-exercise", class extends HTMLElement { connectedCallback() { this.attachShadow({mode: "open"}) } })'
FILES = {"conf.py": LIVE, "index.md": INDEX, "chapter.md": CHAPTER, "more.rst": IN_RST}


@dataclass(frozen=True)
class Built:
    """What came of a build: its folder, its exit code, and what it said."""

    out: Path
    code: int
    said: str
    told: str

    def page(self, name: str) -> str:
        return (self.out / name).read_text("utf-8")

    def lines(self, name: str) -> str:
        """A page as one line."""
        return " ".join(self.page(name).split())


Build = Callable[..., Built]


class PartsError(Exception):
    """As the real one: there are no parts, or others."""


def write_site(out: Path, exercises: Mapping[str, Any], questions: Mapping[str, Any], parts: Path | None, cdn: str = "") -> None:
    if not cdn and not (parts and parts.is_dir()):
        raise PartsError(f"{parts or 'the cache'} is not there.")
    if cdn == "full":
        raise OSError(28, "No space left on device")
    out.mkdir(parents=True, exist_ok=True)
    (out / "convgrade.js").write_text(STAND_IN)
    (out / "asked.json").write_text(json.dumps([[*exercises], [*questions], parts and parts.name, cdn]))


@pytest.fixture(scope="module", autouse=True)
def stand_in() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in STOOD_IN_FOR:
            patch.setitem(sys.modules, name, SimpleNamespace(write_site=write_site, PartsError=PartsError))
        yield


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write files, if any are given, and build a book of all that is there."""

    def make(files: Mapping[str, str] | None = None, *options: str, builder: str = "html") -> Built:
        return built(tmp_path, files or {}, *options, builder=builder)

    return make


def built(home: Path, files: Mapping[str, str], *options: str, builder: str = "html") -> Built:
    for name, text in files.items():
        (home / "src" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "src" / name).write_text(text, "utf-8")
    said, told = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", said)
        patch.setattr(sys, "stderr", told)
        code = build_main(["-b", builder, "-d", str(home / "doctrees"), *options, "--no-color", str(home / "src"), str(home / builder)])
    return Built(home / builder, code, said.getvalue(), told.getvalue())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book as pages, made without a warning."""
    made = built(tmp_path_factory.mktemp("book"), FILES, "-W")
    assert (made.code, made.told) == (0, "")
    return made


def test_a_page_has_the_statement_and_the_element_which_holds_the_stub(book: Built) -> None:
    before, element = re.split('<convgrade-exercise name="corr2d" statement="none">', book.page("chapter.html"))
    assert "Slide the kernel" in before
    assert 'class="rubric">Example<' in before
    assert "NotImplementedError" in element.partition("</convgrade-exercise>")[0]


def test_a_book_in_restructuredtext_shows_the_same(book: Built) -> None:
    page = book.page("more.html")
    assert '<convgrade-exercise name="conv_shape" statement="none">' in page
    assert "<td><p>no padding; the kernel lies inside the image completely</p></td>" in page


def test_a_book_needs_no_markdown_of_its_own(build: Build) -> None:
    made = build({"conf.py": LIVE.replace('"myst_parser", ', ""), "index.rst": IN_RST}, "-W")
    assert (made.code, made.told) == (0, "")
    assert '<convgrade-exercise name="conv_shape" statement="none">' in made.page("index.html")


def test_a_question_has_its_options_behind_letters_and_an_element_which_says_how_an_answer_looks(book: Built) -> None:
    page = book.lines("chapter.html")
    assert '<div class="line">(b) Up to rounding</div>' in page
    assert '<convgrade-question name="q207" statement="none"> <p>The answer is one letter, for example' in page


def test_references_say_the_title_whatever_the_case_of_the_label(book: Built) -> None:
    assert 'href="#exercise-corr2d"><span class="std std-ref">Exercise corr2d: Cross-correlation<' in book.page("chapter.html")
    assert 'href="#rounding"><span class="std std-ref">Question q207: A matrix product and a loop<' in book.page("chapter.html")
    assert 'href="#the-shape"><span class="std std-ref">Exercise conv_shape: ' in book.page("more.html")


def test_the_statement_is_found_by_the_search_of_the_book(book: Built) -> None:
    assert "flip" in json.loads(book.page("searchindex.js").removeprefix("Search.setIndex(").removesuffix(")"))["terms"]


def test_only_pages_that_need_it_load_the_script(book: Built) -> None:
    load = re.compile(r'<script defer="defer" src="_static/convgrade/convgrade\.js[^"]*"></script>')
    assert {page.name for page in book.out.glob("*.html") if load.search(page.read_text("utf-8"))} == {"chapter.html", "more.html"}


def test_a_site_holds_what_the_book_uses_and_no_more(book: Built) -> None:
    asked = json.loads(book.page("_static/convgrade/asked.json"))
    assert asked == [["corr2d", "conv_shape"], ["q207"], None, "https://cdn.invalid/"]


@pytest.mark.parametrize("builder", ["singlehtml", "dirhtml"])
def test_other_layouts_of_pages_load_the_script_from_where_it_is(build: Build, builder: str) -> None:
    page = "index.html" if builder == "singlehtml" else "chapter/index.html"
    made = build(FILES, "-W", builder=builder)
    (place,) = re.findall(r'src="([^"]*convgrade\.js)', made.page(page))
    assert (made.out / page).parent.joinpath(place).resolve() == made.out / "_static/convgrade/convgrade.js"


@pytest.mark.parametrize(("builder", "page"), [("text", "chapter.txt"), ("latex", "book.tex"), ("epub", "chapter.xhtml"), ("man", "book.1")])
def test_print_has_statement_and_stub_and_nothing_that_needs_a_browser(build: Build, builder: str, page: str) -> None:
    made = build(FILES | {"conf.py": LIVE + "man_pages = [('index', 'book', 'A book', 'A', 1)]\n"}, "-W", builder=builder)
    assert (made.code, made.told) == (0, "")
    text = made.lines(page)
    assert "The first entry is" in text
    assert "NotImplementedError" in text
    assert "one letter, for example" in text
    assert "convgrade-exercise" not in text
    assert not (made.out / "_static" / "convgrade").exists()


def test_in_plain_text_paragraphs_stay_apart(build: Build) -> None:
    text = build(FILES, builder="text").page("chapter.txt")
    assert "Exercise corr2d: Cross-correlation:\n\n*Difficulty 1 of 3*\n\nSlide the kernel" in text
    assert "   (a) Always, to the last bit\n   (b) Up to rounding\n" in text


def test_a_pdf_knows_where_references_lead(build: Build) -> None:
    text = build(FILES, builder="latex").page("book.tex")
    for place in re.findall(r"\\hyperref\[\\detokenize\{(.*?)\}\]", text):
        assert f"\\label{{\\detokenize{{{place}}}}}" in text


@with_numbers
def test_sphinx_exercise_gives_numbers_and_references(build: Build) -> None:
    made = build(FILES | {"conf.py": NUMBERED, "more.rst": IN_RST + "\n.. convgrade-exercise:: pool\n   :nonumber:\n"}, "-W")
    assert (made.code, made.told) == (0, "")
    assert '<span class="caption-number">Exercise 1 </span> (Cross-correlation: corr2d)' in made.page("chapter.html")
    assert '<span class="std std-numref">Exercise 1</span>' in made.page("chapter.html")
    assert '<convgrade-exercise name="corr2d"' in made.page("chapter.html")
    assert '<p class="admonition-title">Exercise (Pooling with stride and padding: pool)</p>' in made.page("more.html")


@with_numbers
def test_with_sphinx_exercise_no_two_places_of_a_page_have_one_id(build: Build) -> None:
    made = build(FILES | {"conf.py": NUMBERED, "more.rst": IN_RST + "\n.. convgrade-exercise:: pool\n"}, "-W")
    found = re.findall(r'\bid="([^"]*)"', made.page("more.html"))
    assert sorted(set(found)) == sorted(found)


@with_numbers
@pytest.mark.parametrize(("builder", "page"), [("latex", "book.tex"), ("epub", "chapter.xhtml")])
def test_numbered_exercises_go_into_print_too(build: Build, builder: str, page: str) -> None:
    made = build(FILES | {"conf.py": NUMBERED}, "-W", builder=builder)
    assert (made.code, made.told) == (0, "")
    assert "NotImplementedError" in made.page(page)


@pytest.mark.parametrize(
    ("file", "text", "line", "near"),
    [
        ("chapter.md", "# A\n\n```{convgrade-exercise} cor2d\n```\n", 3, "There is no exercise 'cor2d'. Did you mean corr2d"),
        ("more.rst", "A\n=\n\n.. convgrade-question:: q2o7\n", 4, "There is no question 'q2o7'. Did you mean q207"),
        ("chapter.md", "# A\n\n```{convgrade-exercise} xyz\n```\n", 3, "There is no exercise 'xyz'. There are: corr2d, "),
    ],
)
def test_a_name_that_is_none_is_told_with_file_and_line_and_what_comes_near(build: Build, file: str, text: str, line: int, near: str) -> None:
    made = build({"conf.py": LIVE, "index.md": INDEX, file: text}, "-W", "--keep-going", builder="dummy")
    assert made.code != 0
    assert re.search(rf"{re.escape(file)}:{line}: WARNING: {re.escape(near)}", made.told)


def test_a_label_that_is_there_twice_is_told(build: Build) -> None:
    made = build(FILES | {"more.md": CHAPTER.replace("rounding", "other")}, builder="dummy")
    assert re.search(r"more\.md:3: WARNING: The label exercise-corr2d is there already, in .*chapter\.md\. Give", made.told)


def test_without_what_others_made_pages_show_the_stubs_and_the_author_is_told(build: Build) -> None:
    made = build(FILES | {"conf.py": CONF})
    assert "WARNING: Pages show the stubs and check nothing: the cache is not there." in made.told
    assert "NotImplementedError" in made.page("chapter.html")
    assert "convgrade.js" not in made.page("chapter.html")


def test_pages_check_as_soon_as_there_is_what_they_need_and_no_longer(build: Build, tmp_path: Path) -> None:
    parts = tmp_path / "src" / "parts"
    assert "convgrade.js" not in build(FILES | {"conf.py": CONF + 'convgrade_parts = "parts"\n'}).page("chapter.html")
    parts.mkdir()
    assert "convgrade.js" in build().page("chapter.html")
    parts.rmdir()
    assert "convgrade.js" not in build().page("chapter.html")


def test_a_folder_of_parts_is_seen_from_conf_py_and_its_texts_are_no_pages(build: Build) -> None:
    made = build(FILES | {"conf.py": CONF + 'convgrade_parts = "parts"\n', "parts/README.md": "# No page\n"}, "-W")
    assert (made.code, json.loads(made.page("_static/convgrade/asked.json"))[2]) == (0, "parts")
    assert not (made.out / "parts").exists()


def test_a_site_that_cannot_be_written_ends_the_build_with_a_sentence(build: Build) -> None:
    made = build(FILES | {"conf.py": LIVE + 'convgrade_cdn = "full"\n'})
    assert made.code != 0
    assert "convgrade cannot write what pages need: [Errno 28] No space left on device" in made.told


def test_a_folder_without_exercises_ends_the_build_with_a_sentence(build: Build) -> None:
    made = build(FILES | {"conf.py": LIVE + 'convgrade_exercises = "nowhere"\n'})
    assert made.code != 0
    assert re.search("convgrade_exercises: .*nowhere holds no folder `exercises`", made.told)


OWN = FILES | {"conf.py": LIVE + 'convgrade_exercises = "own"\nhighlight_language = "python3"\n'}
BLUR = {
    "own/exercises/filters/blur/statement.md": "# Blur it: `blur`\n\nDivide by $n^2$.\n\n% all of it\n\n```\nX = 0 1\n```\n\n{ref}`nowhere`\n",
    "own/exercises/filters/blur/stub.py": "def blur(X): ...\n",
}
USES_BLUR = "# Own\n\n```{convgrade-exercise} blur\n```\n"


@pytest.fixture
def own(build: Build) -> Build:
    """A book whose author has an exercise of her own, built once."""
    made = build(OWN | BLUR | {"own.md": USES_BLUR}, "-W")
    assert (made.code, made.told) == (0, "")
    return build


def test_an_exercise_of_ones_own_stands_in_the_book_and_its_files_are_no_pages(own: Build) -> None:
    made = own()
    assert "Exercise blur: Blur it" in made.page("own.html")
    assert not (made.out / "own").exists()


def test_a_statement_is_plain_markdown_with_mathematics_whatever_the_book_is(own: Build) -> None:
    page = own().page("own.html")
    assert '<span class="math notranslate nohighlight">\\(n^2\\)</span>' in page
    assert "% all of it" in page
    assert "{ref}<code" in page
    assert '<div class="highlight-text notranslate">' in page


@pytest.mark.parametrize("file", ["statement.md", "stub.py"])
def test_a_page_is_made_anew_when_a_file_of_its_exercise_has_changed(own: Build, file: str) -> None:
    place = f"own/exercises/filters/blur/{file}"
    made = own({place: BLUR[place] + "\n# More than before\n"})
    assert "More than before" in made.page("own.html")
    assert "0 added, 1 changed, 0 removed" in made.said


def test_nothing_is_made_anew_when_nothing_has_changed(own: Build) -> None:
    assert "0 added, 0 changed, 0 removed" in own().said


def test_a_page_whose_exercise_was_not_there_shows_it_once_it_is(build: Build) -> None:
    before = OWN | {"own/exercises/filters/notes.txt": "To be written.", "own.md": USES_BLUR}
    assert "There is no exercise 'blur'" in build(before).told
    made = build(BLUR)
    assert made.told == ""
    assert "Exercise blur: Blur it" in made.page("own.html")


def test_pages_that_are_read_and_written_side_by_side_are_the_same(book: Built, tmp_path: Path) -> None:
    fillers = {f"page{i}.md": f"# Page {i}\n" for i in range(8)}  # Sphinx does it only if there are many
    made = built(tmp_path, FILES | fillers, "-W", "-j", "2")
    assert (made.code, made.told) == (0, "")
    body = re.compile('<div class="body".*?</section>', re.DOTALL)
    for name in ("chapter.html", "more.html"):
        assert body.findall(made.page(name)) == body.findall(book.page(name))
    assert made.page("_static/convgrade/asked.json") == book.page("_static/convgrade/asked.json")


def test_what_pages_need_is_really_written(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in STOOD_IN_FOR:
        monkeypatch.delitem(sys.modules, name)
    made = build(FILES, "-W")
    assert (made.code, made.told) == (0, "")
    site = made.out / "_static" / "convgrade"
    assert {one.name for one in site.glob("*/*.json")} >= {"corr2d.json", "conv_shape.json", "q207.json"}
    assert (site / "convgrade.js").is_file()


@pytest.fixture
def visit(browser: Any, book: Built) -> Iterator[Callable[..., Any]]:
    """Open a page of the book as if a server gave its files; what is asked for elsewhere is refused, and noted in `asked`."""
    contexts = []

    def open_page(name: str, **settings: Any) -> Any:
        page = browser.new_context(**settings).new_page()
        contexts.append(page.context)
        page.asked, page.wrong = [], []
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("console", lambda message: page.wrong.append(message.text))
        page.route("**/*", lambda route: answer(route, page))
        page.goto(f"http://book.invalid/{name}")
        return page

    def answer(route: Any, page: Any) -> None:
        host, _, path = route.request.url.partition("://")[2].partition("/")
        file = book.out / path.partition("?")[0]
        if host == "book.invalid" and file.is_file():
            route.fulfill(path=file)
        else:
            page.asked.append(route.request.url)
            route.abort()

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.browser
def test_in_a_browser_the_element_takes_the_place_of_the_stub_and_nothing_is_asked_for_elsewhere(visit: Callable[..., Any]) -> None:
    page = visit("chapter.html")
    page.wait_for_function("!!customElements.get('convgrade-exercise')")
    assert not page.get_by_text("NotImplementedError").is_visible()
    assert (page.asked, page.wrong) == ([], [])


@pytest.mark.browser
def test_without_scripts_the_stub_can_be_read(visit: Callable[..., Any]) -> None:
    assert visit("chapter.html", java_script_enabled=False).get_by_text("NotImplementedError").is_visible()
