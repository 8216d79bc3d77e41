"""A class in numbers: what is counted, which example stands for a mistake, who is wrong alike."""

import weakref
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from convgrade.grading import Judgement
from convgrade.pattern import pattern_of
from convgrade.property import VALUE
from convgrade.summary import Summary, summary_of

Report = dict[str, Any]
FLIPS = {"name": "flips", "feedback": "You flip."}


def summed(reports: list[Report], patterns: list[Mapping[str, str]] | None = None) -> Summary:
    return summary_of(zip(reports, patterns or [{}] * len(reports), strict=True))


def wrong(**more: Any) -> Report:
    return {"verdict": "not_yet", "counterexample": {}, "properties": [{"name": VALUE, "kind": "value"}], **more}


def test_a_mistake_is_counted_once_a_submission_and_shown_by_the_shortest_call(report_of: Callable[..., Report]) -> None:
    calls = ["f(np.array([[1.0, 2.0]]))", "f(1)", "f(np.array([[1.0]]))"]
    reports = [report_of(f"s{i}", {"f": wrong(misconception=FLIPS, counterexample={"call": call})}) for i, call in enumerate(calls)]
    (mistake,) = summed(reports).fared[0].mistakes
    assert (mistake.wrong.name, mistake.wrong.says, mistake.count) == ("flips", "You flip.", 3)
    assert mistake.example
    assert (mistake.example.submission, mistake.example.counterexample["call"]) == ("s1", "f(1)")


def test_the_most_frequent_mistake_of_an_exercise_is_first(report_of: Callable[..., Report]) -> None:
    names = ["rare", "common", "common"]
    reports = [report_of(f"s{i}", {"f": wrong(misconception={"name": name, "feedback": name})}) for i, name in enumerate(names)]
    assert [(one.wrong.name, one.count) for one in summed(reports).fared[0].mistakes] == [("common", 2), ("rare", 1)]


def test_a_property_is_shown_by_its_own_counterexample_if_there_is_one(report_of: Callable[..., Report]) -> None:
    both = [{"name": VALUE, "kind": "value"}, {"name": "is_linear"}]
    other = report_of("other", {"f": wrong(properties=both, counterexample={"call": "f()"})})
    own = report_of("own", {"f": wrong(properties=both[1:], counterexample={"call": "f(1, 2)", "property": "is_linear"})})
    for reports, shown in ([other], ("other", False)), ([other, own], ("own", True)), ([own, other], ("own", True)):
        found = {one.wrong.name: one.example for one in summed(reports).fared[0].properties}
        example = found["is_linear"]
        assert example
        assert (example.submission, example.own) == shown


def test_a_property_that_was_not_tried_did_not_fail(report_of: Callable[..., Report]) -> None:
    untried = [{"name": "is_linear", "cases": 0}, {"name": "is_pure", "passed": True}]
    assert summed([report_of("s", {"f": {"verdict": "unfinished", "properties": untried}})]).fared[0].properties == ()


def test_a_property_that_fails_on_two_banks_fails_in_one_submission(report_of: Callable[..., Report]) -> None:
    twice = [{"name": VALUE, "kind": "value", "visibility": visibility} for visibility in ("public", "secret")]
    assert [one.count for one in summed([report_of("s", {"f": wrong(properties=twice)})]).fared[0].properties] == [1]


@pytest.mark.parametrize(
    ("scores", "most", "bars"),
    [
        ([0, 1, 1], 2, [("0", 1), ("1", 2), ("2", 0)]),
        ([0.5, 2], 2, [("0", 1), ("1", 0), ("2", 1)]),
        ([0, 3, 4, 49], 49, [("0-2", 1), ("3-5", 2), *[(f"{i}-{i + 2}", 0) for i in range(6, 48, 3)], ("48-50", 1)]),
    ],
)
def test_scores_are_distributed_over_few_bars(
    report_of: Callable[..., Report], scores: list[float], most: float, bars: list[tuple[str, int]]
) -> None:
    reports = [report_of(f"s{i}", {"f": "not_yet"}, score=score, max_score=float(most)) for i, score in enumerate(scores)]
    assert list(summed(reports).bars) == bars


def test_what_was_not_graded_is_told_once_with_its_reason(report_of: Callable[..., Report]) -> None:
    refused = report_of("refused", {name: {"verdict": "refused", "message": "No."} for name in "fg"}, message="No.")
    partly = report_of("partly", {"f": {"verdict": "ungraded", "message": "It needs torch."}, "g": "passed"})
    told = [(one.submission, one.exercise, one.why) for one in summed([refused, partly]).troubles]
    assert told == [("refused", "", "No."), ("partly", "f", "It needs torch.")]


