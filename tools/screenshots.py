"""The pictures in the README: a terminal, a notebook, and the report on a class, as they really look.

    python tools/screenshots.py [--out docs]

Needs Chromium, and the test extra.
"""

import argparse
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import v4
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

SUBMISSIONS = Path(__file__).parents[1] / "tests" / "sample_class" / "submissions"
COLUMNS, ROWS = 80, 24
FORGETS_A_CHANNEL = """import numpy as np

def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    if len(X) != len(K) or h > X.shape[1] or w > X.shape[2]:
        raise ValueError("this filter does not fit")
    Y = np.zeros((X.shape[1] - h + 1, X.shape[2] - w + 1))
    for x in X:
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] += (x[i:i + h, j:j + w] * K[0]).sum()
    return Y"""
PAGE = """<style>body { margin: 0; background: #16181d; color: #e6e6e6 } pre { margin: 0; padding: 18px 22px; display: inline-block;
font: 15px/1.35 "DejaVu Sans Mono", monospace }</style><pre>%s</pre>"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("docs"), help="where the pictures go")
    out: Path = parser.parse_args().out
    browser = os.environ.get("CONVGRADE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        sys.exit("There is no Chromium here.")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        terminal(folder, chromium, out / "terminal.png")
        notebook(folder, chromium, out / "notebook.png")
        class_report(folder, chromium, out / "class.png")
        chromium.close()


def terminal(folder: Path, chromium: Browser, picture: Path) -> None:
    """What `check` shows in a terminal, with its colours."""
    (folder / "corr2d_multi_in.py").write_text(f"{FORGETS_A_CHANNEL}\n", "utf-8")
    shown = in_terminal([sys.executable, "-m", "convgrade", "check", "corr2d_multi_in"], folder)
    console = Console(width=COLUMNS, record=True, file=open(os.devnull, "w", encoding="utf-8"))
    console.print(Text.from_ansi(f"$ convgrade check corr2d_multi_in\n{shown}".replace("\r\n", "\n")))
    page = chromium.new_page(device_scale_factor=2)
    page.set_content(PAGE % console.export_html(inline_styles=True, code_format="{code}", theme=MONOKAI))
    page.locator("pre").first.screenshot(path=picture)
    page.close()
    print(picture)


def in_terminal(command: list[str], folder: Path) -> str:
    """What a command writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "LINES": str(ROWS), "TERM": "xterm-256color", "CONVGRADE_STATE": str(folder)}
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment)
    os.close(theirs)
    parts = []
    while True:
        try:
            parts.append(os.read(ours, 1 << 16))
        except OSError:  # the other end is closed
            break
    running.wait()
    os.close(ours)
    return b"".join(parts).decode("utf-8")


def notebook(folder: Path, chromium: Browser, picture: Path) -> None:
    """`check` in a cell of JupyterLab."""
    made = v4.new_notebook(cells=[v4.new_code_cell(f"{FORGETS_A_CHANNEL}\n\nfrom convgrade import check\ncheck(corr2d_multi_in)")])
    NotebookClient(made, timeout=120).execute()
    nbformat.write(made, folder / "exercises.ipynb")
    with jupyter(folder) as address:
        page = chromium.new_page(viewport={"width": 1000, "height": 900}, device_scale_factor=2)
        page.goto(f"{address}lab/tree/exercises.ipynb?reset&token=shown")
        page.locator(".jp-OutputArea-output table").first.wait_for(timeout=60_000)
        page.locator(".jp-NotebookPanel-toolbar").evaluate("one => one.scrollIntoView()")
        page.screenshot(path=picture, clip=page.locator(".jp-Notebook .jp-Cell").first.bounding_box())
        page.close()
    print(picture)


@contextmanager
def jupyter(folder: Path) -> Iterator[str]:
    """A notebook server of its own; gives its address."""
    places = {f"JUPYTER_{name}": str(folder / name.lower()) for name in ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")}
    as_root = ["--allow-root"] if os.geteuid() == 0 else []
    options = ["--no-browser", "--ip=127.0.0.1", "--port=0", "--IdentityProvider.token=shown", f"--ServerApp.root_dir={folder}", *as_root]
    running = subprocess.Popen(
        [sys.executable, "-m", "jupyter", "lab", *options], stderr=subprocess.PIPE, text=True, cwd=folder, env={**os.environ, **places}
    )
    assert running.stderr is not None
    try:
        yield next(found[0] for line in running.stderr if (found := re.search(r"http://127\.0\.0\.1:\d+/", line)))
    finally:
        running.kill()  # it would wait for its kernels, which end by themselves
        running.wait()
        running.stderr.close()


def class_report(folder: Path, chromium: Browser, picture: Path) -> None:
    """The page of the sample class."""
    subprocess.run(
        [sys.executable, "-m", "convgrade", "grade", str(SUBMISSIONS), "--out", str(folder / "grades")], stdout=subprocess.DEVNULL, check=False
    )
    page = chromium.new_page(viewport={"width": 1200, "height": 1100})
    page.goto((folder / "grades" / "index.html").as_uri())
    page.screenshot(path=picture)
    page.close()
    print(picture)


if __name__ == "__main__":
    main()
