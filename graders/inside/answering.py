"""Answers that a submission writes down, such as `q101 = 12`: read off the text, never run."""

import ast
import operator
from collections.abc import Callable, Collection, Iterable
from itertools import islice
from typing import Any

from .slicing import Source, is_import
from .trees import parts_of

MOST_PARTS, DEEPEST, LONGEST_TEXT, LARGEST_NUMBER = 200, 4, 500, 1e18
NO_ANSWER: dict[str, Any] = {}  # stands for what is no plain value, or too much of it
ARITHMETIC: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}


def answers(sources: Iterable[Source], asked: Collection[str]) -> dict[str, Any]:
    """The values assigned to the names `asked` at top level. In one file the last counts; a None hides no answer in another file."""
    found: dict[str, Any] = {}
    names = frozenset(asked)
    for source in sources:
        own = {name: assigned(x.node) for x in source.statements if not is_import(x.node) for name in x.binds & names}
        found |= {name: value for name, value in own.items() if value is not None}
    return found


def assigned(node: ast.stmt) -> Any:
    """The plain value that a statement gives a name."""
    plainly = isinstance(node, ast.AnnAssign) or (isinstance(node, ast.Assign) and all(isinstance(target, ast.Name) for target in node.targets))
    if not plainly or len(list(islice(parts_of(node), MOST_PARTS))) == MOST_PARTS:
        return NO_ANSWER
    try:
        return value_of(getattr(node, "value", None))
    except (ValueError, ArithmeticError):
        return NO_ANSWER


def value_of(node: ast.expr | None, depth: int = 0) -> Any:
    """What an expression of numbers, texts, None, tuples, lists and arithmetic comes to.

    Raises:
        ValueError, ArithmeticError: it holds anything else, or too much.
    """
    match node:
        case ast.Constant(value) if value is None or type(value) is bool or (type(value) is str and len(value) <= LONGEST_TEXT):
            return value
        case ast.Constant(int() | float() as value):
            return bounded(value)
        case ast.UnaryOp(ast.USub(), operand):
            return -number_of(operand)
        case ast.UnaryOp(ast.UAdd(), operand):
            return number_of(operand)
        case ast.BinOp(left, operation, right) if type(operation) in ARITHMETIC:
            return bounded(ARITHMETIC[type(operation)](number_of(left), number_of(right)))
        case ast.Tuple(items) if depth < DEEPEST:
            return tuple(value_of(item, depth + 1) for item in items)
        case ast.List(items) | ast.Set(items) if depth < DEEPEST:
            return [value_of(item, depth + 1) for item in items]
    raise ValueError("no plain value")


def number_of(node: ast.expr) -> int | float:
    value = value_of(node)
    if type(value) not in (int, float):
        raise ValueError("no number")
    return value  # type: ignore[no-any-return]


def bounded(value: int | float) -> int | float:
    if not abs(value) <= LARGEST_NUMBER:
        raise ValueError("too large a number")
    return value
