"""What a reader of a page is told, without the browser: judged in this very process, which stays what it was."""

import _thread
import builtins
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from convgrade.book import scrypt as own
from convgrade.book.here import Here, WorkerHere
from convgrade.book.reader import answer, check
from convgrade.limits import Limits
from convgrade.worker import Gone

RIGHT = """import numpy as np
def corr2d(X, K):
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.einsum("ijab,ab->ij", windows, K)
"""
Checked = Callable[[str], dict[str, Any]]


@pytest.fixture
def told() -> Checked:
    return lambda text: check("corr2d", text, lambda seconds: None, lambda line: None)


def test_a_right_function_passes(told: Checked) -> None:
    said = told(RIGHT)
    assert (said["passed"], said["heading"], said["printed"], said["stopped"]) == (True, "passed", "", "")


def test_a_function_that_remembers_calls_is_stateful(told: Checked) -> None:
    assert (
        told("seen = []\n" + RIGHT.replace("windows, K)", "windows, K) + len(seen)").replace("    w", "    seen.append(1)\n    w"))["entry"][
            "verdict"
        ]
        == "stateful"
    )


def test_a_function_that_throws_dice_is_unrepeatable(told: Checked) -> None:
    assert told(RIGHT.replace("windows, K)", "windows, K) + np.random.rand()"))["entry"]["verdict"] == "unrepeatable"


def test_output_without_end_is_stopped(told: Checked) -> None:
    assert told("def corr2d(X, K):\n    while True:\n        print('no')\n")["entry"]["verdict"] == "output"


def test_what_a_text_changes_in_modules_is_put_back(told: Checked) -> None:
    before = np.sum
    told("import builtins\nimport numpy as np\nnp.sum = None\nnp.mine = builtins.mine = 1\n" + RIGHT)
    assert (np.sum, hasattr(np, "mine"), hasattr(builtins, "mine")) == (before, False, False)


def test_a_statement_that_nothing_needs_is_run_for_what_it_prints(told: Checked) -> None:
    said = told(RIGHT + "print(corr2d(np.eye(2), np.eye(2)))\n1 / 0\n")
    assert (said["passed"], said["printed"]) == (True, "[[2.]]\n")
    assert "ZeroDivisionError in your code, line 6" in said["stopped"]


def test_an_interrupt_stops_a_loop_and_names_it() -> None:
    lines: list[int] = []
    here = Here(lambda seconds: threading.Timer(0.05, _thread.interrupt_main).start() if seconds else None, lines.append)
    text = "def f():\n    i = 0\n    while True:\n        i += 1\n"
    with here.worker(Limits()) as worker:
        worker.ask({"do": "load", "files": [{"name": "a.py", "cells": [["a.py", text]]}], "name": "f", "everything": False})
        with pytest.raises(Gone) as stopped:
            worker.ask({"do": "call", "arguments": (), "form": "arrays"})
    assert (stopped.value.verdict, stopped.value.place, lines) == ("timeout", ("a.py", 3), [3])


def test_an_interrupt_while_no_code_of_the_reader_runs_does_nothing() -> None:
    with Here(lambda seconds: None, lambda line: None).worker(Limits()) as worker:
        assert isinstance(worker, WorkerHere)
        _thread.interrupt_main()
        assert sum(range(10)) == 45


@pytest.mark.parametrize(("given", "verdict"), [("56", "passed"), ("37", "not_yet"), ("", "missing"), ("many", "bad_return")])
def test_an_answer_to_a_question_is_judged(given: str, verdict: str) -> None:
    assert answer("q201", given)["verdict"] == verdict


def test_digests_without_openssl_are_derived_as_with_it() -> None:
    import hashlib

    made = own.derived(b"password", b"salt", 80)
    assert made == hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1, 80)
