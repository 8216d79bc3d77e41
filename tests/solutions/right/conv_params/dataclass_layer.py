# style: a dataclass with properties, type hints, asserts
from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BIAS_PER_FILTER: Final[int] = 1


@dataclass(frozen=True)
class ConvLayer:
    in_channels: int
    filters: int
    kernel: tuple[int, int]
    groups: int = 1
    use_bias: bool = True

    def __post_init__(self) -> None:
        assert self.in_channels % self.groups == 0, "groups must divide ci"
        assert self.filters % self.groups == 0, "groups must divide co"

    @property
    def weights(self) -> int:
        kh, kw = self.kernel
        return self.filters * (self.in_channels // self.groups) * kh * kw

    @property
    def biases(self) -> int:
        return BIAS_PER_FILTER * self.filters if self.use_bias else 0


def conv_params(ci: int, co: int, kh: int, kw: int, groups: int = 1, bias: bool = True) -> int:
    layer = ConvLayer(ci, co, (kh, kw), groups, bias)
    return layer.weights + layer.biases
