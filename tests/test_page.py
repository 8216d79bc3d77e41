"""Pages that check their readers' code in the browser: the same verdicts as `convgrade check`, nothing asked of anybody, a text that is kept."""

import functools
import http.server
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest

from convgrade.bank import Bank
from convgrade.book.parts import Part, parts
from convgrade.book.site import parts_folder, write_site
from convgrade.book.vendoring import address_of
from convgrade.exercise import Exercise, answers_of, find
from convgrade.frameworks import Zygotes
from convgrade.limits import Limits
from convgrade.questions import questions
from convgrade.report import entry
from convgrade.scoring import Points
from convgrade.single import judge_single
from convgrade.submission import File, Submission

pytestmark = [pytest.mark.page, pytest.mark.slow]

EXERCISES, QUESTIONS = find(), questions()
CDN = "https://cdn.jsdelivr.net"
STRICT = {"default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "style-src": "'self'"} | dict.fromkeys(
    ("worker-src", "connect-src"), "'self'"
)
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<link rel="stylesheet" href="page.css"><script defer src="convgrade/convgrade.js"></script>
<main><h1>A page</h1>{}</main></html>"""
BODY = '<convgrade-exercise name="corr2d"><pre>the stub</pre></convgrade-exercise><convgrade-question name="q201"></convgrade-question>'
STYLE = """body { margin: 1rem; font-family: sans-serif; color: #111; background: #fff }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #121212 } }"""
READY_MS = 90_000  # a machine that does other things, too

RIGHT = """import numpy as np
def corr2d(X, K):
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.einsum("ijab,ab->ij", windows, K)
"""
TYPED = [  # without the indentation, which the editor knows
    "import numpy as np",
    "def corr2d(X, K):",
    "windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)",
    'return np.einsum("ijab,ab->ij", windows, K[::-1, ::-1])',
]


class Handler(http.server.SimpleHTTPRequestHandler):
    """A plain server of files that asks browsers to be strict."""

    extensions_map: Mapping[str, str] = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }  # type: ignore[misc]
    protocol_version = "HTTP/1.1"
    policy: ClassVar[Mapping[str, str]] = STRICT

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "; ".join(f"{name} {value}" for name, value in self.policy.items()))
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


class Lenient(Handler):
    """The same for a site whose readers load Python from a CDN."""

    policy: ClassVar[Mapping[str, str]] = {**STRICT, "script-src": f"'self' 'wasm-unsafe-eval' {CDN}", "connect-src": f"'self' {CDN}"}


def served(folder: Path, handler: type[Handler]) -> Iterator[str]:
    (folder / "favicon.ico").touch()
    (folder / "page.css").write_text(STYLE)
    (folder / "index.html").write_text(PAGE.format(BODY))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    write_site(folder / "convgrade", EXERCISES, QUESTIONS)
    yield from served(folder, Handler)


@pytest.fixture(scope="session")
def site_with_cdn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site_with_cdn")
    write_site(folder / "convgrade", {"corr2d": EXERCISES["corr2d"]}, {}, cdn=CDN)
    yield from served(folder, Lenient)


