"""The parts of a page that others made: fetched once, from wherever, and nothing but what was published."""

import hashlib
import http.server
import json
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from convgrade.book import parts as listing
from convgrade.book import vendoring
from convgrade.book.parts import Part, PartsError, have_all, parts, read_part
from convgrade.book.site import IMPORT, of_exercise, write_site
from convgrade.book.vendoring import address_of, vendor
from convgrade.cli import cli
from convgrade.exercise import find
from convgrade.questions import questions

CDN = "https://cdn.jsdelivr.net"
TEXT = b"export const x = 1;\n"
PART = Part("editor/crelt.js", hashlib.sha256(TEXT).hexdigest(), "crelt@1.0.7", "index.js")


@pytest.fixture
def one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (vendoring, listing):
        monkeypatch.setattr(module, "parts", lambda: (PART,))


@pytest.fixture
def cdn(tmp_path: Path) -> Iterator[str]:
    """A CDN of our own, in the folder `cdn`."""
    (tmp_path / "cdn/npm/crelt@1.0.7").mkdir(parents=True)
    (tmp_path / "cdn/npm/crelt@1.0.7/index.js").write_bytes(TEXT)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "cdn")))
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.usefixtures("one_part")
def test_a_part_at_hand_is_taken_and_nothing_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "here/editor").mkdir(parents=True)
    (tmp_path / "here/editor/crelt.js").write_bytes(TEXT)
    said: list[str] = []
    vendor(tmp_path / "out", [tmp_path / "here"], "", said.append)
    assert (have_all(tmp_path / "out"), said) == (True, [])


@pytest.mark.usefixtures("one_part")
def test_a_part_comes_from_a_cdn(tmp_path: Path, cdn: str) -> None:
    vendor(tmp_path / "out", [], cdn, lambda words: None)
    assert have_all(tmp_path / "out")


@pytest.mark.usefixtures("one_part")
def test_other_bytes_than_those_published_are_refused(tmp_path: Path, cdn: str) -> None:
    (tmp_path / "cdn/npm/crelt@1.0.7/index.js").write_bytes(TEXT + b"//")
    with pytest.raises(PartsError, match="its hash differs"):
        vendor(tmp_path / "out", [], cdn, lambda words: None)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("one_part")
def test_what_was_spoilt_since_is_fetched_anew(tmp_path: Path, cdn: str) -> None:
    vendor(tmp_path / "out", [], cdn, lambda words: None)
    (tmp_path / "out/editor/crelt.js").write_bytes(b"")
    with pytest.raises(PartsError, match="has another hash than was published"):
        read_part(tmp_path / "out", PART)
    vendor(tmp_path / "out", [], cdn, lambda words: None)
    assert have_all(tmp_path / "out")


@pytest.mark.usefixtures("one_part")
def test_a_cdn_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        cli, ["book", "vendor", "--out", str(tmp_path / "out"), "--cdn", "http://127.0.0.1:9"], env={"CONVGRADE_CACHE": str(tmp_path)}
    )
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == "Error: http://127.0.0.1:9/npm/crelt@1.0.7/index.js cannot be had: [Errno 111] Connection refused"


def test_a_site_without_parts_says_how_to_get_them(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["book", "site", "--out", str(tmp_path / "out")], env={"CONVGRADE_CACHE": str(tmp_path / "none")})
    assert "Make it with: convgrade book vendor --out" in result.output
    assert not (tmp_path / "out").exists()


def test_a_site_with_a_cdn_needs_no_parts_and_names_their_hashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVGRADE_CACHE", str(tmp_path / "none"))
    write_site(tmp_path / "site", find(), questions(), cdn=CDN)
    lock = json.loads((tmp_path / "site/pyodide/pyodide-lock.json").read_text())["packages"]
    numpy = next(part for part in parts() if not part.package)
    assert (lock["numpy"]["file_name"], lock["numpy"]["sha256"]) == (address_of(numpy, CDN), numpy.sha256)
    settings = json.loads((tmp_path / "site/site.json").read_text())
    assert sorted(settings["integrity"]) == sorted(address_of(part, CDN) for part in parts() if part.place.startswith("pyodide/") and part.package)


def test_the_lock_names_each_wheel_with_its_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVGRADE_CACHE", str(tmp_path / "none"))
    write_site(tmp_path / "site", {}, {}, cdn=CDN)
    lock = json.loads((tmp_path / "site/pyodide/pyodide-lock.json").read_text())["packages"]
    for name in ("convgrade", "markupsafe"):
        assert hashlib.sha256((tmp_path / "site/pyodide" / lock[name]["file_name"]).read_bytes()).hexdigest() == lock[name]["sha256"]


def test_what_a_page_shows_is_what_the_exercises_folder_holds() -> None:
    exercise = find()["corr2d"]
    shown = of_exercise(exercise)
    assert (shown["stub"], len(shown["hints"]), shown["title"]) == (exercise.text("stub.py"), 3, exercise.title)
    assert "<strong>not</strong> flipped" in shown["statement"]
    assert "<h" not in shown["statement"]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("import { A } from '@x/y';", ["@x/y"]),
        ('import a from "b"', ["b"]),
        ("import {\n A,\n B } from 'c';", ["c"]),
        (" * import d from 'd'", []),
        ("a = `from 'e'`", []),
    ],
)
def test_imports_of_packages_are_found(written: str, names: list[str]) -> None:
    assert [found[3] for found in IMPORT.finditer(written)] == names
