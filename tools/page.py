"""What a page says, beside what `convgrade check` says, on everything there is; what it weighs and how long it takes.

    python tools/page.py [FOLDER OF SUBMISSIONS ...]

Every stub, reference and misconception, and the files in folders such as tests/solutions/right and tests/solutions/wrong (a folder an exercise
in each), are checked both ways: by a worker in a process of its own, and in a page in the machine's Chromium. Entries of reports are compared
to the last word. Prints what differs, times and sizes.
"""

import functools
import gzip
import http.server
import json
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from convgrade.bank import load
from convgrade.book.reader import FILE, LABEL
from convgrade.book.site import write_site
from convgrade.exercise import Exercise, answers_of, find
from convgrade.frameworks import Zygotes
from convgrade.limits import Limits
from convgrade.questions import questions
from convgrade.report import entry
from convgrade.scoring import Points
from convgrade.single import judge_single
from convgrade.submission import File, Submission

EXERCISES = find()
PAGE = '<!doctype html><title>A page</title><script defer src="convgrade/convgrade.js"></script><convgrade-exercise name="{}"></convgrade-exercise>'
TIMED = """async request => {
  const { ask, warm } = await import('/convgrade/python.js');
  await warm();
  const start = performance.now();
  const answer = await ask(request);
  return { ...answer, took: (performance.now() - start) / 1000 };
}"""
Asked = tuple[str, str, str]  # what it is, exercise, text


def main() -> None:
    from playwright.sync_api import sync_playwright

    banks = {name: load(exercise.bank) for name, exercise in EXERCISES.items()}
    asked = [one for exercise in EXERCISES.values() for one in known(exercise)] + [one for folder in sys.argv[1:] for one in handed_in(Path(folder))]
    with tempfile.TemporaryDirectory() as place, Zygotes.strongest() as zygotes, sync_playwright() as playwright:
        write_site(Path(place) / "convgrade", EXERCISES, questions())
        (Path(place) / "index.html").write_text(PAGE.format(next(iter(EXERCISES))))
        weigh(Path(place))
        page = playwright.chromium.launch(executable_path=shutil.which("chromium")).new_page()
        page.goto(serve(Path(place)))
        start = time.perf_counter()
        page.evaluate(TIMED, {"exercise": asked[0][1], "text": asked[0][2]})
        print(f"the first check, with starting Python: {time.perf_counter() - start:.1f} s")
        took, differing, without = [], 0, 0
        for what, name, text in asked:
            submission = Submission("page", (File(FILE, ((LABEL, text),)),), "")
            judgement = judge_single(EXERCISES[name], submission, EXERCISES, lambda one: banks[one.name], zygotes, Limits())
            here = json.loads(json.dumps(entry(judgement, submission, Points())))
            answer = page.evaluate(TIMED, {"exercise": name, "text": text})
            there = answer.get("said", {}).get("entry", {"verdict": "stopped", "message": str(answer)})
            took.append(answer["took"])
            if there["verdict"] == "ungraded":
                without += 1  # it uses a package that a page has not
            elif {**here, "seconds": 0} != {**there, "seconds": 0}:
                differing += 1
                print(f"{name}, {what}: {here['verdict']} / in a page {there['verdict']}\n  {here['message'][:150]!r}\n  {there['message'][:150]!r}")
    took.sort()
    print(f"{len(asked)} checked, {differing} differ, {without} need a package that a page has not")
    print(f"a check in a page: {took[len(took) // 2]:.2f} s (median), {took[int(len(took) * 0.95)]:.2f} s (19 of 20)")


def known(exercise: Exercise) -> Iterator[Asked]:
    """The stub, the reference and the misconceptions of an exercise, as texts."""
    assert exercise.answers is not None
    plain = "misconception = lambda *a, **k: lambda f: f"
    source = exercise.answers.read_text("utf-8").replace("from convgrade.misconception import misconception", plain)
    yield "stub", exercise.name, exercise.text("stub.py")
    for name in (exercise.name, *(one.name for one in answers_of(exercise).misconceptions)):
        yield name, exercise.name, f"held = {{}}\nexec({source!r}, held)\n{exercise.name} = held[{name!r}]\n"


def handed_in(folder: Path) -> Iterator[Asked]:
    """Files of submissions in folders that are named for their exercises."""
    for file in sorted(folder.glob("*/*.py")):
        if file.parent.name in EXERCISES:
            yield file.name, file.parent.name, file.read_text("utf-8")


def weigh(place: Path) -> None:
    """Print what a site weighs, and what of it a first check loads."""
    files = [file for file in (place / "convgrade").rglob("*") if file.is_file()]
    loaded = [file for file in files if file.parent.name not in ("exercises", "questions") and not file.name.endswith("LICENSE")]
    compressed = sum(len(gzip.compress(file.read_bytes(), 6)) for file in loaded)
    print(f"the site: {sum(file.stat().st_size for file in files) / 1e6:.1f} MB; to load, with gzip: {compressed / 1e6:.1f} MB")


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map: Any = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm"}  # noqa: RUF012

    def log_message(self, *_: Any) -> None:
        pass


def serve(place: Path) -> str:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(place)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


if __name__ == "__main__":
    main()
