"""What isolation costs: the start of a worker, and a class of honest submissions, with all layers and without.

    python tools/isolation_cost.py FILE [--submissions 40] [--runs 7]

FILE is a right solution of corr2d. Both settings run in turn; medians and their ratio are printed.
"""

import argparse
import statistics
import time
from pathlib import Path

from convgrade.bank import load
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade
from convgrade.limits import Limits
from convgrade.submission import Submission, read
from convgrade.worker import Worker
from convgrade.zygote import Zygote

STARTS = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--submissions", type=int, default=40)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    submission = read(chosen.file)
    with Zygotes.strongest() as layered, Zygotes(first=Zygote()) as portable:
        print(layered.isolation.sentence())
        settings = {"all layers": layered, "portable": portable}
        starts = {name: statistics.median(start_seconds(zygotes) for _ in range(STARTS)) for name, zygotes in settings.items()}
        for name, seconds in starts.items():
            print(f"worker start, {name:<11} {1000 * seconds:6.2f} ms")
        times: dict[str, list[float]] = {name: [] for name in settings}
        for _ in range(chosen.runs):
            for name, zygotes in settings.items():
                times[name].append(class_seconds(submission, chosen.submissions, zygotes))
        medians = {name: statistics.median(seconds) for name, seconds in times.items()}
        for name, seconds in medians.items():
            print(f"class of {chosen.submissions}, {name:<11} {seconds:6.3f} s")
        print(f"all layers / portable = {medians['all layers'] / medians['portable']:.3f}")


def start_seconds(zygotes: Zygotes) -> float:
    """Seconds until a fresh worker has answered its first request."""
    start = time.perf_counter()
    with Worker(zygotes.get(), Limits()) as worker:
        worker.ask({"do": "scan", "files": [], "names": []})
        return time.perf_counter() - start


def class_seconds(submission: Submission, count: int, zygotes: Zygotes) -> float:
    exercise = find()["corr2d"]
    banks = {"corr2d": [load(exercise.bank)]}
    start = time.perf_counter()
    for _ in range(count):
        (one,) = grade(submission, {"corr2d": exercise}, banks, zygotes, Limits())
        assert one.passed
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
