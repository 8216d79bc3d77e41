"""conv_params: where its cases come from, and what must hold for every right solution."""

from convgrade.contracts import remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["remembers_nothing"]


def arguments(draw):
    """(ci, co, kh, kw, groups, bias) with groups that divide both; trailing defaults are sometimes left out."""
    groups = draw.one_of(1, 2, 1, 3, 1, 4, 5)
    ci, co = groups * draw.one_of(2, 1, 3, 1, 4), groups * draw.one_of(3, 1, 2, 1, 5, 16)
    case = [ci, co, draw.one_of(3, 1, 2, 4, 5), draw.one_of(2, 1, 3, 4, 5), groups, draw.one_of(True, False)]
    while draw.one_of(True, True, False) and len(case) > 4 and case[-1] == (1, True)[len(case) - 5]:
        case.pop()
    return tuple(case)


def tolerance(ci, co, kh, kw, groups=1, bias=True):
    return 0.0


def of_groups(test):
    """A stratum: several groups, and a test of input channels and filters a group and of the bias."""
    return lambda ci, co, kh, kw, groups=1, bias=True: groups > 1 and test(ci // groups, co // groups, bias)


def is_uneven(ci, co, kh, kw, *_):
    """There are several channels, and not as many filters, and the kernel is larger than one pixel and not square."""
    return ci != co and kh != kw and min(ci, co, kh, kw) > 1


strata = {
    "groups and bias left out": lambda *case: len(case) == 4 and is_uneven(*case),
    "the bias left out": lambda *case: len(case) == 5 and case[4] > 1,
    "one group, with bias": lambda *case: case[4:] == (1, True) and is_uneven(*case),
    "one group, without bias": lambda *case: case[4:] == (1, False) and is_uneven(*case),
    "groups, with bias": of_groups(lambda ci, co, bias: bias and ci != co and min(ci, co) > 1),
    "groups, without bias": of_groups(lambda ci, co, bias: not bias and ci != co and min(ci, co) > 1),
    "an odd number of groups, with bias": lambda *case: len(case) == 6 and case[4] % 2 and case[4] > 1 and case[5],
    "an odd number of groups, without bias": lambda *case: len(case) == 6 and case[4] % 2 and case[4] > 1 and not case[5],
    "an even number of groups, without bias": lambda *case: len(case) == 6 and case[4] % 2 == 0 and not case[5],
    "a group for each input channel": of_groups(lambda ci, co, bias: ci == 1 < co),
    "a group for each filter": of_groups(lambda ci, co, bias: co == 1 < ci),
    "a group for each of both": of_groups(lambda ci, co, bias: ci == co == 1),
    "as many filters as input channels": lambda ci, co, kh, kw, *more: ci == co > 1 and kh != kw,
    "one input channel": lambda ci, co, kh, kw, *more: ci == 1 < co,
    "one filter": lambda ci, co, kh, kw, *more: co == 1 < ci,
    "a tall kernel": lambda ci, co, kh, kw, *more: kh > kw > 1,
    "a wide kernel": lambda ci, co, kh, kw, *more: 1 < kh < kw,
    "a square kernel": lambda ci, co, kh, kw, *more: kh == kw > 1,
    "a kernel of one": lambda ci, co, kh, kw, *more: kh == kw == 1 < ci,
    "a kernel of one row": lambda ci, co, kh, kw, *more: kh == 1 < kw,
    "a kernel of one column": lambda ci, co, kh, kw, *more: kw == 1 < kh,
    "many filters": lambda ci, co, kh, kw, *more: co >= 16,
}


@law(times=100)
def is_a_whole_number(f, *case):
    """The result is an int."""
    value = f(*case)
    require(type(value) is int, f, case, f"Your result is {value!r}; a number of parameters is an int.")


@law(times=4)
def bias_adds_one_number_a_filter(f, ci, co, kh, kw, groups=1, bias=True):
    """With bias there are co parameters more than without, whatever the groups."""
    agree(f, (ci, co, kh, kw, groups, True), f(ci, co, kh, kw, groups, False) + co)


@law(where=lambda *case: len(case) == 6 and case[4] > 1, times=4)
def a_layer_of_groups_is_as_many_layers(f, ci, co, kh, kw, groups, _):
    """A layer with groups has the parameters of as many layers with one group, each with its share of channels and filters."""
    agree(f, (ci, co, kh, kw, groups, True), groups * f(ci // groups, co // groups, kh, kw, 1, True))


@law(where=lambda *case: len(case) == 6 and case[4] > 1, times=3)
def groups_divide_the_weights(f, ci, co, kh, kw, groups, bias):
    """Without bias, g groups leave one g-th of the parameters."""
    agree(f, (ci, co, kh, kw, 1, False), groups * f(ci, co, kh, kw, groups, False))


@law(where=is_uneven, times=3)
def all_filters_are_alike(f, ci, co, kh, kw, groups=1, bias=True):
    """co filters have co times the parameters of one, their bias among them."""
    agree(f, (ci, co, kh, kw, 1, True), co * f(ci, 1, kh, kw, 1, True))


@law(where=is_uneven, times=3)
def three_times_as_much_is_three_times_as_many(f, ci, co, kh, kw, groups=1, bias=True):
    """Without bias, three times the channels, filters, rows or columns give three times the parameters."""
    once = f(ci, co, kh, kw, groups, False)
    for larger in (3 * ci, co, kh, kw), (ci, 3 * co, kh, kw), (ci, co, 3 * kh, kw), (ci, co, kh, 3 * kw):
        agree(f, (*larger, groups, False), 3 * once)


@law(where=is_uneven, times=2)
def a_kernel_as_large_as_the_image_makes_a_dense_layer(f, ci, co, kh, kw, groups=1, bias=True):
    """On an image of the kernel's size each filter has a weight for every entry, as a unit of a dense layer has."""
    agree(f, (ci, co, kh, kw, 1, False), co * (ci * kh * kw))
    agree(f, (ci, co, 1, 1, 1, True), ci * co + co)


@law(where=is_uneven, times=2)
def defaults_may_be_written_out(f, ci, co, kh, kw, groups=1, bias=True):
    """There is one group, and a bias, if they are left out."""
    agree(f, (ci, co, kh, kw), f(ci, co, kh, kw, 1, True))
    agree(f, (ci, co, kh, kw, groups), f(ci, co, kh, kw, groups, True))
