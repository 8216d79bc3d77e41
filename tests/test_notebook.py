"""Checking in a notebook, as a student sees it: in a real kernel, and in real notebook pages in a browser."""

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import nbformat
import pytest
from nbformat import v4

jupyter_client = pytest.importorskip("jupyter_client")
nbclient = pytest.importorskip("nbclient")

FLIPPED = """import numpy as np
from convgrade import check

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("the kernel does not fit")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K[::-1, ::-1]).sum()
    return Y"""
ENDLESS = """from pathlib import Path
from convgrade import check

def corr2d(X, K):
    Path("computing").touch()
    while True:
        X = X + 1

check(corr2d)"""
PICTURE = ".jp-OutputArea-output table"
READY_MS, AGAIN_MS = 90_000, 15_000  # a machine that does other things, too
WRONG, RIGHT, WINDOW = "rgb(179, 38, 30)", "rgb(26, 127, 55)", "rgb(255, 224, 138)"


def notebook(*cells: str) -> Any:
    return v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells], metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


@pytest.fixture(scope="session")
def executed() -> Any:
    """A notebook that was run, with what it shows."""
    made = notebook(FLIPPED, "check(corr2d)")
    nbclient.NotebookClient(made, timeout=60).execute()
    return made


def shown(executed: Any) -> dict[str, str]:
    (output,) = executed.cells[1].outputs
    return dict(output["data"])


def test_a_kernel_shows_the_picture_and_the_same_as_text(executed: Any) -> None:
    data = shown(executed)
    assert "<table" in data["text/html"]
    assert "flip" in data["text/html"]
    assert "should be" in data["text/plain"]


def test_what_a_kernel_shows_is_made_of_what_untrusted_notebooks_keep(executed: Any) -> None:
    page = shown(executed)["text/html"]
    assert not re.search(r"<(svg|style|script|img|math)|\bvar\(|data-|aria-|class=", page)


def test_an_endless_loop_can_be_interrupted_and_says_where_it_was(tmp_path: Path) -> None:
    manager, client = jupyter_client.manager.start_new_kernel(kernel_name="python3", cwd=str(tmp_path))
    try:
        client.execute(ENDLESS)
        while not (tmp_path / "computing").exists():
            assert manager.is_alive()
        manager.interrupt_kernel()
        while True:
            message = client.get_iopub_msg(timeout=60)
            if message["msg_type"] == "execute_result":
                break
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    said = message["content"]["data"]["text/plain"]
    assert "You stopped it" in said
    assert "of your cell:" in said
    assert re.search(r"while True:|X = X \+ 1", said)


@contextlib.contextmanager
def server(folder: Path) -> Iterator[str]:
    """A notebook server of its own in a folder; gives its address."""
    places = {f"JUPYTER_{name}": str(folder / ".jupyter" / name.lower()) for name in ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")}
    options = ["--no-browser", "--ip=127.0.0.1", "--port=0", "--IdentityProvider.token=tests", f"--ServerApp.root_dir={folder}"]
    as_root = ["--allow-root"] if os.geteuid() == 0 else []
    command = [sys.executable, "-m", "jupyter", "notebook", *options, *as_root]
    environment = {**os.environ, **places, "JUPYTERLAB_SETTINGS_DIR": str(folder / ".lab")}
    log = folder / ".log"
    with log.open("wb") as errors:  # a pipe that nobody reads fills up
        running = subprocess.Popen(command, stderr=errors, cwd=folder, env=environment)
    try:
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", log.read_text("utf-8", "replace"))):
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(0.1)
                pytest.fail(f"the notebook server ended: {log.read_text('utf-8', 'replace')[-500:]}")
        address = found[0]
        while not answers(address):  # it may say where it is before it listens
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(0.1)
                pytest.fail("the notebook server ended")
        yield address
    finally:
        running.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(10)
        running.kill()
        running.wait()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, executed: Any, browser: Any) -> Iterator[tuple[Any, str]]:
    """A browser, and a server with a notebook to run (`ex`) and one that was run elsewhere (`sent`)."""
    folder = tmp_path_factory.mktemp("notebooks")
    nbformat.write(notebook(f"{FLIPPED}\n\ncheck(corr2d)"), folder / "ex.ipynb")
    nbformat.write(executed, folder / "sent.ipynb")
    with server(folder) as address:
        yield browser, address


def answers(address: str) -> bool:
    try:
        with urlopen(f"{address}api") as said:
            return bool(said.status == 200)
    except URLError:
        return False


def choose_theme(address: str, theme: str) -> None:
    body = json.dumps({"raw": json.dumps({"theme": theme})}).encode()
    place = f"{address}lab/api/settings/@jupyterlab/apputils-extension:themes"
    with urlopen(Request(place, body, {"Authorization": "token tests"}, method="PUT")) as done:
        done.read()


def look(pages: tuple[Any, str], path: str, run: bool) -> dict[str, list[str]]:
    """Open a notebook, run it if asked to, and see the backgrounds of its picture's marked cells, with their signs."""
    from playwright import sync_api as playwright

    chromium, address = pages
    page = chromium.new_page(viewport={"width": 1200, "height": 1000})
    page.set_default_timeout(READY_MS)
    page.goto(f"{address}{path}{'&' if '?' in path else '?'}token=tests")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']")
    page.locator(".jp-Toolbar-kernelName", has_text="Python 3").first.wait_for()
    for _ in range(READY_MS // AGAIN_MS if run else 0):  # a cell that is run before the kernel is connected asks for one, or is lost
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Run All Cells$")).click()
        with contextlib.suppress(playwright.TimeoutError):
            page.locator(f"{PICTURE}, .jp-Dialog").first.wait_for(timeout=AGAIN_MS)
        if page.locator(".jp-Dialog").is_visible():
            page.locator(".jp-Dialog .jp-mod-accept").click()
        elif page.locator(PICTURE).first.is_visible():
            break
    page.wait_for_selector(PICTURE)
    if os.environ.get("CONVGRADE_SCREENSHOTS"):
        page.screenshot(path=Path(os.environ["CONVGRADE_SCREENSHOTS"]) / (re.sub(r"\W+", "_", path) + ".png"))
    cells = page.eval_on_selector_all(
        ".jp-OutputArea-output td", "all => all.map(one => [getComputedStyle(one).backgroundColor, one.innerText.trim()])"
    )
    page.close()
    seen: dict[str, list[str]] = {}
    for colour, words in cells:
        seen.setdefault(colour, []).append(words)
    return seen


def is_the_picture(seen: dict[str, list[str]]) -> bool:
    return all(words[:1] == sign for words in seen[WRONG] for sign in "✗") and all(words[:1] == "✓" for words in seen[RIGHT]) and WINDOW in seen


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_jupyterlab_shows_the_picture(theme: str, pages: tuple[Any, str]) -> None:
    choose_theme(pages[1], theme)
    assert is_the_picture(look(pages, "lab/tree/ex.ipynb?reset", run=True))


@pytest.mark.slow
@pytest.mark.browser
def test_a_notebook_that_somebody_sent_shows_the_same_picture_untrusted(pages: tuple[Any, str]) -> None:
    choose_theme(pages[1], "JupyterLab Light")
    assert is_the_picture(look(pages, "lab/tree/sent.ipynb?reset", run=False))


@pytest.mark.slow
@pytest.mark.browser
def test_notebook_7_shows_the_picture(pages: tuple[Any, str]) -> None:
    assert is_the_picture(look(pages, "notebooks/ex.ipynb", run=True))
