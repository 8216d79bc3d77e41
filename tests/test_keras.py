"""The answers in the public banks equal Keras's, the reference's and a second technique's, on every case."""

import subprocess
import sys

import pytest

from convgrade.bank import Bank
from convgrade.exercise import find

pytestmark = pytest.mark.keras


def test_every_public_bank_agrees_with_keras() -> None:
    done = subprocess.run([sys.executable, "-m", "convgrade", "bank", "verify"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("agree") == len(find())


def test_a_bank_with_a_wrong_answer_does_not_agree(banks: dict[str, Bank]) -> None:
    from dataclasses import replace

    from convgrade.oracle import prove

    bank = banks["out_size"]
    first, *rest = bank.cases
    wrong = replace(bank, cases=(replace(first, expected=first.expected + 1), *rest))
    (proof,) = prove({"out_size": (find()["out_size"], wrong)})
    assert len(proof.differences) == 3
