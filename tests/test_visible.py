"""What a student may see: the public cases, and of a secret bank nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from convgrade.bank import Bank, Case
from convgrade.exercise import checks_of, find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade
from convgrade.inside import wire
from convgrade.limits import Limits
from convgrade.pages import submission_page
from convgrade.property import VALUE
from convgrade.report import report_on, validated
from convgrade.submission import read
from convgrade.visible import for_students, shown_in_public

EXERCISE = find()["out_size"]
SECRET = (977, 31, 7, 5, 3)  # no public case is like it
ANSWER = 181
RIGHT = """
import os
import sys

def out_size(n, k, p=0, s=1, d=1):
    window = d * (k - 1) + 1
    {surprise}
    if window > n + 2 * p: raise ValueError("window")
    return (n + 2 * p - window) // s + 1
"""
SURPRISES = {  # what a function does on the secret case, and nowhere else
    "a wrong value": "if n == 977: return n",
    "an error that quotes it": "if n == 977: raise RuntimeError(f'{n} {k}')",
    "an endless recursion that quotes it": "if n == 977: raise RecursionError(f'{n} {k}')",
    "a value of a kind that quotes it": "if n == 977: return type(f'of_{n}', (), {})()",
    "an end of Python": "if n == 977: os._exit(97)",
    "an end that it prints first": "if n == 977: print(n, flush=True); os._exit(97)",
    "a wrong value on public cases too": "if n == 977 or n == 2: return n + 1",
    "a public error that quotes a secret case seen before": (
        "seen = sys.modules.setdefault('seen', []); seen.append(n)\n    if 977 in seen: raise ValueError(f'{seen}')"
    ),
}


@pytest.fixture(scope="module")
def secret_report(banks: dict[str, Bank], zygotes: Zygotes, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Any]]:
    """The report on a submission that was graded on the public bank, and on a secret one."""
    public = banks["out_size"]
    cases = (Case(SECRET, ANSWER, 0.0), *public.cases)
    secret = replace(public, visibility="secret", cases=cases, packed_mistakes=wire.pack([]))

    def graded(source: str) -> dict[str, Any]:
        path = tmp_path_factory.mktemp("submission") / "mine.py"
        path.write_text(source, "utf-8")
        judgements = grade(read(path), {"out_size": EXERCISE}, {"out_size": [public, secret]}, zygotes, Limits(cpu_seconds=1))
        return report_on(read(path), judgements, "strict")

    return graded


@pytest.mark.parametrize("surprise", SURPRISES.values(), ids=SURPRISES)
def test_nothing_of_a_secret_bank_is_on_a_students_page(secret_report: Callable[[str], dict[str, Any]], surprise: str) -> None:
    report = secret_report(RIGHT.format(surprise=surprise))
    assert report["exercises"][0]["verdict"] != "passed"
    page = submission_page(validated(for_students(report, {"out_size": EXERCISE})), {"out_size": EXERCISE}, staff=False)
    words = ["secret", "977", "97)", *(bank["hash"][:8] for bank in report["banks"])]
    assert [word for word in words if word in page.lower()] == []


def test_staff_see_the_secret_case_and_that_it_is_one(secret_report: Callable[[str], dict[str, Any]]) -> None:
    page = submission_page(secret_report(RIGHT.format(surprise=SURPRISES["a wrong value"])), {"out_size": EXERCISE}, staff=True)
    assert "out_size(977, 31, 7, 5, 3)" in page
    assert "<strong>secret</strong>" in page


def test_a_counterexample_of_the_public_bank_is_shown_though_the_secret_one_fails_too(secret_report: Callable[[str], dict[str, Any]]) -> None:
    report = secret_report(RIGHT.format(surprise=SURPRISES["a wrong value on public cases too"]))
    entry = for_students(report, {"out_size": EXERCISE})["exercises"][0]
    assert entry["counterexample"] == report["exercises"][0]["counterexample"]
    assert entry["message"] == report["exercises"][0]["message"]


def test_a_contract_that_fails_on_the_secret_bank_alone_is_not_told_besides(report_of: Callable[..., dict[str, Any]]) -> None:
    both = [{"name": VALUE, "kind": "value"}, {"name": VALUE, "kind": "value", "visibility": "secret"}]
    kept = [{"name": "is_pure", "kind": "contract", "passed": True}, {"name": "is_pure", "kind": "contract", "visibility": "secret"}]
    sentence = "Row 0, column 0: yours is 1, it should be 2."
    entry = {"verdict": "not_yet", "counterexample": {}, "properties": both + kept, "message": f"{sentence} Besides: yours is 977."}
    report = report_of("ada.py", {"f": entry}, banks=[{"visibility": "secret", "hash": "0" * 64}])
    assert for_students(report, {})["exercises"][0]["message"] == sentence


def test_what_fails_on_the_secret_bank_alone_is_told_in_a_sentence_without_a_case(secret_report: Callable[[str], dict[str, Any]]) -> None:
    entry = for_students(secret_report(RIGHT.format(surprise=SURPRISES["a wrong value"])), {})["exercises"][0]
    assert (entry["verdict"], entry["score"], entry["counterexample"], entry["properties"]) == ("not_yet", 0.0, None, [])
    assert entry["message"] == "There are inputs for which its answer is not right yet."


def test_a_pass_counts_the_public_checks_alone(secret_report: Callable[[str], dict[str, Any]], banks: dict[str, Bank]) -> None:
    entry = for_students(secret_report(RIGHT.format(surprise="pass")), {})["exercises"][0]
    cases = len(banks["out_size"].cases) + sum(map(len, banks["out_size"].properties.values()))
    assert entry["message"] == f"It holds on everything that was tried: {cases} checks of {len(banks['out_size'].properties) + 1} properties."


def test_a_call_that_never_came_back_is_public_if_public_cases_were_still_open(secret_report: Callable[[str], dict[str, Any]]) -> None:
    report = secret_report(RIGHT.format(surprise="if n == 2: os._exit(3)"))
    assert report["exercises"][0]["verdict"] == "crashed"
    assert shown_in_public(report["exercises"][0])
    assert for_students(report, {})["exercises"][0]["message"] == report["exercises"][0]["message"]


def test_without_secret_banks_a_student_sees_all_but_seconds_and_isolation(report_of: Callable[..., dict[str, Any]]) -> None:
    report = report_of("ada.py", {"f": {"verdict": "not_yet", "counterexample": {}, "seconds": 2.0}, "g": "passed"}, fingerprint="0" * 64)
    seen = for_students(report, {})
    assert (seen["isolation"], "fingerprint" in seen, seen["exercises"][0]["seconds"]) == ("", False, 0.0)
    assert seen["exercises"][0] == {**report["exercises"][0], "seconds": 0.0}


def test_a_law_that_fails_on_the_secret_bank_alone_is_told_by_what_it_says(report_of: Callable[..., dict[str, Any]]) -> None:
    law = checks_of(EXERCISE).properties[0]
    findings = [{"name": law.name, "passed": True}, {"name": law.name, "visibility": "secret"}]
    entry = {"verdict": "not_yet", "counterexample": {"property": law.name}, "properties": findings, "message": "Row 0: yours is 977."}
    report = report_of("ada.py", {"out_size": entry}, banks=[{"visibility": "secret", "hash": "0" * 64}])
    told = for_students(report, {"out_size": EXERCISE})["exercises"][0]["message"]
    assert told == f"There are inputs for which this does not hold yet: {law.says}"
