"""Every exercise keeps what all exercises promise."""

from collections.abc import Callable

import pytest

from convgrade.exercise import answers_of, find
from convgrade.promises import promises

CORE = {
    "correlation": ["corr2d"],
    "channels": ["corr2d_multi_in", "corr2d_multi_in_out", "corr2d_multi_in_out_1x1", "conv2d_nhwc"],
    "shapes": ["out_size", "conv_shape", "same_pads", "corr2d_strided", "trace_shapes", "conv_params"],
    "pooling": ["pool2d", "pool", "pool_nhwc"],
    "matrix": ["toeplitz_1d", "corr2d_matrix", "dense_equivalent_stats", "im2col"],
}


def test_every_core_exercise_of_the_curriculum_is_there() -> None:
    found = {(exercise.chapter, name) for name, exercise in find().items()}
    assert {(chapter, name) for chapter, names in CORE.items() for name in names} <= found


@pytest.mark.slow
@pytest.mark.parametrize("name", find())
def test_an_exercise_keeps_its_promises(name: str, record_property: Callable[[str, object], None]) -> None:
    assert [promise for promise in promises(find()[name]) if promise.broken] == []
    record_property("misconceptions refused", len(answers_of(find()[name]).misconceptions))
