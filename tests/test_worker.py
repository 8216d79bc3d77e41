"""Student code in a process that is not ours: what it cannot see, and how each of its ends is called."""

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from convgrade.attempt import RANK, Attempt
from convgrade.bank import load
from convgrade.exercise import find
from convgrade.frameworks import KNOWN, ZygoteLost, Zygotes, missing, needed
from convgrade.grading import Judgement, grade
from convgrade.inside import frames, wire
from convgrade.limits import Limits
from convgrade.submission import File, Submission
from convgrade.worker import Gone, Worker
from convgrade.zygote import Zygote

EXERCISES = find()
BANKS = {name: [load(exercise.bank)] for name, exercise in EXERCISES.items()}

RIGHT = """
def out_size(n, k, p=0, s=1, d=1):
    room = n + 2 * p - d * (k - 1) - 1
    if room < 0:
        raise ValueError("the window is longer than the axis")
    return room // s + 1
"""
CORR2D = """
import numpy as np
def corr2d(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if min(h, w) < 1:
        raise ValueError("the kernel is larger than the image")
    Y = np.empty((h, w))
    for i in range(h):
        for j in range(w):
            Y[i, j] = (X[i : i + K.shape[0], j : j + K.shape[1]] * K).sum()
    return Y
"""


@pytest.fixture(scope="module")
def zygotes() -> Iterator[Zygotes]:
    with Zygotes.strongest() as running:
        yield running


@pytest.fixture
def zygote(zygotes: Zygotes) -> Zygote:
    return zygotes.get()


def files(source: str) -> list[dict[str, Any]]:
    return [{"name": "s.py", "cells": [["s.py", source]]}]


def start(worker: Worker, source: str) -> None:
    """Load the function `f` of a source."""
    note = worker.ask({"do": "load", "files": files(source), "name": "f", "everything": True})
    assert note == {"defined": True, "whole": True, "failures": []}


def call(worker: Worker, *arguments: Any) -> dict[str, Any]:
    return worker.ask({"do": "call", "arguments": arguments, "form": "arrays"})


def value(zygote: Zygote, source: str, *arguments: Any) -> Any:
    """What `f` of a source returns, called once in a worker of its own."""
    with Worker(zygote, Limits()) as worker:
        start(worker, source)
        reply = call(worker, *arguments)
    assert reply["status"] == "returned", reply
    return reply["value"]


def end(zygote: Zygote, source: str, calls: int = 1) -> str:
    """The verdict that `f` of a source, called so many times, ends its worker with."""
    try:
        with Worker(zygote, Limits()) as worker:
            start(worker, source)
            for _ in range(calls):
                call(worker)
    except Gone as gone:
        return gone.verdict
    return "none"


def judgements(zygotes: Zygotes, source: str, *names: str, **limits: int) -> list[Judgement]:
    submission = Submission("s", (File("s.py", (("s.py", source),)),), "")
    chosen = {name: EXERCISES[name] for name in names}
    return grade(submission, chosen, BANKS, zygotes, Limits(**limits))


def judge(zygotes: Zygotes, source: str, name: str = "out_size", **limits: int) -> Attempt:
    return judgements(zygotes, source, name, **limits)[0].attempt


def out_size(*body: str) -> str:
    """A function `out_size` with these lines for its body."""
    return "\n    ".join(["def out_size(n, k, p=0, s=1, d=1):", *body])


def right_but(*lines: str) -> str:
    """The right `out_size`, with these lines run first."""
    return RIGHT.replace("    room =", "".join(f"    {line}\n" for line in lines) + "    room =", 1)


# What student code can see


def test_student_code_runs_in_a_process_that_is_not_ours(zygote: Zygote) -> None:
    mine, parent = value(zygote, "import os\ndef f(): return os.getpid(), os.getppid()")
    assert len({mine, parent, os.getpid()}) == 3


def test_student_code_runs_in_a_session_of_its_own(zygote: Zygote) -> None:
    mine, session, group = value(zygote, "import os\ndef f(): return os.getpid(), os.getsid(0), os.getpgrp()")
    assert mine == session == group


def test_what_one_submission_leaves_in_memory_the_next_does_not_find(zygote: Zygote) -> None:
    source = "import numpy as np\ndef f():\n had = hasattr(np, 'mine')\n np.mine = np.sum = 1\n return had"
    assert [value(zygote, source) for _ in range(2)] == [False, False]


