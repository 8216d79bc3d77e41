# style: one helper per axis, counts the start places with len(range(...)), generator into tuple
def _places(n: int, k: int, s: int, how: str) -> int:
    if how == "same":
        return len(range(0, n, s))
    if how == "full":
        n = n + 2 * (k - 1)
    if k > n:
        raise ValueError(f"a kernel of {k} does not fit into {n}")
    return len(range(0, n - k + 1, s))


def conv_shape(in_shape: tuple[int, int], kernel: tuple[int, int], stride: tuple[int, int] = (1, 1), padding: str = "valid") -> tuple[int, int]:
    if padding not in ("valid", "same", "full"):
        raise ValueError(padding)
    return tuple(_places(n, k, s, padding) for n, k, s in zip(in_shape, kernel, stride))
