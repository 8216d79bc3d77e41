"""dict(), step by step."""


def dense_equivalent_stats(in_shape, kernel):
    oh = in_shape[0] - kernel[0] + 1
    ow = in_shape[1] - kernel[1] + 1
    rows = oh * ow
    cols = in_shape[0] * in_shape[1]
    distinct = kernel[0] * kernel[1]
    stats = {}
    stats["rows"] = rows
    stats["cols"] = cols
    stats["entries"] = rows * cols
    stats["nonzeros"] = distinct * rows
    stats["zeros"] = rows * (cols - distinct)
    stats["distinct"] = distinct
    return stats
