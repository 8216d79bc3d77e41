"""`convgrade watch` as a student has it: in a pseudo-terminal, with real saves. Nothing here sleeps; what is expected is waited for."""

import contextlib
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from convgrade.brake import Brake, Stopped
from convgrade.exercise import find
from convgrade.folder import Saved, Untold, follow, stamps
from convgrade.frameworks import Zygotes
from convgrade.inbox import Ended, Inbox, Key
from convgrade.kit import write_kit
from convgrade.limits import Limits
from convgrade.progress import first_open
from convgrade.state import read_state, remember
from convgrade.watching import Place, definitions, functions_in, is_stub, meant
from convgrade.worker import Gone, Worker
from convgrade.zygote import Zygote

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")  # which pexpect is told from Python 3.12 on

HERE = Path(__file__).parent
NAMES = list(find())
FIRST, SECOND, *_ = NAMES
RIGHT = (HERE / "solutions" / "right" / "corr2d" / "nested_loops_python_floats.py").read_text("utf-8")
WRONG = (HERE / "golden" / "flipped_corr2d.py").read_text("utf-8")
ENDLESS = "def corr2d(X, K):\n    while True:\n        pass\n"
CONVGRADE = [sys.executable, "-P", "-m", "convgrade"]
PATIENCE = 60


def hearing_signals() -> None:
    """In a child: tests that run in the background of a shell, or under nohup, have signals ignored, and would hand that on."""
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_DFL)


