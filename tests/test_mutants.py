"""Every one-step mutant of a right solution is right still, or refused.

The verdicts are made in a process of their own (`python -m mutants`). Here is tried a sample, always the same, on the public bank;
`tools/mutants.py` tries all mutants, on three secret banks as well, which take longer to draw than all else here.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from convgrade.exercise import find

SAMPLE = ("--most", "120", "--inputs", "600", "--secret", "0")
SEVERAL = 40


@pytest.mark.slow
@pytest.mark.parametrize("name", find())
def test_a_mutant_is_right_or_refused(name: str, record_property: Callable[[str, object], None]) -> None:
    count, *verdicts = told_of(name)
    for kind in ("refused", "equivalent", "survivor"):
        record_property(f"mutants {kind}", sum(told["kind"] == kind for told in verdicts))
    assert count["mutants"] >= SEVERAL
    assert [told for told in verdicts if told["kind"] in ("survivor", "no ground")] == []


def told_of(name: str) -> list[dict[str, Any]]:
    """What `python -m mutants` tells of an exercise."""
    command = [sys.executable, "-m", "mutants", name, *SAMPLE]
    ran = subprocess.run(
        command, cwd=Path(__file__).parent, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]
