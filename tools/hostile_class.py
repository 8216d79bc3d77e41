"""A class of which half is hostile, graded undisturbed and graded while the grader is killed again and again.

    python tools/hostile_class.py [--submissions 500] [--kills 10] [--seed 1]

Prints how many grades differ (none should), and how many honest submissions did not pass (none should).
"""

import argparse
import csv
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
COLUMNS = ("verdict", "score", "max_score", "corr2d")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=500)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    luck = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "secret").write_text("secret")
        (folder / "drop").mkdir(mode=0o777)
        write_class(folder / "class", chosen.submissions)
        start = time.perf_counter()
        run(folder / "class", folder / "undisturbed").wait()
        whole = time.perf_counter() - start
        for number in range(chosen.kills):
            grader = run(folder / "class", folder / "killed")
            moment = luck.uniform(0.3, max(whole / chosen.kills, 1.0))
            try:
                grader.wait(moment)
            except subprocess.TimeoutExpired:
                os.kill(grader.pid, signal.SIGKILL)
                grader.wait()
            print(f"kill {number + 1} after {moment:.2f} s: {len(list((folder / 'killed').glob('reports/*.json')))} reports")
        run(folder / "class", folder / "killed").wait()
        before, after = grades(folder / "undisturbed"), grades(folder / "killed")
        different = [one for one in before if before[one] != after.get(one)]
        honest = [one for one in before if one.startswith("honest") and before[one]["verdict"] != "passed"]
        print(f"{len(before)} submissions, undisturbed in {whole:.1f} s")
        print(f"grades that differ: {len(different)}; honest ones that did not pass: {len(honest)}")
        for one in different:
            print(f"  {one}: {before[one]} / {after.get(one)}")
        harmed = (folder / "secret").read_text() != "secret" or any((folder / "drop").iterdir())
        print("a planted file was changed" if harmed else "nothing planted was changed")
        sys.exit(bool(different or honest or harmed))


def write_class(folder: Path, count: int) -> None:
    """Half right solutions, half attacks, each file different from all others."""
    folder.mkdir()
    right = [p for p in sorted((TESTS / "solutions" / "right" / "corr2d").glob("*.py")) if "tensorflow" not in p.read_text("utf-8")]
    attacks = sorted((TESTS / "attacks").glob("*/submission.*"))
    for i in range(count):
        source = right[i // 2 % len(right)] if i % 2 else attacks[i // 2 % len(attacks)]
        target = folder / f"{'honest' if i % 2 else 'hostile'}{i:04}{source.suffix}"
        text = filled_in(source.read_bytes(), folder.parent)
        target.write_bytes(text + f"\n# {i}\n".encode() if source.suffix == ".py" else text)


def filled_in(attack: bytes, folder: Path) -> bytes:
    """What attacks have in common, and what lies in `folder` for them to harm."""
    common = {part.stem.upper(): part.read_text("utf-8") for part in (TESTS / "attacks").glob("*.py")}
    for name, value in {**common, "SECRET": folder / "secret", "DROP": folder / "drop", "PORT": 9, "GRADER": os.getpid()}.items():
        attack = attack.replace(f"@{name}@".encode(), str(value).encode())
    return attack


def run(submissions: Path, out: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "convgrade", "grade", str(submissions), "--out", str(out), "--exercise", "corr2d", "--cpu", "1"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def grades(out: Path) -> dict[str, dict[str, str]]:
    rows = csv.DictReader((out / "grades.csv").read_text("utf-8").splitlines())
    return {row["submission"]: {column: row[column] for column in COLUMNS} for row in rows}


if __name__ == "__main__":
    main()
