"""Try all mutants of exercises: each is right still, or refused by the public bank and three secret ones.

    python tools/mutants.py [NAME...] [--most N] [--inputs N] [--secret N] [--jobs 2] [--equivalent] [--save FOLDER]

A survivor is a mistake that a bank lets pass; a mutant is blamed for nothing if a bank refuses it and no input shows why.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from convgrade.exercise import find

TESTS = Path(__file__).parents[1] / "tests"
TELLS = ("survivor", "blamed", "no ground", "broken")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="exercises; all if none is named")
    parser.add_argument("--most", type=int, default=0, help="a sample of so many mutants of each exercise; 0 for all")
    parser.add_argument("--inputs", type=int, default=10_000, help="inputs on which a mutant may differ from the reference")
    parser.add_argument("--secret", type=int, default=3, help="secret banks of each exercise")
    parser.add_argument("--jobs", type=int, default=2, help="exercises tried at the same time")
    parser.add_argument("--equivalent", action="store_true", help="list the mutants that are right still")
    parser.add_argument("--save", type=Path, help="a folder for all verdicts")
    chosen = parser.parse_args()
    names = chosen.names or list(find())
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as progress, ThreadPoolExecutor(chosen.jobs) as pool:
        running = {pool.submit(verdicts_of, name, chosen, progress): name for name in names}
        told = {}
        for done in as_completed(running):
            name = running[done]
            told[name] = done.result()
            show(name, told[name], (*TELLS, "equivalent") if chosen.equivalent else TELLS)
            if chosen.save:
                chosen.save.mkdir(parents=True, exist_ok=True)
                (chosen.save / f"{name}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in told[name]), "utf-8")
    Console().print(table_of({name: told[name] for name in names}))
    sys.exit(any(one["kind"] in TELLS for verdicts in told.values() for one in verdicts))


def verdicts_of(name: str, chosen: argparse.Namespace, progress: Progress) -> list[dict[str, Any]]:
    """Run `python -m mutants` for one exercise."""
    task = progress.add_task(name, total=None)
    command = [sys.executable, "-m", "mutants", name, *(f"--{key}={getattr(chosen, key)}" for key in ("most", "inputs", "secret"))]
    found = []
    with subprocess.Popen(command, cwd=TESTS, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            told = json.loads(line)
            if "mutants" in told:
                progress.update(task, total=told["mutants"])
            else:
                found.append(told)
                progress.advance(task, told["kind"] != "no ground")
    if running.returncode:
        found.append({"kind": "broken", "origin": "", "says": " ".join(command), "differs": f"ended with {running.returncode}", "passed": []})
    return found


def show(name: str, verdicts: list[dict[str, Any]], kinds: tuple[str, ...]) -> None:
    """Print the verdicts of some kinds, each with the input that shows the difference."""
    for one in verdicts:
        if one["kind"] in kinds:
            passed = f" passes {', '.join(one['passed'])}" if one["passed"] and one["kind"] != "equivalent" else ""
            print(f"{one['kind']}: {name} {one['origin']} {one['says']}{passed}\n    {one['differs'] or 'no input shows a difference'}", flush=True)


def table_of(told: dict[str, list[dict[str, Any]]]) -> Table:
    """Exercises and how many of their mutants came to what."""
    table = Table("exercise", *(f"[right]{head}" for head in ("mutants", "different", "refused", "equivalent", "blamed", "survivors")))
    total: Counter[str] = Counter()
    for name, verdicts in told.items():
        kinds = Counter(one["kind"] for one in verdicts)
        total += kinds
        table.add_row(name, *cells(kinds))
    table.add_section()
    table.add_row("total", *cells(total))
    return table


def cells(kinds: Counter[str]) -> list[str]:
    """A row of the table."""
    different = kinds["refused"] + kinds["survivor"]
    counts = different + kinds["equivalent"] + kinds["blamed"], different, kinds["refused"], kinds["equivalent"], kinds["blamed"], kinds["survivor"]
    return [str(count) for count in counts]


if __name__ == "__main__":
    main()
