"""The same verdicts whatever the hash seed, the order of submissions and the load of the machine."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SEEDS = ("0", "1", "4711")
LOADED = "1"  # the run that has the machine for itself the least
SAMPLED = ("freya_lindqvist", "ines_carvalho", "kofi_mensah", "marco_bianchi", "zoe_papadakis", "jack_thompson", "emma_clarke", "liam_byrne")


def submissions(folder: Path) -> list[Path]:
    """Parts of the sample class, and a right and a wrong solution of every exercise, each under a name of its own."""
    sample = (HERE / "sample_class" / "submissions").iterdir()
    chosen = [p for p in sorted(sample) if p.is_file() and p.stem in SAMPLED]
    for place in sorted((HERE / "solutions").glob("*/*")):
        source = next(p for p in sorted(place.glob("*.py")) if "tensorflow" not in p.read_text("utf-8"))
        chosen.append(folder / f"{place.parent.name}_{place.name}.py")
        shutil.copy(source, chosen[-1])
    return chosen


def reports(folder: Path) -> dict[str, object]:
    """What a run wrote, but for how long things took."""
    found: dict[str, object] = {"grades.csv": sorted((folder / "grades.csv").read_text("utf-8").splitlines())}
    for path in (folder / "reports").glob("*.json"):
        report = json.loads(path.read_text("utf-8"))
        for entry in report["exercises"]:
            del entry["seconds"]
        found[path.name] = report
    return found


@contextlib.contextmanager
def load() -> Iterator[None]:
    """A process beside, which does nothing else than computing."""
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        busy.kill()
        busy.wait()


@pytest.mark.slow
def test_three_runs_with_other_seeds_orders_and_load_give_identical_reports(tmp_path: Path) -> None:
    paths = submissions(tmp_path)
    orders = (paths, paths[::-1], paths[1::2] + paths[::2])
    for seed, order in zip(SEEDS, orders, strict=True):
        command = [sys.executable, "-m", "convgrade", "grade", *map(str, order), "--cpu", "2", "--out", str(tmp_path / seed)]
        with load() if seed == LOADED else contextlib.nullcontext():
            done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 3), done.stderr  # 3: a submission needs what is not installed
    first, *others = (reports(tmp_path / seed) for seed in SEEDS)
    assert len(first) > 40
    assert all(other == first for other in others)
