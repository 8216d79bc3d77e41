"""Keras as an oracle, in a process of its own.

`python -m convgrade.oracle` reads packed questions on standard input (`{"file", "cases"}` for each exercise) and writes
packed answers. oneDNN is off: with it TensorFlow on the CPU returns uninitialised memory, or dies, for a window one larger
than its input. No window that does not fit is ever asked about.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .bank import Bank
from .compare import difference
from .exercise import Answers, Exercise, answers_of, load_module
from .inside import wire
from .inside.calling import closed

ENVIRONMENT = {"TF_ENABLE_ONEDNN_OPTS": "0", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1", "KERAS_BACKEND": "tensorflow"}


class NoKeras(Exception):
    """Keras on TensorFlow is not installed here, or its process failed; the message says which."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How the answers of a bank compare with other ways to them: the number of cases, and what differs, in words."""

    exercise: str
    cases: int
    differences: tuple[str, ...]


def require_keras() -> None:
    """Require that Keras on TensorFlow is installed.

    Raises:
        NoKeras: it is not.
    """
    if find_spec("tensorflow") is None or find_spec("keras") is None:
        raise NoKeras("Keras is not installed here. It comes with: pip install 'convgrade[keras]'")


def prove(banks: Mapping[str, tuple[Exercise, Bank]]) -> list[Proof]:
    """Compare the expected outputs of banks with the reference, the second technique and Keras, on every case.

    Raises:
        NoKeras: there is no Keras to compare with.
    """
    require_keras()
    questions = [{"file": str(e.answers), "cases": [case.arguments for case in bank.cases]} for e, bank in banks.values()]
    replies = ask_keras(questions)
    return [compared(e, bank, answers_of(e), said) for (e, bank), said in zip(banks.values(), replies, strict=True)]


def ask_keras(questions: Sequence[dict[str, Any]]) -> list[list[Any]]:
    """Keras's answers to the cases of several exercises, from one process."""
    done = subprocess.run(
        [sys.executable, "-m", "convgrade.oracle"],
        input=wire.pack(list(questions)),
        capture_output=True,
        env={**os.environ, **ENVIRONMENT},
        check=False,
    )
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        raise NoKeras(f"Keras failed: {last[0]}")
    return list(wire.unpack(done.stdout))


def compared(exercise: Exercise, bank: Bank, answers: Answers, said: list[Any]) -> Proof:
    differences = []
    for case, by_keras in zip(bank.cases, said, strict=True):
        others = {
            "the reference": closed(answers.reference(*case.arguments)),
            "the second technique": closed(answers.second_technique(*case.arguments)),
            answers.keras_name: by_keras,
        }
        for name, value in others.items():
            found = difference(value, case.expected, case.tolerance)
            if found:
                differences.append(f"{name} differs from the bank. {found.sentence}")
    return Proof(exercise.name, len(bank.cases), tuple(differences))


def main() -> None:
    """Answer the questions on standard input."""
    out = os.dup(1)
    os.dup2(2, 1)  # whatever a framework prints must not get among the answers
    questions = wire.unpack(sys.stdin.buffer.read())
    from keras.config import set_floatx

    set_floatx("float64")
    answers = []
    for question in questions:
        keras = load_module(Path(question["file"]), "keras oracle").keras
        answers.append([closed(keras(*arguments)) for arguments in question["cases"]])
    with open(out, "wb") as file:
        file.write(wire.pack(answers))


if __name__ == "__main__":
    main()
