"""The attack suite in four settings: as root and as an unprivileged user, with Landlock and without.

    python tools/attack_settings.py [--python /usr/bin/python3] [-n 2]

Run it as root, with a Python that other users can read (`--python`), of the same version as the one that runs this file,
whose packages it uses. Prints how many attacks were held in each setting.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
NOBODY = 65534


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("-n", type=int, default=2)
    chosen = parser.parse_args()
    failed = False
    for user in (0, NOBODY):
        for landlock in ("with-landlock", "without-landlock"):
            with tempfile.TemporaryDirectory() as name:
                held, total, told = run(chosen.python, chosen.n, Path(name), user, landlock)
            print(f"{'root' if user == 0 else 'unprivileged':<13} {landlock:<17} {held} of {total} held", flush=True)
            failed = failed or held != total or not total
            if held != total:
                print(told)
    sys.exit(failed)


def run(python: str, processes: int, home: Path, user: int, landlock: str) -> tuple[int, int, str]:
    """The suite in one setting, in a folder that its user may read: attacks held, all attacks, what pytest said of the rest."""
    shutil.copytree(TESTS, home / "tests")
    packages = home / "packages"
    heavy = shutil.ignore_patterns("tensorflow*", "keras*", "jax*", "torch*", "nvidia*")
    shutil.copytree(sysconfig.get_path("purelib"), packages, ignore=heavy)
    for folder in (home, *home.rglob("*")):
        os.chown(folder, user, user if user else 0)
    options = ["-q", "-n", str(processes), "-p", "no:cacheprovider", "--import-mode=importlib", "--basetemp", str(home / "run")]
    command = [python, "-P", "-m", "pytest", *options, "tests/test_attacks.py", "-k", "gets_its_verdict"]
    environment = {"PYTHONPATH": str(packages), "PATH": os.environ["PATH"], "CONVGRADE_ATTACKS": landlock, "HOME": str(home)}
    home.chmod(0o755)
    done = subprocess.run(command, cwd=home, env=environment, user=user, capture_output=True, text=True, check=False)
    counts = {what: int(number) for number, what in re.findall(r"(\d+) (passed|failed|error)", done.stdout)}
    bad = "\n".join(line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR", "E  "))) or done.stderr[-2000:]
    return counts.get("passed", 0), sum(counts.values()), bad


if __name__ == "__main__":
    main()
