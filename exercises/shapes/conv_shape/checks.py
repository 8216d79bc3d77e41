"""conv_shape: where its cases come from, and what must hold for every right solution."""

from convgrade.contracts import contract, refuses, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["remembers_nothing"]

MODES = ("valid", "same", "full")
STRIDES = (1, 1), (2, 1), (1, 2), (2, 3), (3, 2), (3, 1), (2, 4), (4, 3), (1, 3), (2, 2), (3, 3), (1, 1)


def arguments(draw):
    """(in_shape, kernel, stride, padding) with a kernel that fits; trailing defaults are sometimes left out."""
    padding = draw.one_of(*MODES, "valid")
    axes = [axis(draw, padding, s) for s in draw.one_of(*STRIDES)]
    case = [*zip(*axes, strict=True), padding]
    if padding == "valid" and draw.one_of(True, False):
        case.pop()
        if case[-1] == (1, 1) or draw.one_of(False, False, True):
            case.pop()
    return tuple(case)


def axis(draw, padding, s):
    """Length, kernel and stride of one axis; without padding the kernel fits."""
    k = draw.size(1, 5)
    more = draw.one_of(0, 0, 1, 2, 3, 0, 4, 5, 7, 20)
    return (k if padding == "valid" else 1) + more, k, s


def tolerance(in_shape, kernel, stride=(1, 1), padding="valid"):
    return 0.0


def room(n, k, padding):
    """How far the kernel can move; for 'same' as far as there are pixels."""
    return {"valid": n - k, "same": n - 1, "full": n + k - 2}[padding]


def mode(padding, test):
    """A stratum: cases of this padding of which both axes or one satisfy the test, which is given (n, k, s) of the two."""

    def belongs(in_shape, kernel, stride=(1, 1), given="valid"):
        return given == padding and test(*zip(in_shape, kernel, stride, strict=True))

    return belongs


def remainder(axis, padding):
    n, k, s = axis
    return room(n, k, padding) % s


def leaves(padding, which):
    """A stratum: a stride that does not divide the room in the height (0) or in the width (1), and does in the other."""
    return mode(padding, lambda *axes: remainder(axes[which], padding) and not remainder(axes[1 - which], padding))


def either(test):
    return lambda *axes: any(test(*axis) for axis in axes)


def unequal(*axes):
    """Nothing is the same in height and width."""
    return all(a != b for a, b in zip(*axes, strict=True)) and min(axes[0][1], axes[1][1]) > 1


strata = {
    "valid, all different": mode("valid", unequal),
    "same, all different": mode("same", unequal),
    "full, all different": mode("full", unequal),
    "image and kernel alone": lambda *case: len(case) == 2 and case[0][0] != case[0][1] and case[1][0] != case[1][1],
    "the padding left out": lambda *case: len(case) == 3 and min(case[2]) > 1 and case[2][0] != case[2][1],
    "same, a stride that does not divide the height": mode("same", lambda a, b: a[0] % a[2] and not b[0] % b[2]),
    "same, an even kernel, stride 1": mode("same", lambda a, b: a[1] * b[1] % 2 == 0 and a[2] == b[2] == 1),
    "same, an even kernel, a stride that divides": mode("same", either(lambda n, k, s: k % 2 == 0 and n % s == 0 and s > 1)),
    "same, an even kernel, a remainder of one": mode("same", either(lambda n, k, s: k % 2 == 0 and n % s == 1 and 2 < s < n)),
    "same, a kernel larger than the image": mode("same", either(lambda n, k, s: k > n)),
    "same, a stride longer than the image": mode("same", either(lambda n, k, s: s > n)),
    "valid, a remainder in the height": leaves("valid", 0),
    "valid, a remainder in the width": leaves("valid", 1),
    "valid, a remainder one short of the stride": mode("valid", either(lambda n, k, s: (n - k) % s == s - 1 > 1)),
    "valid, a kernel as tall as the image": mode("valid", lambda a, b: a[0] == a[1] > 1 and b[0] > b[1]),
    "valid, a kernel as wide as the image": mode("valid", lambda a, b: b[0] == b[1] > 1 and a[0] > a[1]),
    "valid, strides longer than the kernel": mode("valid", either(lambda n, k, s: s > k and n - k > s)),
    "a long image": lambda in_shape, kernel, stride=(1, 1), padding="valid": min(in_shape) > 8 and min(stride) > 1,
    "full, a remainder in the height": leaves("full", 0),
    "full, stride 1": mode("full", lambda a, b: a[2] == b[2] == 1 and a[1] != b[1]),
    "full, a kernel larger than the image": mode("full", lambda a, b: a[1] > a[0] and b[1] <= b[0]),
    "a kernel of one": lambda in_shape, kernel, stride=(1, 1), padding="valid": kernel == (1, 1) and max(stride) > 1,
    "one pixel": lambda in_shape, kernel, stride=(1, 1), padding="valid": in_shape == (1, 1) and max(kernel) > 1,
}


