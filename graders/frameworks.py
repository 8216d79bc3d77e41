"""Packages beyond NumPy that a student's function may need, and the zygotes that have them loaded."""

import importlib.util
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from .brake import Brake
from .isolation import PORTABLE, Isolation, establish, strongest
from .zygote import Zygote, ZygoteLost

# The first that a function needs is loaded before the fork; the others it imports itself.
KNOWN = ("tensorflow", "keras", "torch", "jax", "cupy", "numba", "cv2", "skimage", "sklearn", "scipy", "pandas", "sympy", "PIL", "matplotlib")
TENSORS = {"tensorflow": "tensorflow", "keras": "tensorflow", "torch": "torch", "jax": "jax"}


def needed(modules: Iterable[str]) -> list[str]:
    """The known packages among the modules that a function imports, the heaviest first."""
    wanted = set(modules)
    return [name for name in KNOWN if name in wanted]


def missing(names: Iterable[str]) -> list[str]:
    """Those that are not installed here."""
    return [name for name in names if importlib.util.find_spec(name) is None]


class Zygotes:
    """The zygotes of one grading process, started when first needed; one that is lost is replaced."""

    def __init__(self, isolation: Isolation = PORTABLE, first: Zygote | None = None) -> None:
        self.isolation = isolation
        self.brake = first.brake if first else Brake()
        self._running = {"": first} if first else {}

    def get(self, framework: str = "") -> Zygote:
        """The zygote with this framework loaded ("" for NumPy alone)."""
        if framework not in self._running:
            self._running[framework] = Zygote(framework, self.isolation.layers, self.brake)
        return self._running[framework]

    def replace(self, framework: str) -> None:
        """Give up a zygote; the next `get` starts another."""
        lost = self._running.pop(framework, None)
        if lost:
            lost.close()

    @classmethod
    def strongest(cls) -> Self:
        """Zygotes with the strongest layers that hold here."""
        return cls(*establish(Zygote("", strongest())))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for framework in list(self._running):
            self.replace(framework)


__all__ = ["KNOWN", "TENSORS", "ZygoteLost", "Zygotes", "missing", "needed"]
