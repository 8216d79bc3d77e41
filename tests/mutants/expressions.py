"""Operators on expressions: arithmetic, comparisons, constants, names, order."""

import ast
from collections.abc import Iterator

from .scope import Scope

ARITHMETIC = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.FloorDiv, ast.Div, ast.MatMult, ast.Pow),
    ast.Div: (ast.FloorDiv, ast.Mult),
    ast.FloorDiv: (ast.Div, ast.Mod, ast.Mult),
    ast.Mod: (ast.FloorDiv, ast.Sub),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult,),
}
COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
OTHER_COMPARISONS = {ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
EXCEPTIONS = ("TypeError", "IndexError", "Exception", "AssertionError")


def expression(text: str, **parts: ast.expr) -> ast.expr:
    """The expression of a text, with parts in place of names."""
    tree = ast.parse(text, mode="eval")

    class Fill(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return parts.get(node.id, node)

    return Fill().visit(tree).body


def other_arithmetic(node: ast.BinOp, _: Scope) -> Iterator[ast.AST]:
    """Another operator, either operand alone, the operands exchanged, one off."""
    for operator in ARITHMETIC.get(type(node.op), ()):
        yield ast.BinOp(node.left, operator(), node.right)
    yield node.left
    yield node.right
    if not isinstance(node.op, ast.Add | ast.Mult):
        yield ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, ast.FloorDiv):
        yield expression("-(-a // b)", a=node.left, b=node.right)
        yield expression("round(a / b)", a=node.left, b=node.right)
    yield from one_off(node, _)


def one_off(node: ast.expr, _: Scope) -> Iterator[ast.AST]:
    """One more, one less."""
    yield expression("a + 1", a=node)
    yield expression("a - 1", a=node)


def other_sign(node: ast.UnaryOp, _: Scope) -> Iterator[ast.AST]:
    """Without the sign, or the `not`."""
    yield node.operand


def other_comparison(node: ast.Compare, _: Scope) -> Iterator[ast.AST]:
    """Each other comparison, always, never; words have no order."""
    words = any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in (node.left, *node.comparators))
    fitting = COMPARISONS[4:] if words else COMPARISONS
    for i, operator in enumerate(node.ops):
        others = [OTHER_COMPARISONS[type(operator)]] if type(operator) in OTHER_COMPARISONS else [c for c in fitting if c is not type(operator)]
        for other in others:
            yield ast.Compare(node.left, [*node.ops[:i], other(), *node.ops[i + 1 :]], node.comparators)
    yield ast.Constant(True)
    yield ast.Constant(False)


def other_logic(node: ast.BoolOp, _: Scope) -> Iterator[ast.AST]:
    """`and` for `or`, or one operand less."""
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    for i in range(len(node.values)):
        rest = node.values[:i] + node.values[i + 1 :]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def other_choice(node: ast.IfExp, _: Scope) -> Iterator[ast.AST]:
    """The branches exchanged, either always."""
    yield ast.IfExp(node.test, node.orelse, node.body)
    yield node.body
    yield node.orelse


def other_constant(node: ast.Constant, scope: Scope) -> Iterator[ast.AST]:
    """Another number, the other truth, another word; letters of an einsum exchanged."""
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield from (ast.Constant(n) for n in (0, 1, 2, value + 1) if n != value)
        yield from (ast.UnaryOp(ast.USub(), ast.Constant(n)) for n in {1, value} - {0})
        yield from (ast.Constant(value - 1) for _ in range(value - 1 > 0))
    elif isinstance(value, str) and value in scope.texts:
        yield from (ast.Constant(text) for text in scope.texts if text != value)
    elif isinstance(value, str) and value.lstrip("-") in ("inf", "nan"):
        yield from (ast.Constant(text) for text in ("0", "-1", value.lstrip("-")))
    elif isinstance(value, str) and "->" in value:
        for i in range(len(value) - 1):
            if value[i].isalpha() and value[i + 1].isalpha():
                yield ast.Constant(value[:i] + value[i + 1] + value[i] + value[i + 2 :])


def other_name(node: ast.Name, scope: Scope) -> Iterator[ast.AST]:
    """A name of like role; another exception; a parameter's array turned, cut, truncated."""
    if not isinstance(node.ctx, ast.Load):
        return
    yield from (ast.Name(name, ast.Load()) for name in scope.like(node.id))
    if node.id == "ValueError":
        yield from (ast.Name(name, ast.Load()) for name in EXCEPTIONS)
    if node.id in scope.parameters and node not in scope.measured:
        for text in ("a[::-1]", "a.T", "-a", "abs(a)", "a[:-1]", "a.astype(int)", "a + 1", "a[:1]"):
            yield expression(text, a=node)


def other_order(node: ast.Tuple, _: Scope) -> Iterator[ast.AST]:
    """Two neighbours exchanged, all turned round, or the first for all."""
    parts = node.elts
    for i in range(len(parts) - 1):
        yield ast.Tuple([*parts[:i], parts[i + 1], parts[i], *parts[i + 2 :]], node.ctx)
    if len(parts) > 1:
        yield ast.Tuple(parts[::-1], node.ctx)
    if len(parts) == 2 and isinstance(node.ctx, ast.Load):
        yield from (ast.Tuple([one, one], node.ctx) for one in parts)


def other_dict(node: ast.Dict, _: Scope) -> Iterator[ast.AST]:
    """The values of two neighbours exchanged, or an entry less."""
    for i in range(len(node.values) - 1):
        yield ast.Dict(node.keys, [*node.values[:i], node.values[i + 1], node.values[i], *node.values[i + 2 :]])
    for i in range(len(node.values)):
        yield ast.Dict(node.keys[:i] + node.keys[i + 1 :], node.values[:i] + node.values[i + 1 :])


def other_slice(node: ast.Slice, _: Scope) -> Iterator[ast.AST]:
    """Bounds dropped, moved, exchanged; the step dropped or turned round."""
    low, high, step = node.lower, node.upper, node.step
    if low or high:
        yield ast.Slice(high, low, step)
        yield ast.Slice(None, high, step)
        yield ast.Slice(low, None, step)
    if low:
        yield from (ast.Slice(moved, high, step) for moved in one_off(low, _))
    if high:
        yield from (ast.Slice(low, moved, step) for moved in one_off(high, _))
    yield ast.Slice(low, high, None) if step else ast.Slice(low, high, ast.UnaryOp(ast.USub(), ast.Constant(1)))
    if not (low or high or step):
        yield ast.Slice(ast.Constant(1), None, None)
        yield ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1)), None)
        yield ast.Slice(None, ast.Constant(1), None)


def other_part(node: ast.Subscript, _: Scope) -> Iterator[ast.AST]:
    """The whole instead of the part, the part turned round."""
    if isinstance(node.ctx, ast.Load):
        yield node.value
        yield expression("a[::-1]", a=node)


OPERATORS = (
    (ast.BinOp, other_arithmetic),
    (ast.UnaryOp, other_sign),
    (ast.Compare, other_comparison),
    (ast.BoolOp, other_logic),
    (ast.IfExp, other_choice),
    (ast.Constant, other_constant),
    (ast.Name, other_name),
    (ast.Tuple, other_order),
    (ast.Dict, other_dict),
    (ast.Slice, other_slice),
    (ast.Subscript, other_part),
)