def test_the_process_that_was_forked_ahead_is_another_one_if_it_was_killed() -> None:
    with Zygote() as zygote:
        assert value(zygote, "def f():\n    return 1\n") == 1
        (ahead,) = Path(f"/proc/{zygote.pid}/task/{zygote.pid}/children").read_text().split()
        os.kill(int(ahead), signal.SIGKILL)
        assert value(zygote, "import os\ndef f():\n    return os.getpid()\n") != int(ahead)


def test_no_descriptor_of_ours_is_open_in_a_worker(tmp_path: Path) -> None:
    source = """
import os
def f():
    is_open = []
    for number in range(2048):
        try:
            os.fstat(number)
            is_open.append(number)
        except OSError:
            pass
    return is_open
"""
    with open(tmp_path / "ours", "w") as file:
        os.set_inheritable(file.fileno(), True)
        with Zygote() as zygote:
            assert value(zygote, source) == [0, 1, 2, 3]


def test_no_environment_variable_of_ours_is_seen_in_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVGRADE_SECRET", "42")
    monkeypatch.setenv("PYTHONPATH", "/ours")
    source = "import os, sys\ndef f(): return {**os.environ}, open('/proc/self/environ').read(), sys.path"
    with Zygote() as zygote:
        environment, raw, path = value(zygote, source)
    assert not {"CONVGRADE_SECRET", "PYTHONPATH", "VIRTUAL_ENV", "PYTEST_CURRENT_TEST"} & set(environment)
    assert "CONVGRADE" not in raw
    assert "/ours" not in path


def test_reading_from_the_keyboard_ends_at_once(zygote: Zygote) -> None:
    assert value(zygote, "def f():\n try: input()\n except EOFError: return 'no more'") == "no more"


def importing(how: str) -> str:
    return f"""
import importlib, importlib.machinery, importlib.util, sys
def f(name):
    try:
        {how}
    except ModuleNotFoundError:
        return "not found"
    return "found"
"""


WAYS = {
    "import": "exec(f'import {name}')",
    "import from": "exec(f'from {name} import *')",
    "import_module": "importlib.import_module(name)",
    "__import__": "__import__(name)",
    "after a look at what is loaded": "sys.modules[name] if name in sys.modules else __import__(name)",
    "as a part of the submission": "importlib.import_module('submission.' + name)",
}
FINDERS = {
    "by the path finder alone": "sys.meta_path[:] = [importlib.machinery.PathFinder]; __import__(name)",
    "with emptied caches": "sys.meta_path[:] = [importlib.machinery.PathFinder]; sys.path_importer_cache.clear(); importlib.import_module(name)",
    "by its spec": "importlib.machinery.PathFinder.find_spec(name.partition('.')[0]) or __import__(name)",
}
OURS = ["convgrade", "convgrade.reference", "convgrade.exercises", "convgrade.inside.wire", "hypothesis", "inside", "inside.wire"]


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("how", [*WAYS.values(), *FINDERS.values()], ids=[*WAYS, *FINDERS])
def test_neither_answers_nor_banks_nor_hypothesis_can_be_imported(zygote: Zygote, name: str, how: str) -> None:
    assert value(zygote, importing(how), name) == "not found"


@pytest.mark.parametrize("how", [h for w, h in {**WAYS, **FINDERS}.items() if "submission" not in w])
def test_the_standard_library_can_be_imported(zygote: Zygote, how: str) -> None:
    assert value(zygote, importing(how), "colorsys") == "found"


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("way", ["import", "import_module", "__import__"])
def test_nor_can_they_where_a_framework_needs_the_installed_packages(zygotes: Zygotes, name: str, way: str) -> None:
    pytest.importorskip("scipy")
    assert value(zygotes.get("scipy"), importing(WAYS[way]), name) == "not found"


def test_no_module_of_ours_is_loaded_in_a_worker(zygote: Zygote) -> None:
    loaded = value(zygote, "import sys\ndef f(): return sorted({name.partition('.')[0] for name in sys.modules})")
    assert {"numpy", "sys"} <= set(loaded)
    assert not {"convgrade", "inside", "hypothesis", "pytest", "exercises", "reference", "graders"} & set(loaded)


# How it ends


