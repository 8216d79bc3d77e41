"""A class in numbers, from its reports, each looked at once: how it fared, what went wrong how often, who is wrong alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import median

from .alike import Group, groups
from .rows import Report, Row, row_of, was_not_run

MOST_BARS = 24
SLOWEST = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One submission, its seconds, and the exercise that took most of them."""

    row: Row
    seconds: float
    slowest: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that is wrong with a function: a "mistake" by its name and sentence, or a property ("value", "law", "contract")."""

    exercise: str
    kind: str
    name: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A counterexample of one submission; it is not its `own` if it was found for another property."""

    submission: str
    counterexample: Report
    own: bool


@dataclass(frozen=True, slots=True)
class Frequency:
    """How many submissions have something wrong, and the shortest call that shows it."""

    wrong: Wrong
    count: int
    example: Example | None


@dataclass(frozen=True, slots=True)
class Fared:
    """One exercise: how many submissions got which verdict, and what is wrong in them, the most frequent first."""

    exercise: str
    verdicts: Mapping[str, int]
    mistakes: tuple[Frequency, ...]
    properties: tuple[Frequency, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was not graded, and why; `exercise` is "" for a whole submission."""

    submission: str
    exercise: str
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    lines: tuple[Line, ...]
    bars: tuple[tuple[str, int], ...]
    median: float
    fared: tuple[Fared, ...]
    asked: tuple[tuple[str, Mapping[str, int]], ...]
    slowest: tuple[Line, ...]
    troubles: tuple[Trouble, ...]
    groups: tuple[Group, ...]


def summary_of(reports: Iterable[tuple[Report, Mapping[str, str]]]) -> Summary:
    """The numbers of reports, each with its patterns by exercise (see `pattern`); one report is held at a time."""
    lines: list[Line] = []
    troubles: list[Trouble] = []
    verdicts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    answers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    counts: Counter[Wrong] = Counter()
    examples: dict[Wrong, Example] = {}
    alike: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)  # by exercise and pattern: submission, name of the mistake
    for report, patterns in reports:
        lines.append(line_of(report))
        troubles += troubles_of(report)
        for entry in report["exercises"]:
            verdicts[entry["exercise"]][entry["verdict"]] += 1
            for wrong in wrong_in(entry):
                counts[wrong] += 1
                examples.update(clearer(examples.get(wrong), wrong, report["submission"], entry["counterexample"]))
            if entry["exercise"] in patterns:
                known = (entry["misconception"] or {"name": ""})["name"]
                alike[entry["exercise"], patterns[entry["exercise"]]].append((report["submission"], known))
        for one in report["questions"]:
            answers[one["question"]][one["verdict"]] += 1
    found: defaultdict[tuple[str, bool], list[Frequency]] = defaultdict(list)
    for wrong, count in counts.most_common():
        found[wrong.exercise, wrong.kind == "mistake"].append(Frequency(wrong, count, examples.get(wrong)))
    fared = [Fared(name, verdicts[name], tuple(found[name, True]), tuple(found[name, False])) for name in verdicts]
    slowest = sorted(lines, key=lambda line: -line.seconds)[:SLOWEST]
    middle = median(line.row.score for line in lines) if lines else 0.0
    return Summary(
        tuple(lines),
        bars([line.row for line in lines]),
        middle,
        tuple(fared),
        tuple(answers.items()),
        tuple(slowest),
        tuple(troubles),
        groups(alike, verdicts),
    )


def line_of(report: Report) -> Line:
    entries = report["exercises"]
    slowest = max(entries, key=lambda entry: entry["seconds"], default={"exercise": ""})
    return Line(row_of(report), sum(entry["seconds"] for entry in entries), slowest["exercise"])


def troubles_of(report: Report) -> list[Trouble]:
    """What of a submission was not graded: all of it, or some exercises."""
    if was_not_run(report):
        return [Trouble(report["submission"], "", report["verdict"], report["message"])]
    ungraded = [entry for entry in report["exercises"] if entry["verdict"] == "ungraded"]
    return [Trouble(report["submission"], entry["exercise"], "ungraded", entry["message"]) for entry in ungraded]


def wrong_in(entry: Report) -> list[Wrong]:
    """The named mistake of an entry, and its properties that were tried and do not hold."""
    name, mistake = entry["exercise"], entry["misconception"]
    broken = {Wrong(name, one["kind"], one["name"]): True for one in entry["properties"] if not one["passed"] and one["cases"]}
    return [*([Wrong(name, "mistake", mistake["name"], mistake["feedback"])] if mistake else []), *broken]


def clearer(before: Example | None, wrong: Wrong, submission: str, counterexample: Report | None) -> dict[Wrong, Example]:
    """The counterexample as the example of what is wrong, if it shows it better than the one before: itself, and in a shorter call."""
    if counterexample is None:
        return {}
    one = Example(submission, counterexample, wrong.kind == "mistake" or counterexample["property"] == wrong.name)
    better = before is None or (one.own, -len(counterexample["call"])) > (before.own, -len(before.counterexample["call"]))
    return {wrong: one} if better else {}


def bars(rows: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    """The distribution of scores: how many fall to each point, or to each few points where there are many."""
    if not rows:
        return ()
    most = max(max(row.score, row.max_score) for row in rows)
    width = ceil((most + 1) / MOST_BARS)
    counts = Counter(floor(row.score / width) for row in rows)
    label = "{0}" if width == 1 else "{0}-{1}"
    return tuple((label.format(i * width, (i + 1) * width - 1), counts[i]) for i in range(floor(most / width) + 1))
