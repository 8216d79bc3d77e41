"""The process that computes with one backend of Keras: a request on standard input, a line of JSON for each thing found.

`python -m convgrade.parity.child`. The request names the backend and the device, and for each operation its file of answers
and its bank. The first line tells the machine; then comes a line when an operation is begun, and one with what was found.
"""

import dataclasses
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ..bank import load
from ..exercise import Exercise, answers_of
from .backends import accelerator, allow_tf32, processor, versions
from .measuring import FORMATS, Format, Row, measure


def main() -> None:
    """Answer the request on standard input."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as told:
        os.dup2(2, 1)  # whatever a framework prints must not get among the lines
        answer(json.load(sys.stdin), lambda line: print(json.dumps(line), file=told, flush=True))


def answer(request: Mapping[str, Any], tell: Callable[[dict[str, Any]], None]) -> None:
    gpu = accelerator(request["backend"]) if request["device"] != "cpu" else ""
    tell({"machine": {"gpu": gpu, "cpu": processor(), "versions": versions(request["backend"])}})
    for name, (file, bank) in request["operations"].items():
        answers = answers_of(Exercise(name, "", Path(bank).parent, Path(file)))
        cases = [case.arguments for case in load(Path(bank)).cases]
        for chosen in FORMATS:
            tell({"begun": [name, chosen.name]})
            allow_tf32(request["backend"], chosen.tf32)
            oracle = on("gpu" if gpu else "cpu", chosen, answers.keras)
            tell({"row": dataclasses.asdict(plain(measure(name, answers, cases, chosen, oracle, on("cpu", chosen, answers.keras) if gpu else None)))})


def on(device: str, chosen: Format, keras: Callable[..., Any]) -> Callable[..., np.ndarray]:
    """Keras on a device, in a format."""
    import keras as library

    def compute(*arguments: Any) -> np.ndarray:
        library.config.set_floatx(chosen.dtype)
        library.config.set_dtype_policy(chosen.dtype)
        with library.device(f"{device}:0"):
            return np.asarray(keras(*arguments), np.float64)

    return compute


def plain(row: Row) -> Row:
    """With numbers that JSON has: no infinity."""
    return dataclasses.replace(row, worst=1e300) if row.worst == np.inf else row


if __name__ == "__main__":
    main()