@pytest.mark.parametrize("loop", ["while True: pass", "signal.signal(signal.SIGXCPU, signal.SIG_IGN)\n    while True: pass"])
def test_an_endless_loop_is_a_timeout(zygotes: Zygotes, loop: str) -> None:
    made = judge(zygotes, "import signal\n" + out_size(loop), cpu_seconds=1)
    assert (made.verdict, made.by_the_clock) == ("timeout", False)
    assert made.failure is not None


def test_an_endless_loop_in_a_statement_that_the_function_needs_is_a_timeout(zygotes: Zygotes) -> None:
    assert judge(zygotes, "TABLE = [i for i in iter(int, 1)]\n" + right_but("TABLE"), cpu_seconds=1).verdict == "timeout"


def test_an_endless_loop_that_the_function_does_not_need_costs_nothing(zygotes: Zygotes) -> None:
    assert judge(zygotes, "while True: pass\n" + RIGHT, cpu_seconds=1).verdict == "passed"


def test_sleeping_is_a_timeout_by_the_wall_clock(zygotes: Zygotes) -> None:
    made = judge(zygotes, "import time\n" + out_size("time.sleep(99)"), cpu_seconds=1, patience=1)
    assert (made.verdict, made.by_the_clock) == ("timeout", True)


@pytest.mark.parametrize(
    "how",
    ["os._exit(0)", "os._exit(7)", "os.abort()", "os.kill(os.getpid(), 9)", "ctypes.string_at(0)", "os.close(3)"],
)
def test_ending_the_process_is_a_crash(zygotes: Zygotes, how: str) -> None:
    made = judge(zygotes, "import ctypes, os\n" + out_size(how))
    assert made.verdict == "crashed"
    assert made.failure is not None


@pytest.mark.parametrize(
    "flood",
    ["print('x' * 1000)", "print('x' * 1000, file=sys.stderr)", "os.write(1, b'x' * 1000)", "os.write(2, b'x' * 1000)", "sys.stdout.write('x')"],
)
def test_a_flood_of_prints_is_too_much_output(zygotes: Zygotes, flood: str) -> None:
    assert judge(zygotes, "import os, sys\n" + out_size(f"while True: {flood}")).verdict == "output"


def test_a_flood_whose_end_is_caught_is_too_much_output_too(zygotes: Zygotes) -> None:
    assert judge(zygotes, right_but("try: print('x' * 2_000_000, flush=True)", "except OSError: pass")).verdict == "output"


@pytest.mark.parametrize(
    "hoard",
    [
        "return np.ones(10**12)",
        "return bytearray(10**12)",
        "return [0] * 10**11",
        "x = [0]\n    while True: x = x + x",
        "x = []\n    while True: x.append(bytearray(1000))",
        "x = {}\n    while True: x[len(x)] = len(x)",
        "x = []\n    while True: x.append({})",
    ],
)
def test_a_huge_allocation_is_too_much_memory(zygotes: Zygotes, hoard: str) -> None:
    assert judge(zygotes, "import numpy as np\n" + out_size(hoard), memory=400 << 20).verdict == "memory"


@pytest.mark.parametrize("raised", ["sys.exit()", "sys.exit(0)", "raise SystemExit", "raise KeyboardInterrupt", "raise GeneratorExit", "1 / 0"])
def test_leaving_python_by_an_exception_is_an_error_and_no_crash(zygotes: Zygotes, raised: str) -> None:
    assert judge(zygotes, "import sys\n" + out_size(raised)).verdict == "error"


def test_a_recursion_without_end_is_an_error(zygotes: Zygotes) -> None:
    assert judge(zygotes, out_size("return out_size(n, k)")).verdict == "error"


def test_leaving_python_in_a_statement_that_the_function_does_not_need_costs_nothing(zygotes: Zygotes) -> None:
    assert judge(zygotes, RIGHT + "\nimport os, sys\nsys.exit()\nos._exit(1)\n").verdict == "passed"


@pytest.mark.parametrize(
    "what",
    [
        "(i for i in range(3))",
        "np.zeros((2, 2)).view(np.matrix)",
        "np.ma.array([[1.0]], mask=[[True]])",
        "np.array([[None]])",
        "np.array([[1]], dtype=object)",
        "np.array([[1j]])",
        "np.array([['1']])",
        "1j",
        "{1.0}",
        "b'1'",
        "{1: 2}",
        "out_size",
        "2**600",
        "np.zeros((1,) * 9)",
        "__import__('collections').deque()",
    ],
)
def test_what_is_no_plain_value_is_a_bad_return(zygotes: Zygotes, what: str) -> None:
    assert judge(zygotes, "import numpy as np\n" + out_size(f"return {what}")).verdict == "bad_return"


