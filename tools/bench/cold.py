"""How long a cold `convgrade check` takes, against bare Python and NumPy in the same run, and what it imports.

    python tools/bench/cold.py FILE [--runs 15]

Runs are interleaved; medians and ratios are printed, and whether TensorFlow or Hypothesis was imported.
"""

import argparse
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

HEAVY = ("tensorflow", "keras", "hypothesis", "scipy", "jinja2", "nbformat", "rich")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="a right solution of corr2d")
    parser.add_argument("--runs", type=int, default=15)
    chosen = parser.parse_args()
    medians = cold_seconds(chosen.file, chosen.runs)
    for name, median in medians.items():
        print(f"{name:<18} {median:6.3f} s   {median / medians['import numpy']:5.2f} x import numpy")
    for name in HEAVY:
        print(f"imports {name:<12} {'yes' if name in imported(commands_for(chosen.file)['convgrade check']) else 'no'}")


def commands_for(file: Path) -> dict[str, list[str]]:
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import numpy": [sys.executable, "-c", "import numpy"],
        "convgrade check": [sys.executable, "-m", "convgrade", "check", "corr2d", str(file)],
    }


def cold_seconds(file: Path, runs: int) -> dict[str, float]:
    """The median wall seconds of each command, run in turn."""
    commands = commands_for(file)
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


def imported(command: list[str]) -> set[str]:
    """The top-level packages that a Python command imports, as `-X importtime` tells."""
    traced = [command[0], "-X", "importtime", *command[1:]]
    told = subprocess.run(traced, capture_output=True, text=True, check=False).stderr
    return {name.partition(".")[0] for name in re.findall(r"\|\s+([\w.]+)$", told, re.MULTILINE)}


if __name__ == "__main__":
    main()
