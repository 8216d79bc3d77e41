"""A student's function is run with the statements it needs: all of those, and no others."""

import sys
from collections.abc import Callable, Iterator
from textwrap import dedent
from time import process_time
from traceback import extract_tb
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgrade.inside.loading import Program, contents, read, run
from convgrade.inside.slicing import parse

Files = dict[str, str | list[str]]


@pytest.fixture(autouse=True)
def _interpreter_as_it_was() -> Iterator[None]:
    modules, finders, depth = dict(sys.modules), list(sys.meta_path), sys.getrecursionlimit()
    attributes = dict(vars(np))
    with np.errstate():
        yield
    sys.modules.clear()
    sys.modules.update(modules)
    sys.meta_path[:] = finders
    sys.setrecursionlimit(depth)
    for name in set(vars(np)) - set(attributes):
        delattr(np, name)


def label(file: str, number: int) -> str:
    return f"{file}, code cell {number}" if file.endswith(".ipynb") else file


def program(files: Files) -> Program:
    """Scripts as one text each, notebooks as a list of cells."""
    cells = {name: [one] if isinstance(one, str) else one for name, one in files.items()}
    return read([{"name": name, "cells": [[label(name, i), dedent(c)] for i, c in enumerate(some, 1)]} for name, some in cells.items()])


def loaded(files: Files, everything: bool = False, name: str = "f") -> tuple[Callable[..., Any], dict[str, Any]]:
    function, note = run(program(files), name, everything)
    assert function is not None, note["failures"]
    return function, note


def answer(source: str, *arguments: Any) -> Any:
    """What the slice of `f` in a script answers."""
    return loaded({"work.py": source})[0](*arguments)


def failures_of(files: Files, everything: bool = False) -> list[dict[str, Any]]:
    return run(program(files), "f", everything)[1]["failures"]


def of_cells(*cells: str) -> Any:
    """What the slice of `f` in a notebook answers."""
    return loaded({"work.ipynb": list(cells)})[0]()


def of_files(**files: str) -> Any:
    """What the slice of `f` answers; `a__b` stands for a/b.py."""
    return loaded({name.replace("__", "/") + ".py": text for name, text in files.items()})[0]()


# What is not needed is not run.


@pytest.mark.parametrize(
    "statement", ["import nosuch", "import numpy as np, nosuch", "from nosuch import train", "import math; import nosuch.part as p"]
)
def test_an_unused_import_is_not_run(statement: str) -> None:
    assert failures_of({"work.py": f"{statement}\ndef f(): return 1"}) == []


def test_a_used_import_beside_an_unused_one_is_run() -> None:
    assert answer("import nosuch, math\ndef f(): return math.floor(2.5)") == 2


def test_one_name_of_an_import_does_not_pull_in_its_neighbour() -> None:
    assert failures_of({"work.py": "from math import floor, nosuch\ndef f(): return floor(1)"}) == []


def test_a_failing_training_cell_costs_nothing() -> None:
    notebook: Files = {
        "work.ipynb": ["import numpy as np", "def f(): return np.ones(2)", "model = build(np)\nmodel.fit(np.ones(3))", "model.evaluate()"]
    }
    assert failures_of(notebook) == []


def test_a_cell_that_only_uses_the_function_is_not_run() -> None:
    assert failures_of({"work.ipynb": ["def f(): return 1", "assert f() == 2", "x = f() / 0", "plt.imshow(f())", "print(f(1, 2))"]}) == []


def test_an_exit_at_the_end_is_not_run() -> None:
    assert failures_of({"work.py": "def f(): return 1\nraise SystemExit(f())"}) == []


def test_the_main_block_of_a_script_is_not_run_in_a_slice() -> None:
    assert answer("K = 1\ndef f(): return K\nif __name__ == '__main__':\n    K = 2") == 1


def test_the_main_block_of_a_script_is_not_run_when_everything_is() -> None:
    assert failures_of({"work.py": "def f(): return 1\nif __name__ == '__main__':\n    raise SystemExit(3)"}, everything=True) == []


def test_the_main_block_of_a_notebook_is_run() -> None:
    assert of_cells("def f(): return K", "if __name__ == '__main__':\n    K = 3") == 3


