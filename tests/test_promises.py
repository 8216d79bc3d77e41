"""Every exercise keeps what all exercises promise."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from convgrade import check
from convgrade.bank import load
from convgrade.cli import DONE, NOT_YET, cli
from convgrade.draw import elements_of
from convgrade.exercise import answers_of, find
from convgrade.promises import SMALL, mistake, promises, trial

LAW = """

@law()
def holds_of_everything(f, *arguments):
    \"\"\"Whatever it gives, it gives.\"\"\"
    assert arguments
"""

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


def test_nine_in_ten_counterexamples_are_small() -> None:
    sizes = []
    for exercise in find().values():
        bank = load(exercise.bank)
        trials = [trial(exercise, bank, mistake(exercise, m.name)) for m in answers_of(exercise).misconceptions]
        sizes += [min(elements_of(failure.arguments) for failure in one.failures) for one in trials if one.failures]
    assert sum(size <= SMALL for size in sizes) >= 0.9 * len(sizes) > 300


# Of an exercise that is weak, in words.


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)


def verified(*words: str | Path) -> Result:
    return run("exercise", "verify", *words)


def drawn(place: Path) -> None:
    assert run("--exercises", place, "bank", "draw", "box_blur", "--public", "--without-keras").exception is None


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one exercise, as `exercise new` writes it, with its public bank."""
    place = tmp_path_factory.mktemp("own")
    run("exercise", "new", "filters", "box_blur", "--in", place)
    drawn(place)
    return place


@pytest.fixture
def copied(own: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(own, tmp_path / "own"))


def test_a_new_exercise_keeps_its_promises_as_it_is_written(own: Path) -> None:
    result = verified(own)
    assert result.return_value == DONE, result.output
    assert "box_blur is weak" not in result.output


def test_an_exercise_is_verified_by_its_folder(own: Path) -> None:
    assert verified(own / "exercises" / "filters" / "box_blur").output == verified(own).output


def test_a_property_that_no_mistake_fails_is_told_as_weak(copied: Path) -> None:
    checks = copied / "exercises" / "filters" / "box_blur" / "checks.py"
    checks.write_text(checks.read_text("utf-8") + LAW, "utf-8")
    drawn(copied)
    result = verified(copied)
    assert result.return_value == NOT_YET
    assert "nothing fails holds_of_everything" in result.output
    assert "box_blur is weak here: it does not hold that every property fails on some misconception." in result.output


def test_a_picture_that_tells_another_sum_is_told_as_weak(copied: Path) -> None:
    (copied / "exercises" / "filters" / "box_blur" / "picture.py").write_text(
        "from convgrade.working import formula\n\ndef working(where, **arguments):\n    return formula('1 + 1', 2.0)\n", "utf-8"
    )
    assert "it says 1 + 1 = 2; right is" in verified(copied).output


def test_a_path_without_an_exercise_is_told() -> None:
    result = verified("nowhere/at_all")
    assert "There is no exercise at nowhere/at_all" in str(result.exception)


def test_exercises_of_ones_own_are_there_for_every_command_and_in_notebooks(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVGRADE_EXERCISES", str(own))
    assert "box_blur" in CliRunner().invoke(cli, ["list"]).output
    result = check("box_blur", lambda X: X)
    assert (result.entry["exercise"], result.entry["verdict"]) == ("box_blur", "not_yet")
