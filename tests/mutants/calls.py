"""Operators on calls: other functions, order of arguments, bounds of ranges, axes, dtypes."""

import ast
from collections.abc import Iterator

from .expressions import expression, one_off
from .scope import Scope

ALIKE = (
    "sum mean max min prod median",
    "nanmax nanmin nanmean nansum max",
    "amax amin",
    "add multiply maximum minimum subtract",
    "floor ceil round trunc",
    "zeros ones",
    "stack concatenate",
    "hstack vstack",
    "any all",
    "append extend",
    "fliplr flipud",
    "cumsum sum",
    "correlate convolve",
    "rows columns",
    "tile repeat",
)
BUILTIN = ("max min sum len", "any all", "int float round abs", "list tuple set", "range reversed")
TRANSPARENT = (
    "abs",
    "int",
    "float",
    "round",
    "ceil",
    "floor",
    "reversed",
    "sorted",
    "asarray",
    "array",
    "flip",
    "transpose",
    "sqrt",
    "list",
    "tuple",
    "max",
    "min",
)
TRANSPARENT += (
    "copy",
    "astype",
    "ravel",
    "reshape",
    "transpose",
    "squeeze",
    "flatten",
    "swapaxes",
    "moveaxis",
    "ascontiguousarray",
    "fliplr",
    "flipud",
    "rot90",
)
MAKERS = ("zeros", "ones", "empty", "full", "array", "asarray", "zeros_like", "stack")


def name_of(call: ast.Call) -> str:
    """The last word of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def other_function(node: ast.Call, _: Scope) -> Iterator[ast.AST]:
    """A function of the same kind: a maximum for a sum."""
    groups = ALIKE if isinstance(node.func, ast.Attribute) else BUILTIN
    others = {word for group in groups if name_of(node) in group.split() for word in group.split()} - {name_of(node)}
    for other in sorted(others):
        func = ast.Attribute(node.func.value, other, ast.Load()) if isinstance(node.func, ast.Attribute) else ast.Name(other, ast.Load())
        yield ast.Call(func, node.args, node.keywords)


def without_the_call(node: ast.Call, _: Scope) -> Iterator[ast.AST]:
    """What a call is made on or with, as it is."""
    if name_of(node) in TRANSPARENT:
        if node.args and not isinstance(node.args[0], ast.Starred | ast.GeneratorExp):
            yield node.args[0]
        if isinstance(node.func, ast.Attribute):
            yield node.func.value


def other_arguments(node: ast.Call, _: Scope) -> Iterator[ast.AST]:
    """Neighbouring arguments exchanged, one left out, values of keywords exchanged."""
    args, keywords = node.args, node.keywords
    for i in range(len(args) - 1):
        yield ast.Call(node.func, [*args[:i], args[i + 1], args[i], *args[i + 2 :]], keywords)
    if len(args) > 1:
        yield from (ast.Call(node.func, args[:i] + args[i + 1 :], keywords) for i in range(len(args)))
    for i in range(len(keywords)):
        yield ast.Call(node.func, args, keywords[:i] + keywords[i + 1 :])
    for i in range(len(keywords) - 1):
        one, other = keywords[i], keywords[i + 1]
        exchanged = [ast.keyword(one.arg, other.value), ast.keyword(other.arg, one.value)]
        yield ast.Call(node.func, args, [*keywords[:i], *exchanged, *keywords[i + 2 :]])


def other_range(node: ast.Call, _: Scope) -> Iterator[ast.AST]:
    """A range one longer or shorter, from 1, backwards."""
    if name_of(node) not in ("range", "arange") or any(isinstance(a, ast.Starred) for a in node.args):
        return
    for i, argument in enumerate(node.args):
        yield from (ast.Call(node.func, [*node.args[:i], moved, *node.args[i + 1 :]], node.keywords) for moved in one_off(argument, _))
    if len(node.args) == 1:
        yield ast.Call(node.func, [ast.Constant(1), *node.args], node.keywords)
        yield ast.Call(node.func, [ast.Constant(0), *node.args, ast.Constant(2)], node.keywords)
    yield expression("a[::-1]", a=node)


def other_type(node: ast.Call, scope: Scope) -> Iterator[ast.AST]:
    """Integers instead of floats, the type or the shape of the first argument."""
    name = name_of(node)
    if name in MAKERS and isinstance(node.func, ast.Attribute):
        kept = [k for k in node.keywords if k.arg != "dtype"]
        yield ast.Call(node.func, node.args, [*kept, ast.keyword("dtype", ast.Name("int", ast.Load()))])
        for parameter in scope.parameters[:1]:
            yield ast.Call(node.func, node.args, [*kept, ast.keyword("dtype", expression(f"{parameter}.dtype"))])
            if name in ("zeros", "ones", "empty", "full"):
                yield expression(f"np.zeros_like({parameter})")
                yield expression(f"np.zeros({parameter}.shape)")
    if name in ("sum", "mean", "max", "min", "prod", "dot", "tensordot", "einsum"):
        yield expression("int(a)", a=node)
        yield expression("abs(a)", a=node)
        yield expression("np.round(a)", a=node)


def other_attribute(node: ast.Attribute, _: Scope) -> Iterator[ast.AST]:
    """No transposition; zero for infinity; the wrong count."""
    if not isinstance(node.ctx, ast.Load):
        return
    if node.attr == "T":
        yield node.value
    elif node.attr in ("inf", "nan"):
        yield ast.Constant(0)
        yield ast.UnaryOp(ast.USub(), ast.Constant(1))
        yield ast.Attribute(node.value, "nan" if node.attr == "inf" else "inf", ast.Load())
    elif node.attr == "shape":
        yield expression("a[::-1]", a=node)
        yield expression("a[1:]", a=node)
        yield expression("a[:2]", a=node)
    elif node.attr in ("float64", "float32", "double"):
        yield ast.Attribute(node.value, "int64", ast.Load())
    elif node.attr == "size":
        yield expression("len(a)", a=node.value)


def to_integer(node: ast.Name, _: Scope) -> Iterator[ast.AST]:
    """`int` where `float` is handed on, as in `astype(float)`."""
    if node.id == "float":
        yield ast.Name("int", ast.Load())


OPERATORS = (
    (ast.Call, other_function),
    (ast.Call, without_the_call),
    (ast.Call, other_arguments),
    (ast.Call, other_range),
    (ast.Call, other_type),
    (ast.Attribute, other_attribute),
    (ast.Name, to_integer),
)
