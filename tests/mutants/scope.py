"""What an operator may know of a place: its function's parameters, and names and texts that could stand in for others."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

PAIRS = ("h w", "kh kw", "ph pw", "sh sw", "oh ow", "ho wo", "i j", "r c", "a b", "u v", "y x", "row col", "rows cols", "height width", "th tw")
PAIRS += (
    "t l",
    "top left",
    "bottom right",
    "before after",
    "ci co",
    "X K",
    "x k",
    "n k",
    "H W",
    "Kh Kw",
    "Ho Wo",
    "out_h out_w",
    "k s",
    "ki kj",
    "di dj",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The surroundings of a place.

    Attributes:
        parameters: of the function it is in.
        roles: groups of names of like role.
        texts: words that occur as string constants.
        measured: names of which only the shape, type or length is asked.
    """

    parameters: tuple[str, ...]
    roles: tuple[frozenset[str], ...]
    texts: tuple[str, ...]
    measured: frozenset[ast.AST]

    @classmethod
    def of(cls, tree: ast.Module, function: ast.AST) -> "Scope":
        """The scope of the places in a function of a module."""
        parameters = tuple(a.arg for a in function.args.args) if isinstance(function, ast.FunctionDef) else ()
        words = sorted({n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and n.value.isidentifier()})
        return cls(parameters, tuple(_roles(function, parameters)), tuple(words), frozenset(_measured(function)))

    def like(self, name: str) -> list[str]:
        """Names that play a like role."""
        return sorted(set().union(*(group for group in self.roles if name in group)) - {name})


def _roles(function: ast.AST, parameters: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """Names that are parameters together, unpacked together, loop variables together, assigned as plain numbers together."""
    loops, bound = set[str](), set(parameters)
    yield frozenset(parameters)
    for node in ast.walk(function):
        if isinstance(node, ast.For | ast.comprehension):
            loops |= _names(node.target)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                bound |= _names(target)
                if isinstance(target, ast.Tuple):
                    yield frozenset(_names(target))
    yield frozenset(loops)
    bound |= loops
    for pair in PAIRS:
        if set(pair.split()) <= bound:
            yield frozenset(pair.split())


def _measured(function: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr in ("shape", "size", "ndim", "dtype"):
            yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
            yield node.args[0]


def _names(target: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(target) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store) and n.id != "_"}