@pytest.mark.parametrize("what", ["np.zeros(10**7)", "np.zeros((0, 2**33))", "'x' * 5_000_000"])
def test_a_huge_return_is_a_bad_return(zygotes: Zygotes, what: str) -> None:
    assert judge(zygotes, f"import numpy as np\ndef corr2d(X, K): return {what}", "corr2d").verdict == "bad_return"


@pytest.mark.parametrize("what", ["[0.5] * 3_000_000", "[[0] * 1000] * 2000", "np.zeros(10**7)", "np.zeros(1 << 26)"])
def test_a_value_too_large_to_be_packed_is_a_bad_one(zygote: Zygote, what: str) -> None:
    with Worker(zygote, Limits(memory=(256 if what[0] == "[" else 1024) << 20)) as worker:
        start(worker, f"import numpy as np\ndef f(): return {what}")
        assert call(worker)["status"] == "bad"


def test_a_worker_that_has_ended_answers_no_more(zygote: Zygote) -> None:
    with Worker(zygote, Limits()) as worker:
        start(worker, "import os\ndef f(): os._exit(0)")
        for _ in range(2):
            with pytest.raises(Gone, match="ended"):
                call(worker)


# Forgeries


def framed(payload: bytes, number: int) -> bytes:
    return frames.HEADER.pack(frames.MAGIC, number, len(payload)) + payload


GOOD = wire.pack({"status": "returned", "value": 1, "changed": []})
FORGED = {  # the load is number 1, the first call number 2
    "garbage": b"\xff\x00" * 64,
    "one byte": b"c",
    "a reply before the reply": framed(GOOD, 2),
    "two replies ahead": framed(GOOD, 2) + framed(GOOD, 3),
    "the number of the last reply": framed(GOOD, 1),
    "the number of the next reply": framed(GOOD, 3),
    "a huge length": frames.HEADER.pack(frames.MAGIC, 2, 2**63),
    "a length somewhat over the limit": frames.HEADER.pack(frames.MAGIC, 2, 2**23),
    "a pickle": pickle.dumps({"status": "returned", "value": 1}),
    "a pickle in a frame": framed(pickle.dumps({"status": "returned", "value": 1}), 2),
    "a reply that is no dict": framed(wire.pack([1]), 2),
    "an array of 2**40 bytes": framed(b"a\x05\x01" + (2**40).to_bytes(8, "little"), 2),
    "nothing in a frame": framed(b"", 2),
}


def forger(name: str, raw: bytes) -> str:
    return f"import os\ndef {name}(*_):\n    os.write(3, {raw!r})\n    return 1"


@pytest.mark.parametrize("raw", FORGED.values(), ids=FORGED)
def test_a_forged_reply_is_a_crash(zygote: Zygote, raw: bytes) -> None:
    assert end(zygote, forger("f", raw), calls=2) == "crashed"


@pytest.mark.parametrize("forgery", ["garbage", "a reply before the reply", "two replies ahead", "a huge length", "a pickle in a frame"])
def test_after_a_forgery_the_next_submission_is_graded_right_by_the_same_zygote(zygotes: Zygotes, forgery: str) -> None:
    before = zygotes.get()
    assert judge(zygotes, forger("out_size", FORGED[forgery])).verdict != "passed"
    assert judge(zygotes, RIGHT).verdict == "passed"
    assert zygotes.get() is before


@pytest.mark.parametrize(
    "note",
    [
        {},
        {"defined": False, "failures": 5},
        {"defined": False, "failures": "why"},
        {"defined": False, "failures": [5, None, {}]},
        {"defined": False, "failures": [{"status": "raised", "type": 1, "bases": 2, "text": [], "line": "x"}]},
        {"defined": 1, "whole": "no"},
        {"defined": True, "whole": True},
    ],
    ids=repr,
)
def test_a_forged_note_of_how_loading_went_does_not_break_the_judge(zygotes: Zygotes, note: dict[str, Any]) -> None:
    forgery = f"import os\nFORGED = os.write(3, {framed(wire.pack(note), 1)!r})\n"
    assert judge(zygotes, forgery + right_but("FORGED")).verdict in ("error", "missing", "crashed")


def long_int(size: int) -> bytes:
    return b"i" + bytes([size]) + b"\x7f" * size