def test_a_function_that_needs_nothing_is_run_alone() -> None:
    made = program({"work.py": "import math\nK = 1\ndef g(): return K\ndef f(): return 1\nprint(math.pi)"})
    run(made, "f", False)
    assert made.done == {("work.py", 3)}


def test_no_statement_is_run_twice() -> None:
    assert answer("K = []\nK.append(1)\ndef f(): return K") == [1]


# What is needed is run.

NEEDS = {
    "an import": ("import math\ndef f(): return math.floor(2.5)", 2),
    "an import under another name": ("import numpy as np\ndef f(): return int(np.sum([1, 2]))", 3),
    "a submodule": ("import xml\nimport xml.dom.minidom\ndef f(): return xml.dom.minidom.__name__", "xml.dom.minidom"),
    "an alias of a function in a module": ("import math\ndown = math.floor\ndef f(): return down(2.5)", 2),
    "a star import": ("from math import *\ndef f(): return floor(2.5)", 2),
    "a fallback for an import": ("try:\n    import nosuch as m\nexcept ImportError:\n    import math as m\ndef f(): return m.floor(2.5)", 2),
    "a flag set by a failed import": ("try:\n    import nosuch\n    FAST = 1\nexcept ImportError:\n    FAST = 0\ndef f(): return FAST", 0),
    "a helper": ("def g(): return 2\ndef f(): return g()", 2),
    "a helper that is defined later": ("def f(): return g()\ndef g(): return 2", 2),
    "a helper of a helper": ("def h(): return 2\ndef g(): return h()\ndef f(): return g()", 2),
    "a constant of a helper": ("K = 2\ndef g(): return K\ndef f(): return g()", 2),
    "a constant of a constant": ("A = 1\nB = A + 1\ndef f(): return B", 2),
    "a constant with a type": ("K: int = 2\ndef f(): return K", 2),
    "an unpacked constant": ("a, (b, *c) = 1, (2, 3)\ndef f(): return c", [3]),
    "two constants exchanged": ("a, b = 1, 2\na, b = b, a\ndef f(): return a", 2),
    "a constant defined again": ("K = 1\ndef f(): return K\nK = 2", 2),
    "a constant deleted and set again": ("K = 1\ndel K\nK = 2\ndef f(): return K", 2),
    "a walrus": ("if (n := 2) > 1: pass\ndef f(): return n", 2),
    "a walrus in a comprehension": ("L = [last := i for i in range(3)]\ndef f(): return last", 2),
    "a comprehension": ("N = 3\nK = [i * N for i in range(N)]\ndef f(): return K", [0, 3, 6]),
    "a loop variable": ("for mode in ['max', 'avg']: pass\ndef f(): return mode", "avg"),
    "a with block": ("import contextlib\nwith contextlib.suppress(ValueError):\n    K = 2\ndef f(): return K", 2),
    "a match block": ("match {'k': 2}:\n    case {'k': v}: K = v\ndef f(): return K", 2),
    "the branch it is defined in": ("import sys\nif sys.version_info > (3,):\n    def f(): return 1\nelse:\n    def f(): return 2", 1),
    "a decorator": ("def twice(g): return lambda: 2 * g()\n@twice\ndef f(): return 1", 2),
    "a cache": ("from functools import lru_cache\n@lru_cache(maxsize=None)\ndef f(): return 1", 1),
    "a decorator of a helper": ("import numpy as np\n@np.vectorize\ndef g(x): return x + 1\ndef f(): return g([1]).tolist()", [2]),
    "a fallback for a decorator": ("try:\n    from nosuch import njit\nexcept ImportError:\n    def njit(g): return g\n@njit\ndef f(): return 1", 1),
    "its default argument": ("K = 1\ndef f(k=K): return k\nK = 2", 1),
    "its type hints": (
        "import numpy as np\nfrom typing import Tuple\nS = Tuple[int, int]\ndef f(x: np.ndarray = None, s: S = ()) -> 'S': return 1",
        1,
    ),
    "a name in an f-string": ("N = 3\ndef f(): return f'{N:>{N}}'", "  3"),
    "a name in a nested function": ("N = 3\ndef f():\n    def g():\n        return (lambda: N)()\n    return g()", 3),
    "a name in a generator": ("N = 2\ndef g(): yield from range(N)\ndef f(): return list(g())", [0, 1]),
    "a closure": (
        "def make():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    return g\nc = make()\ndef f(): return c()",
        1,
    ),
    "a class": ("class A:\n    K = 2\n    def m(self): return self.K\ndef f(): return A().m()", 2),
    "a base class": ("class B:\n    def m(self): return 1\nclass A(B):\n    def m(self): return super().m() + 1\ndef f(): return A().m()", 2),
    "a dataclass": ("from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = 3\ndef f(): return A().x", 3),
    "a named tuple": ("from typing import NamedTuple\nclass P(NamedTuple):\n    a: int\n    b: int = 2\ndef f(): return P(1).b", 2),
    "an enumeration": ("from enum import Enum\nclass M(str, Enum):\n    A = 'a'\ndef f(): return M('a') is M.A", True),
    "itself": ("def f(n=3): return 1 if n == 0 else n * f(n - 1)", 6),
    "what it is another name of": ("def mine(): return 2\nf = mine", 2),
    "what it is a part of": ("class Conv:\n    @staticmethod\n    def f(): return 3\nf = Conv.f", 3),
    "what it is made of": ("from functools import partial\ndef g(a, b): return a + b\nf = partial(g, 1, 2)", 3),
    "a global it counts in": ("n = 0\ndef f():\n    global n\n    n += 1\n    return n", 1),
    "its own version of a builtin": ("def sum(x): return 99\ndef f(): return sum([1])", 99),
    "a module's version of a builtin": ("from math import *\ndef f(): return type(pow(2, 2)).__name__", "float"),
    "its own text": ("import inspect\ndef f(): return inspect.getsource(f)[:7]", "def f()"),
}


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case, id=what) for what, case in NEEDS.items()])
def test_a_function_has_what_it_reads(source: str, expected: Any) -> None:
    assert answer(source) == expected


