"""Naming the mistake: does the function behave like a known misconception, and like no other?"""

from .bank import KnownMistake
from .compare import alike, difference
from .judge import Trial
from .property import VALUE

FEWEST_CASES = 20
FEWEST_SAME = 3


def diagnose(trial: Trial) -> KnownMistake | None:
    """The one misconception that explains everything seen, or None.

    Wrong values must be the misconception's, by the verdict's own comparison. With right values throughout, the failing
    properties must be the misconception's exactly, but for an error that was not raised: that is told beside the name.
    """
    if trial.passed or len(trial.replies) < FEWEST_CASES or len(trial.replies) < len(trial.bank.cases):
        return None
    if any(trial.wrong):
        known = [m for m in trial.bank.mistakes if VALUE in m.fails]
        fitting = [m for m in known if behaves_like(m, trial)] or [m for m in known if behaves_like(m, trial, where_both_return=True)]
        fitting = fitting or changing(trial)
    else:
        failing = {finding.name for finding in trial.findings if not finding.passed}
        refusals = [failure for failure in trial.failures if failure.refusal]
        otherwise = any(failure.reply.status == "raised" for failure in refusals)  # a check is there: no check is missing
        fitting = [] if otherwise else breaking(failing, trial)
        fitting = fitting or breaking(failing - {failure.name for failure in refusals}, trial) or changing(trial)
    return fitting[0] if len(fitting) == 1 else None


def breaking(failing: set[str], trial: Trial) -> list[KnownMistake]:
    """The misconceptions that fail exactly these properties, and change the same arguments."""
    return [m for m in trial.bank.mistakes if m.fails == failing and changed_by(m) == changed_in(trial)]


def changing(trial: Trial) -> list[KnownMistake]:
    """The misconceptions that change the same arguments, whatever else they do, if any are changed."""
    return [m for m in trial.bank.mistakes if changed_in(trial) and changed_by(m) == changed_in(trial)]


def changed_in(trial: Trial) -> set[int]:
    return {position for reply in trial.replies for position in reply.changed}


def changed_by(mistake: KnownMistake) -> set[int]:
    return {position for outcome in mistake.outcomes for position in outcome.get("changed", ())}


def behaves_like(mistake: KnownMistake, trial: Trial, where_both_return: bool = False) -> bool:
    """Whether the function is wrong where the misconception is, with the same wrong values, and right where it is right.

    One slip raises in one style and gives a number in the next. Where either raises, both being wrong is enough, and
    `where_both_return` does not even ask for that; then some wrong values must be the same.
    """
    alike_in = same_wrong_values = wrong_values = 0
    for reply, wrong, outcome, case in zip(trial.replies, trial.wrong, mistake.outcomes, trial.bank.cases, strict=True):
        should_be_wrong = "raises" in outcome or difference(outcome["value"], case.expected, case.tolerance) is not None
        both_return = reply.status == "returned" and "value" in outcome
        if wrong != should_be_wrong and (both_return or not where_both_return):
            return False
        if both_return and wrong and not alike(reply.value, outcome["value"], case.tolerance):
            return False
        alike_in += both_return or outcome.get("raises") == reply.error != ""
        same_wrong_values += both_return and wrong
        wrong_values += should_be_wrong and "value" in outcome
    enough = FEWEST_SAME if where_both_return else min(FEWEST_SAME, wrong_values)
    return alike_in >= FEWEST_CASES and same_wrong_values >= enough
