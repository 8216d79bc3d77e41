"""pool: where its cases come from, and what must hold for every right solution."""

from typing import NamedTuple

import numpy as np

from convgrade.compare import is_whole, mean_tolerance, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


class Axis(NamedTuple):
    """How windows of k cells, s apart, lie on an axis of n: their number, and the cells added in front and behind."""

    n: int
    k: int
    s: int
    places: int
    front: int
    behind: int

    @property
    def rest(self):
        """How many cells lie behind the last window."""
        return self.n - (self.places - 1) * self.s - self.k


def axis(n, k, s, padding):
    if padding == "valid":
        return Axis(n, k, s, (n - k) // s + 1, 0, 0)
    places = -(-n // s)
    total = max((places - 1) * s + k - n, 0)
    return Axis(n, k, s, places, total // 2, total - total // 2)


def any_axis(one):
    return True


def is_padded(one):
    return one.behind > 0 and one.n > 1


def is_not_padded(one):
    return one.behind == 0 and one.n > 1


def is_crooked(one):
    """More cells are added behind than in front, and it shows."""
    return one.front < one.behind and one.k - one.front <= one.n > 1


def is_padded_by_one(one):
    """One cell is added, to a window of two that moves by one; the length is odd, that of a shifted axis even."""
    return one.behind == 1 and one.k == 2 and one.s == 1 and one.n % 2 == 1 < one.n


def is_padded_by_three(one):
    return (one.front, one.behind) == (1, 2) and one.n > 1


def is_padded_in_front(one):
    return one.front > 0 and one.k - one.front < one.n


def is_shifted(one):
    """With another stride, 1 or the window's size, another number of cells would be added in front, and it shows."""
    return one.k > one.s > 1 and one.n % one.k > 0 and is_padded(one) and one.front != (one.k - 1) // 2 and one.k - one.front <= one.n


def is_cut(one):
    """Without padding: cells are left behind the last window, where another would start that ends outside."""
    return one.rest > 0 and one.places * one.s < one.n


def is_cut_side_by_side(one):
    return is_cut(one) and one.k == one.s


def is_side_by_side(one):
    """The stride is the window's size."""
    return one.k == one.s > 1 and one.places > 1


def jumps(one):
    """The stride is longer than the window."""
    return one.s > one.k and one.places > 1


def overlaps(one):
    """Neighbouring windows share cells, and lie further apart than one cell."""
    return one.k > one.s > 1 and one.places > 1


KINDS = {
    "same, one cell more behind": ("same", is_crooked, is_crooked),
    "same, padding down that depends on the stride": ("same", is_shifted, is_padded_by_one),
    "same, padding across that depends on the stride": ("same", is_padded_by_one, is_shifted),
    "same, padded in front": ("same", is_padded_in_front, is_padded_in_front),
    "same, padded both ways": ("same", is_padded, is_padded),
    "valid, windows that are cut at both ends": ("valid", is_cut_side_by_side, is_cut_side_by_side),
    "same, padded in the rows alone": ("same", is_padded, is_not_padded),
    "same, padded in the columns alone": ("same", is_not_padded, is_padded),
    "same, padded by three": ("same", is_padded_by_three, is_padded_by_three),
    "same, a window taller than the image": ("same", lambda one: one.k > one.n > 1, lambda one: one.n > 1),
    "same, a window wider than the image": ("same", lambda one: one.n > 1, lambda one: one.k > one.n > 1),
    "same, strides longer than the window": ("same", jumps, jumps),
    "same, side by side": ("same", is_side_by_side, is_side_by_side),
    "valid, a longer stride across": ("valid", lambda one: one.s == 1 < one.places, lambda one: one.s > 1 < one.places and is_cut(one)),
    "valid, a longer stride down": ("valid", lambda one: one.s > 2 and is_cut(one), lambda one: one.s == 2 and one.places > 1),
    "valid, side by side, higher": ("valid", lambda one: one.k == one.s == 3, lambda one: one.k == one.s == 2 and one.places > 1),
    "valid, side by side, wider": ("valid", lambda one: one.k == one.s == 2, lambda one: one.k == one.s == 3 and one.places > 1),
    "valid, strides longer than the window": ("valid", jumps, lambda one: one.s > one.k),
    "valid, a rest of one and one short of the stride": ("valid", lambda one: one.rest == 1 < one.s - 1, lambda one: one.rest == one.s - 1 > 0),
    "valid, windows that overlap": ("valid", overlaps, lambda one: one.k > 1),
    "valid, image of one row": ("valid", lambda one: one.n == 1, lambda one: one.n > one.k > 1),
    "same, image of one column": ("same", lambda one: one.n > one.k > 1, lambda one: one.n == 1),
    "valid, window as large as the image": ("valid", lambda one: one.n == one.k > 1, lambda one: one.n == one.k > 1),
    "valid, window of one pixel": ("valid", lambda one: one.k == 1 < one.places, lambda one: one.k == 1 < one.s),
}
AXES = {
    padding: [axis(n, k, s, padding) for n in range(1, 8) for k in (2, 3, 1, 4) for s in (1, 2, 3, 4) if padding == "same" or k <= n]
    for padding in ("same", "valid")
}


def arguments(draw):
    """An image X (H, W) and a window, and as many of stride, padding and mode as are given."""
    padding, down, across = draw.one_of(*KINDS.values(), *2 * (KINDS[DOWN], KINDS[FRONT]))
    H, ph, sh, *_ = drawn_axis(draw, padding, down)
    is_square = down is across and draw.one_of(False, True)
    W, pw, sw, *_ = (H, ph, sh) if is_square else drawn_axis(draw, padding, across)
    X = draw.array(H, W)
    X = draw.one_of(X, -X, np.roll(X, X.size // 2), X - X[H // 2, W // 2])  # the last holds a zero
    is_left_out = (sh, sw) == (ph, pw) and draw.one_of(True, True, True, False)
    case = [X, (ph, pw), None if is_left_out else (sh, sw), padding, draw.one_of("max", "avg")]
    if draw.one_of(True, True, True, False):
        while len(case) > 2 and case[-1] == (None, "valid", "max")[len(case) - 3]:
            case.pop()
    return tuple(case)


def drawn_axis(draw, padding, test):
    """An axis that satisfies a test, short ones more often."""
    fitting = [one for one in AXES[padding] if test(one)]
    return draw.one_of(*fitting[:6], *fitting)


def tolerance(X, size, stride=None, padding="valid", mode="max"):
    return mean_tolerance(size[0] * size[1], X) if mode == "avg" else sum_tolerance(1, X)


def written_out(X, size, stride=None, padding="valid", mode="max"):
    """A case with nothing left out, and the stride as numbers."""
    return X, size, stride or size, padding, mode


def axes(*case):
    X, size, stride, padding, _ = written_out(*case)
    return [axis(n, k, s, padding) for n, k, s in zip(X.shape, size, stride, strict=True)]


def pixels(*case):
    """Which pixels each window holds, as an array of truth values (rows, columns, H, W)."""
    down, across = ([[0 <= a - i * one.s + one.front < one.k for a in range(one.n)] for i in range(one.places)] for one in axes(*case))
    return np.array(down)[:, None, :, None] & np.array(across)[None, :, None, :]


def is_varied(X):
    """No two pixels are alike."""
    return len(np.unique(X)) == X.size


def of_kind(*names, mode=None, test=lambda X: True):
    """A stratum or `where`: varied images of these kinds, of one mode unless it is None, that satisfy a test."""

    def belongs(*case):
        X, _, _, padding, given = written_out(*case)
        if mode not in (None, given) or not is_varied(X) or not test(X):
            return False
        down, across = axes(*case)
        return any(KINDS[name][0] == padding and KINDS[name][1](down) and KINDS[name][2](across) for name in names)

    return belongs


def has_broken_means(*case):
    """An average case in which truncation shows."""
    X, _, _, _, mode = written_out(*case)
    held = pixels(*case)
    return mode == "avg" and is_whole(X) and not is_whole((held * X).sum((2, 3)) / held.sum((2, 3)))


def leaves_the_stride_out(X, size, stride=None, *others):
    """Neither stride nor mode is given, and any other stride than the window's size would show."""
    return stride is None and len(others) < 2 and is_varied(X) and size[0] != size[1] and min(size) > 1 and X.shape[1] >= 2 * size[1]


def has_one_step(*case):
    """Window and stride are square, cells are left behind the last windows, and the image is no taller than wide."""
    down, across = axes(*case)
    return of_kind(CUT)(*case) and down.k == across.k and down.n <= across.n


CROOKED, DOWN, ACROSS, FRONT, PADDED, CUT, *OTHERS = KINDS
strata = {
    f"{CROOKED}, maximum": of_kind(CROOKED, mode="max"),
    f"{CROOKED}, average": of_kind(CROOKED, mode="avg"),
    f"{DOWN}, maximum of a falling image": of_kind(DOWN, mode="max", test=lambda X: X[0, 0] > X[-1, -1]),
    ACROSS: of_kind(ACROSS),
    f"{FRONT}, average": of_kind(FRONT, mode="avg"),
    f"{FRONT}, maximum of a rising image": of_kind(FRONT, mode="max", test=lambda X: X[0, 0] < X[-1, -1]),
    f"{PADDED}, maximum of negative numbers, a stride only begun": lambda *case: (
        of_kind(PADDED, mode="max", test=lambda X: X.max() < 0)(*case) and any(one.n % one.s for one in axes(*case))
    ),
    f"{PADDED}, average of both signs and a zero": of_kind(PADDED, mode="avg", test=lambda X: X.min() < 0 in X),
    "image and window alone": lambda *case: len(case) == 2 and leaves_the_stride_out(*case),
    f"{CUT}, square windows and strides": has_one_step,
    **{name: of_kind(name) for name in OTHERS},
}


def tells_rows_from_columns(*case):
    """Lengths, windows and strides differ, and a window has a neighbour."""
    down, across = axes(*case)
    return is_varied(case[0]) and down.n != across.n and down.k != across.k and down.s != across.s and max(down.places, across.places) > 1


def moves_both_ways(*case):
    """Without padding, both strides count and differ, and so do both sides of the window, which fits either way round."""
    X, size, _, padding, _ = written_out(*case)
    down, across = axes(*case)
    if padding != "valid" or not is_roomy(*case) or down.k == across.k or X[0, 0] == X.max():
        return False
    return min(X.shape) >= max(size) and down.s != across.s and min(down.s, across.s) > 1


def is_roomy(*case):
    """Neither window nor image is a row or column."""
    return is_varied(case[0]) and min(case[1]) > 1 and min(case[0].shape) > 1


@law(times=100)
def has_the_right_shape(f, *case):
    """Down and across there are as many entries as windows: those that fit, or one for every stride begun."""
    expected = tuple(one.places for one in axes(*case))
    shape = f(*case).shape
    require(shape == expected, f, case, f"Your result has shape {shape}; it should be {expected}.")


@law(times=100)
def stays_within_its_window(f, *case):
    """No entry is above the largest or below the smallest pixel of its window."""
    X, held = case[0], pixels(*case)
    low, high = np.where(held, X, np.inf).min((2, 3)), np.where(held, X, -np.inf).max((2, 3))
    slack, Y = 1e-6 * np.abs(X).max(), f(*case)
    inside = Y.shape == low.shape and bool(np.all((low - slack <= Y) & (high + slack >= Y)))
    require(inside, f, case, "An entry of your result lies outside what its window holds of the image.")


@law(where=of_kind(PADDED), times=3)
def a_constant_added_is_added(f, *case):
    """Adding c to every pixel adds c to every entry, at the border too."""
    X, *others = written_out(*case)
    c = -X.max() - 10000.5 if X.max() > 0 else 10000.5 - X.min()
    agree(f, (X + c, *others), f(X, *others) + c, 2 * tolerance(*case))


@law(where=leaves_the_stride_out, times=2)
def what_is_left_out_may_be_written_out(f, *case):
    """A missing stride is the window's size, a missing padding 'valid', a missing mode 'max'."""
    agree(f, written_out(*case), f(*case), 2 * tolerance(*case))


@law(where=of_kind("valid, a longer stride across", "valid, a longer stride down"), times=2)
def a_stride_keeps_every_sth_window(f, *case):
    """Without padding the result is that of stride 1, of which every sh-th row and every sw-th column is kept."""
    X, size, (sh, sw), padding, mode = written_out(*case)
    agree(f, (X, size, (sh, sw), padding, mode), f(X, size, (1, 1), padding, mode)[::sh, ::sw], 2 * tolerance(*case))


@law(where=has_one_step, times=2)
def what_fills_no_window_does_not_count(f, *case):
    """Without padding, rows and columns behind the last window may be cut off."""
    X, *others = written_out(*case)
    down, across = axes(*case)
    agree(f, (X[: down.n - down.rest, : across.n - across.rest], *others), f(X, *others), 2 * tolerance(*case))


@law(where=of_kind(PADDED), times=7)
def padding_weighs_nothing(f, *case):
    """'same' is 'valid' on an enlarged image: added cells are no maximum, and a mean is divided by the share that is no padding."""
    X, size, stride, padding, mode = written_out(*case)
    around = [(one.front, one.behind) for one in axes(*case)]
    if mode == "max":
        expected = f(np.pad(X, around, constant_values=X.min() - 1), size, stride, "valid", mode)
    else:
        X = X - X.max() - 1  # so that a zero would be the largest
        sums, shares = (f(np.pad(one, around), size, stride, "valid", mode) for one in (X, np.ones(X.shape)))
        expected = sums / shares
    agree(f, (X, size, stride, padding, mode), expected, 3 * tolerance(*case))


@law(where=tells_rows_from_columns, times=2)
def rows_and_columns_may_trade_places(f, *case):
    """Transposing image, window and stride transposes the result."""
    X, size, stride, padding, mode = written_out(*case)
    Y = f(X, size, stride, padding, mode)
    agree(f, (X.T.copy(), size[::-1], stride[::-1], padding, mode), Y.T, 2 * tolerance(*case))


@law(where=moves_both_ways, times=3)
def rows_then_columns(f, *case):
    """Pooling with (ph, 1) down and the result with (1, pw) across is pooling with (ph, pw)."""
    X, size, stride, padding, mode = written_out(*case)
    X = X * size[0] * size[1]  # so that means are whole
    down = f(X, (size[0], 1), (stride[0], 1), padding, mode)
    agree(f, (down, (1, size[1]), (1, stride[1]), padding, mode), f(X, size, stride, padding, mode), 3 * tolerance(*case))


@law(where=of_kind(DOWN, mode="max"), times=2)
def a_bright_pixel_fills_its_windows(f, *case):
    """A pixel brighter than all others is the maximum of every window that holds it, and of no other."""
    X, *others = written_out(*case)
    row, column = (min(one.k - one.front, one.n) - 1 for one in axes(*case))  # where the first window ends
    bright = X.copy()
    bright[row, column] = brightest = np.abs(X).max() + 10
    agree(f, (bright, *others), np.where(pixels(*case)[:, :, row, column], brightest, f(X, *others)))


@law(where=lambda *case: is_roomy(*case) and written_out(*case)[4] == "avg", times=2)
def averages_add_up(f, *case):
    """The average of a sum of images is the sum of their averages."""
    X, *others = written_out(*case)
    t = X.max() - X
    X, Z = 144 * X, 144 * (t + t**2 // X.size)  # means of up to 4 x 4 pixels are whole
    agree(f, (X + Z, *others), f(X, *others) + f(Z, *others), 3 * tolerance(*case))


@contract(where=lambda *case: has_broken_means(*case) or of_kind(PADDED, mode="max")(*case), times=3)
def does_not_truncate_integers(f, *case):
    """An image of integers gives the same numbers as the same image of floats."""
    X, *others = case
    agree(f, (X.astype(np.int64), *others), f(*case), tolerance(*case))
