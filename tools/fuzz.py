"""Coverage-guided fuzzing (atheris) of what reads hostile bytes: the wire, notebooks, zips, cells.

    pip install atheris
    python tools/fuzz.py wire|notebook|zip|cell [libFuzzer options, such as -max_total_time=60 -max_len=4096]

Anything but a value or the one exception that each reader promises is a finding, and so is a slow or a large input.
"""

import contextlib
import io
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["convgrade", "json", "zipfile"]):
    import json
    import zipfile

    from convgrade import submission
    from convgrade.inside import cells, wire


def wire_bytes(data: bytes) -> None:
    """Whatever bytes arrive: a value, which packs to something that unpacks again, or a WireError."""
    try:
        value = wire.unpack(data)
    except wire.WireError:
        return
    wire.unpack(wire.pack(value))


def notebook_bytes(data: bytes) -> None:
    """A notebook: a file of cells, or Refused."""
    with contextlib.suppress(submission.Refused):
        submission.to_file("a.ipynb", data)


def zip_bytes(data: bytes) -> None:
    """A zip: files, or Refused."""
    with contextlib.suppress(submission.Refused):
        for name, content in submission.zip_files(data):
            submission.to_file(name, content)


def cell_bytes(data: bytes) -> None:
    """A cell: a syntax tree, or what ast.parse raises."""
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        cells.parse_cell("cell", data.decode("utf-8", "replace"))


def seeds() -> dict[str, bytes]:
    """A valid input for each target, to start from."""
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "source": "x = 1"}]}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.py", "x = 1")
    value = {"a": [1, 2.5, None, True, "text"], "b": (b"".decode(), -(2**70))}
    return {"wire": wire.pack(value), "notebook": json.dumps(notebook).encode(), "zip": packed.getvalue(), "cell": b"%time x = 1\n!ls"}


TARGETS = {"wire": wire_bytes, "notebook": notebook_bytes, "zip": zip_bytes, "cell": cell_bytes}


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(__doc__)
    target = sys.argv.pop(1)
    TARGETS[target](seeds()[target])  # the seed itself must be read without a finding
    with tempfile.TemporaryDirectory() as corpus:
        Path(corpus, "seed").write_bytes(seeds()[target])
        atheris.Setup([*sys.argv, corpus], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