CHANGES = {
    "an augmented assignment": ("K = 1\nK += 1\ndef f(): return K", 2),
    "an item": ("K = {}\nfor i in range(2):\n    K[i] = i\ndef f(): return K", {0: 0, 1: 1}),
    "a deleted item": ("K = {'a': 1, 'b': 2}\ndel K['a']\ndef f(): return K", {"b": 2}),
    "an attribute": ("from types import SimpleNamespace\nc = SimpleNamespace()\nc.k = 3\ndef f(): return c.k", 3),
    "an attribute of a class": ("class A: pass\nA.k = 4\ndef f(): return A.k", 4),
    "setattr": ("class A: pass\nsetattr(A, 'k', 4)\ndef f(): return A.k", 4),
    "an attribute of itself": ("def f():\n    f.n += 1\n    return f.n\nf.n = 0", 1),
    "an attribute of a helper": ("def g(): return g.k\ng.k = 8\ndef f(): return g()", 8),
    "an attribute of a module": ("import numpy as np\nnp.plus_one = lambda x: x + 1\ndef f(): return np.plus_one(1)", 2),
    "a method": ("K = []\nK.append(1)\ndef f(): return K", [1]),
    "a method whose result is kept": ("K = []\n_ = K.append(1)\ndef f(): return K", [1]),
    "a method in a comprehension": ("K = []\n[K.append(i) for i in range(2)]\ndef f(): return K", [0, 1]),
    "a method in a block": ("K = []\nif True:\n    K.append(1)\ndef f(): return K", [1]),
    "a method in a print": ("K = [1, 2]\nprint(K.pop())\ndef f(): return K", [1]),
    "a method given to map": ("K = []\nlist(map(K.append, range(2)))\ndef f(): return K", [0, 1]),
    "a method of an object of its own": ("class C:\n    def go(self): self.k = 3\nc = C()\nc.go()\ndef f(): return c.k", 3),
    "an argument": ("def fill(d): d['a'] = 1\nK = {}\nfill(K)\ndef f(): return K", {"a": 1}),
    "an argument by name": ("import numpy as np\nK = np.zeros(2)\nnp.add(K, 1, out=K)\ndef f(): return K.tolist()", [1, 1]),
    "a part of an argument": ("import numpy as np\nK = np.zeros((2, 1))\nnp.copyto(K[:1], 1)\ndef f(): return K.tolist()", [[1], [0]]),
    "a list of arguments": ("def fill(ds): ds[0]['a'] = 1\nK = {}\nfill([K])\ndef f(): return K", {"a": 1}),
    "a function with global": ("K = None\ndef start():\n    global K\n    K = 5\nstart()\ndef f(): return K", 5),
    "a function that calls one with global": ("K = 0\ndef a():\n    global K\n    K = 5\ndef b(): a()\nb()\ndef f(): return K", 5),
    "a method with global": ("K = 1\nclass A:\n    def go(self):\n        global K\n        K = 5\na = A()\na.go()\ndef f(): return K", 5),
    "a function that appends to a global": ("K = []\ndef start(): K.append(5)\nstart()\ndef f(): return K", [5]),
    "a lambda that appends to a global": ("K = []\nstart = lambda: K.append(5)\nstart()\ndef f(): return K", [5]),
    "a decorator that registers": (
        "R = {}\ndef reg(g):\n    R[g.__name__] = g\n    return g\n@reg\ndef mx(): return 1\ndef f(): return R['mx']()",
        1,
    ),
    "a decorator with arguments that registers": (
        "R = {}\ndef reg(n):\n    def put(g):\n        R[n] = g\n        return g\n    return put\n"
        "@reg('max')\ndef mx(): return 1\ndef f(): return R['max']()",
        1,
    ),
    "a further case of a single dispatch": (
        "from functools import singledispatch\n@singledispatch\ndef g(x): return 0\n@g.register\ndef _(x: int): return 1\ndef f(): return g(3)",
        1,
    ),
    "an error state": ("import numpy as np\nnp.seterr(divide='raise')\ndef f(): return np.geterr()['divide']", "raise"),
    "a recursion limit": ("import sys\nsys.setrecursionlimit(2345)\ndef f(): return sys.getrecursionlimit()", 2345),
    "a seed": ("import random\nrandom.seed(3)\nA = random.random()\nrandom.seed(3)\ndef f(): return random.random() == A", True),
}


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case, id=what) for what, case in CHANGES.items()])
def test_a_function_has_what_is_changed_after_it_was_bound(source: str, expected: Any) -> None:
    assert answer(source) == expected


