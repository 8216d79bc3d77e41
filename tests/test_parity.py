"""`convgrade parity`: what it finds, and what it says where something is missing or goes wrong.

In the ordinary set-up this is TensorFlow on the CPU; `make parity` runs it with JAX and PyTorch.
"""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from click.testing import Result as Said

from convgrade.cli import DONE, NOT_YET, USAGE, Problem, cli
from convgrade.exercise import Answers, answers_of, find
from convgrade.parity import backends
from convgrade.parity.backends import chosen_backend, installed
from convgrade.parity.measuring import FORMATS, Format, measure
from convgrade.parity.running import Machine, Result, from_json, operations

KERAS = {  # what Keras 3.15.1 computes otherwise than elsewhere, by backend
    "torch": {"pool"},  # AveragePooling2D with uneven padding counts repeated border pixels (keras-team/keras, pull request 23233)
}
FLOAT32 = Format("float32")
BACKENDS = [one for one in installed() if one == chosen_backend(None)]


def run(*words: str | Path) -> Said:
    return CliRunner().invoke(cli, ["parity", *(str(word) for word in words)], standalone_mode=False)


@pytest.fixture(scope="module", params=BACKENDS or [pytest.param("", marks=pytest.mark.skip(reason="Keras is not installed: it was NOT compared"))])
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Said, Path]:
    """All operations on the CPU, since a GPU is looked for in vain; on a GPU where figures are wanted (CONVGRADE_PARITY, a folder for them)."""
    wanted = os.environ.get("CONVGRADE_PARITY")
    folder = Path(wanted) / request.param if wanted else tmp_path_factory.mktemp("parity")
    folder.mkdir(parents=True, exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        if not wanted:
            patch.setenv("CUDA_VISIBLE_DEVICES", "-1")
            patch.setenv("JAX_PLATFORMS", "cpu")
        result = run("--backend", request.param, "--device", "gpu", "--out", folder / "parity.json", "--markdown", folder / "parity.md")
    return request.param, result, folder


@pytest.mark.slow
def test_keras_is_as_near_to_every_reference_as_rounding_allows_and_exact_on_whole_numbers(ran: tuple[str, Said, Path]) -> None:
    backend, command, folder = ran
    result = from_json((folder / "parity.json").read_text())
    known = KERAS.get(backend, set())
    assert {row.operation for row in result.beyond} == known
    assert all(row.exact for row in result.rows if row.operation not in known and row.worst is not None)
    assert (command.exception, command.return_value) == (None, NOT_YET if known else DONE)


@pytest.mark.slow
def test_every_operation_is_compared_in_every_format_on_a_thousand_entries_and_more(ran: tuple[str, Said, Path]) -> None:
    result = from_json((ran[2] / "parity.json").read_text())
    assert {(row.operation, row.format) for row in result.rows} == {(name, one.name) for name in operations(find().values()) for one in FORMATS}
    assert len(operations(find().values())) == 12
    assert all(row.entries > 1000 or row.worst is None for row in result.rows)


@pytest.mark.slow
def test_the_table_fits_eighty_columns_and_stands_in_markdown_too(ran: tuple[str, Said, Path]) -> None:
    _, command, folder = ran
    table = [line for line in command.output.partition("As figures")[0].splitlines() if line.startswith(("operation", *find()))]
    assert len(table) == 1 + 12 * len(FORMATS)
    assert max(map(len, table)) <= 80
    assert (folder / "parity.md").read_text().count("\n| ") == 2 + 12 * len(FORMATS)


@pytest.mark.slow
def test_the_figures_name_machine_and_versions(ran: tuple[str, Said, Path]) -> None:
    held = json.loads((ran[2] / "parity.json").read_text())
    assert held["machine"]["cpu"]
    assert {"python", "keras", "numpy", "convgrade"} <= held["machine"]["versions"].keys()


@pytest.mark.slow
def test_where_there_is_no_gpu_it_says_which_backend_looked_for_it_and_runs_on_the_cpu(ran: tuple[str, Said, Path]) -> None:
    name = backends.BACKENDS[ran[0]]
    if from_json((ran[2] / "parity.json").read_text()).machine.gpu:
        pytest.skip("There is a GPU, and it was used")
    assert ran[1].output.startswith(f"{name} sees no GPU: it was looked for, and this runs on the CPU.\n{name} on ")


# What it is made of, without Keras: the reference stands in for it.


def measured(name: str, chosen: Format = FLOAT32, cases: int = 5, **changed: Any) -> Any:
    answers = replace(answers_of(find()[name]), larger=None)
    arrays = [small(answers, i) for i in range(cases)]
    return measure(name, replace(answers, **{k: v for k, v in changed.items() if k != "oracle"}), arrays, chosen, changed["oracle"], None)


def small(_: Answers, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.standard_normal((9, 8)), rng.standard_normal((3, 3))


def in_float32(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    windows = np.lib.stride_tricks.sliding_window_view(X.astype(np.float32), K.shape)
    return np.einsum("ijab,ab->ij", windows, K.astype(np.float32))


def test_a_right_answer_in_float32_is_within_its_bound_and_one_in_half_precision_is_not() -> None:
    assert measured("corr2d", oracle=in_float32).worst <= 1
    assert measured("corr2d", oracle=lambda X, K: in_float32(X, K).astype(np.float16)).worst > 100


def test_a_dropped_tap_is_far_beyond_the_bound() -> None:
    def dropped(X: np.ndarray, K: np.ndarray) -> np.ndarray:
        K = K.copy()
        K[-1, -1] = 0
        return in_float32(X, K)

    assert measured("corr2d", oracle=dropped).worst > 1e4
    assert measured("corr2d", chosen=Format("bfloat16"), oracle=dropped).worst > 3


def test_not_a_number_and_another_shape_are_wrong_however_wide_the_bound() -> None:
    assert measured("corr2d", oracle=lambda X, K: in_float32(X, K) * np.nan).worst == np.inf
    row = measured("corr2d", oracle=lambda X, K: in_float32(X, K)[1:])
    assert (row.worst, row.note) == (np.inf, "shape (6, 6) instead of (7, 6)")


def test_what_a_backend_lacks_is_noted_and_is_no_mistake() -> None:
    def lacking(X: np.ndarray, K: np.ndarray) -> np.ndarray:
        raise NotImplementedError("no float8 here\nand much more")

    row = measured("corr2d", oracle=lacking)
    assert (row.worst, row.note) == (None, "NotImplementedError: no float8 here")


def test_sums_in_half_precision_are_told_from_sums_in_float32() -> None:
    def narrow(X: np.ndarray, K: np.ndarray) -> np.ndarray:
        total = np.zeros((X.shape[0] - 2, X.shape[1] - 2), np.float16)
        for a, b in np.ndindex(3, 3):
            total = (total + X[a : a + len(total), b : b + total.shape[1]].astype(np.float16) * np.float16(K[a, b])).astype(np.float16)
        return total

    half = Format("float16")
    assert measured("corr2d", chosen=half, oracle=lambda X, K: in_float32(X, K).astype(np.float16)).sums == "float32"
    row = measured("corr2d", chosen=half, cases=40, oracle=narrow)
    assert (row.sums, row.worst <= 1) == ("float16", True)


def test_an_exercise_of_ones_own_takes_part(tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["exercise", "new", "filters", "box_blur", "--in", str(tmp_path)], standalone_mode=False)
    own = operations(find(tmp_path).values())["box_blur"]
    answers = answers_of(own)
    row = measure("box_blur", answers, [], FLOAT32, lambda X: answers.second_technique(X.astype(np.float32)), None)
    assert (row.cases, row.worst <= 1, row.exact) == (3, True, True)


def test_what_is_computed_in_no_format_is_no_gap_of_a_backend() -> None:
    lacking = measured("corr2d", oracle=lambda X, K: undefined)  # type: ignore[name-defined]  # noqa: F821
    found = replace(lacking, worst=0.5, note="")
    there = replace(found, operation="pool")
    machine = Machine("", "a CPU", {})
    assert Result("torch", machine, [lacking, lacking, there]).absent == ["corr2d"]
    assert Result("torch", machine, [lacking, found, there]).absent == []


# Used wrongly.


def test_a_backend_that_is_not_there_is_told_with_what_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backends, "find_spec", lambda name: name in ("keras", "jax"))
    with pytest.raises(backends.NoBackend, match=r"PyTorch is not installed here: pip install torch\. Installed: JAX"):
        chosen_backend("torch")


def test_without_keras_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(backends, "find_spec", lambda name: None)
    error = run("--out", tmp_path / "p.json").exception
    assert isinstance(error, Problem)
    assert error.message.endswith("They come with: pip install 'convgrade[keras]'.")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["out_size"], "Keras computes no array for out_size"),
        (["corr3d"], "There is no exercise 'corr3d'. Did you mean corr2d"),
        (["corr2d", "--out", "nowhere/p.json"], "There is no folder"),
    ],
)
def test_bad_usage_gets_one_clear_sentence(words: list[str], says: str) -> None:
    error = run(*words).exception
    assert isinstance(error, Problem)
    assert error.exit_code == USAGE
    assert says in error.message


def test_a_backend_that_takes_its_process_down_is_told_with_what_it_was_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backends, "installed", lambda: ["tensorflow"])
    monkeypatch.setattr(backends, "find_spec", lambda name: True)
    (tmp_path / "tensorflow.py").write_text("import os\nos._exit(136)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    error = run("corr2d", "--out", tmp_path / "p.json").exception
    assert isinstance(error, Problem)
    assert error.message == "tensorflow ended its process at its start: exit code 136."
