"""Ways through a syntax tree: all of it, what runs when it does, the name that an expression starts from."""

import ast
from collections.abc import Iterator

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_LEAVES = frozenset({ast.Name, ast.Constant})


def parts_of(node: ast.AST, but: str = "") -> Iterator[ast.AST]:
    """A node and all below it, as `ast.walk` gives them, but for contexts, in another order and half the time; of functions not the part `but`."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        if type(part) in _LEAVES:
            continue
        left_out = but if isinstance(part, _FUNCTIONS) else ""
        for name in part._fields:
            value = getattr(part, name, None) if name != left_out else None
            if isinstance(value, list):
                waiting += [one for one in value if isinstance(one, ast.AST)]
            elif isinstance(value, ast.AST) and not isinstance(value, ast.expr_context):
                waiting.append(value)


def decorators(part: ast.AST) -> list[ast.expr]:
    return getattr(part, "decorator_list", [])


def parts_run(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a statement that run when it does: not the bodies of functions that it only defines."""
    return parts_of(node, but="body")


def names_in(node: ast.AST) -> Iterator[str]:
    """The names in an argument, not those inside a further call, which is looked at for itself."""
    if isinstance(node, ast.Name):
        yield node.id
    elif not isinstance(node, ast.Call):
        for child in ast.iter_child_nodes(node):
            yield from names_in(child)


def root(node: ast.AST) -> str:
    """The name that a chain of attributes, subscripts and calls starts from, "" if it is no name."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
