"""Values read back from a report: the arguments from the line to paste, results from nested lists."""

import ast
from typing import Any

import numpy as np

NAMES = {"nan": float("nan"), "inf": float("inf")}
TEXTS = {"nan", "inf", "-inf"}


def arguments_of(call: str) -> list[Any]:
    """The arguments in a line such as `f(np.array([[1.0]]), 2)`; none if it is no such line."""
    try:
        (statement,) = ast.parse(call).body
        assert isinstance(statement, ast.Expr)
        assert isinstance(statement.value, ast.Call)
        return [value_of(node) for node in statement.value.args]
    except (SyntaxError, ValueError, AssertionError, RecursionError):
        return []


def value_of(node: ast.expr) -> Any:
    """The value that a literal stands for, `np.array([...])`, nan and inf among them.

    Raises:
        ValueError: it is none.
    """
    if isinstance(node, ast.Call):
        return np.array(value_of(node.args[0]))
    if isinstance(node, ast.Name) and node.id in NAMES:
        return NAMES[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -value_of(node.operand)
    if isinstance(node, ast.Tuple):
        return tuple(map(value_of, node.elts))
    if isinstance(node, ast.List):
        return list(map(value_of, node.elts))
    if isinstance(node, ast.Dict):
        return {value_of(key): value_of(item) for key, item in zip(node.keys, node.values, strict=True) if key}
    return ast.literal_eval(node)


def as_values(held: Any, gives_array: bool) -> Any:
    """A value as a report holds it: nested lists that stand for an array made one, those of others made tuples."""
    if is_part(held):
        return as_values(held["values"], gives_array)
    if isinstance(held, list) and gives_array:
        try:
            array = np.array(held, dtype=np.float64)  # NaN and infinities are text in a report
        except (TypeError, ValueError):
            return held
        return array if array.ndim else held
    if isinstance(held, list):
        return tuple(as_values(item, False) for item in held)
    if isinstance(held, dict):
        return {key: as_values(item, False) for key, item in held.items()}
    return float(held) if isinstance(held, str) and held in TEXTS else held


def is_part(held: Any) -> bool:
    """Whether a value as a report holds it is a part of a large array."""
    return isinstance(held, dict) and set(held) == {"shape", "from", "values"}