ODD = {
    "no reply": wire.pack({}),
    "a status of another type": wire.pack({"status": 1}),
    "no value": wire.pack({"status": "returned"}),
    "positions that are no numbers": wire.pack({"status": "returned", "value": 1.0, "changed": ["x", None, -1, 10**9]}),
    "an exception of numbers": wire.pack({"status": "raised", "type": 1, "bases": 2, "text": 3, "file": 4, "line": "5", "missing": 6}),
    "a number beyond all floats": b"m\x02\0\0\0" + wire.pack("status") + wire.pack("returned") + wire.pack("value") + long_int(255),
    "a list with a number beyond all floats": b"".join(
        [b"m\x02\0\0\0", wire.pack("status"), wire.pack("returned"), wire.pack("value"), b"l\x02\0\0\0", long_int(255), wire.pack(1.5)]
    ),
    "a ragged list": wire.pack({"status": "returned", "value": [[1], [2, 3], "x", None, np.zeros((2, 3))]}),
    "an empty array": wire.pack({"status": "returned", "value": np.zeros((0, 3))}),
    "infinities": wire.pack({"status": "returned", "value": np.array([[np.inf, np.nan]])}),
}


@pytest.mark.parametrize("name", ["corr2d", "out_size", "trace_shapes"])
@pytest.mark.parametrize("reply", ODD.values(), ids=ODD)
def test_a_student_who_answers_in_the_workers_place_does_not_break_the_judge(zygotes: Zygotes, name: str, reply: bytes) -> None:
    source = f"""
import os, struct
def {name}(*_):
    number, payload = 2, {reply!r}
    while True:
        os.write(3, struct.pack("<4sIQ", b"cg01", number, len(payload)) + payload)
        if not os.read(3, 1 << 20):
            os._exit(0)
        number += 1
"""
    assert judge(zygotes, source, name).verdict in RANK[1:-1]


@pytest.mark.parametrize(
    "answer", ["np.array([[4, 4], [2, 2]])", "np.ones((3, 2))", "[np.array([4, 4])]", "np.ones(())", "[[10**400, 1.5]]", "[]", "'4'"]
)
@pytest.mark.parametrize("name", ["corr2d", "trace_shapes"])
def test_a_wrong_answer_of_any_plain_type_gets_a_verdict(zygotes: Zygotes, name: str, answer: str) -> None:
    assert judge(zygotes, f"import numpy as np\ndef {name}(*_): return {answer}", name).verdict in ("not_yet", "bad_return")


# The zygote


def test_a_killed_zygote_is_replaced_and_the_submission_is_graded_all_the_same() -> None:
    with Zygotes() as own:
        os.kill(value(own.get(), "import os\ndef f(): return os.getppid()"), signal.SIGKILL)
        assert judge(own, RIGHT).verdict == "passed"


def test_a_zygote_killed_in_the_middle_of_an_attempt_is_replaced_and_the_submission_is_graded_all_the_same(tmp_path: Path) -> None:
    kill_once = [
        f"if not os.path.exists({str(tmp_path / 'done')!r}):",
        f"    open({str(tmp_path / 'done')!r}, 'w').close()",
        "    os.kill(os.getppid(), 9)",
    ]
    with Zygotes() as own:
        assert judge(own, "import os\n" + right_but(*kill_once)).verdict == "passed"


def test_a_submission_that_kills_its_zygote_costs_the_next_one_nothing() -> None:
    with Zygotes() as own:
        assert judge(own, "import os\n" + out_size("os.kill(os.getppid(), 9)")).verdict not in ("passed", "not_yet")
        assert judge(own, RIGHT).verdict == "passed"


def test_a_lost_zygote_leaves_no_descriptor_open_in_the_judge() -> None:
    before = len(os.listdir("/proc/self/fd"))
    with Zygote() as zygote:
        os.kill(value(zygote, "import os\ndef f(): return os.getppid()"), signal.SIGKILL)
        with pytest.raises(ZygoteLost), Worker(zygote, Limits()):
            pass
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_zygote_that_cannot_start_says_why() -> None:
    with Zygote("no_such_package") as zygote, pytest.raises(ZygoteLost, match="No module named 'no_such_package'"):
        zygote.start_worker({}, [])


