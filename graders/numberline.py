"""Where windows lie on an axis, so that they can be counted and drawn."""

from dataclasses import dataclass

MOST_WINDOWS = 1000


@dataclass(frozen=True, slots=True)
class NumberLine:
    """An axis of `size` cells between those of its padding, and the windows on it, one for each place.

    A window is (start, stop), counted from the first cell of the padding. `count` is the number of windows as a formula.
    """

    axis: str
    size: int
    before: int
    after: int
    windows: tuple[tuple[int, int], ...]
    dilation: int = 1
    count: str = ""

    def under(self, place: int) -> list[int | None]:
        """The cells under the taps of a window, counted without the padding; None for those of the padding."""
        start, stop = self.windows[place]
        return [cell if 0 <= cell < self.size else None for cell in range(start - self.before, stop - self.before, self.dilation)]


def sliding(axis: str, size: int, taps: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> NumberLine:
    """All windows that lie inside an axis with as much padding on each side.

    Raises:
        ValueError: there is none, or there are too many to be drawn.
    """
    span = dilation * (taps - 1) + 1
    room = f"{size}{f' + 2·{padding}' if padding else ''} - {taps if dilation == 1 else f'({dilation}·({taps} - 1) + 1)'}"
    count = f"({room}) // {stride} + 1" if stride > 1 else f"{room} + 1"
    return NumberLine(axis, size, padding, padding, _spans(range(0, size + 2 * padding - span + 1, stride), span), dilation, count)


def sliding_same(axis: str, size: int, taps: int, stride: int = 1, dilation: int = 1) -> NumberLine:
    """The windows of SAME padding as in TensorFlow: one for every stride begun, the odd cell of the padding behind.

    Raises:
        ValueError: there is none, or there are too many to be drawn.
    """
    starts, span = range(0, size, stride), dilation * (taps - 1) + 1
    windows = _spans(starts, span)
    total = max(starts[-1] + span - size, 0)
    return NumberLine(axis, size, total // 2, total - total // 2, windows, dilation, f"ceil({size} / {stride})" if stride > 1 else f"{size}")


def _spans(starts: range, span: int) -> tuple[tuple[int, int], ...]:
    if not 0 < len(starts) <= MOST_WINDOWS:
        raise ValueError("no windows, or too many")
    return tuple((start, start + span) for start in starts)
