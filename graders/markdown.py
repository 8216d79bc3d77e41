"""What a student is told, as Markdown: for systems that take text, and for reading in any editor."""

import re
from collections.abc import Mapping

from .exercise import Exercise
from .feedback import Feedback, feedback_of
from .prose import blocks, is_code, legible
from .report import Report
from .rows import was_not_run
from .terminal import beside, block, legend
from .visible import for_students

WIDTH = 100
SPECIAL = re.compile(r"([\\`*_\[\]<>!|~&#])")
BEGINS_A_BLOCK = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=[\s\-=]|$)", re.MULTILINE)
SIGNS = {"passed": "✓", "not yet": "✗"}


def submission_markdown(report: Report, exercises: Mapping[str, Exercise]) -> str:
    """What a student may see of a report on their submission: nothing of a secret bank."""
    told = for_students(report, exercises)
    parts = [f"# {prose(told['submission'])}", f"Score: {told['score']:g} of {told['max_score']:g}. {prose(told['message'])}"]
    if not was_not_run(told):
        parts += [exercise_markdown(entry, exercises.get(entry["exercise"])) for entry in told["exercises"]]
    if told["questions"]:
        lines = [f"- {prose(one['question'])}: {prose(one['message'], in_line=True)}" for one in told["questions"]]
        parts += ["## Questions", "\n".join(lines)]
    return "\n\n".join(part for part in parts if part) + "\n"


def exercise_markdown(entry: Report, exercise: Exercise | None) -> str:
    """What there is to say of one exercise: what the code did, the call that shows it, the picture, the sum behind it, what next."""
    feedback = feedback_of(entry, exercise)
    sign = SIGNS.get(feedback.heading, "?")
    points = f", {entry['score']:g} of {entry['max_score']:g}" if entry["verdict"] != "ungraded" else ""
    parts = [f"## {prose(feedback.exercise)}: {sign} {feedback.heading}{points}", paragraphs(feedback.sentence)]
    if feedback.call:
        parts += ["For example:", fenced(feedback.call), fenced(drawing(feedback)), paragraphs(feedback.working), paragraphs(feedback.more)]
    parts.append(paragraphs(feedback.tried))
    if feedback.hints:
        parts.append(f"A hint: `convgrade hint {legible(feedback.exercise)}`")
    return "\n\n".join(part for part in parts if part)


def drawing(feedback: Feedback) -> str:
    """The picture as a terminal shows it, in signs."""
    if not feedback.panels:
        return ""
    picture = beside([block(panel, WIDTH, False) for panel in feedback.panels], WIDTH)
    return f"{picture}\n{legend(feedback.panels)}".rstrip()


def paragraphs(text: str) -> str:
    return "\n\n".join(fenced(one) if is_code(one) else prose(one) for one in blocks(text))


def fenced(text: str) -> str:
    """Text as a block of code, in a fence longer than any in it."""
    plain = legible(text).strip("\n")
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", plain) or [""]))
    return f"{fence}text\n{plain}\n{fence}" if plain.strip() else ""


def prose(text: str, in_line: bool = False) -> str:
    """Text from anywhere as Markdown that is text: no markup, no link, no picture, but what stands in `backticks` is code."""
    plain = " ".join(text.split()) if in_line else re.sub(r"[^\S\n]+$", "", legible(text), flags=re.MULTILINE)  # blanks at an end break a line
    pieces = re.split(r"(`[^`\n]+`)", plain)
    made = "".join(piece if i % 2 else SPECIAL.sub(r"\\\1", piece) for i, piece in enumerate(pieces))
    return legible(BEGINS_A_BLOCK.sub(lambda found: found[1] + escaped(found[2]), made))


def escaped(begin: str) -> str:
    return f"{begin[:-1]}\\{begin[-1]}"