def all_different(in_shape, kernel, stride=(1, 1), padding="valid"):
    return unequal(*zip(in_shape, kernel, stride, strict=True))


def roomy(in_shape, kernel, stride=(1, 1), padding="valid"):
    """The same with so much room that a wrong length, kernel or stride shows, whatever the stride rounds away."""
    return (in_shape[0] + 24, in_shape[1] + 40), (kernel[0], kernel[1] + 12), stride, padding


def numbers(shape):
    return shape.tolist() if hasattr(shape, "tolist") else list(shape)


@law(times=100)
def counts_the_places(f, *case):
    """Each axis has a place for each start 0, s, 2 s, ... from which the kernel stays inside; 'same' has one for every s pixels begun."""
    in_shape, kernel, stride, padding = (*case, (1, 1), "valid")[:4] if len(case) == 2 else (*case, "valid")[:4]
    axes = zip(in_shape, kernel, stride, strict=True)
    agree(f, case, tuple(len(range(0, room(n, k, padding) + 1, s)) for n, k, s in axes))


@law(times=100)
def is_two_whole_numbers(f, *case):
    """The result is two ints."""
    found = numbers(f(*case))
    require(len(found) == 2 and all(type(n) is int for n in found), f, case, f"Your result is {found!r}; height and width are two ints.")


