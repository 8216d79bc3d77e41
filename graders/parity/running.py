"""A run: what is compared, on which machine, and what was found, row by row as it comes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ..exercise import Exercise, answers_of
from .backends import environment
from .measuring import FORMATS, Row

SCHEMA = 1


class Broken(Exception):
    """The process with the backend ended before its time; the message says at what."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it ran: the GPU that was used, empty if none; the processor; the versions of what decided the numbers."""

    gpu: str
    cpu: str
    versions: dict[str, str]

    @property
    def about(self) -> str:
        return ", ".join(f"{name} {number}" for name, number in self.versions.items())


@dataclass(frozen=True, slots=True)
class Result:
    backend: str
    machine: Machine
    rows: list[Row]

    @property
    def beyond(self) -> list[Row]:
        """What is no rounding."""
        return [row for row in self.rows if row.worst is not None and row.worst > 1]

    @property
    def absent(self) -> list[str]:
        """The operations that were computed in no format: that is no gap of a backend."""
        return [name for name in dict.fromkeys(row.operation for row in self.rows) if all(r.worst is None for r in self.rows if r.operation == name)]

    def to_json(self) -> str:
        return json.dumps({"schema": SCHEMA, "backend": self.backend, **asdict(self)}, indent=1) + "\n"


def from_json(text: str) -> Result:
    held = json.loads(text)
    return Result(held["backend"], Machine(**held["machine"]), [Row(**row) for row in held["rows"]])


def operations(exercises: Iterable[Exercise]) -> dict[str, Exercise]:
    """The exercises whose result is an array of floating-point numbers that Keras computes, too."""
    return {one.name: one for one in exercises if one.answers and answers_of(one).terms}


def count(chosen: Mapping[str, Exercise]) -> int:
    """How many rows there will be."""
    return len(chosen) * len(FORMATS)


def run(backend: str, device: str, chosen: Mapping[str, Exercise]) -> Iterator[Machine | str | Row]:
    """Compare on a device: the machine, then by turns what comes next, in words, and what was found.

    Raises:
        Broken: the backend took its process down.
    """
    places = {name: [str(one.answers), str(one.bank)] for name, one in chosen.items()}
    at = "its start"
    for line in lines({"backend": backend, "device": device, "operations": places}, environment(backend, device)):
        if "ended" in line:
            raise Broken(f"{backend} ended its process at {at}: {line['ended']}")
        if "begun" in line:
            at = " in ".join(line["begun"])
            yield at
        else:
            yield Row(**line["row"]) if "row" in line else Machine(**line["machine"])


def lines(request: Mapping[str, Any], variables: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """What the process says, line by line; the last is how it ended, if that was not well."""
    command = [sys.executable, "-m", "convgrade.parity.child"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env={**os.environ, **variables}) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        try:
            child.stdin.write(json.dumps(request))
            child.stdin.close()
            yield from map(json.loads, child.stdout)
            last = child.stderr.read().strip().splitlines()[-1:]
            if child.wait():
                yield {"ended": last[0] if last and child.returncode > 0 else f"exit code {child.returncode}"}
        finally:
            child.kill()
