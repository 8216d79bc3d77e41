"""Banned calls: found in the text, and taken out of the modules. A speed bump, not a wall: there is always a detour.

A ban names a module ("scipy") or something in one ("np.convolve", "tf.nn.conv2d").
"""

import ast
import sys
from collections.abc import Collection, Iterable, Iterator
from typing import Any

SHORT = {"np": "numpy", "tf": "tensorflow", "plt": "matplotlib.pyplot", "pd": "pandas", "jnp": "jax.numpy"}


class Forbidden(Exception):
    """The function does what this assignment bans."""


def full_name(name: str) -> str:
    """A ban with its customary abbreviation written out: np.convolve is numpy.convolve."""
    first, dot, rest = name.partition(".")
    return SHORT.get(first, first) + dot + rest


def uses(nodes: Iterable[tuple[str, ast.stmt]], banned: Collection[str]) -> Iterator[tuple[str, str, int]]:
    """What of the banned the statements name: (ban, label, line). Aliases of imports are seen through."""
    listed = list(nodes) if banned else []
    aliases = {name: target for _, node in listed for part in ast.walk(node) for name, target in imported_names(part)}
    bans = {full_name(ban): ban for ban in banned}
    for label, node in listed:
        for part in ast.walk(node):
            for name in [*dotted(part, aliases), *(target for _, target in imported_names(part))]:
                hit = next((bans[ban] for ban in bans if name == ban or name.startswith(ban + ".")), None)
                if hit:
                    yield hit, label, getattr(part, "lineno", 0)


def imported_names(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The names that an import binds, each with what it stands for."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            first = alias.name.partition(".")[0]
            yield (alias.asname, alias.name) if alias.asname else (first, first)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(node: ast.AST, aliases: dict[str, str]) -> Iterator[str]:
    """The full dotted name that an expression spells, if it is one."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        yield ".".join([full_name(aliases.get(node.id, node.id)), *reversed(parts)])


def take_out(banned: Iterable[str]) -> None:
    """Replace banned objects wherever a module holds them, by identity, and make banned modules impossible to import."""
    for ban in banned:
        name = full_name(ban)
        if name in sys.modules or "." not in name:
            for module in [m for m in sys.modules if m == name or m.startswith(name + ".")]:
                del sys.modules[module]
            sys.meta_path.insert(0, Closed(name, ban))
            continue
        target = resolve(name)
        if target is not None:
            replacement = refusal(ban)
            for loaded in list(sys.modules.values()):
                held = getattr(loaded, "__dict__", None)
                for key in [k for k, v in list((held or {}).items()) if v is target]:
                    held[key] = replacement  # type: ignore[index]


def resolve(name: str) -> Any:
    """The object that a dotted name means among the modules loaded, or None."""
    parts = name.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        found: Any = sys.modules.get(".".join(parts[:cut]))
        if found is not None:
            for part in parts[cut:]:
                found = getattr(found, part, None)
            return found
    return None


def refusal(ban: str) -> Any:
    def banned(*_: Any, **__: Any) -> None:
        raise Forbidden(f"{ban} is banned in this assignment")

    return banned


class Closed:
    """An import finder that refuses one module."""

    def __init__(self, name: str, ban: str) -> None:
        self.name, self.ban = name, ban

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        if fullname == self.name or fullname.startswith(self.name + "."):
            raise Forbidden(f"{self.ban} is banned in this assignment")