Watch = Callable[..., pexpect.spawn]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What `convgrade start` writes."""
    write_kit(find().values(), (), tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    return {**kept, "CONVGRADE_STATE": str(tmp_path / "state"), "TERM": "xterm"}


@pytest.fixture
def watch(folder: Path, environment: dict[str, str]) -> Iterator[Watch]:
    """Start `convgrade watch` in a pseudo-terminal, and wait for its first screen."""
    with contextlib.ExitStack() as stack:

        def start(columns: int = 80, shown: str = "save\\.", **more: str) -> pexpect.spawn:
            command = [*CONVGRADE[1:], "watch", folder.name]
            child = pexpect.spawn(
                CONVGRADE[0],
                command,
                env=environment | more,
                dimensions=(24, columns),
                encoding="utf-8",
                timeout=PATIENCE,
                cwd=folder.parent,
                preexec_fn=hearing_signals,
            )
            stack.callback(child.close, force=True)
            child.expect(shown)
            return child

        yield start


def code_of(child: pexpect.spawn) -> int | None:
    """How a process ended, once it has."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def replace(file: Path, text: str) -> None:
    """Save as editors do that put a new file in the place of the old one."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text, "utf-8")
    os.replace(beside, file)


@pytest.mark.parametrize("columns", [80, 40])
def test_a_wrong_function_is_not_yet_right_and_its_mistake_is_named(watch: Watch, folder: Path, columns: int) -> None:
    child = watch(columns)
    (folder / "corr2d.py").write_text(WRONG)
    child.expect_exact("corr2d: not yet")
    child.expect("You flip the kernel")
    child.expect_exact("0 of 18 passed")


def test_a_right_function_passes_and_the_next_exercise_begins(watch: Watch, folder: Path) -> None:
    child = watch()
    (folder / "corr2d.py").write_text(RIGHT)
    child.expect_exact("corr2d: passed")
    child.expect_exact(f"Next: {SECOND}")
    child.expect_exact("1 of 18 passed")


def test_a_save_while_a_check_runs_begins_it_anew(watch: Watch, folder: Path) -> None:
    child = watch()
    (folder / "corr2d.py").write_text(ENDLESS)
    child.expect_exact("checking corr2d.py ... 1 s")
    (folder / "corr2d.py").write_text(RIGHT)
    assert child.expect_exact(["corr2d: passed", "never ends"]) == 0


@pytest.mark.slow
def test_a_loop_that_never_ends_is_cut_short(watch: Watch, folder: Path) -> None:
    child = watch()
    (folder / "corr2d.py").write_text(ENDLESS)
    child.expect_exact("never ends")
    (folder / "corr2d.py").write_text(RIGHT)
    child.expect_exact("corr2d: passed")


def test_a_file_put_in_the_place_of_another_is_a_save(watch: Watch, folder: Path) -> None:
    child = watch()
    replace(folder / "corr2d.py", WRONG)
    child.expect("You flip the kernel")
    replace(folder / "corr2d.py", RIGHT)
    child.expect_exact("corr2d: passed")


def test_what_cannot_be_read_is_told_and_watched_on(watch: Watch, folder: Path) -> None:
    child = watch()
    file = folder / "corr2d.py"
    file.write_text("def corr2d(X, K:\n    return 0\n")
    child.expect_exact("is no Python")
    file.write_bytes(b"def corr2d(X, K):\n    return '\xe4'\n")
    child.expect_exact("is no text in UTF-8")
    file.write_text("x = 1\n" * (1 << 22))
    child.expect_exact("is larger than 16 MiB")
    file.unlink()
    file.symlink_to(HERE / "golden" / "flipped_corr2d.py")
    child.expect_exact("it is a symbolic link")
    file.unlink()
    file.mkdir()
    child.expect_exact("there is no .py or .ipynb file in it")
    file.rmdir()
    child.expect_exact("corr2d.py is gone")
    file.write_text(RIGHT)
    child.expect_exact("corr2d: passed")


def test_a_folder_that_was_taken_away_and_came_back_is_watched_on(watch: Watch, folder: Path) -> None:
    child = watch()
    shutil.rmtree(folder)
    child.expect_exact("The folder work is gone")
    folder.mkdir()
    (folder / "corr2d.py").write_text(RIGHT)
    child.expect_exact("corr2d: passed")


def test_a_folder_that_another_took_the_place_of_is_watched_on(watch: Watch, folder: Path) -> None:
    child = watch()
    shutil.copytree(folder, folder.with_name("other"))
    (folder.with_name("other") / "corr2d.py").write_text(WRONG)
    folder.rename(folder.with_name("old"))
    folder.with_name("other").rename(folder)
    child.expect("You flip the kernel")
    (folder / "corr2d.py").write_text(RIGHT)
    child.expect_exact("corr2d: passed")


def test_saving_another_exercise_goes_on_to_that(watch: Watch, folder: Path) -> None:
    child = watch()
    (folder / "week3.py").write_text("def out_size(n, k, p=0, s=1, d=1):\n    return 0\n")
    child.expect_exact("work/week3.py was saved: on to out_size")
    child.expect_exact("out_size: not yet")


def test_a_notebook_is_checked_as_it_is_saved(watch: Watch, folder: Path) -> None:
    child = watch()
    notebook = folder / "exercises.ipynb"
    stub = find()["corr2d"].text("stub.py").strip()
    text = notebook.read_text("utf-8")
    replaced = text.replace(*(",\n".join(f"    {line}" for line in quoted(source)) for source in (stub, WRONG.strip())))
    assert replaced != text
    replace(notebook, replaced)
    child.expect("You flip the kernel")
    child.expect_exact("exercises.ipynb")


def quoted(source: str) -> list[str]:
    """The lines of a cell as a notebook holds them."""
    return [json.dumps(line) for line in source.splitlines(keepends=True)]


def test_keys_give_hints_lead_through_the_exercises_and_leave(watch: Watch, folder: Path, environment: dict[str, str]) -> None:
    child = watch()
    for keys, shown in (
        ("h", "Hint 1 of 3 for corr2d"),
        ("h", "Hint 2 of 3 for corr2d"),
        ("n", f"Open work/{SECOND}.py"),
        ("p", f"Open work/{FIRST}.py"),
        ("p", f"Open work/{NAMES[-1]}.py"),
        ("l", f"[>] {NAMES[-1]}"),
        ("?", "the previous exercise"),
    ):
        child.send(keys)
        child.expect_exact(shown)
    child.send("q")
    assert code_of(child) == 0
    told = subprocess.run([*CONVGRADE, "hint", "corr2d"], env=environment, capture_output=True, text=True, check=True).stdout
    assert told.startswith("Hint 3 of 3 for corr2d")


def test_arrows_and_what_is_pasted_are_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading) as stdin, os.fdopen(writing, "wb", buffering=0) as keyboard:
        monkeypatch.setattr("sys.stdin", stdin)
        with Inbox() as inbox:
            for nothing in b"\x1b[D", b"import numpy as np\nq = 1\n", b"\n":
                keyboard.write(nothing)
                assert inbox.next(0.01) is None
            keyboard.write(b"Hq")
            assert [inbox.next(PATIENCE), inbox.next(PATIENCE)] == [Key("h"), Key("q")]
            keyboard.close()
            assert inbox.next(PATIENCE) == Ended()


def test_keys_work_while_a_check_runs(watch: Watch, folder: Path) -> None:
    child = watch()
    (folder / "corr2d.py").write_text(ENDLESS)
    child.expect_exact("checking corr2d.py")
    child.send("h")
    child.expect_exact("Hint 1 of 3")
    child.send("n")
    child.expect_exact(f"Open work/{SECOND}.py")
    child.send("\x04")
    assert code_of(child) == 0


def test_r_checks_again(watch: Watch, folder: Path) -> None:
    (folder / "corr2d.py").write_text(WRONG)
    child = watch(shown="You flip the kernel")
    child.expect_exact("q leave")
    child.send("r")
    child.expect("You flip the kernel")


MODES = re.compile(r"[0-9a-f]+(?::[0-9a-f]+){10,}")  # as `stty -g` prints them


def kill(number: signal.Signals) -> Callable[[pexpect.spawn], None]:
    """Send a signal to what a shell runs."""

    def send(shell: pexpect.spawn) -> None:
        (child,) = Path(f"/proc/{shell.pid}/task/{shell.pid}/children").read_text().split()
        os.kill(int(child), number)

    return send


@pytest.mark.parametrize(
    ("command", "leave", "code"),
    [
        ("-m convgrade watch work", lambda shell: shell.send("q"), 0),
        ("-m convgrade watch work", lambda shell: shell.send("\x03"), 130),
        ("-m convgrade watch work", kill(signal.SIGTERM), 143),
        ("-m convgrade watch work", kill(signal.SIGHUP), 129),
        ("-m convgrade watch work", lambda shell: (shell.send("\x13h"), kill(signal.SIGTERM)(shell)), 143),
        ("-c 'from convgrade.keys import *\nwith keys_heard(lambda: print(\"save.\"), print):\n  input()\n  1/0'", lambda shell: shell.send("\n"), 1),
    ],
    ids=["q", "Ctrl-C", "SIGTERM", "SIGHUP", "SIGTERM after Ctrl-S", "exception"],
)
def test_the_terminal_is_put_back(
    folder: Path, environment: dict[str, str], command: str, leave: Callable[[pexpect.spawn], object], code: int
) -> None:
    script = f"trap : INT; stty -g; {sys.executable} -P {command}; echo code $?; stty -g"
    shell = pexpect.spawn("sh", ["-c", script], env=environment, cwd=folder.parent, encoding="utf-8", timeout=PATIENCE, preexec_fn=hearing_signals)
    shell.expect(MODES)
    before = shell.after
    shell.expect("save\\.")
    assert not termios.tcgetattr(shell.child_fd)[3] & (termios.ECHO | termios.ICANON)
    leave(shell)
    shell.expect_exact(f"code {code}\r\n")
    shell.expect(MODES)
    assert shell.after == before
    shell.close(force=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with job control")
def test_it_can_be_stopped_and_continued_by_the_shell(folder: Path, environment: dict[str, str]) -> None:
    shell = pexpect.spawn(
        "bash", ["--norc", "--noediting", "-i"], env={**environment, "PS1": "$ "}, cwd=folder.parent, encoding="utf-8", timeout=PATIENCE
    )
    try:
        shell.sendline(" ".join([*CONVGRADE, "watch", folder.name]))
        shell.expect("save\\.")
        shell.send("\x1a")
        shell.expect_exact("Stopped")
        shell.sendline("stty -a")
        shell.expect(r"(?<!-)\bicanon\b")
        shell.expect(r"(?<!-)\becho\b")
        shell.sendline("fg")
        shell.expect("save\\.")
        shell.send("h")
        shell.expect_exact("Hint 1 of 3")
        shell.send("q")
        shell.expect_exact("0 of 18 passed.")
    finally:
        shell.close(force=True)


def test_another_width_is_drawn_for_at_once(watch: Watch) -> None:
    child = watch()
    child.expect_exact("q leave")
    child.setwinsize(24, 40)
    child.expect_exact("h n p r l  ? keys")


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_without_control_sequences_a_rule_parts_the_runs(watch: Watch, folder: Path, more: dict[str, str]) -> None:
    child = watch(**more)
    said = child.before + child.after
    (folder / "corr2d.py").write_text(WRONG)
    child.expect("--------.*You flip the kernel")
    said += child.before + child.after
    child.send("hq")
    child.expect(pexpect.EOF)
    said += child.before
    assert "Hint 1 of 4 for corr2d" in said
    assert "\x1b" not in said


def test_without_a_terminal_it_says_what_check_says_and_ends_with_its_input(folder: Path, environment: dict[str, str]) -> None:
    environment["PYTHONPROFILEIMPORTTIME"] = "1"  # lists the modules
    command = [*CONVGRADE, "watch", str(folder)]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        until(process.stdout, "0 of 18 passed")
        (folder / "corr2d.py").write_text(WRONG)
        said = until(process.stdout, "0 of 18 passed")
        out, imported = process.communicate()
    check = subprocess.run([*CONVGRADE, "check", "corr2d"], env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert check.stdout in said
    assert (process.returncode, out) == (0, "\n0 of 18 passed.\n")
    assert "watchfiles" in imported
    assert not re.search(r"\b(tensorflow|hypothesis)\b", imported)


def until(stream: Iterator[str], words: str) -> str:
    """What is read until a line with these words, that line included."""
    lines = []
    for line in stream:
        lines.append(line)
        if words in line:
            break
    return "".join(lines)


def test_nothing_to_read_from_still_gets_its_first_verdict(folder: Path, environment: dict[str, str]) -> None:
    (folder / "corr2d.py").write_text(WRONG)
    done = subprocess.run([*CONVGRADE, "watch", str(folder)], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (done.returncode, "corr2d: not yet" in done.stdout, done.stderr) == (0, True, "")


def test_the_last_exercise_to_pass_ends_the_course(watch: Watch, folder: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVGRADE_STATE", environment["CONVGRADE_STATE"])
    for name in NAMES[1:]:
        remember("progress", name, "passed")
    child = watch()
    child.expect_exact("17 of 18 passed")
    (folder / "corr2d.py").write_text(RIGHT)
    child.expect_exact("All 18 exercises are passed")


def test_many_saves_at_once_are_few_checks(folder: Path) -> None:
    told, stop = queue.SimpleQueue[object](), threading.Event()
    file = folder / "corr2d.py"
    thread = threading.Thread(target=follow, args=(folder, stamps(folder), told.put, stop))
    thread.start()
    saves = 400
    for i in range(saves):
        replace(file, f"{RIGHT}# {i}\n")
    (folder / "last.py").write_text("x = 1\n")
    changes = []
    while not changes or folder / "last.py" not in changes[-1].written:
        change = told.get(timeout=PATIENCE)
        assert isinstance(change, Saved)
        changes.append(change)
    stop.set()
    thread.join()
    assert len(changes) < saves / 4


def test_a_folder_of_which_the_system_tells_nothing_is_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("watchfiles.watch", refuse)
    told, stop = queue.SimpleQueue[object](), threading.Event()
    thread = threading.Thread(target=follow, args=(folder, stamps(folder), told.put, stop))
    thread.start()
    assert told.get(timeout=PATIENCE) == Untold("[Errno 24] Too many open files")
    (folder / "corr2d.py").write_text(RIGHT)
    assert told.get(timeout=PATIENCE) == Saved(frozenset({folder / "corr2d.py"}), frozenset())
    stop.set()
    thread.join()


def test_what_is_no_script_and_no_notebook_is_not_looked_at(folder: Path) -> None:
    before = stamps(folder)
    for name in ("notes.txt", ".corr2d.py", "~corr2d.py", ".~exercises.ipynb", "corr2d.py~", "corr2d.pyc"):
        (folder / name).write_text(RIGHT)
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "exercises-checkpoint.ipynb").write_text("{}")
    assert stamps(folder) == before


def test_the_brake_ends_the_worker_that_runs_and_lets_none_start() -> None:
    brake = Brake()
    with Zygotes(first=Zygote(brake=brake)) as zygotes:
        threading.Timer(0.05, brake.pull).start()
        with pytest.raises(Gone), Worker(zygotes.get(), Limits()) as worker:
            worker.ask(
                {"do": "load", "files": [{"name": "a.py", "cells": [["a.py", "while True: pass"]]}], "name": "f", "everything": True, "banned": []}
            )
        with pytest.raises(Stopped):
            Worker(zygotes.get(), Limits())
        brake.release()
        with Worker(zygotes.get(), Limits()) as worker:
            assert worker.ask({"do": "scan", "files": [], "names": []})


def test_two_processes_that_remember_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVGRADE_STATE", str(tmp_path))
    remembering = "from convgrade.state import remember\nfor i in range({first}, 40, 2): remember('numbers', str(i), i)"
    processes = [subprocess.Popen([sys.executable, "-P", "-c", remembering.format(first=first)]) for first in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert read_state("numbers") == {str(i): i for i in range(40)}


def test_what_cannot_be_written_is_remembered_as_long_as_the_process_lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CONVGRADE_STATE", str(tmp_path / "file" / "below"))
    monkeypatch.setattr("convgrade.state._unwritten", {})
    remember("progress", "corr2d", "passed")
    assert read_state("progress") == {"corr2d": "passed"}


def test_the_next_exercise_is_the_first_open_one_behind_and_then_one_before() -> None:
    assert first_open("abcd", {"b", "c"}, after="b") == "d"
    assert first_open("abcd", {"b", "c", "d"}, after="c") == "a"
    assert first_open("abcd", set("abcd"), after="c") is None


def test_half_written_functions_are_found_as_well_as_whole_ones() -> None:
    text = "import numpy\ndef a(x,\n      y\n):\n    return x +\n\nb = a\ndef c(): pass\nprint(d(3))\nasync def e(): ...\n"
    assert definitions(text, list("abcde")) == {
        "a": "def a(x,\n      y\n):\n    return x +",
        "b": "b = a",
        "c": "def c(): pass",
        "e": "async def e(): ...",
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_stub_of_every_exercise_is_known_as_one(name: str) -> None:
    assert is_stub(definitions(find()[name].text("stub.py"), NAMES)[name])


@pytest.mark.parametrize(
    "body",
    ["return 1", "raise ValueError('x')", "if X.size > 3:\n        raise NotImplementedError('corr2d')", "y = 1\n    raise NotImplementedError"],
)
def test_a_function_with_anything_in_it_is_no_stub(body: str) -> None:
    assert not is_stub(f'def corr2d(X, K):\n    """A docstring:"""\n    {body}')


ONE, TWO, BOTH, NOTEBOOK = Path("one.py"), Path("two.py"), Path("both.py"), Path("all.ipynb")
STUB = "def b():\n    raise NotImplementedError('b')"
BEFORE = {ONE: {"a": "def a(): 1"}, TWO: {"b": STUB}, BOTH: {"a": "def a(): 1", "b": "def b(): 1"}, NOTEBOOK: {"c": "def c(): 1"}}


@pytest.mark.parametrize(
    ("saved", "place"),
    [
        ({ONE: {"a": "def a(): 2"}}, Place("a", ONE)),
        ({TWO: {"b": "def b(): 2"}}, Place("b", TWO)),
        ({TWO: {"b": STUB}}, None),
        ({TWO: {}}, None),
        ({ONE: {}}, Place("a", ONE)),
        ({BOTH: {"a": "def a(): 1", "b": "def b(): 2"}}, Place("b", BOTH)),
        ({BOTH: {"a": "def a(): 2", "b": "def b(): 2"}}, Place("a", BOTH)),
        ({BOTH: BEFORE[BOTH]}, Place("a", BOTH)),
        ({BOTH: BEFORE[BOTH], ONE: BEFORE[ONE]}, Place("a", ONE)),
        ({TWO: {"b": "def b(): 2", "c": "def c(): 2"}}, Place("c", TWO)),
        ({NOTEBOOK: {"c": "def c(): 2"}}, Place("c", NOTEBOOK)),
        ({NOTEBOOK: BEFORE[NOTEBOOK]}, None),
    ],
    ids=["at hand", "another", "a stub", "nothing", "emptied", "changed beside", "both", "again", "all again", "the open one", "a cell", "outputs"],
)
def test_what_was_changed_is_what_is_worked_on(saved: dict[Path, dict[str, str]], place: Place | None) -> None:
    assert meant(saved, BEFORE, Place("a", ONE), list("abc"), {"b"}) == place


def test_a_file_named_after_an_exercise_is_about_it_even_if_it_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "corr2d.py").write_bytes(b"\xff\xfe")
    assert list(functions_in(tmp_path / "corr2d.py", NAMES)) == ["corr2d"]
    assert functions_in(tmp_path / "nothing.py", NAMES) == {}
