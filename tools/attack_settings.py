"""The attack suite in every setting: as root and as an unprivileged user, with and without Landlock, with and without Bubblewrap.

    python tools/attack_settings.py [--python /usr/bin/python3] [-n 2] [--without landlock]

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
SETTINGS = ("", "landlock", "bubblewrap", "landlock,bubblewrap")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("-n", type=int, default=2)
    parser.add_argument("--without", action="append", choices=SETTINGS, help="this setting alone; may be repeated ('' for all layers)")
    chosen = parser.parse_args()
    failed = False
    for without in chosen.without or SETTINGS:
        for user, called in ((0, "root"), (NOBODY, "unprivileged")):
            with tempfile.TemporaryDirectory() as name:
                held, total, told = run(chosen.python, chosen.n, Path(name), user, without)
            print(f"{called:<12}  {f'without {without}' if without else 'all layers':<28}  {held} of {total} held", flush=True)
            failed = failed or held != total or not total
            if held != total:
                print(told, flush=True)
    sys.exit(failed)


def run(python: str, processes: int, home: Path, user: int, without: str) -> tuple[int, int, str]:
    """The suite in one setting, in a folder that its user may read: attacks held, all attacks, what pytest said of the rest."""
    shutil.copytree(TESTS, home / "tests")
    packages = home / "packages"
    heavy = shutil.ignore_patterns("tensorflow*", "keras*", "jax*", "torch*", "nvidia*")
    shutil.copytree(sysconfig.get_path("purelib"), packages, ignore=heavy)
    for folder in (home, *home.rglob("*")):
        os.chown(folder, user, user if user else 0)
    options = ["-q", "-n", str(processes), "-p", "no:cacheprovider", "--import-mode=importlib", "--basetemp", str(home / "run")]
    command = [python, "-P", "-m", "pytest", *options, "tests/test_attacks.py", "-k", "gets_its_verdict"]
    environment = {"PYTHONPATH": str(packages), "PATH": os.environ["PATH"], "CONVGRADE_WITHOUT": without, "HOME": str(home)}
    home.chmod(0o755)
    done = subprocess.run(command, cwd=home, env=environment, user=user, capture_output=True, text=True, check=False)
    counts = {what: int(number) for number, what in re.findall(r"(\d+) (passed|failed|error)", done.stdout)}
    bad = "\n".join(line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR", "E  "))) or done.stderr[-2000:]
    return counts.get("passed", 0), sum(counts.values()), bad


if __name__ == "__main__":
    main()
