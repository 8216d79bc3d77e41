"""Which convgrade this is: the whole one, or a student's, which lacks the references and grades alike."""

import re
from functools import cache
from importlib.metadata import version

STUDENT = "student"


@cache
def engine() -> str:
    """The version that decides grades; a student's edition has that of the whole one."""
    return re.sub(rf"[+.]{STUDENT}$", "", version("convgrade"))


def as_students(whole: str) -> str:
    """The version of the student's edition of a version: `+student`, the local part of PEP 440 (or the end of one that is there)."""
    return whole if re.search(rf"[+.]{STUDENT}$", whole) else f"{whole}{'.' if '+' in whole else '+'}{STUDENT}"