HIDDEN = {
    "exec": ("exec('def g(): return 1')\ndef f(): return g()", 1),
    "globals": ("globals()['K'] = 1\ndef f(): return K", 1),
    "eval": ("def g(): return 1\ndef f(): return eval('g()')", 1),
    "another name of a dict": ("K = {}\nD = K\nD['a'] = 1\ndef f(): return K", {"a": 1}),
    "subclasses": ("class B: pass\nclass A(B):\n    k = 1\ndef f(): return B.__subclasses__()[0].k", 1),
}


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case, id=what) for what, case in HIDDEN.items()])
def test_code_that_hides_what_it_needs_is_right_when_everything_is_run(source: str, expected: Any) -> None:
    assert loaded({"work.py": source}, everything=True)[0]() == expected


def test_a_note_says_whether_every_statement_was_run() -> None:
    part, whole = ({"work.py": "def f(): return 1" + more} for more in ("\nK = 1", ""))
    assert [loaded(part)[1]["whole"], loaded(whole)[1]["whole"], loaded(part, everything=True)[1]["whole"]] == [False, True, True]


# `from __future__ import annotations` holds for the whole file.


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize(
    "source",
    [
        "def f(x: NotThere = None) -> int | Nor_This: return 1",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from torch import Tensor\ndef f(x: Tensor = None): return 1",
        "import nosuch\ndef f(x: nosuch.Tensor = None): return 1",
        "class A:\n    def me(self) -> A: return 1\ndef f(): return A().me()",
    ],
)
def test_hints_are_not_evaluated_after_the_future_import(source: str, everything: bool) -> None:
    assert loaded({"work.py": f"from __future__ import annotations\n{source}"}, everything)[0]() == 1


def test_a_future_import_in_one_cell_holds_for_later_ones() -> None:
    assert of_cells("from __future__ import annotations", "def f(x: NotThere = None): return 1") == 1


