import numpy as np

TOTAL = 0
LAYERS = []


def forgets_the_input_channels__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        total += kh * kw
        if bias:
            total += 1
    return total


def forgets_the_input_channels__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.prod([co, kh, kw])) + (co if bias else 0)


def forgets_the_filters__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 1 if bias else 0
    for _ in range(ci // groups):
        total += kh * kw
    return total


def forgets_the_filters__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.prod((ci // groups, kh, kw))) + int(bias)


def gives_every_kernel_a_bias__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        for _ in range(ci // groups):
            total += kh * kw
            if bias:
                total += 1
    return total


def gives_every_kernel_a_bias__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.full((co, ci // groups), kh * kw + bias).sum())


def forgets_the_bias__loops(ci, co, kh, kw, groups=1, bias=True):
    return sum(kh * kw for f in range(co) for c in range(ci // groups))


def forgets_the_bias__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.prod([co, ci // groups, kh, kw]))


def counts_the_bias_always__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        total += ci // groups * kh * kw + 1
    return total


def counts_the_bias_always__arrays(ci, co, kh, kw, groups=1, bias=True):
    shapes = [(co, ci // groups, kh, kw), (co,)]
    return sum(int(np.prod(s)) for s in shapes)


def counts_one_bias_a_layer__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        total += ci // groups * kh * kw
    if bias:
        total += 1
    return total


def counts_one_bias_a_layer__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.prod([co, ci // groups, kh, kw]) + bias)


def counts_one_bias_an_input_channel__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        total += ci // groups * kh * kw
    if bias:
        for _ in range(ci):
            total += 1
    return total


def counts_one_bias_an_input_channel__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.dot([co * (ci // groups), ci], [kh * kw, int(bias)]))


def counts_one_bias_a_weight__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co * (ci // groups)):
        for _ in range(kh):
            total += 2 * kw if bias else kw
    return total


def counts_one_bias_a_weight__arrays(ci, co, kh, kw, groups=1, bias=True):
    weights = int(np.prod([co, ci // groups, kh, kw]))
    return weights + (weights if bias else 0)


def divides_by_the_groups_twice__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co // groups):
        for _ in range(ci // groups):
            total += kh * kw
    if bias:
        total += co
    return total


def divides_by_the_groups_twice__arrays(ci, co, kh, kw, groups=1, bias=True):
    a, b = np.array([ci, co]) // groups
    return int(a * b * kh * kw + co * bias)


def ignores_the_groups__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        for _ in range(ci):
            total += kh * kw
        total += bool(bias)
    return total


def ignores_the_groups__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.prod([ci, co, kh, kw])) + co * int(bias)


def multiplies_by_the_groups__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(groups):
        for _ in range(co):
            total += ci * kh * kw
    return total + co if bias else total


def multiplies_by_the_groups__arrays(ci, co, kh, kw, groups=1, bias=True):
    return co * int(np.prod([ci, groups, kh, kw]) + bias)


def divides_the_biases_by_the_groups__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for f in range(co):
        total += ci // groups * kh * kw
        if bias and f % groups == 0:
            total += 1
    return total


def divides_the_biases_by_the_groups__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(np.prod([co, ci // groups, kh, kw])) + (co // groups if bias else 0)


def divides_without_the_floor__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        total += ci / groups * kh * kw
        if bias:
            total += 1
    return total


def divides_without_the_floor__arrays(ci, co, kh, kw, groups=1, bias=True):
    return float(np.prod([co, ci / groups, kh, kw]) + co * bias)


def takes_the_kernel_for_square__loops(ci, co, kh, kw, groups=1, bias=True):
    return sum(sum(kh for _ in range(kh)) * (ci // groups) + (1 if bias else 0) for _ in range(co))


def takes_the_kernel_for_square__arrays(ci, co, kh, kw, groups=1, bias=True):
    return co * int(ci // groups * np.square(kh) + bias)


def adds_height_and_width__loops(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for _ in range(co):
        for _ in range(ci // groups):
            total += kh + kw
        if bias:
            total += 1
    return total


def adds_height_and_width__arrays(ci, co, kh, kw, groups=1, bias=True):
    return int(co * (ci // groups) * np.sum([kh, kw]) + (co if bias else 0))


def has_no_bias_by_default__loops(ci, co, kh, kw, groups=1, bias=False):
    total = 0
    for _ in range(co):
        total += ci // groups * kh * kw
        if bias:
            total += 1
    return total


def has_no_bias_by_default__arrays(ci, co, kh, kw, groups=1, bias=False):
    return int(np.prod([co, ci // groups, kh, kw])) + co * int(bias)


def has_a_group_for_each_channel_by_default__loops(ci, co, kh, kw, groups=None, bias=True):
    if groups is None:
        groups = ci
    total = 0
    for _ in range(co):
        total += ci // groups * kh * kw
        if bias:
            total += 1
    return total


def has_a_group_for_each_channel_by_default__arrays(ci, co, kh, kw, groups=None, bias=True):
    seen = 1 if groups is None else ci // groups
    return int(np.prod([co, seen, kh, kw])) + co * int(bias)


def adds_up_all_calls__loops(ci, co, kh, kw, groups=1, bias=True):
    global TOTAL
    for _ in range(co):
        TOTAL += ci // groups * kh * kw
        if bias:
            TOTAL += 1
    return TOTAL


def adds_up_all_calls__arrays(ci, co, kh, kw, groups=1, bias=True):
    LAYERS.append(co * (ci // groups * kh * kw + bool(bias)))
    return int(np.sum(LAYERS))
