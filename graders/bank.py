"""Banks: the cases of an exercise, as a file.

A bank holds, for one exercise, the cases drawn for each property, the right outputs, and the outputs of every misconception.
It holds no code and no pickle: one packed value (`inside/wire.py`) in an `.npz`. Its identity is the SHA-256 of that
value; the versions that drew it lie beside it and decide nothing.
"""

import hashlib
import json
import os
import zipfile
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from .inside import wire
from .inside.rehearsing import REFUSED, folded

SCHEMA = 1


class BankError(Exception):
    """The file is no bank that can be used here; the message says why."""


@dataclass(frozen=True, slots=True)
class Case:
    """A call with a right answer: positional arguments, the expected value, and how far floats may be from it."""

    arguments: tuple[Any, ...]
    expected: Any
    tolerance: float


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A misconception as banks hold it: its name and sentence, what it fails, and its outcome on every value case."""

    name: str
    feedback: str
    fails: frozenset[str]
    outcomes: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a right function is asked when the bank is replayed, and what it answers: the value cases, then these calls.

    Attributes:
        checks: the digest of the laws and contracts that asked.
        calls: arguments and outcome of each further call, in order; a call made again is there again.
        parts: for each property the positions of the calls that it makes, counted from the first value case on.
    """

    checks: str = ""
    calls: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = ()
    parts: dict[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Bank:
    """The cases of one exercise, in the order of their size."""

    exercise: str
    visibility: str
    oracles: tuple[str, ...]
    cases: tuple[Case, ...]
    properties: dict[str, tuple[tuple[Any, ...], ...]]
    packed_mistakes: bytes
    transcript: Transcript = Transcript()

    @cached_property
    def mistakes(self) -> tuple[KnownMistake, ...]:
        known = wire.unpack(self.packed_mistakes)
        return tuple(KnownMistake(m["name"], m["feedback"], frozenset(m["fails"]), tuple(m["outcomes"])) for m in known)

    @cached_property
    def packed(self) -> bytes:
        return wire.pack(
            {
                "schema": SCHEMA,
                "exercise": self.exercise,
                "visibility": self.visibility,
                "oracles": list(self.oracles),
                "cases": [(case.arguments, case.expected, case.tolerance) for case in self.cases],
                "properties": {name: list(cases) for name, cases in self.properties.items()},
                "mistakes": np.frombuffer(self.packed_mistakes, np.uint8),
                **({"transcript": asdict(self.transcript)} if self.transcript.checks else {}),
            }
        )

    @cached_property
    def _calls(self) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
        """Every call of the transcript, with its outcome."""
        return [*((case.arguments, {"value": case.expected}) for case in self.cases), *self.transcript.calls]

    @cached_property
    def asked(self) -> np.ndarray:
        """The arguments of all calls of the transcript, folded, as bytes of shape (n,)."""
        return np.frombuffer(folded([arguments for arguments, _ in self._calls]), np.uint8)

    @cached_property
    def keys(self) -> tuple[bytes, ...]:
        """The packed arguments of every call of the transcript."""
        return tuple(wire.pack(arguments) for arguments, _ in self._calls)

    @cached_property
    def answers(self) -> tuple[bytes, ...]:
        """The packed outcome of a right function for every call of the transcript."""
        return tuple(wire.pack((outcome["value"],)) if "value" in outcome else REFUSED for _, outcome in self._calls)

    @cached_property
    def identity(self) -> str:
        return hashlib.sha256(self.packed).hexdigest()


def save(bank: Bank, path: Path, versions: dict[str, str]) -> None:
    """Write a bank; the same bank gives the same bytes. A secret one is readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    mode = 0o644 if bank.visibility == "public" else 0o600
    with open(beside, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file, zipfile.ZipFile(file, "w") as archive:
        for name, data in (("bank", bank.packed), ("versions", json.dumps(versions, sort_keys=True).encode())):
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as member:
                np.lib.format.write_array(member, np.frombuffer(data, np.uint8), allow_pickle=False)
    os.replace(beside, path)


def load(path: Path) -> Bank:
    """Read a bank.

    Raises:
        BankError: there is none, or it is damaged, or of a later schema.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            packed = archive["bank"].tobytes()
        held = wire.unpack(packed)
        if held["schema"] != SCHEMA:
            raise BankError(f"{path} has schema {held['schema']}; this convgrade reads schema {SCHEMA}")
        return Bank(
            held["exercise"],
            held["visibility"],
            tuple(held["oracles"]),
            tuple(Case(*case) for case in held["cases"]),
            {name: tuple(cases) for name, cases in held["properties"].items()},
            held["mistakes"].tobytes(),
            Transcript(**held.get("transcript", {})),
        )
    except FileNotFoundError:
        raise BankError(f"there is no bank {path}; `convgrade bank draw` makes one") from None
    except (wire.WireError, OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile, EOFError) as error:
        raise BankError(f"{path} is damaged, or no bank") from error
