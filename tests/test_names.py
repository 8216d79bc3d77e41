"""What a statement touches, read off its bytecode and its syntax tree: the quick ways tell what the slow ones do."""

import ast
import dis
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest

from convgrade.inside.names import Used, used_by
from convgrade.inside.trees import parts_of

HERE = Path(__file__).parent
MANY = "\n".join(f"name{i} = other{i}.attribute{i}" for i in range(700))  # more names than one byte counts
TEXTS = {
    "many names": MANY,
    "many names in a function": "def f():\n" + "\n".join(f"    global g{i}\n    g{i} = h{i}(k{i}, 1)" for i in range(400)),
    "a class": "class A(B):\n    x = y\n    del z\n    def f(self):\n        import os\n        return os, x, __class__",
    **{path.name: path.read_text("utf-8-sig") for path in sorted((HERE / "sample_class" / "submissions").glob("*.py"))},
}


def codes_in(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from codes_in(constant)


def as_dis_tells(code: CodeType) -> Used:
    used = Used()
    for part in codes_in(code):
        for step in dis.get_instructions(part):
            if step.opname in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"):
                used.loads.add(step.argval)
            elif step.opname == "STORE_GLOBAL" or (part is code and step.opname in ("STORE_NAME", "DELETE_NAME")):
                used.stores.add(step.argval)
            used.imports = used.imports or step.opname == "IMPORT_NAME"
    return used


@pytest.mark.parametrize("name", TEXTS)
def test_names_are_those_that_dis_tells(name: str) -> None:
    code = compile(TEXTS[name], name, "exec", dont_inherit=True)
    assert used_by(code) == as_dis_tells(code)


@pytest.mark.parametrize("name", TEXTS)
def test_parts_are_those_that_ast_walks(name: str) -> None:
    tree = ast.parse(TEXTS[name])
    assert {id(part) for part in parts_of(tree)} == {id(part) for part in ast.walk(tree) if not isinstance(part, ast.expr_context)}
