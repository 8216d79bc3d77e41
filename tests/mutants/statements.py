"""Operators on statements: removed, turned round, moved out of a loop or into it, another accumulation, another result."""

import ast
from collections.abc import Iterator

from .expressions import ARITHMETIC, expression
from .scope import Scope

RESULTS = ("a.T", "-a", "a[::-1]", "a[:-1]", "a[1:]", "a[:, ::-1]", "a[:, :-1]", "a + 1", "abs(a)", "a.astype(int)", "a.astype(a.dtype)", "float(a)")
RESULTS += (
    "list(a)",
    "a.ravel()",
    "a[None]",
    "np.round(a)",
    "np.maximum(a, 0)",
    "max(a, 0)",
    "a[0]",
    "None",
    "sorted(a)",
    "a * 2",
    "np.sort(a)",
    "a.squeeze()",
)


def body(*parts: ast.stmt) -> ast.Module:
    """Several statements, or none, in place of one."""
    return ast.Module(list(parts), [])


def removed(node: ast.stmt, _: Scope) -> Iterator[ast.AST]:
    """No such statement."""
    if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom | ast.Pass):
        yield body()


def other_condition(node: ast.If | ast.While, _: Scope) -> Iterator[ast.AST]:
    """The contrary condition; either branch always."""
    yield type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    if isinstance(node, ast.If):
        yield body(*node.body)
        yield body(*node.orelse)


def other_accumulation(node: ast.AugAssign, _: Scope) -> Iterator[ast.AST]:
    """Only the last term, or another operation."""
    target = ast.parse(ast.unparse(node.target) + " = 0").body[0].targets[0]
    yield ast.Assign([target], node.value)
    for operator in ARITHMETIC.get(type(node.op), ()):
        yield ast.AugAssign(node.target, operator(), node.value)


def other_assignment(node: ast.Assign, _: Scope) -> Iterator[ast.AST]:
    """An entry is added to what is there already."""
    if isinstance(node.targets[0], ast.Subscript):
        yield ast.AugAssign(node.targets[0], ast.Add(), node.value)


def other_result(node: ast.Return, _: Scope) -> Iterator[ast.AST]:
    """The result transposed, negated, turned round, cut, truncated, of another kind."""
    if node.value:
        yield from (ast.Return(expression(text, a=node.value)) for text in RESULTS)


def other_loop(node: ast.For, _: Scope) -> Iterator[ast.AST]:
    """The first statement made once before the loop, the last one once after it; the loop left after its first turn."""
    if len(node.body) > 1:
        yield body(node.body[0], ast.For(node.target, node.iter, node.body[1:], node.orelse))
        yield body(ast.For(node.target, node.iter, node.body[:-1], node.orelse), node.body[-1])
    yield ast.For(node.target, node.iter, [*node.body, ast.Break()], node.orelse)


def return_within(node: ast.FunctionDef, _: Scope) -> Iterator[ast.AST]:
    """The last `return` moved into the loop before it."""
    if len(node.body) > 1 and isinstance(node.body[-1], ast.Return) and isinstance(node.body[-2], ast.For):
        loop = node.body[-2]
        inner = ast.For(loop.target, loop.iter, [*loop.body, node.body[-1]], loop.orelse)
        yield ast.FunctionDef(node.name, node.args, [*node.body[:-2], inner], node.decorator_list, node.returns)


def neighbours(node: ast.FunctionDef, _: Scope) -> Iterator[ast.AST]:
    """Two neighbouring statements exchanged."""
    for i in range(len(node.body) - 1):
        parts = [*node.body[:i], node.body[i + 1], node.body[i], *node.body[i + 2 :]]
        yield ast.FunctionDef(node.name, node.args, parts, node.decorator_list, node.returns)


def remembers(node: ast.FunctionDef, _: Scope) -> Iterator[ast.AST]:
    """What the first statement makes is made once and kept in a default."""
    for i, part in enumerate(node.body):
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name) and isinstance(part.value, ast.List | ast.Dict):
            arguments = ast.arguments(
                node.args.posonlyargs,
                [*node.args.args, ast.arg(part.targets[0].id)],
                node.args.vararg,
                node.args.kwonlyargs,
                node.args.kw_defaults,
                node.args.kwarg,
                [*node.args.defaults, part.value],
            )
            yield ast.FunctionDef(node.name, arguments, node.body[:i] + node.body[i + 1 :] or [ast.Pass()], node.decorator_list, node.returns)


def other_comprehension(node: ast.ListComp | ast.GeneratorExp, _: Scope) -> Iterator[ast.AST]:
    """The loops in the other order, a condition less, the first or the last left out."""
    if len(node.generators) > 1:
        yield type(node)(node.elt, node.generators[::-1])
    for i, part in enumerate(node.generators):
        if part.ifs:
            plain = ast.comprehension(part.target, part.iter, [], part.is_async)
            yield type(node)(node.elt, [*node.generators[:i], plain, *node.generators[i + 1 :]])
    if isinstance(node, ast.ListComp):
        yield expression("a[1:]", a=node)
        yield expression("a[:-1]", a=node)
        yield expression("a[::-1]", a=node)


def other_jump(node: ast.Break | ast.Continue, _: Scope) -> Iterator[ast.AST]:
    """`continue` for `break`, and the other way round."""
    yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()


OPERATORS = (
    (ast.stmt, removed),
    (ast.If | ast.While, other_condition),
    (ast.AugAssign, other_accumulation),
    (ast.Assign, other_assignment),
    (ast.Return, other_result),
    (ast.For, other_loop),
    (ast.FunctionDef, return_within),
    (ast.FunctionDef, neighbours),
    (ast.FunctionDef, remembers),
    (ast.ListComp | ast.GeneratorExp, other_comprehension),
    (ast.Break | ast.Continue, other_jump),
)
