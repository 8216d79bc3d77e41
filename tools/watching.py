"""From a save to the verdict on the screen: `convgrade watch` in a pseudo-terminal, a right and a wrong corr2d saved in turn.

    python tools/watching.py [--saves 40]

Half of the saves write into the file, half put another file in its place, as editors do. Prints medians and the worst.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect

TESTS = Path(__file__).parents[1] / "tests"
RIGHT = TESTS / "solutions" / "right" / "corr2d" / "nested_loops_python_floats.py"
WRONG = TESTS / "golden" / "flipped_corr2d.py"
PAUSE = 0.3  # seconds between a verdict and the next save


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=40)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "work"
        environment = {**os.environ, "CONVGRADE_STATE": str(Path(name) / "state"), "TERM": "xterm"}
        convgrade = [sys.executable, "-P", "-m", "convgrade"]
        subprocess.run([*convgrade, "start", str(folder)], env=environment, stdout=subprocess.DEVNULL, check=True)
        start = time.perf_counter()
        watch = pexpect.spawn(convgrade[0], [*convgrade[1:], "watch", str(folder)], env=environment, encoding="utf-8", dimensions=(24, 80))
        watch.expect("and save")
        print(f"start to the first screen: {time.perf_counter() - start:.3f} s")
        times: dict[tuple[str, str], list[float]] = {}
        for i in range(chosen.saves):
            verdict, source = (("not yet", WRONG), ("passed", RIGHT))[i % 2]
            way, save = (("written", written), ("renamed", renamed))[i // 2 % 2]
            time.sleep(PAUSE)
            discard(watch)
            before = time.perf_counter()
            save(folder / "corr2d.py", source.read_text("utf-8") + f"# {i}\n")
            watch.expect_exact(f"corr2d: {verdict}", timeout=60)
            times.setdefault((verdict, way), []).append(time.perf_counter() - before)
        watch.send("q")
        watch.expect(pexpect.EOF)
    for (verdict, way), seconds in times.items():
        print(f"{verdict:<8} {way:<8} {told(seconds)}")
    print(f"{'all':<17} {told([one for some in times.values() for one in some])}, load {os.getloadavg()[0]:.1f}")


def discard(watch: pexpect.spawn) -> None:
    """Read what was shown before."""
    while watch.expect([r".+", pexpect.TIMEOUT], timeout=0) == 0:
        pass


def written(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def renamed(file: Path, text: str) -> None:
    beside = file.with_name(".part")
    beside.write_text(text, "utf-8")
    os.replace(beside, file)


def told(seconds: list[float]) -> str:
    return f"median {1000 * statistics.median(seconds):4.0f} ms, worst {1000 * max(seconds):4.0f} ms of {len(seconds)}"


if __name__ == "__main__":
    main()
