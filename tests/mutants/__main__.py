"""Try the mutants of one exercise and tell each verdict as a line of JSON.

python -m mutants NAME [--most N] [--inputs N] [--secret N]      (from tests/)

The first line holds the number of mutants. Then come right solutions that are not right for a bank or an input, then the mutants.
"""

import argparse
import json
import sys
import warnings

from convgrade.exercise import find

from .ground import grounds_of
from .mutate import Ground, Mutant, mutants_of
from .verdicts import SECRET_SEEDS, Verdict, trials_of, verdicts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--most", type=int, default=0, help="a sample of so many mutants; 0 for all")
    parser.add_argument("--inputs", type=int, default=10_000, help="inputs of the second generator")
    parser.add_argument("--secret", type=int, default=len(SECRET_SEEDS), help="secret banks to draw")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")  # mutants divide by zero, and index what has no items
    exercise = find()[chosen.name]
    trials = trials_of(exercise, chosen.inputs, SECRET_SEEDS[: chosen.secret])
    grounds = grounds_of(exercise)
    mutants = mutants_of(grounds, chosen.most)
    print(json.dumps({"mutants": len(mutants)}), flush=True)
    for ground, found in zip(grounds, verdicts(trials, grounds), strict=True):
        if found.kind != "equivalent":
            tell(ground, "", "no ground", found)
    for mutant, found in zip(mutants, verdicts(trials, mutants), strict=True):
        tell(mutant, mutant.says, found.kind, found)


def tell(one: Ground | Mutant, says: str, kind: str, found: Verdict) -> None:
    """One line for one verdict."""
    print(json.dumps({"kind": kind, "origin": one.origin, "says": says, "differs": found.differs, "passed": found.passed}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