def test_the_slowest_are_told_with_the_exercise_that_took_most(report_of: Callable[..., Report]) -> None:
    reports = [report_of(f"s{i}", {"f": {"verdict": "passed", "seconds": 1.0}, "g": {"verdict": "passed", "seconds": i / 4}}) for i in range(12)]
    slowest = summed(reports).slowest
    assert [(line.row.submission, line.seconds, line.slowest) for line in slowest[:1] + slowest[-1:]] == [("s11", 3.75, "g"), ("s2", 1.5, "f")]


def test_a_class_of_nobody_has_no_numbers() -> None:
    assert summed([]) == Summary((), (), 0.0, (), (), (), (), ())


class Weak(dict[str, Any]):
    """A report that tells when it is gone."""


def test_no_more_than_two_reports_are_held_at_once(report_of: Callable[..., Report]) -> None:
    held: list[weakref.ref[Weak]] = []

    def reports() -> Iterator[tuple[Report, Mapping[str, str]]]:
        for i in range(50):
            report = Weak(report_of(f"s{i}", {"f": wrong(misconception=FLIPS)}))
            held.append(weakref.ref(report))
            yield report, {}
            assert sum(ref() is not None for ref in held) <= 2

    assert len(summary_of(reports()).lines) == 50


def test_who_shares_a_mistake_without_a_name_is_a_group_and_how_common_it_is_is_told(report_of: Callable[..., Report]) -> None:
    reports = [report_of(name, {"f": wrong(), "g": wrong(misconception=FLIPS)}) for name in ("ada", "ben", "eve", "tom")]
    patterns = [{"f": "1", "g": "9"}, {"f": "2", "g": "9"}, {"f": "1", "g": "9"}, {}]
    (group,) = summed(reports, patterns).groups
    assert group.submissions == ("ada", "eve")
    assert [(one.exercise, one.wrong, one.known) for one in group.shared] == [("f", 4, "")]


def test_a_known_mistake_in_common_is_no_group(report_of: Callable[..., Report]) -> None:
    reports = [report_of(name, {"f": wrong(misconception=FLIPS)}) for name in ("ada", "ben")]
    assert summed(reports, [{"f": "1"}, {"f": "1"}]).groups == ()


def test_those_who_share_most_are_told_first(report_of: Callable[..., Report]) -> None:
    reports = [report_of(name, {"f": wrong(), "g": wrong()}) for name in "abcde"]
    patterns = [{"f": "1"}, {"f": "1"}, {"f": "2", "g": "3"}, {"f": "1"}, {"f": "2", "g": "3"}]
    assert [(group.submissions, len(group.shared)) for group in summed(reports, patterns).groups] == [(("c", "e"), 2), (("a", "b", "d"), 1)]


PLUS_ONE = "def out_size(n, k, p=0, s=1, d=1):\n    return (n + 2 * p - d * (k - 1) - 1) // s + 1 + n % 3\n"
PLUS_ONE_AGAIN = """
def helper(size, window, stride):
    return 1 + int((size - window) / stride)

def out_size(n, k, p=0, s=1, d=1):
    "Another text."
    extra = n - 3 * (n // 3)
    places = n - d * (k - 1) - 1 + p + p
    return extra + places // s + 1
"""
OTHERWISE = PLUS_ONE.replace("n % 3", "k % 3")
CONSTANT = "def out_size(n, k, p=0, s=1, d=1):\n    return -1\n"
RAISES = "def out_size(n, k, p=0, s=1, d=1):\n    return n[0]\n"


def test_functions_that_are_wrong_alike_share_a_pattern_however_they_are_written(judged: Callable[..., Judgement]) -> None:
    first, again, other = (pattern_of(judged("out_size", source).attempt) for source in (PLUS_ONE, PLUS_ONE_AGAIN, OTHERWISE))
    assert first == again != other
    assert first
    assert other


@pytest.mark.parametrize("source", [PLUS_ONE.replace(" + n % 3", ""), CONSTANT, RAISES, "def out_size(n, k, p=0, s=1, d=1):\n    pass\n"])
def test_what_is_right_or_wrong_in_one_way_only_has_no_pattern(judged: Callable[..., Judgement], source: str) -> None:
    assert pattern_of(judged("out_size", source).attempt) == ""
