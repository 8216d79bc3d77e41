"""Banks and the strategies they are drawn from."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgrade import draw
from convgrade.bank import Bank, BankError, load, save
from convgrade.compare import is_whole
from convgrade.draw import CannotDraw, draw_bank, elements_of
from convgrade.exercise import checks_of, find
from convgrade.function import Function, in_process
from convgrade.inside import wire
from convgrade.judge import replay
from convgrade.strategy import CONTENTS, Draw, strategy_of

CORR2D = find()["corr2d"]


@pytest.fixture(scope="module")
def secret() -> Bank:
    return draw_bank(CORR2D, 20, secret=True, avoid=[case.arguments for case in load(CORR2D.bank).cases])


@pytest.mark.slow
def test_the_same_seed_draws_the_same_bank() -> None:
    assert draw_bank(CORR2D, 5).identity == draw_bank(CORR2D, 5).identity != load(CORR2D.bank).identity


def test_a_bank_survives_being_saved(tmp_path: Path, banks: dict[str, Bank]) -> None:
    save(banks["pool2d"], tmp_path / "b.npz", {})
    assert load(tmp_path / "b.npz").identity == banks["pool2d"].identity


def test_the_same_bank_is_the_same_file(tmp_path: Path, banks: dict[str, Bank]) -> None:
    for name in "ab":
        save(banks["pool2d"], tmp_path / name, {"numpy": "2"})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_secret_bank_is_readable_by_its_owner_only(tmp_path: Path, secret: Bank) -> None:
    save(secret, tmp_path / "s.npz", {})
    assert (tmp_path / "s.npz").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x00" * 100, b"\x93NUMPY\x01\x00"])
def test_a_damaged_bank_is_told_from_a_bank(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.npz").write_bytes(content)
    with pytest.raises(BankError):
        load(tmp_path / "b.npz")


def test_a_bank_begins_with_its_smallest_cases(banks: dict[str, Bank]) -> None:
    sizes = [elements_of(case.arguments) for case in banks["corr2d"].cases]
    assert sizes == sorted(sizes)


def test_a_secret_bank_shares_no_case_with_the_public_one(secret: Bank, banks: dict[str, Bank]) -> None:
    public = {wire.pack(case.arguments) for case in banks["corr2d"].cases}
    assert not public & {wire.pack(case.arguments) for case in secret.cases}


def test_a_table_of_the_public_answers_does_not_pass_a_secret_bank(secret: Bank, banks: dict[str, Bank]) -> None:
    table = {wire.pack(case.arguments): case.expected for case in banks["corr2d"].cases}

    def look_up(*arguments: Any) -> Any:
        return table.get(wire.pack(arguments), np.zeros((1, 1)))

    assert not replay(secret, checks_of(CORR2D), Function(in_process(look_up), True)).passed


@pytest.mark.slow
def test_a_stratum_that_is_never_drawn_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    real = checks_of(CORR2D)
    impossible = replace(real, strata={**real.strata, "no such case": lambda X, K: False})
    monkeypatch.setattr(draw, "checks_of", lambda _: impossible)
    monkeypatch.setattr(draw, "RARE", draw.BATCH)  # one turn is as vain as five
    with pytest.raises(CannotDraw, match="no such case"):
        draw_bank(CORR2D, 1)


@given(st.data())
@settings(max_examples=30)
def test_a_ramp_counts_from_one(data: st.DataObject) -> None:
    (array,) = data.draw(strategy_of(lambda draw: (draw.array(2, 3),), "ramp"))
    assert array.tolist() == [[1, 2, 3], [4, 5, 6]]


@pytest.mark.parametrize("contents", ["ramp", "permuted", "signed", "negative"])
@given(data=st.data())
@settings(max_examples=30)
def test_contents_are_whole_not_zero_and_all_different(contents: str, data: st.DataObject) -> None:
    (array,) = data.draw(strategy_of(lambda draw: (draw.array(3, 4),), contents))
    assert is_whole(array)
    assert len(np.unique(np.abs(array))) == array.size
    assert np.all(array != 0)


@pytest.mark.parametrize("name", find())
def test_no_case_holds_nan_or_infinity(name: str, banks: dict[str, Bank]) -> None:
    arrays = [a for case in banks[name].cases for a in (*case.arguments, case.expected) if isinstance(a, np.ndarray)]
    assert all(np.isfinite(a).all() for a in arrays)


def test_every_kind_of_contents_is_in_a_bank(banks: dict[str, Bank]) -> None:
    images = [case.arguments[0] for case in banks["corr2d"].cases if case.arguments[0].size > 3]
    assert any(np.array_equal(X.ravel(), np.arange(1, X.size + 1)) for X in images)
    assert any(X.max() < 0 for X in images)
    assert any(X.min() < 0 < X.max() for X in images)
    assert any(not is_whole(X) for X in images)
    assert len(CONTENTS) == 6


def test_the_simplest_choice_is_the_first() -> None:
    from hypothesis import find as simplest

    assert simplest(st.composite(lambda draw: Draw(draw, "ramp", False).one_of("a", "b"))(), lambda _: True) == "a"