CHILDREN = {
    "fork": "os.fork() or time.sleep(99)",
    "in a session of its own": "os.fork() or (os.setsid(), time.sleep(99))",
    "that ignores signals": "os.fork() or ([signal.signal(s, signal.SIG_IGN) for s in (1, 2, 15)], time.sleep(99))",
    "from exec": "subprocess.Popen(['/bin/sleep', '99'], start_new_session=True, close_fds=True).pid",
    "daemon": "int(subprocess.run(['/bin/sh', '-c', 'sleep 99 > /dev/null & echo $!'], stdout=subprocess.PIPE, start_new_session=True).stdout)",
}


@pytest.mark.parametrize("child", CHILDREN.values(), ids=CHILDREN)
def test_a_child_left_behind_is_gone_after_the_worker_ends(child: str) -> None:
    with Zygote() as portable, Worker(portable, Limits()) as worker:
        start(worker, f"import os, signal, subprocess, time\ndef f(): return {child}")
        process = Path(f"/proc/{call(worker)['value']}")
        was_there = process.exists()
    assert (was_there, process.exists()) == (True, False)


def test_two_workers_know_nothing_of_each_other_and_one_goes_on_when_the_other_ends(zygote: Zygote) -> None:
    counting = "seen = []\ndef f():\n    seen.append(1)\n    return len(seen)\n"
    with Worker(zygote, Limits()) as first:
        start(first, counting)
        with Worker(zygote, Limits()) as second:
            start(second, counting)
            counts = [call(worker)["value"] for worker in (first, second, first, second)]
        counts.append(call(first)["value"])
    assert counts == [1, 1, 2, 2, 3]


def test_a_worker_that_ends_while_requests_wait_for_it_is_gone_and_no_fault_of_ours(zygote: Zygote) -> None:
    with Worker(zygote, Limits()) as worker:
        start(worker, "import os\ndef f(): os._exit(0)")

        def requests() -> Iterator[dict[str, Any]]:
            for _ in range(2):
                yield {"do": "call", "arguments": (), "form": "arrays"}
            end = select.poll()
            end.register(worker._channel, 0)
            end.poll()  # it has ended, with the second one unread
            yield {"do": "call", "arguments": (), "form": "arrays"}

        with pytest.raises(Gone, match="It ended Python itself"):
            list(worker.ask_each(requests()))


def test_a_worker_that_is_dismissed_is_gone_with_all_its_children_when_another_ends() -> None:
    with Zygote() as portable, Worker(portable, Limits()) as worker:
        start(worker, "import os, time\ndef f(): return os.getpid(), os.fork() or time.sleep(99)")
        processes = [Path(f"/proc/{process}") for process in call(worker)["value"]]
        were_there = [process.exists() for process in processes]
        with Worker(portable, Limits()):
            worker.dismiss()
        assert (were_there, [process.exists() for process in processes]) == ([True, True], [False, False])


# What never changes a verdict

NOISE = [
    "print('n =', n)",
    "print('\\ud800 \\x1b[31m \\0')",
    "os.write(1, b'\\xff\\xfe')",
    "print('careful', file=sys.stderr)",
    "warnings.warn('careful')",
    "warnings.warn('old', DeprecationWarning)",
    "np.ones(2) / 0 + np.float64(1e308) * 10",
    "logging.warning('n is %d', n)",
    "sys.stdout = open(os.devnull, 'w')",
    "sys.stdout = None",
    "sys.stdout.close() if not sys.stdout.closed else None",
    "np.random.seed(n)",
    "np.seterr(all='ignore')",
    "time.sleep(0)",
]


@pytest.mark.parametrize("line", NOISE)
def test_printing_and_warning_never_change_a_verdict(zygotes: Zygotes, line: str) -> None:
    made = judge(zygotes, "import logging, os, sys, time, warnings\nimport numpy as np\n" + right_but(line))
    assert (made.verdict, made.message) == ("passed", "")


PLOTS = [
    "import matplotlib.pyplot as plt\nplt.plot([out_size(n, 3) for n in range(3, 9)])\nplt.show()\n",
    "from matplotlib import pyplot as plt\nfigure, axes = plt.subplots()\naxes.imshow([[out_size(5, 3)]])\nfigure.savefig('/nowhere/x.png')\n",
    "%matplotlib inline\nimport seaborn as sns\nsns.heatmap([[out_size(5, 3)]])\n",
]


@pytest.mark.parametrize("plot", PLOTS)
def test_plots_never_change_a_verdict(zygotes: Zygotes, plot: str) -> None:
    assert [judge(zygotes, source).verdict for source in (plot + RIGHT, RIGHT + plot)] == ["passed", "passed"]


