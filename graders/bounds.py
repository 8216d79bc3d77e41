"""How far a right answer may be off: a-priori bounds of rounding errors, for every way to add up and every format.

An entry of a feature map is a sum of products s = sum x[i] k[i]. Computed with unit roundoff u, in any order and with or
without fused multiplication, it is off by at most n u sum |x[i]| |k[i]|, n the number of products, whatever n is
(C.-P. Jeannerod, S. M. Rump, Improved error bounds for inner products in floating-point arithmetic, SIAM J. Matrix
Anal. Appl. 34, 2013; N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 2002, section 3.1, for
n u / (1 - n u)). So the *magnitude* sum |x[i]| |k[i]| is the scale: the same operation on absolute values. A bound relative to s
would be worth nothing where s cancels.

Rules for what is no ordinary number. NaN agrees with nothing. An infinity agrees with itself only. Zeros agree whatever
their signs. Where the magnitude comes near the largest number of a format (`in_range`), nothing is promised: a partial
sum may overflow in one order and not in another. Numbers below the smallest normal one may be lost: hardware may flush
them to zero (`underflow`).
"""

import math
from dataclasses import dataclass

import numpy as np

HALVES_FOR_CHOPPING = 2  # tensor cores cut sums off instead of rounding them (M. Fasi et al., Numerical behavior of NVIDIA tensor cores, 2021)
ROOM = 4  # in a verdict: twice for chopping, twice as the right answer is computed too
TRANSFORM_GROWTH = 21.0


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How sums of products are computed: unit roundoffs of each step, and the range of the result.

    Attributes:
        accumulates: the format of partial sums.
        inputs: of the rounding of both factors before they are multiplied; 0 if they are used as they are.
        sums: of each product and partial sum.
        result: of the rounding of the sum at the end, and once more if a bias is added then; 0 if it stays as it is.
        smallest: the smallest normal number.
        largest: the largest finite number.
        digits: whole numbers up to 2**digits are exact in factors, sums and result.
    """

    accumulates: str
    inputs: float
    sums: float
    result: float
    smallest: float
    largest: float
    digits: int

    def share(self, terms: int, roundings: int = 1) -> float:
        """The largest error of a sum of `terms` products, as a share of its magnitude. A mean has one term more, for the division."""
        factors, sums, result = 2 * self.inputs + self.inputs**2, terms * self.sums, (1 + self.result) ** roundings - 1
        before = factors + sums + factors * sums
        return before + result + before * result

    def first_order(self, terms: int) -> float:
        """`share` without what is of second order."""
        return 2 * self.inputs + terms * self.sums + self.result

    def underflow(self, terms: int, *factors: np.ndarray) -> float:
        """What a sum of `terms` products may be off beyond that, where factors, products or partial sums are too small."""
        scale = sum(float(np.abs(f).max(initial=0)) for f in factors)
        return self.smallest * (1 + terms * (2 + scale))

    def in_range(self, magnitude: np.ndarray) -> np.ndarray:
        """Where no partial sum can overflow."""
        is_small: np.ndarray = np.abs(magnitude) <= self.largest / 2
        return is_small


UNIT = {"float64": 2.0**-53, "float32": 2.0**-24, "tf32": 2.0**-11, "float16": 2.0**-11, "bfloat16": 2.0**-8}
"""Unit roundoffs: half the gap behind 1 (IEEE 754-2019; TF32 and bfloat16 as in NVIDIA's PTX ISA)."""

SMALLEST = {"float64": 2.0**-1022, "float32": 2.0**-126, "tf32": 2.0**-126, "float16": 2.0**-14, "bfloat16": 2.0**-126}
LARGEST = {"float64": float(np.finfo(np.float64).max), "float32": (2 - 2.0**-23) * 2.0**127, "float16": 65504.0, "bfloat16": (2 - 2.0**-7) * 2.0**127}
WIDE = HALVES_FOR_CHOPPING * UNIT["float32"]

ARITHMETICS = {
    "float64": Arithmetic("float64", 0, UNIT["float64"], 0, SMALLEST["float64"], LARGEST["float64"], 53),
    "float32": Arithmetic("float32", 0, UNIT["float32"], 0, SMALLEST["float32"], LARGEST["float32"], 24),
    "tf32": Arithmetic("float32", HALVES_FOR_CHOPPING * UNIT["tf32"], WIDE, UNIT["float32"], SMALLEST["float32"], LARGEST["float32"], 11),
    "float16": Arithmetic("float32", 0, WIDE, UNIT["float16"], SMALLEST["float16"], LARGEST["float16"], 11),
    "bfloat16": Arithmetic("float32", 0, WIDE, UNIT["bfloat16"], SMALLEST["bfloat16"], LARGEST["bfloat16"], 8),
}
"""As libraries compute as a rule: TF32, half precision and bfloat16 accumulate in float32, perhaps chopped, and round at the end."""

NARROW = {
    "float16": Arithmetic("float16", 0, UNIT["float16"], 0, SMALLEST["float16"], LARGEST["float16"], 11),
    "bfloat16": Arithmetic("bfloat16", 0, UNIT["bfloat16"], 0, SMALLEST["bfloat16"], LARGEST["bfloat16"], 8),
}
"""The same formats where every partial sum is rounded to them, as TensorFlow's average pooling does on the CPU."""

STUDENTS = Arithmetic("float32", UNIT["float32"], UNIT["float32"], 0, SMALLEST["float32"], LARGEST["float32"], 24)
"""What a student may compute in: float32, to which the arguments are rounded first."""


def fft_bound(unit: float, image: np.ndarray, kernel: np.ndarray, points: int) -> float:
    """How far any entry of a convolution by fast Fourier transforms of `points` points may be off.

    Not entry by entry: a transform spreads errors over the whole image. Each of three transforms is off by at most
    7 u log2(points) in norm (Higham, section 24.1), the spectrum of the kernel is at most its 1-norm, so an entry is off by at most
    (21 log2(points) + 3) u |image|_2 |kernel|_1.
    """
    norms = float(np.linalg.norm(image)) * float(np.abs(kernel).sum())
    return TRANSFORM_GROWTH * (math.log2(max(points, 2)) + 1) * unit * norms


def agrees(got: np.ndarray, expected: np.ndarray, bound: float | np.ndarray) -> np.ndarray:
    """Where numbers are at most `bound` apart, or equal infinities; not `abs(got - expected) > bound`, which is false for NaN."""
    with np.errstate(invalid="ignore"):
        agreeing: np.ndarray = (np.abs(got - expected) <= bound) | (got == expected)
    return agreeing