def test_the_graders_own_future_imports_do_not_reach_the_students_code() -> None:
    assert answer("def f(x: int = 0): return f.__annotations__['x']") is int


# Which definition counts.


def test_the_last_definition_in_a_file_wins() -> None:
    assert answer("def f(): return 1\ndef f(): return 2") == 2


def test_the_last_definition_over_cells_wins() -> None:
    assert of_cells("def f(): return 1", "def g(): return f()", "def f(): return 2") == 2


def test_a_later_cell_that_does_not_parse_leaves_the_earlier_definition() -> None:
    assert of_cells("def f(): return 1", "def f(: return 2") == 1


def test_a_later_definition_whose_decorator_fails_leaves_the_earlier_one() -> None:
    assert of_cells("def f(): return 1", "@undefined\ndef f(): return 2") == 1


def test_the_file_named_for_a_function_is_where_it_is() -> None:
    assert of_files(f="def f(): return 1", z="def f(): return 2") == 1


def test_a_file_that_only_imports_a_function_is_not_where_it_is() -> None:
    assert of_files(a="def f(): return 1", main="from a import f\nraise SystemExit") == 1


def test_a_name_that_nothing_defines_is_not_defined() -> None:
    assert run(program({"work.py": "def g(): return f()"}), "f", False) == (None, {"defined": False, "whole": True, "failures": []})


# Notebooks.

MAGICS = {
    "a line magic": "%matplotlib inline",
    "a line magic with numbers": "%load_ext autoreload\n%autoreload 2",
    "a shell line": "!pip install -q torch",
    "a shell line with quotes": "!echo 'it\"",
    "a shell line with an open bracket": "!echo (",
    "two exclamation marks": "!!ls",
    "an installation": "%pip install torch==2.1",
    "a shell line that is kept": "files = !ls -l | head",
    "a shell line kept as an item": "d['files'] = !ls",
    "a magic that is kept": "took = %timeit -o f()",
    "help before a name": "?len",
    "help after a name": "len?",
    "the source of a name": "np.sum??",
    "a timed line": "%time f()",
    "an indented shell line": "if True:\n    !pip install torch",
    "a shell line over several lines": "!pip install \\\n    torch \\\n    keras",
    "a magic over several lines": "%run \\\n    file.py",
    "several of them": "!ls\n%cd ..\nlen?\n",
}


@pytest.mark.parametrize("line", [pytest.param(line, id=what) for what, line in MAGICS.items()])
def test_a_line_for_ipython_is_dropped_from_its_cell(line: str) -> None:
    assert of_cells(f"{line}\nimport math\ndef f(): return math.floor(2.5)") == 2


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 1", "%%capture out", "%%capture --no-stderr", "\n\n%%time", "%%time "])
def test_the_code_below_a_magic_for_code_is_kept(magic: str) -> None:
    assert of_cells(f"{magic}\nK = 2", "def f(): return K") == 2


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%writefile work.txt", "%%javascript", "%%sh", "%%latex", "%%markdown"])
def test_a_cell_in_another_language_is_dropped(magic: str) -> None:
    made = program({"work.ipynb": [f"{magic}\nK = 1\n<b> | ( '", "def f(): return 1"]})
    assert [len(made.sources[0].statements), made.sources[0].broken] == [1, []]


def test_the_code_of_a_timed_line_is_kept() -> None:
    assert of_cells("%time K = 3", "def f(): return K") == 3


KEPT = {
    "a comment that asks": "def f():\n    # why?\n    return 1",
    "a comment that asks after a result": "def f():\n    return 1  # right?",
    "a comment that asks after an assignment": "def f():\n    x = 1  # or 2?\n    return x",
    "a comment that asks after a colon": "def f(x=1):  # why?\n    if x:  # really?\n        return 1\n    return 2",
    "a comment that asks in a list": "K = [1,  # right?\n     2]\ndef f(): return K[0]",
    "a constant with a comment that asks": "K = 1  # or 2?\ndef f(): return K",
    "a string that asks": "def f():\n    return len('''\nwhat?\n''') - 6",
    "a docstring with an exclamation mark": "def f():\n    '''Careful\n    !this is text\n    %and this\n    '''\n    return f.__doc__.count('!')",
    "a remainder at the start of a line": "def f(a=5, b=4):\n    x = (a\n         % b)\n    return x",
    "an inequality at the start of a line": "def f(a=5, b=4):\n    return int(a\n        != b\n    ) if (a\n        != b) else 0",
}