def test_what_was_printed_can_be_read_with_its_control_characters_made_visible(zygote: Zygote) -> None:
    with Worker(zygote, Limits()) as worker:
        start(worker, "def f(x): print(x)")
        call(worker, "before")
        at = worker.printed_bytes()
        call(worker, "a\x1b[2J\0\u202eé")
        assert worker.printed(at) == "a\\x1b[2J\\x00\\u202eé\n"


# Values that depend on more than the arguments


@pytest.mark.parametrize("make", ["np.empty((2, 3))", "np.empty(3, np.float32)", "np.empty(shape=2, dtype=float)", "np.empty_like(np.ones((2, 2)))"])
def test_an_empty_array_of_floats_is_full_of_nan(zygote: Zygote, make: str) -> None:
    source = f"import numpy as np\ndef f(): return np.ones(9).sum() * {make}"
    assert np.isnan(value(zygote, source)).all()


@pytest.mark.parametrize("dtype", ["i1", "i4", "i8", "u1", "u8"])
def test_an_empty_array_of_integers_is_full_of_extremes(zygote: Zygote, dtype: str) -> None:
    bounds = np.iinfo(dtype)
    array = value(zygote, f"from numpy import empty\ndef f(): return empty((2, 2), '{dtype}')")
    assert (array == (bounds.min or bounds.max)).all()


def test_an_empty_array_that_is_written_to_throughout_is_right(zygotes: Zygotes) -> None:
    assert judge(zygotes, CORR2D, "corr2d").verdict == "passed"


@pytest.mark.parametrize("skip", ["range(1, h)", "range(h - 1)", "range(0, h, 2)"])
def test_entries_that_are_never_written_are_wrong_every_time(zygotes: Zygotes, skip: str) -> None:
    source = CORR2D.replace("range(h)", skip)
    assert [judge(zygotes, source, "corr2d").verdict for _ in range(3)] == ["not_yet"] * 3


REMEMBERS = {
    "answers by a part of the arguments": "SEEN = {}\n" + right_but("if n in SEEN: return SEEN[n]").replace("return room", "SEEN[n] = room"),
    "its first answer": "SEEN = []\n"
    + right_but("if SEEN: return SEEN[0]").replace("return room // s + 1", "SEEN.append(room // s + 1)\n    return SEEN[0]"),
    "how many calls there were": "CALLS = []\n" + right_but("CALLS.append(n)").replace("// s + 1", "// s + len(CALLS)"),
    "that there were ten calls": "CALLS = []\n" + right_but("CALLS.append(n)").replace("// s + 1", "// s + 1 + (len(CALLS) > 10)"),
    "its default": RIGHT.replace("d=1", "d=1, seen=[]").replace("room =", "seen.append(n)\n    room =").replace("// s + 1", "// s + len(seen)"),
}


@pytest.mark.parametrize("source", REMEMBERS.values(), ids=REMEMBERS)
def test_a_function_that_remembers_calls_is_stateful(zygotes: Zygotes, source: str) -> None:
    assert judge(zygotes, source).verdict == "stateful"


@pytest.mark.parametrize(
    "n",
    [
        "random.randrange(10**6)",
        "np.random.randint(10**6)",
        "np.random.default_rng().integers(10**6)",
        "time.perf_counter_ns() % 10**6",
        "int.from_bytes(os.urandom(3))",
    ],
)
def test_a_function_that_is_random_is_unrepeatable(zygotes: Zygotes, n: str) -> None:
    source = "import os, random, time\nimport numpy as np\n" + RIGHT.replace("// s + 1", f"// s + 1 + int({n})")
    assert judge(zygotes, source).verdict == "unrepeatable"


def test_a_function_that_is_random_inside_and_right_passes(zygotes: Zygotes) -> None:
    assert judge(zygotes, "import random\n" + right_but("random.random()")).verdict == "passed"


# Frameworks


