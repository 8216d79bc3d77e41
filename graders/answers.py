"""Answers to questions in a normal form: the same answer is the same text, however it is written."""

import math
import re
from collections.abc import Sequence
from typing import Any

FORMS = {  # what each type of question asks for, and how that may look
    "int": ("a whole number", "12"),
    "float": ("a number", "0.5"),
    "bool": ("yes or no", "yes"),
    "choice": ("one letter", "a"),
    "multi": ("all letters that are right", "a, c"),
    "shape": ("a shape", "(3, 4)"),
    "pair": ("two numbers", "(3, 4)"),
    "triple": ("three numbers", "(3, 4, 5)"),
    "vector": ("a row of numbers", "[1, 2, 3]"),
    "matrix": ("a matrix, row by row", "[[1, 2], [3, 4]]"),
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TOLERANCE = 1e-3
LONGEST_TEXT, MOST_NUMBERS = 2000, 500
_YES, _NO = ("true", "yes", "y", "1"), ("false", "no", "n", "0")
_NUMBER = re.compile(r"([+-]?(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:/(\d+))?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
_LETTER = re.compile(r"\(?([a-z])[).:]?")
_MINUS = "−"  # noqa: RUF001, as mathematics is printed


def normal(kind: str, value: Any, options: Sequence[str] = ()) -> str | None:
    """The normal form of an answer to a question of some type, None if it is none of that type."""
    given = plain(value)
    if isinstance(given, str):
        given = tidy(given)
    match kind:
        case "int":
            return whole(given)
        case "float":
            x = number(given)
            return None if x is None else five_digits(x)
        case "bool":
            return yes_or_no(given)
        case "choice":
            return letter(given, options)
        case "multi":
            return letters(given, options)
        case "matrix":
            return matrix(given)
        case _:
            return row(given, {"pair": 2, "triple": 3}.get(kind))


def near(kind: str, value: Any, options: Sequence[str] = ()) -> list[str]:
    """The normal forms of all answers that count as this one: those of floats lie within a thousandth."""
    form = normal(kind, value, options)
    if form is None or kind != "float" or value == 0:
        return [] if form is None else [form]
    last = 10.0 ** (math.floor(math.log10(abs(value) * (1 - TOLERANCE))) - 4)  # of the digits of a normal form
    steps = round(TOLERANCE * abs(value) / last)
    return list(dict.fromkeys(five_digits(value + step * last) for step in range(-steps, steps + 1)))


def plain(value: Any) -> Any:
    """A value without NumPy and its like, which all have a way to plain numbers."""
    if hasattr(value, "numpy"):
        value = value.numpy()
    return value.tolist() if hasattr(value, "tolist") else value


def tidy(text: str) -> str:
    return " ".join(text[:LONGEST_TEXT].replace("`", "").replace(_MINUS, "-").casefold().split())


def whole(given: Any) -> str | None:
    if isinstance(given, str) and _THOUSANDS.fullmatch(given):
        given = given.replace(",", "")
    x = number(given)
    return None if x is None else shown(x)


def yes_or_no(given: Any) -> str | None:
    word = str(given).casefold() if type(given) in (bool, int, str) else ""
    return "1" if word in _YES else "0" if word in _NO else None


def letter(given: Any, options: Sequence[str]) -> str | None:
    """The letter of an option, given by its letter, its text, or both."""
    if not isinstance(given, str):
        return None
    known = LETTERS[: len(options)] if options else LETTERS
    short = _LETTER.fullmatch(given)
    if short and short[1] in known:
        return short[1]
    texts = [tidy(option) for option in options]
    return next((one for one, text in zip(known, texts, strict=False) if given.strip(" .") in (text, f"{one} {text}", f"({one}) {text}")), None)


def letters(given: Any, options: Sequence[str]) -> str | None:
    """The letters of several options, each once, in order."""
    if isinstance(given, str):
        given = list(given) if given.isalpha() else re.findall(r"[^\s,;]+", given)
    if not isinstance(given, list | tuple | set | frozenset):
        return None
    read = [normal("choice", one, options) for one in given]
    return None if not read or None in read else "".join(sorted({one for one in read if one}))


def row(given: Any, length: int | None = None) -> str | None:
    """A shape, a pair or a vector; a matrix of one row is taken for that row."""
    held = brackets(given) if isinstance(given, str) else given
    if isinstance(held, list | tuple) and len(held) == 1 and isinstance(held[0], list | tuple):
        held = held[0]
    if not isinstance(held, list | tuple) or not 0 < len(held) <= MOST_NUMBERS or len(held) != (length or len(held)):
        return None
    numbers = [number(one) for one in held]
    return None if None in numbers else ",".join(shown(x) for x in numbers if x is not None)


def matrix(given: Any) -> str | None:
    held = brackets(given) if isinstance(given, str) else given
    if not isinstance(held, list | tuple) or not 0 < len(held) <= MOST_NUMBERS or not all(isinstance(one, list | tuple) for one in held):
        return None
    rows = [row(one) for one in held]
    return None if None in rows or len({len(one) for one in held}) > 1 else ";".join(one for one in rows if one)


def brackets(text: str) -> list[Any] | None:
    """What brackets of any kind hold, as lists of words: "[[4, 5], [7, 8]]", "(2 2)"; "2x2" and "2, 2" need none."""
    unfinished: list[list[Any]] = [[]]
    square = text.translate(str.maketrans("(){}", "[][]"))
    for word in re.findall(r"[\[\]]|[^\s,;\[\]]+", re.sub(r"(?<=\d) ?[x\u00d7] ?(?=\d)", ",", square)):
        if word == "[":
            unfinished.append([])
        elif word != "]":
            unfinished[-1].append(word)
        elif len(unfinished) > 1:
            unfinished[-2].append(unfinished.pop())
        else:
            return None
    held = unfinished[0]
    return None if len(unfinished) > 1 else held[0] if len(held) == 1 and isinstance(held[0], list) else held


def number(value: Any) -> float | None:
    """A number, or a text that is one: "-1", "0.25", "1/4"."""
    if type(value) in (int, float):
        return float(value) if abs(value) < 1e300 else math.inf
    found = _NUMBER.fullmatch(value) if isinstance(value, str) and len(value) < 50 else None
    below = float(found[2] or 1) if found else 0.0
    return float(found[1]) / below if found and below else None


def shown(x: float) -> str:
    return str(int(x)) if x.is_integer() and abs(x) < 2**53 else repr(x)


def five_digits(x: float) -> str:
    return f"{x + 0.0:.4e}"  # no minus zero
