"""The reports of a class on disk: written beside, synced, renamed, so that a kill at any moment loses at most the one in hand."""

import fcntl
import hashlib
import json
import os
import re
import socket
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

Report = dict[str, Any]
LONGEST_NAME = 120
LOCK = "grading.lock"


class Locked(Exception):
    """Another grader writes into the same folder; the message names it."""


def safe_names(submissions: Iterable[str]) -> dict[str, str]:
    """A file name for each submission: plain ones stay, others get a digest, and no two fall together on any system."""
    names = list(submissions)
    plain = {name: re.sub(r"[^A-Za-z0-9._ ()+-]", "_", name).strip(" .")[:LONGEST_NAME] or "_" for name in names}
    alike = Counter(safe.lower() for safe in plain.values())
    unsafe = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$|[-._]", re.IGNORECASE)
    made = {}
    for name, safe in plain.items():
        keep = safe == name and alike[safe.lower()] == 1 and not unsafe.match(safe)
        made[name] = safe if keep else f"{safe}~{hashlib.sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:10]}"
    return made


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for this grader.

    Raises:
        Locked: a running grader holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / LOCK, "a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Locked(f"{folder} is being graded into by {_holder(file)}") from None
        file.truncate(0)
        file.write(f"process {os.getpid()} on {socket.gethostname()}\n")
        file.flush()
        try:
            yield
        finally:
            (folder / LOCK).unlink(missing_ok=True)


def _holder(file: TextIO) -> str:
    file.seek(0)
    return file.read().strip() or "another process"


def write(path: Path, text: str | Iterable[str], lasting: bool = True) -> None:
    """Put a file in place, whole or not at all; one that need not be `lasting` may be gone after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    with open(beside, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines([text] if isinstance(text, str) else text)
        if lasting:
            file.flush()
            os.fsync(file.fileno())
    os.replace(beside, path)


def earlier(path: Path) -> Report:
    """The report in a file; nothing, if there is none that is whole."""
    try:
        report = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return report if isinstance(report, dict) else {}


def keep_patterns(out: Path, file: str, mark: str, patterns: Mapping[str, str]) -> None:
    """Keep, beside a report of this mark, what tells mistakes that are alike: the schema of reports has no place for it."""
    place = out / "patterns" / f"{file}.json"
    if patterns:
        write(place, json.dumps({"fingerprint": mark, "patterns": patterns}) + "\n")
    else:
        place.unlink(missing_ok=True)


def kept_patterns(out: Path, file: str, mark: str) -> dict[str, str]:
    """The patterns kept beside a report of this mark, by exercise."""
    kept = earlier(out / "patterns" / f"{file}.json")
    held = kept.get("patterns") if kept.get("fingerprint") == mark else None
    return {name: one for name, one in held.items() if isinstance(one, str)} if isinstance(held, dict) else {}


def fingerprint(*parts: Any) -> str:
    """One digest of everything that a report depends on."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()
