# style: dataclass and asdict, validation first
from dataclasses import dataclass, asdict


@dataclass
class Stats:
    rows: int
    cols: int
    entries: int
    nonzeros: int
    zeros: int
    distinct: int


def dense_equivalent_stats(in_shape: tuple[int, int], kernel: tuple[int, int]) -> dict[str, int]:
    if kernel[0] > in_shape[0] or kernel[1] > in_shape[1]:
        raise ValueError("kernel does not fit")
    ho, wo = in_shape[0] - kernel[0] + 1, in_shape[1] - kernel[1] + 1
    n = in_shape[0] * in_shape[1]
    k = kernel[0] * kernel[1]
    return asdict(Stats(ho * wo, n, ho * wo * n, ho * wo * k, ho * wo * n - ho * wo * k, k))