@pytest.mark.parametrize("magic", ["", "%matplotlib inline\n", "!pip install torch\n", "len?\n"], ids=["alone", "magic", "shell", "help"])
@pytest.mark.parametrize("code", [pytest.param(code, id=what) for what, code in KEPT.items()])
def test_code_that_looks_like_ipython_is_kept(magic: str, code: str) -> None:
    assert of_cells(magic + code) == 1


def test_a_broken_cell_does_not_sink_the_others() -> None:
    assert of_cells("import math", "print 'hello'", "for", "def f(): return math.floor(2.5)") == 2


@pytest.mark.parametrize(
    "cell", ["print 'hello'", "def g(: pass", "return 5", "x = 1\x00", "  x\n y", "-" * 5000 + "1", "(" * 500, "x = '\ud800'", "1" * 5000]
)
def test_a_cell_that_is_no_python_is_told_of(cell: str) -> None:
    broken = contents(program({"work.ipynb": ["def f(): return 1", cell]}), ["f"])["broken"]
    assert [(one["file"], "SyntaxError" in one["bases"]) for one in broken] == [("work.ipynb, code cell 2", True)]


def test_a_return_outside_a_function_costs_only_itself() -> None:
    assert of_cells("K = 1\nreturn K\ndef f(): return K") == 1


def test_functions_may_use_other_cells_above_and_below() -> None:
    assert of_cells("K = 1", "def f(): return K + g()", "def g(): return 2") == 3


def test_a_failing_statement_does_not_stop_the_later_ones() -> None:
    assert loaded({"work.ipynb": ["1 / 0", "K = 1\nboom\ndef f(): return K"]}, everything=True)[0]() == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ending_is_read(end: str) -> None:
    assert of_cells(end.join(["!ls", "def f():", "    x = 1", "    return x", ""])) == 1


def test_thousands_of_blank_lines_in_a_broken_cell_are_read_at_once() -> None:
    start = process_time()
    parse("work.py", [("work.py", "\n" * 8000 + "1 1")])
    assert process_time() - start < 1  # a search of each blank line from each other takes many times that


# Other files.

IMPORTS = [
    "from helpers import g",
    "from .helpers import g",
    "import helpers\ng = helpers.g",
    "import helpers as h\ng = h.g",
    "from . import helpers\ng = helpers.g",
    "from helpers import *",
    "from .helpers import *",
    "import importlib\ng = importlib.import_module('helpers').g",
    "try:\n    from .helpers import g\nexcept ImportError:\n    from helpers import g",
]


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("statement", IMPORTS)
@pytest.mark.parametrize("file", ["work.py", "a_work.py", "work.ipynb", "submission.py"])
def test_a_function_may_be_imported_from_another_file(file: str, statement: str, everything: bool) -> None:
    files: Files = {"helpers.py": "K = 1\ndef g(): return K", file: f"{statement}\ndef f(): return g()"}
    assert loaded(files, everything)[0]() == 1


def test_an_imported_name_may_be_changed_on_the_way() -> None:
    assert of_files(helpers="def g(): return 1", work="from helpers import g as h\ndef f(): return h()") == 1


def test_a_function_may_import_from_another_file_when_called() -> None:
    assert of_files(helpers="def g(): return 1", work="def f():\n    from helpers import g\n    return g()") == 1


def test_a_class_may_derive_from_one_of_another_file() -> None:
    assert of_files(helpers="class B:\n    k = 1", work="from helpers import B\nclass C(B): pass\ndef f(): return C.k") == 1


def test_a_function_of_another_file_may_hide_a_builtin() -> None:
    assert of_files(helpers="def sum(x): return 99", work="from helpers import sum\ndef f(): return sum([1])") == 99


def test_a_constant_set_in_another_file_is_set() -> None:
    assert of_files(settings="K = 1", work="import settings\nsettings.K = 7\ndef f(): return settings.K") == 7


def test_equal_names_in_two_files_are_two_names() -> None:
    assert of_files(helpers="K = 1\ndef g(): return K", work="from helpers import g\nK = 5\ndef f(): return g(), K") == (1, 5)


