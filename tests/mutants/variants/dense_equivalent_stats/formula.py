"""The formulas."""


def dense_equivalent_stats(in_shape, kernel):
    (H, W), (h, w) = in_shape, kernel
    rows, cols = (H - h + 1) * (W - w + 1), H * W
    nz = rows * h * w
    return {"rows": rows, "cols": cols, "entries": rows * cols, "nonzeros": nz, "zeros": rows * cols - nz, "distinct": h * w}
