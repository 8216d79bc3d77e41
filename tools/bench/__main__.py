"""How fast convgrade grades, against the students' own code, a replay without isolation, otter-grader and nbgrader.

    pip install 'convgrade[bench]'
    python tools/bench [cold] [isolation] [class] [rivals] [many] [--out FOLDER] [--sizes 10,100,1000] [--jobs 2]

Runs the parts that are named; all but `many`, a class of ten thousand, if none is. Prints a table, and writes bench.json and bench.png into FOLDER.
"""

import argparse
import json
import statistics
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parent))

import cohort
import isolation
import rivals
from cold import cold_seconds
from notebooks import EXERCISES
from plot import plotted

from convgrade.exercise import find

PARTS = ("cold", "isolation", "class", "rivals")
MANY_EXERCISES = ("corr2d", "out_size", "pool2d", "trace_shapes")
RIVAL_CLASS, RIVAL_RUNS = 100, 3


def main() -> None:
    parser = argparse.ArgumentParser(prog="python tools/bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, "many", []], help="what to measure")
    parser.add_argument("--many", type=int, default=10_000, metavar="N", help="submissions of the part `many`")
    parser.add_argument("--out", type=Path, default=Path("bench"), help="the folder for bench.json and bench.png; what it holds of other parts stays")
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], default=[10, 100, 1000], help="submissions of a class")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    kept = chosen.out / "bench.json"
    found: dict[str, Any] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    for part in chosen.parts or PARTS:
        Console(stderr=True).print(f"measuring: {part} ...")
        found[part] = MEASURE[part](chosen)
        kept.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    Console(width=110).print(table_of(found))
    plotted(found, chosen.out / "bench.png")
    print(f"Figures: {kept}\nPlot:    {chosen.out / 'bench.png'}")


def measure_cold(chosen: argparse.Namespace) -> dict[str, float]:
    return cold_seconds(cohort.CLASS / f"{cohort.LOOPS[0]}.py", 2 * chosen.runs)


def measure_isolation(chosen: argparse.Namespace) -> list[dict[str, Any]]:
    """Of one exercise, and of more and more of them: cost against the number of calls."""
    names = list(find())
    measured = [isolation.added(names[:count], chosen.runs) for count in (1, 3, 6, 12, len(names))]
    return [{**asdict(one), "microseconds_a_call": one.a_call} for one in measured]


def measure_class(chosen: argparse.Namespace) -> list[dict[str, Any]]:
    """Classes of several sizes, all exercises, with the floor measured between them."""
    floor = cohort.floor(list(find()))
    costs = [cohort.cost_of(size, list(find()), chosen.jobs) for size in chosen.sizes]
    return [{**asdict(cost), "own": floor.own, "replay": floor.replay, "calls": floor.calls, "jobs": chosen.jobs} for cost in costs]


def measure_rivals(chosen: argparse.Namespace) -> dict[str, Any]:
    """The same six exercises and checks, in turn; a class of convgrade and of nbgrader counts by the submission."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            prepared = rivals.prepare(Path(folder), 20)
            rivals.proves_itself(prepared)
            times: dict[str, list[float]] = {"otter run": [], "nbgrader autograde": [], "convgrade grade": [], "convgrade grade, one alone": []}
            for _ in range(RIVAL_RUNS):
                times["otter run"].append(rivals.otter_seconds(prepared))
                times["nbgrader autograde"].append(rivals.nbgrader_seconds(prepared))
                times["convgrade grade"].append(rivals.convgrade_seconds(Path(folder), RIVAL_CLASS))
                times["convgrade grade, one alone"].append(rivals.convgrade_seconds(Path(folder), 1))
    except rivals.Unusable as problem:
        sys.exit(str(problem))
    return {"exercises": list(EXERCISES), "class": RIVAL_CLASS, "seconds": {name: statistics.median(each) for name, each in times.items()}}


def measure_many(chosen: argparse.Namespace) -> dict[str, Any]:
    """A large class, right and wrong: time, memory as it goes on, and a row for each."""
    with tempfile.TemporaryDirectory() as folder:
        handed_in, out = Path(folder) / "class", Path(folder) / "grades"
        cohort.write_mixed_class(handed_in, chosen.many)
        cost = cohort.graded(handed_in, MANY_EXERCISES, chosen.jobs, out)
        rows = len((out / "grades.csv").read_text("utf-8").splitlines()) - 1
        reports = len(list((out / "reports").iterdir()))
    return {**asdict(cost), "rows": rows, "reports": reports, "jobs": chosen.jobs}


MEASURE = {"cold": measure_cold, "isolation": measure_isolation, "class": measure_class, "rivals": measure_rivals, "many": measure_many}


def table_of(found: dict[str, Any]) -> Table:
    """Each figure with what it should be."""
    table = Table("what", "measured", "aim", title="Medians, from one run")
    if "cold" in found:
        cold = found["cold"]
        ratio = f"{cold['convgrade check'] / cold['import numpy']:.1f} x import numpy"
        table.add_row("cold check of corr2d", f"{cold['convgrade check']:.2f} s ({ratio})", "<= 0.6 s")
    for one in found.get("isolation", []):
        what = f"isolation, exercises: {one['exercises']}, calls: {one['calls']}"
        each = f"own {1e3 * one['own']:.1f}, replayed here {1e3 * one['replayed']:.1f}, isolated {1e3 * one['isolated']:.1f} ms"
        added, times = f"{one['microseconds_a_call']:+.0f} us a call", f"{one['isolated'] / one['own']:.2f} x own"
        aim = "<= 60 us a call + 10 ms" + ("\n<= 2 x own" if one["exercises"] == len(find()) else "")
        table.add_row(what, f"{each}: {added}, {times}", aim)
    for one in found.get("class", []):
        cpu = one["cpu"] / one["submissions"]
        outside = 100 * (1 - one["own"] / cpu)
        clock = one["wall"] / one["submissions"]
        speed = f"{one['submissions'] / one['wall']:.1f} a second, {1e3 * clock:.0f} ms by the clock, {1e3 * cpu:.0f} ms of processor each"
        ratios = f"{clock / one['own']:.1f} x and {cpu / one['own']:.1f} x"
        rest = f"{ratios} the students' own {1e3 * one['own']:.0f} ms ({outside:.0f} % outside), {one['peak'] >> 20} MiB"
        table.add_row(f"class of {one['submissions']}, {one['exercises']} exercises", f"{speed}\n{rest}", "<= 2 x own")
    if "many" in found:
        many = found["many"]
        settled = [held for when, held in many["memory"] if when > 0.1 * many["wall"]]
        held = f"{settled[0] >> 20} MiB after a tenth of the time, {settled[-1] >> 20} at the end, {many['peak'] >> 20} at most"
        table.add_row(
            f"{many['submissions']} right and wrong, {many['exercises']} exercises", f"{many['wall']:.0f} s, {many['rows']} rows; {held}", "flat"
        )
    if "rivals" in found:
        seconds = found["rivals"]["seconds"]
        ours = seconds["convgrade grade"]
        for name, aim in (("otter run", ">= 50 x"), ("nbgrader autograde", ">= 15 x")):
            table.add_row(f"{name}, six exercises", f"{seconds[name]:.2f} s: {seconds[name] / ours:.0f} x convgrade's {1e3 * ours:.0f} ms", aim)
        table.add_row("convgrade, one alone", f"{seconds['convgrade grade, one alone']:.2f} s", "")
    return table


if __name__ == "__main__":
    main()