def test_a_function_of_another_file_may_be_called_without_an_import() -> None:
    assert of_files(helpers="K = 1\ndef h(): return K\ndef g(): return h()", work="def f(): return g()") == 1


def test_a_notebook_may_use_a_script_and_another_notebook() -> None:
    assert loaded({"a.py": "def g(): return 1", "b.ipynb": ["def h(): return 2"], "c.ipynb": ["def f(): return g() + h()"]})[0]() == 3


@pytest.mark.parametrize("guard", ["if __name__ == '__main__':\n    raise SystemExit", "1 / 0", "import nosuch", "exit()"])
@pytest.mark.parametrize("statement", ["from helpers import g", "import helpers\ng = helpers.g", ""])
def test_what_goes_wrong_at_the_end_of_another_file_costs_nothing(statement: str, guard: str) -> None:
    assert of_files(helpers=f"def g(): return 1\n{guard}", work=f"{statement}\ndef f(): return g()") == 1


G, USE = "def g(): return 1", "def f(): return g()"
FOLDERS: dict[str, Files] = {
    "a folder with __init__": {"utils/__init__.py": "", "utils/conv.py": G, "work.py": f"from utils.conv import g\n{USE}"},
    "a folder without": {"utils/conv.py": G, "work.py": "import utils.conv as c\ndef f(): return c.g()"},
    "a dotted name": {"utils/conv.py": G, "work.py": "import utils.conv\ndef f(): return utils.conv.g()"},
    "a function in __init__": {"utils/__init__.py": G, "work.py": f"from utils import g\n{USE}"},
    "a function through __init__": {
        "utils/__init__.py": "from .conv import g",
        "utils/conv.py": G,
        "work.py": "import utils\ndef f(): return utils.g()",
    },
    "a file beside": {"pkg/a.py": G, "pkg/b.py": f"from .a import g\n{USE}", "main.py": "from pkg.b import f"},
    "the module beside": {"pkg/a.py": G, "pkg/b.py": "from . import a\ndef f(): return a.g()", "main.py": "from pkg.b import f"},
    "a file beside, as a script sees it": {"src/a.py": G, "src/b.py": "import a\ndef f(): return a.g()", "main.py": ""},
    "the folder that was stripped": {"helpers.py": G, "work.py": "import homework.helpers as h\ndef f(): return h.g()"},
}


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("files", [pytest.param(files, id=what) for what, files in FOLDERS.items()])
def test_a_function_may_be_imported_from_a_folder(files: Files, everything: bool) -> None:
    assert loaded(files, everything)[0]() == 1


def test_a_function_imported_under_the_name_asked_for_is_defined() -> None:
    assert of_files(helpers="def mine(): return 1", work="from helpers import mine as f") == 1


def test_an_installed_module_is_not_hidden_by_a_file_in_a_folder() -> None:
    assert of_files(old__statistics="mean = None", work="import statistics\ndef f(): return statistics.mean([2])") == 2


def test_the_submissions_own_package_name_may_be_used_by_a_file() -> None:
    assert of_files(submission="def g(): return 1", work="import submission\ndef f(): return submission.g()") == 1


def test_what_another_file_breaks_is_told_of_and_costs_nothing() -> None:
    found = contents(program({"bad.py": "def (", "work.py": "def f(): return 1"}), ["f"])
    assert [list(found["functions"]), [one["file"] for one in found["broken"]]] == [["f"], ["bad.py"]]


# What is told without running anything.


def test_contents_run_nothing() -> None:
    made = program({"work.py": "1 / 0\ndef f(): return 1"})
    contents(made, ["f"])
    assert (made.done, made.failures, made.modules) == (set(), [], {})


def test_contents_name_the_modules_that_a_function_needs() -> None:
    source = "import torch, numpy as np\nfrom os import path\nfrom scipy.signal import correlate2d as c\ndef g(): return np\ndef f(): return g(), c"
    assert contents(program({"work.py": source}), ["f"])["functions"]["f"]["modules"] == ["numpy", "scipy"]