class Watched(Zygotes):
    """Zygotes that note what was asked of them."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, framework: str = "") -> Zygote:
        self.asked.add(framework)
        return super().get(framework)


@pytest.mark.parametrize("imports", [f"import {', '.join(KNOWN)}\n", "import tensorflow as tf\nfrom torch import nn\ntf.random.set_seed(1)\n"])
def test_a_framework_that_the_function_does_not_use_costs_nothing(imports: str) -> None:
    with Watched() as own:
        assert judge(own, imports + RIGHT).verdict == "passed"
        assert own.asked == {""}


@pytest.mark.parametrize("imports", ["import {} as used\n", "from {} import used\n", "from {}.part.of import thing as used\n"])
def test_a_framework_that_is_missing_leaves_the_function_ungraded_and_is_named(zygotes: Zygotes, imports: str) -> None:
    absent = missing(KNOWN)[0]
    made = judge(zygotes, imports.format(absent) + right_but("used"))
    assert made.verdict == "ungraded"
    assert absent in made.message


def test_a_framework_imported_inside_the_function_is_seen(zygotes: Zygotes) -> None:
    assert judge(zygotes, right_but(f"import {missing(KNOWN)[0]}")).verdict == "ungraded"


def test_a_package_that_is_used_and_installed_is_there(zygotes: Zygotes) -> None:
    pytest.importorskip("scipy")
    assert judge(zygotes, "import scipy.special\n" + right_but("assert scipy.special.comb(4, 2) == 6")).verdict == "passed"


def test_packages_are_needed_heaviest_first() -> None:
    assert needed(["os", "matplotlib", "keras", "tensorflow", "numpy"]) == ["tensorflow", "keras", "matplotlib"]


def test_packages_that_are_not_installed_are_missing() -> None:
    assert missing(["numpy", "no_such_package"]) == ["no_such_package"]


# From attempts to a verdict


def test_a_right_function_passes(zygotes: Zygotes) -> None:
    made = judge(zygotes, RIGHT)
    assert (made.verdict, made.message, made.failure) == ("passed", "", None)


def test_a_wrong_function_has_not_passed_yet_and_gets_a_counterexample(zygotes: Zygotes) -> None:
    made = judge(zygotes, RIGHT.replace("// s + 1", "// s"))
    assert made.verdict == "not_yet"
    assert made.failure is not None


def test_a_function_that_is_not_there_is_missing(zygotes: Zygotes) -> None:
    assert judge(zygotes, "x = 1").verdict == "missing"


def test_a_function_that_is_not_written_is_unfinished(zygotes: Zygotes) -> None:
    assert judge(zygotes, EXERCISES["out_size"].text("stub.py")).verdict == "unfinished"


@pytest.mark.parametrize("text", ["def out_size(n, k:\n    return 1", "x = '\0'", "(" * 500, "return = 3"], ids=range(4))
def test_text_that_is_no_python_is_an_error(zygotes: Zygotes, text: str) -> None:
    assert judge(zygotes, text).verdict == "error"


def test_a_function_that_needs_more_than_its_slice_is_run_with_every_statement(zygotes: Zygotes) -> None:
    made = judge(zygotes, "exec('ONE = 1')\n" + RIGHT.replace("// s + 1", "// s + ONE"))
    assert (made.verdict, made.whole) == ("passed", True)


def test_a_failure_is_blamed_on_the_function_that_it_comes_from(zygotes: Zygotes) -> None:
    source = "def out_size(*_): return 0\ndef trace_shapes(*a): return out_size(*a)"
    first, second = judgements(zygotes, source, "out_size", "trace_shapes")
    assert (first.blocked_by, second.blocked_by) == ([], ["out_size"])


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n        X = X + 1",
        "while True:\n        for i in range(3):\n            X = helper(X)",
        "while True:\n        try: X = X + 1\n        except BaseException: pass",
    ],
    ids=["plain", "nested", "catches all"],
)
def test_code_that_never_ends_is_told_with_its_outermost_loop(body: str, judged: Callable[..., Judgement]) -> None:
    source = f"def helper(X):\n    for i in range(2): X = X + i\n    return X\ndef corr2d(X, K):\n    print('begins')\n    {body}\n"
    attempt = judged("corr2d", source, cpu_seconds=1).attempt
    assert attempt.verdict == "timeout"
    assert attempt.message.endswith("It was in corr2d.py, line 6:\n    while True:")


def test_time_that_runs_out_as_a_file_is_read_is_told_with_the_loop(judged: Callable[..., Judgement]) -> None:
    attempt = judged("corr2d", "n = 1\nwhile n: n += 1\ndef corr2d(X, K): return n\n", cpu_seconds=1).attempt
    assert attempt.verdict == "timeout"
    assert attempt.message.endswith("in corr2d.py, line 2:\n    while n: n += 1")
