"""What depends on no luck: memory that nobody wrote is the same every time."""

from typing import Any


def steady(numpy: Any) -> None:
    """`np.empty` filled with NaN (or the lowest integer): what a student forgot to write is wrong every time."""

    def poisoned(make: Any) -> Any:
        def empty(*args: Any, **kwargs: Any) -> Any:
            array = make(*args, **kwargs)
            if array.dtype.kind in "fc":
                array.fill(numpy.nan)
            elif array.dtype.kind in "iu":
                array.fill(numpy.iinfo(array.dtype).min or numpy.iinfo(array.dtype).max)
            return array

        empty.__doc__, empty.__name__ = make.__doc__, make.__name__
        return empty

    numpy.empty, numpy.empty_like = poisoned(numpy.empty), poisoned(numpy.empty_like)