def test_contents_name_the_other_exercises_that_a_function_uses() -> None:
    source = "def g(): return f()\ndef h(): return g()\ndef f(): return f()\ndef k(): return 1"
    found = contents(program({"work.py": source}), ["f", "g", "h", "k", "absent"])["functions"]
    assert {name: one["reads"] for name, one in found.items()} == {"f": [], "g": ["f"], "h": ["f", "g"], "k": []}


# Where a failure is.


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("1 / 0", 1),
        ("\n\n1 / 0", 3),
        ("x = '''\n\n'''\n1 / 0", 4),
        ("(1,\n2,\n1 / 0)", 3),
        ("%%time\nx = 1\n1 / 0", 3),
        ("\n\n%%time\n1 / 0", 4),
        ("!ls\n\n\n1 / 0", 4),
        ("\n\n!ls\n1 / 0", 4),
        ("len?\n1 / 0", 2),
        ("len?\n\n\n1 / 0", 4),
        ("!pip install \\\n  torch\n1 / 0", 3),
        ("x = !ls\n\n1 / 0", 3),
        ("!ls\r\n\r\n1 / 0", 3),
        ("s = '''\r\n'''\r\n1 / 0", 3),
        ("def g():\n    return 1 / 0\n\ng()", 2),
    ],
)
def test_a_failing_statement_is_told_with_its_cell_and_line(cell: str, line: int) -> None:
    found = failures_of({"work.ipynb": ["x = 1", cell, "def f(): return 1"]}, everything=True)
    assert [(one["type"], one["file"], one["line"]) for one in found] == [("ZeroDivisionError", "work.ipynb, code cell 2", line)]


@pytest.mark.parametrize(("cell", "line"), [("x = 1\nfor", 2), ("\n\n\nx = = 1", 4), ("!ls\n\ny y", 3), ("%%time\n1 1", 2), ("def g():\n  x\n y", 3)])
def test_a_broken_cell_is_told_with_its_line(cell: str, line: int) -> None:
    broken = contents(program({"work.ipynb": ["x = 1", cell]}), [])["broken"]
    assert [(one["file"], one["line"]) for one in broken] == [("work.ipynb, code cell 2", line)]


def test_a_traceback_names_the_file_that_raised() -> None:
    function, _ = loaded({"sub/helpers.py": "def g():\n\n    return 1 / 0", "work.py": "def f(): return g()"})
    with pytest.raises(ZeroDivisionError) as caught:
        function()
    last = extract_tb(caught.tb)[-1]
    assert (last.filename, last.lineno) == ("sub/helpers.py", 3)


def test_a_missing_module_is_named() -> None:
    assert [one["missing"] for one in failures_of({"work.py": "import nosuch.part as n\ndef f(): return n"})] == ["nosuch"]


def test_no_more_than_five_failures_are_told() -> None:
    assert len(failures_of({"work.ipynb": ["1 / 0"] * 9 + ["def f(): return 1"]}, everything=True)) == 5


# Any text.

LINES = st.sampled_from(
    [
        "x = 1",
        "if x:",
        "    y = 2",
        "%time",
        "!ls",
        "x?",
        "# a?",
        "def g():",
        "'''",
        "(",
        ")",
        "\\",
        "import os",
        "@",
        "%%time",
        "\tz",
        "é = 1",
        "\x0c",
        "return",
        "",
    ]
)
TEXTS = st.one_of(st.lists(LINES, max_size=12).map("\n".join), st.text(max_size=60), st.binary(max_size=60).map(lambda data: data.decode("latin-1")))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_told_of(text: str) -> None:
    found = contents(program({"work.ipynb": [text, "def f(): return 1"]}), ["f"])
    assert list(found["functions"]) == ["f"]
    assert {one["file"] for one in found["broken"]} <= {"work.ipynb, code cell 1"}


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef"))), min_size=1, max_size=12))
@settings(max_examples=100, deadline=None)
def test_a_slice_gives_what_running_everything_gives(statements: list[tuple[str, set[str]]]) -> None:
    source = "\n".join(
        ["a = b = c = d = e = f = 1", *(f"{name} = {' + '.join(sorted(reads) or '2')}" for name, reads in statements), "def total(): return a + f"]
    )
    results = [loaded({"work.py": source}, everything, "total")[0]() for everything in (False, True)]
    assert results[0] == results[1]
