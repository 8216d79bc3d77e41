# style: math.prod, dict(), comprehension over the axes
from math import prod


def dense_equivalent_stats(in_shape, kernel):
    out_shape = [n - k + 1 for n, k in zip(in_shape, kernel)]
    rows, cols, distinct = prod(out_shape), prod(in_shape), prod(kernel)
    stats = dict(rows=rows, cols=cols, entries=rows * cols, nonzeros=rows * distinct, distinct=distinct)
    stats['zeros'] = stats['entries'] - stats['nonzeros']
    return stats