class Reader:
    """Somebody at a page, who knows what the browser asked for and what went wrong in it."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.outside, self.wrong = page, [], []
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda message: self.wrong.append(message.text))
        page.context.on("request", lambda one: None if one.url.startswith((address, "data:", "blob:")) else self.outside.append(one.url))
        page.goto(address)
        self.editor.wait_for()

    @property
    def editor(self) -> Any:
        return self.page.get_by_role("textbox", name="Your code for")

    @property
    def result(self) -> Any:
        return self.page.get_by_role("region", name="What came of")

    def write(self, text: str) -> None:
        self.editor.focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def check(self) -> str:
        """Press the keys for it, and read what comes."""
        self.editor.focus()
        self.page.keyboard.press("Control+Enter")
        return self.told()

    def told(self) -> str:
        self.page.locator(".check[aria-disabled]").wait_for(state="detached", timeout=READY_MS)
        return str(self.result.inner_text())


@pytest.fixture(scope="session")
def reader(browser: Any, site: str) -> Iterator[Reader]:
    """One reader for many tests: Python is started once."""
    context = browser.new_context()
    yield Reader(context.new_page(), site)
    context.close()


def test_a_reader_types_a_wrong_function_sees_the_picture_mends_it_and_passes_by_the_keyboard_alone(reader: Reader) -> None:
    keys = reader.page.keyboard
    keys.press("Tab")
    reader.page.locator(".state", has_text="Loading").first.wait_for()
    keys.press("Control+a")
    keys.press("Delete")
    for i, line in enumerate(TYPED):
        keys.press("Enter") if i else None
        keys.type(line)
    keys.press("Control+Enter")
    assert "You flip the kernel" in reader.told()
    tables = reader.result.locator("table")
    assert [table.locator("caption").inner_text() for table in tables.all()] == ["X", "K", "yours", "expected"]
    assert tables.nth(2).inner_text().splitlines()[1:] == ["✗ 4"]
    assert tables.nth(2).locator("td").evaluate("cell => getComputedStyle(cell).backgroundColor") == "rgb(179, 38, 30)"
    assert reader.page.locator(".said").inner_text().startswith("not yet. You flip the kernel")
    keys.press("ArrowLeft")
    for _ in "[::-1, ::-1]":
        keys.press("Backspace")
    keys.press("Escape")
    keys.press("Tab")
    assert reader.page.evaluate("document.activeElement.shadowRoot.activeElement.textContent") == "Check"
    keys.press("Enter")
    assert "✓ passed" in reader.told()


def test_what_the_text_prints_and_where_it_breaks_off_is_shown_beside_a_pass(reader: Reader) -> None:
    reader.write(RIGHT + 'print("hello", corr2d(np.eye(2), np.eye(1))[0])\nunknown\n')
    told = reader.check()
    assert "✓ passed" in told
    assert "hello [1. 0.]" in told
    assert "NameError in your code, line 6: name 'unknown' is not defined" in told


def test_memory_that_nobody_wrote_holds_no_number(reader: Reader) -> None:
    reader.write(RIGHT.replace("return np", "Y = np") + "    return np.empty(Y.shape) + Y\n")
    assert "✗ nan" in reader.check()


def test_a_line_that_is_no_python_is_named(reader: Reader) -> None:
    reader.write("def corr2d(X, K):\n    return (X\n")
    assert "SyntaxError in your code, line 2" in reader.check()


def test_input_says_that_nobody_can_answer(reader: Reader) -> None:
    reader.write("def corr2d(X, K):\n    return input()\n")
    assert "nobody can type an answer to input()" in reader.check()


def test_an_endless_loop_is_stopped_and_named_and_python_stays(reader: Reader) -> None:
    reader.write("def corr2d(X, K):\n    i = 0\n    while True:\n        i += 1\n")
    told = reader.check()
    assert "It was still computing after 3 seconds" in told
    assert "It was in your code, line 3" in told
    reader.write(RIGHT)
    assert reader.page.evaluate(TIMED, [{"exercise": "corr2d", "text": RIGHT}])[0] < 3000


def test_what_no_interrupt_reaches_is_ended_and_python_starts_again(reader: Reader) -> None:
    set_patience = "async milliseconds => { (await import('/convgrade/python.js')).longest.milliseconds = milliseconds; }"
    reader.page.evaluate(set_patience, 1000)
    reader.write("def corr2d(X, K):\n    return sum(iter(int, 1))\n")
    assert "it was still computing after 1 seconds, and was stopped" in reader.check()
    reader.page.evaluate(set_patience, 10_000)
    reader.write(RIGHT)
    assert "✓ passed" in reader.check()


def test_a_second_check_takes_less_than_half_a_second(reader: Reader, record_property: Callable[[str, object], None]) -> None:
    took = sorted(reader.page.evaluate(TIMED, [{"exercise": "corr2d", "text": RIGHT}] * 6))
    record_property("milliseconds of a check in a page", round(took[0]))
    assert took[0] < 500


TIMED = """async requests => {
  const { ask } = await import('/convgrade/python.js');
  const took = [];
  for (const request of requests) {
    const start = performance.now();
    await ask(request);
    took.push(performance.now() - start);
  }
  return took;
}"""


def test_an_answer_to_a_question_is_judged(reader: Reader) -> None:
    field = reader.page.get_by_role("textbox", name="Your answer")
    for answer, said in (("37", "That is the second channel alone."), ("56", "✓ passed"), ("many", "cannot be read")):
        field.fill(answer)
        reader.page.keyboard.press("Enter")
        reader.page.locator("convgrade-question .result", has_text=said).wait_for(timeout=READY_MS)


def texts(exercise: Exercise) -> list[str]:
    """Its stub, its reference and its first misconception, as a reader would have written them."""
    source = (
        (exercise.answers or Path())
        .read_text("utf-8")
        .replace("from convgrade.misconception import misconception", "misconception = lambda *a, **k: lambda f: f")
    )
    names = [exercise.name, answers_of(exercise).misconceptions[0].name]
    return [exercise.text("stub.py"), *(f"held = {{}}\nexec({source!r}, held)\n{exercise.name} = held[{name!r}]\n" for name in names)]


def test_the_verdict_is_that_of_convgrade_check_to_the_last_word(reader: Reader, zygotes: Zygotes, banks: dict[str, Bank]) -> None:
    asked = [{"exercise": name, "text": text} for name, exercise in EXERCISES.items() for text in texts(exercise)]
    told = reader.page.evaluate(
        "async all => { const { ask } = await import('/convgrade/python.js'); return Promise.all(all.map(one => ask(one))); }", asked
    )
    for request, answer in zip(asked, told, strict=True):
        submission = Submission("page", (File("page.py", (("your code", request["text"]),)),), "")
        exercise = EXERCISES[request["exercise"]]
        judgement = judge_single(exercise, submission, EXERCISES, lambda one: banks[one.name], zygotes, Limits())
        expected = json.loads(json.dumps(entry(judgement, submission, Points())))
        assert {**answer["said"]["entry"], "seconds": 0} == {**expected, "seconds": 0}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_complain_about(reader: Reader, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    reader.write("def corr2d(X, K):  # as it came\n    return None if 'a' else 2.5\n")
    reader.check()
    reader.page.emulate_media(color_scheme=scheme)
    reader.page.locator("convgrade-exercise[data-dark]" if scheme == "dark" else "convgrade-exercise:not([data-dark])").wait_for()
    reader.page.evaluate("for (const one of document.querySelector('convgrade-exercise').shadowRoot.querySelectorAll('details')) one.open = true")
    found = Axe().run(reader.page).response["violations"]
    reader.page.emulate_media(color_scheme="light")
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_a_phone_scrolls_no_page_sideways(reader: Reader) -> None:
    reader.write(RIGHT.replace(", K)", ", K.T)"))
    reader.check()
    reader.page.set_viewport_size({"width": 360, "height": 640})
    wide = reader.page.evaluate("document.documentElement.scrollWidth")
    reader.page.set_viewport_size({"width": 1280, "height": 720})
    assert wide <= 360


def test_the_text_survives_a_reload_until_the_reader_starts_over(reader: Reader) -> None:
    reader.write("# mine\n")
    reader.page.reload()
    assert "# mine" in reader.editor.inner_text()
    reader.page.get_by_role("button", name="Start over").click()
    assert "NotImplementedError" in reader.editor.inner_text()
    assert not reader.result.is_visible()
    reader.page.reload()
    assert "NotImplementedError" in reader.editor.inner_text()


def test_hints_come_one_at_a_time(reader: Reader) -> None:
    reader.page.reload()
    button = reader.page.get_by_role("button", name="Hint")
    button.click()
    assert reader.page.locator(".hint").count() == 1
    button.click()
    button.click()
    assert reader.page.locator(".hint strong").all_inner_texts() == ["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3"]
    assert not button.is_visible()


def test_nothing_is_asked_of_anybody_and_nothing_goes_wrong_under_a_strict_policy(reader: Reader) -> None:
    assert (reader.outside, reader.wrong) == ([], [])


def test_without_scripts_the_stub_is_there_to_read(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert page.get_by_text("the stub").is_visible()
    context.close()


def test_a_page_that_is_opened_as_a_file_says_what_to_do(browser: Any, tmp_path: Path) -> None:
    write_site(tmp_path / "convgrade", {}, {}, cdn=CDN)
    (tmp_path / "index.html").write_text(PAGE.format(BODY))
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert "python -m http.server" in page.locator("convgrade-exercise").inner_text()
    context.close()


def test_with_a_cdn_that_is_down_or_spoilt_python_does_not_start_and_later_it_does(browser: Any, site_with_cdn: str) -> None:
    context = browser.new_context()
    state = "down"

    def answer(route: Any) -> None:
        place = parts_folder() / at_cdn[route.request.url].place
        shared = {"headers": {"Access-Control-Allow-Origin": "*"}, "content_type": KINDS[place.suffix]}
        if state == "down":
            route.abort()
        elif state == "up":
            route.fulfill(path=place, **shared)
        elif place.name == "pyodide.asm.mjs":  # one is spoilt, the others wait
            route.fulfill(body=place.read_bytes() + b" ", **shared)

    context.route(f"{CDN}/**", answer)
    reader = Reader(context.new_page(), site_with_cdn)
    reader.write(RIGHT)
    assert "Python could not be started" in reader.check()
    state = "spoilt"
    assert "pyodide.asm.mjs cannot be had, or is not the file that was published" in reader.check()
    state = "up"
    assert "✓ passed" in reader.check()
    assert [url for url in reader.outside if not url.startswith(CDN)] == []
    context.close()


KINDS = {".wasm": "application/wasm", ".mjs": "text/javascript", ".zip": "application/zip", ".whl": "application/zip"}
at_cdn: dict[str, Part] = {address_of(part, CDN): part for part in parts()}
