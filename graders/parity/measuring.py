"""An operation in a format: how far Keras is from the reference, whether whole numbers came out exact, and how long it took."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..bounds import ARITHMETICS, NARROW, Arithmetic
from ..compare import is_whole
from ..exercise import Answers, AuthorError

SEED = 1
MOST_SMALL = 24  # cases of a bank: a backend may compile anew for each shape
Arguments = tuple[Any, ...]
Oracle = Callable[..., np.ndarray]

CONTENTS: dict[str, Callable[[np.random.Generator, tuple[int, ...]], np.ndarray]] = {
    "whole": lambda rng, shape: rng.integers(-4, 5, shape).astype(float),
    "normal": lambda rng, shape: rng.standard_normal(shape),
    "scaled": lambda rng, shape: rng.standard_normal(shape) * 10.0 ** rng.uniform(-2, 1, shape),  # float16 holds their sums of products
}
"""What larger cases are filled with."""


@dataclass(frozen=True, slots=True)
class Format:
    """A dtype, and whether TF32 is allowed in its place."""

    dtype: str
    tf32: bool = False

    @property
    def name(self) -> str:
        return f"{self.dtype}+TF32" if self.tf32 else self.dtype

    @property
    def arithmetics(self) -> list[Arithmetic]:
        """How a library may compute in it, the best first. Keras has no float64 products of matrices on PyTorch."""
        name = "tf32" if self.tf32 else self.dtype
        less = {**NARROW, "float64": ARITHMETICS["float32"]}
        return [ARITHMETICS[name], *([less[name]] if name in less else [])]


FORMATS = (Format("float64"), Format("float32"), Format("float32", tf32=True), Format("float16"), Format("bfloat16"))


@dataclass(frozen=True, slots=True)
class Row:
    """What was found.

    Attributes:
        entries: how many numbers were compared.
        worst: the largest error as a fraction of its bound: more than 1 is no rounding. None if the backend lacks the operation.
        sums: the format of partial sums that the bound is for: the widest that explains the errors.
        exact: whether whole numbers came out exact, wherever the format can hold them; None if there were none.
        seconds: of the larger cases on the device.
        cpu_seconds: of the same cases on the CPU; None if that is the device.
        note: what went wrong, in words.
    """

    operation: str
    format: str
    cases: int
    entries: int
    worst: float | None
    sums: str
    exact: bool | None
    seconds: float | None
    cpu_seconds: float | None
    note: str = ""


def measure(name: str, answers: Answers, cases: Sequence[Arguments], chosen: Format, oracle: Oracle, on_cpu: Oracle | None) -> Row:
    """Compare on all cases, small and larger, and time the larger.

    Args:
        oracle: Keras on the device, in the format; it gives an array.
        on_cpu: the same on the CPU, if the device is another.
    """
    larger = [rounded(case, chosen.dtype) for case in larger_cases(answers)]
    small = cases[:: max(1, -(-len(cases) // MOST_SMALL))]
    all_cases = [rounded(case, chosen.dtype) for case in small] + larger
    worst, entries, exact = dict.fromkeys(chosen.arithmetics, 0.0), 0, None
    for case in all_cases:
        try:
            got = np.asarray(oracle(*case), np.float64)
        except Exception as error:  # whatever a framework raises for what it lacks
            return Row(name, chosen.name, len(all_cases), entries, None, "", None, None, None, f"{type(error).__name__}: {first_line(error)}")
        expected, magnitude = answers.reference(*case), magnitude_of(answers, case)
        if got.shape != expected.shape:
            said = f"shape {got.shape} instead of {expected.shape}"
            return Row(name, chosen.name, len(all_cases), entries, np.inf, "", None, None, None, said)
        promised = chosen.arithmetics[0].in_range(magnitude)
        for arithmetic in worst:
            bound = bound_of(answers, case, magnitude, arithmetic)
            worst[arithmetic] = max(worst[arithmetic], largest_fraction(got[promised], expected[promised], bound[promised]))
        entries += int(promised.sum())
        held = (expected == np.round(expected)) & (magnitude <= 2.0 ** chosen.arithmetics[0].digits)
        if held.any() and is_whole(*arrays_in(case)):
            exact = exact is not False and bool((got[held] == expected[held]).all())
    explains = next((one for one in worst if worst[one] <= 1), chosen.arithmetics[0])
    seconds, cpu_seconds = timed(oracle, larger), timed(on_cpu, larger, warm=False) if on_cpu else None
    return Row(name, chosen.name, len(all_cases), entries, worst[explains], explains.accumulates, exact, seconds, cpu_seconds)


def larger_cases(answers: Answers) -> Iterator[Arguments]:
    """Each larger case with each kind of contents, always the same."""
    if not answers.larger:
        return
    for fill in CONTENTS.values():
        rng = np.random.default_rng(SEED)
        for case in answers.larger(lambda *shape, fill=fill, rng=rng: fill(rng, shape)):
            if not isinstance(case, tuple):
                raise AuthorError(f"`larger` yields a {type(case).__name__}; a tuple of positional arguments is asked for")
            yield case


def rounded(case: Arguments, dtype: str) -> Arguments:
    """A case with arrays that hold numbers of a format, as float64: so that rounding them is no error of the operation."""
    from ml_dtypes import bfloat16

    kind = bfloat16 if dtype == "bfloat16" else np.dtype(dtype)
    return tuple(one.astype(kind).astype(np.float64) if isinstance(one, np.ndarray) else one for one in case)


def arrays_in(case: Arguments) -> list[np.ndarray]:
    return [one for one in case if isinstance(one, np.ndarray)]


def magnitude_of(answers: Answers, case: Arguments) -> np.ndarray:
    """The same operation on absolute values: entry by entry, the sum of the absolute values of what is added up."""
    magnitude: np.ndarray = np.abs(answers.reference(*(np.abs(one) if isinstance(one, np.ndarray) else one for one in case)))
    return magnitude


def bound_of(answers: Answers, case: Arguments, magnitude: np.ndarray, arithmetic: Arithmetic) -> np.ndarray:
    """Entry by entry, how far Keras and the reference, which is computed in float64, may be apart."""
    terms = answers.terms(*case) if answers.terms else 0
    if not terms:
        return np.zeros(magnitude.shape)
    share = arithmetic.share(terms, answers.roundings) + ARITHMETICS["float64"].share(terms)
    return share * magnitude + arithmetic.underflow(terms, *arrays_in(case))


def largest_fraction(got: np.ndarray, expected: np.ndarray, bound: np.ndarray) -> float:
    """The largest error as a fraction of its bound; infinite for NaN, and for any error where none is allowed."""
    error = np.abs(got - expected)
    with np.errstate(divide="ignore", invalid="ignore"):
        fraction = np.where(error == 0, 0.0, error / bound)
    return float(np.nan_to_num(fraction, nan=np.inf, posinf=np.inf).max(initial=0.0))


def timed(oracle: Oracle, cases: Sequence[Arguments], warm: bool = True) -> float | None:
    """Seconds for all cases. Each is asked once before if it was not yet, so that nothing is compiled now."""
    if not cases:
        return None
    try:
        for case in cases if not warm else ():
            oracle(*case)
        start = time.perf_counter()
        for case in cases:
            oracle(*case)
    except Exception:  # the CPU may lack what the device has
        return None
    return time.perf_counter() - start


def first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), "")[:200]
