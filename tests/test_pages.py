"""Pages as people see them, in a headless Chromium: readable by everybody, at rest, on paper, and deaf to what a submission says."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from convgrade.bank import Bank
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade
from convgrade.limits import Limits
from convgrade.pages import class_page, submission_page
from convgrade.report import report_on
from convgrade.submission import read
from convgrade.summary import summary_of

pytestmark = pytest.mark.browser

Report = dict[str, Any]
EXERCISES = find()
GOLDEN = Path(__file__).parent / "golden"
VERDICTS = ("passed", "not_yet", "missing", "passed", "timeout", "missing", "passed", "unrepeatable", "ungraded")
FLIPS = {"name": "flips", "feedback": "You flip the kernel, `K[0, 0]` meets the top left."}
KINDS = ("class", "staff", "student")
HALF_A_PAGE_OF_A4 = 1047  # pixels that a landscape page has between margins of 10 mm


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a text as a page of a browser of its own; what it asks for from anywhere is refused, and noted in `asked`."""
    contexts = []

    def open_page(text: str, **settings: Any) -> Any:
        place = tmp_path / "page.html"
        place.write_text(text, "utf-8", "backslashreplace")
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.asked = []
        page.wrong = []
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("console", lambda message: page.wrong.append(message.text))
        page.route("**/*", lambda route: route.continue_() if route.request.url == place.as_uri() else refuse(page, route))
        page.goto(place.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def refuse(page: Any, route: Any) -> None:
    page.asked.append(route.request.url)
    route.abort()


@pytest.fixture(scope="module")
def texts(report_of: Callable[..., Report], banks: dict[str, Bank], zygotes: Zygotes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A class, and a submission that was really graded for staff and for its student."""
    path = tmp_path_factory.mktemp("submission") / "flipped.py"
    crashes = "\n\ndef pool2d(X, pool_size):\n    1 / 0\n"
    path.write_text((GOLDEN / "flipped_corr2d.py").read_text() + (GOLDEN / "unfloored_out_size.py").read_text() + crashes)
    chosen = {name: EXERCISES[name] for name in ("corr2d", "out_size", "pool2d", "im2col")}
    judgements = grade(read(path), chosen, {name: [banks[name]] for name in chosen}, zygotes, Limits())
    report = report_on(read(path), judgements, "strict")
    staff, student = (submission_page(report, EXERCISES, staff=one, beside="../feedback/a.html" if one else "") for one in (True, False))
    return {"class": page_of([*small_class(report_of), report], [{"corr2d": "1"}] * 9), "staff": staff, "student": student}


def small_class(report_of: Callable[..., Report]) -> list[Report]:
    failing = {"verdict": "not_yet", "misconception": FLIPS, "counterexample": {}, "properties": [{"name": "is_linear"}], "seconds": 0.5}
    refused = {name: {"verdict": "refused", "message": "It cannot be read."} for name in EXERCISES}
    entries = [{name: told(verdict, i) for i, name in enumerate(EXERCISES)} for verdict in range(7)]
    reports = [report_of(f"student {i}.py", one | ({"out_size": failing} if i % 2 else {})) for i, one in enumerate(entries)]
    return [*reports, report_of("Zoë.ipynb", refused, message="It cannot be read.")]


def told(start: int, i: int) -> Report:
    verdict = VERDICTS[(start * 5 + i * (1 + start % 3)) % len(VERDICTS)]
    return {"verdict": verdict, "counterexample": {} if verdict == "not_yet" else None, "seconds": i / 7}


def page_of(reports: list[Report], patterns: list[dict[str, str]] | None = None) -> str:
    names = [report["submission"] for report in reports]
    held = zip(reports, [*(patterns or []), *({} for _ in reports)], strict=False)
    return "".join(class_page(summary_of(held), {name: f"file{i}" for i, name in enumerate(names)}, EXERCISES))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_to_complain_about(opened: Callable[..., Any], texts: dict[str, str], kind: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(texts[kind], color_scheme=scheme)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_for_nothing_and_nothing_goes_wrong_on_it(opened: Callable[..., Any], texts: dict[str, str], kind: str) -> None:
    page = opened(texts[kind])
    assert (page.asked, page.wrong) == ([], [])
    assert page.locator("link[href], script[src], img, iframe").count() == 0


def test_every_column_sorts_both_ways_and_says_so(opened: Callable[..., Any], texts: dict[str, str]) -> None:
    page = opened(texts["class"])
    heads = page.locator("#submissions thead th")
    for column in range(heads.count()):
        kind = heads.nth(column).get_attribute("data-kind")
        for direction in ("ascending", "descending"):
            heads.nth(column).get_by_role("button").click()
            assert heads.nth(column).get_attribute("aria-sort") == direction
            assert page.locator("#submissions th[aria-sort]").count() == 1
            keys = [key(kind, cell) for cell in cells(page, column)]
            assert keys == sorted(keys, reverse=direction == "descending")
    assert page.wrong == []


def cells(page: Any, column: int) -> list[list[str]]:
    """Class and text of each cell of a column, from top to bottom."""
    return page.evaluate(
        "column => [...document.querySelectorAll('#submissions tbody tr')].map(r => [r.cells[column].className, r.cells[column].textContent])", column
    )


def key(kind: str, cell: list[str]) -> Any:
    order, text = cell
    return {"text": text.lower(), "number": 0.0 if kind != "number" else float(text), "verdict": ("pnoum".find(order), text)}[kind]


def test_the_keyboard_sorts_and_filters(opened: Callable[..., Any], texts: dict[str, str]) -> None:
    page = opened(texts["class"])
    page.get_by_role("button", name="Score").focus()
    page.keyboard.press("Enter")
    assert page.locator("#submissions th[aria-sort]").inner_text().startswith("Score")
    page.get_by_label("Find").focus()
    page.keyboard.type("STUDENT 3")
    assert page.locator("#submissions tbody tr:visible th").all_inner_texts() == ["student 3.py"]
    assert page.get_by_role("status").inner_text() == "1 of 9 found"
    page.get_by_label("Find").fill("unrepeatable")
    shown = page.locator("#submissions tbody tr:visible").all_inner_texts()
    assert shown
    assert all("unrepeatable" in text for text in shown)


def test_a_class_page_without_scripts_is_a_readable_table(opened: Callable[..., Any], texts: dict[str, str]) -> None:
    page = opened(texts["class"], java_script_enabled=False)
    table = page.locator("#submissions")
    assert [name for name in EXERCISES if name not in table.locator("thead").inner_text()] == []
    assert [i for i in range(7) if f"student {i}.py" not in table.inner_text()] == []
    assert table.locator("button").count() == 0
    assert not page.get_by_label("Find").is_visible()
    page.locator("summary").first.click()
    assert page.locator("details pre").first.is_visible()


@pytest.fixture(scope="module")
def thousand(report_of: Callable[..., Report]) -> str:
    reports = [report_of(f"student_{i * 7919 % 1000:04}.ipynb", {n: told(i, j) for j, n in enumerate(EXERCISES)}) for i in range(1000)]
    return page_of(reports, [{name: str(i % 300) for name in EXERCISES} for i in range(1000)])


def test_a_thousand_submissions_fit_into_five_megabytes_and_sort_within_a_second(opened: Callable[..., Any], thousand: str) -> None:
    assert len(EXERCISES) == 18
    assert len(thousand.encode()) <= 5_000_000
    page = opened(thousand)
    for column in (0, 1, 10, 20):
        times = page.evaluate(SORTING, column)
        assert min(times) < 1000, f"column {column}: {times}"
    keys = [float(text) for _, text in cells(page, 20)]
    assert keys == sorted(keys)


def test_of_many_rows_the_first_are_shown_until_all_are_asked_for(opened: Callable[..., Any], thousand: str) -> None:
    page = opened(thousand)
    rows = page.locator("#submissions tbody tr:visible")
    assert (rows.count(), page.get_by_role("status").inner_text()) == (200, "the first 200 are shown")
    page.get_by_label("Find").fill("student_09")
    assert (rows.count(), page.get_by_role("status").inner_text()) == (100, "100 of 1000 found")
    page.get_by_label("Find").fill("")
    page.emulate_media(media="print")
    assert rows.count() == 1000
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Show all").click()
    assert (rows.count(), page.get_by_role("status").inner_text()) == (1000, "")
    assert opened(thousand, java_script_enabled=False).locator("#submissions tbody tr:visible").count() == 1000


SORTING = """column => [1, 2, 3].map(() => {
  const button = document.querySelectorAll('#submissions thead button')[column];
  const start = performance.now();
  button.click();
  document.body.offsetHeight;
  document.getElementById('submissions').getBoundingClientRect();
  return performance.now() - start;
})"""


@pytest.mark.parametrize("kind", KINDS)
def test_on_paper_nothing_is_cut_off(opened: Callable[..., Any], texts: dict[str, str], kind: str) -> None:
    page = opened(texts[kind], viewport={"width": HALF_A_PAGE_OF_A4, "height": 700})
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


CUT_OFF = """() => [...document.querySelectorAll('html, main, section, table, pre, .wide, td, th, p')]
  .filter(one => !one.closest('.unseen') && (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
    || one.getBoundingClientRect().right > document.documentElement.clientWidth + 1))
  .map(one => one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 60))"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_window_scrolls_only_what_is_wide(opened: Callable[..., Any], texts: dict[str, str], kind: str) -> None:
    page = opened(texts[kind], viewport={"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


HOSTILE = [
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 1</script>",
    '"><img src=x onerror="window.pwned = 1">',
    '" onmouseover="window.pwned = 1" x="',
    "' onfocus='window.pwned = 1' autofocus='",
    "javascript:window.pwned=1",
    "</style><svg onload='window.pwned = 1'>",
    "</pre></details><iframe src='javascript:parent.pwned=1'></iframe>",
    "{{ 7 * 7 }}{% raise %}",
    "`<b onclick=window.pwned=1>code</b>`",
    "    <b onclick=window.pwned=1>indented</b>",
    "--><script>window.pwned = 1</script><!--",
    "http://127.0.0.1:9/beacon",
]
UNSEEN = "\u202egpj.py\u2066\u200b\u0000\u001b[2J\x85\u2028\ufeff\ud800"


def hostile_report(report_of: Callable[..., Report], text: str) -> Report:
    example = {"property": text, "call": text, "arguments": {text: text}, "expected": text, "got": text, "where": [], "explanation": text}
    entry = {
        "verdict": "not_yet",
        "message": text,
        "blocked_by": [text],
        "properties": [{"name": text}, {"name": text + "2", "kind": "value"}],
        "counterexample": example,
        "misconception": {"name": text, "feedback": text},
        "oracles": [text],
    }
    question = {"question": text, "verdict": "not_yet", "score": 0.0, "max_score": 1.0, "message": text}
    more = {"message": text + ".", "isolation": text, "convgrade": text, "questions": [question]}
    return report_of(text, {"corr2d": entry, text: {**entry, "verdict": "ungraded"}}, **more)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_submission_says_does_anything(opened: Callable[..., Any], report_of: Callable[..., Report], kind: str) -> None:
    reports = [hostile_report(report_of, text + UNSEEN) for text in HOSTILE]
    page_text = {
        "class": lambda: page_of(reports, [{"corr2d": "1"}] * len(reports)),
        "staff": lambda: "".join(body(submission_page(report, EXERCISES, staff=True, beside="../x.html")) for report in reports),
        "student": lambda: "".join(body(submission_page(report, EXERCISES, staff=False)) for report in reports),
    }[kind]()
    harmless_policy = page_text.replace("default-src 'none'", "default-src * 'unsafe-inline' data:").replace("script-src", "old-src")
    page = opened(harmless_policy)  # without the policy, too: escaping alone must hold
    page.evaluate(TOUCH_EVERYTHING)
    assert page.evaluate("window.pwned") is None
    assert page.asked == []
    assert page.locator("script").count() == (kind == "class")
    assert page.locator("img, iframe, svg, object, b[onclick]").count() == 0
    assert page.evaluate("[...document.querySelectorAll('a')].filter(a => !a.href.startsWith('file:')).map(a => a.href)") == []
    seen = page.locator("main").all_inner_texts()
    assert [text for text in HOSTILE if text.strip().strip("`") not in " ".join(seen)] == []
    assert [hex(ord(c)) for c in UNSEEN if not c.isprintable() and c in page.content()] == []


def body(text: str) -> str:
    return text.replace('id="', 'data-was="')  # several pages one after the other


TOUCH_EVERYTHING = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('body *')) {
    for (const name of ['mouseover', 'mouseenter', 'focus', 'click', 'load', 'error', 'toggle'])
      one.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
  }
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_allows_no_script_but_its_own(opened: Callable[..., Any], texts: dict[str, str], kind: str) -> None:
    page = opened(texts[kind].replace("<main>", "<main><script>window.pwned = 1</script><b id=b onclick='window.pwned = 2'>b</b><img src=x>"))
    page.locator("#b").click()
    assert page.evaluate("window.pwned") is None
    assert page.asked == []


def test_points_that_are_not_one_an_exercise_stand_beside_its_verdict(report_of: Callable[..., Report]) -> None:
    report = report_of("ada.py", {"corr2d": {"verdict": "not_yet", "message": "Not all.", "score": 1.5, "max_score": 4.0}})
    assert "not yet, 1.5 of 4 points" in submission_page(report, EXERCISES, staff=False)