@law(where=all_different, times=3)
def a_stride_keeps_every_sth_place(f, *case):
    """With stride s there are as many places as with stride 1, divided by s and rounded up: for every padding."""
    (H, W), kernel, stride, padding = roomy(*case)
    for in_shape in (H, W), (H + 1, W + 1):
        every = numbers(f(in_shape, kernel, (1, 1), padding))
        agree(f, (in_shape, kernel, stride, padding), tuple(-(-n // s) for n, s in zip(every, stride, strict=True)))


@law(where=all_different, times=3)
def four_strides_more_are_four_places_more(f, *case):
    """An image that is four strides higher has four rows of places more, and no column; so for the width."""
    (H, W), kernel, (sh, sw), padding = roomy(*case)
    rows, columns = numbers(f((H, W), kernel, (sh, sw), padding))
    agree(f, ((H + 4 * sh, W), kernel, (sh, sw), padding), (rows + 4, columns))
    agree(f, ((H, W + 4 * sw), kernel, (sh, sw), padding), (rows, columns + 4))


@law(where=all_different, times=3)
def height_and_width_may_trade_places(f, *case):
    """With height and width exchanged in image, kernel and stride, they are exchanged in the result."""
    in_shape, kernel, stride, padding = roomy(*case)
    swapped = tuple(numbers(f(in_shape, kernel, stride, padding))[::-1])
    agree(f, (in_shape[::-1], kernel[::-1], stride[::-1], padding), swapped)


@law(where=all_different, times=3)
def height_and_width_know_nothing_of_each_other(f, *case):
    """Another width, with another kernel and stride, leaves the height of the result alone, and the other way round."""
    (H, W), (kh, kw), (sh, sw), padding = roomy(*case)
    result = numbers(f((H, W), (kh, kw), (sh, sw), padding))
    wider = (H, W + 24), (kh, kw + 12), (sh, sw + 1), padding
    higher = (H + 24, W), (kh + 12, kw), (sh + 1, sw), padding
    require(numbers(f(*wider))[0] == result[0], f, wider, f"The height was {result[0]} with another width, kernel and stride across.")
    require(numbers(f(*higher))[1] == result[1], f, higher, f"The width was {result[1]} with another height, kernel and stride down.")


@law(where=lambda shape, _, stride=(1, 1), padding="valid": padding == "same" and (not shape[0] % stride[0] or not shape[1] % stride[1]), times=2)
def same_does_not_look_at_the_kernel(f, in_shape, kernel, stride=(1, 1), padding="same"):
    """With 'same' the result is that of any other kernel, even of one larger than the image."""
    larger = tuple(k + 2 * n + 1 for n, k in zip(in_shape, kernel, strict=True))
    for shape in in_shape, (in_shape[0] + 1, in_shape[1] + 1):
        agree(f, (shape, larger, stride, "same"), f(shape, kernel, stride, "same"))


def fits_unevenly(in_shape, kernel, stride=(1, 1), padding="valid"):
    """Kernel and image are not square, the kernel fits, and one side of it is even."""
    return all_fit(in_shape, kernel) and in_shape[0] != in_shape[1] and kernel[0] != kernel[1] and kernel[0] * kernel[1] % 2 == 0


def all_fit(in_shape, kernel):
    return all(n >= k for n, k in zip(in_shape, kernel, strict=True))


@law(where=fits_unevenly, times=2)
def same_lies_halfway_between_valid_and_full(f, in_shape, kernel, *_):
    """With stride 1, 'same' gives the size of the image; 'full' gives as much more as 'valid' gives less."""
    agree(f, (in_shape, kernel, (1, 1), "same"), tuple(in_shape))
    valid = numbers(f(in_shape, kernel, (1, 1), "valid"))
    agree(f, (in_shape, kernel, (1, 1), "full"), tuple(2 * n - v for n, v in zip(in_shape, valid, strict=True)))


@law(where=fits_unevenly, times=2)
def valid_undoes_full(f, in_shape, kernel, *_):
    """'full' and then 'valid' with the same kernel, stride 1, gives the size of the image."""
    full = tuple(numbers(f(in_shape, kernel, (1, 1), "full")))
    agree(f, (full, kernel, (1, 1), "valid"), tuple(in_shape))


@law(where=lambda *case: all_different(*case) and all_fit(*case[:2]), times=2)
def defaults_may_be_written_out(f, *case):
    """The stride is (1, 1) and the padding 'valid' if they are left out."""
    in_shape, kernel, stride, _ = roomy(*case)
    agree(f, (in_shape, kernel), f(in_shape, kernel, (1, 1), "valid"))
    agree(f, (in_shape, kernel, stride), f(in_shape, kernel, stride, "valid"))


def leaves_room(in_shape, kernel, *_):
    """The kernel has a place to spare each way: one that is wider is still lower than the image, and covers less."""
    return all(n > k + 1 for n, k in zip(in_shape, kernel, strict=True)) and in_shape[0] != in_shape[1] and kernel[0] != kernel[1]


@contract(where=leaves_room, times=1)
def refuses_a_kernel_too_large_one_way(f, in_shape, kernel, *_):
    """With 'valid', a kernel that is taller than the image, or wider, raises ValueError."""
    (H, W), (kh, kw) = in_shape, kernel
    for more, rest in (1, ()), (1, ((2, 3), "valid")), (3, ((2, 3), "valid")):
        for larger, how in ((H + more, kw), "taller"), ((kh, W + more), "wider"), ((H + more, 1), "taller"), ((1, W + more), "wider"):
            refuses(f, (in_shape, larger, *rest), f"the kernel is {how} than the image")


@contract(where=lambda *case: all_different(*case) and all_fit(*case[:2]), times=1)
def refuses_a_kernel_too_large_both_ways(f, in_shape, *_):
    """With 'valid', a kernel that is taller and wider than the image raises ValueError."""
    (H, W) = in_shape
    refuses(f, (in_shape, (H + 4, W + 4)), "the kernel is taller and wider than the image")


@contract(where=lambda *case: all_different(*case) and all_fit(*case[:2]), times=1)
def refuses_any_other_padding(f, in_shape, kernel, stride=(1, 1), padding="valid"):
    """A padding that is not 'valid', 'same' or 'full' raises ValueError."""
    for other in ("half", "", "val"):
        refuses(f, (in_shape, kernel, stride, other), f"there is no padding {other!r}")


@contract(where=lambda *case: all_different(*case) and all_fit(*case[:2]), times=1)
def refuses_capitals_and_blanks(f, in_shape, kernel, stride=(1, 1), padding="valid"):
    """'SAME' and ' same' are no paddings either: they raise ValueError."""
    for other in ("SAME", "Full", " same"):
        refuses(f, (in_shape, kernel, stride, other), f"there is no padding {other!r}")
