"""The device that these tests compute on, with whichever backend of Keras sees it.

Each test runs on the CPU, and once more on a GPU where there is one: `pytest -m gpu`. KERAS_BACKEND names the backend; otherwise it is
the first that sees a GPU, or the first that is installed.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from convgrade.bounds import UNIT, fft_bound
from convgrade.parity.backends import BACKENDS, accelerator, allow_tf32, environment, installed
from convgrade.parity.measuring import Format, rounded

HERE = Path(__file__).parent
Array = np.ndarray
DETERMINISTIC = {"XLA_FLAGS": "--xla_gpu_deterministic_ops=true", "CUBLAS_WORKSPACE_CONFIG": ":4096:8"}  # read when a backend starts


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "device" in metafunc.fixturenames:
        metafunc.parametrize("device", ["cpu", pytest.param("gpu", marks=pytest.mark.gpu)], indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a GPU one line says what was not tried. What backends warn of is theirs to mend."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore"))
    on_gpu = [item for item in items if item.get_closest_marker("gpu")]
    if not on_gpu or ((backend := chosen_backend()) and accelerator(backend)):
        return
    said = f"{BACKENDS[backend]} sees no GPU" if backend else "No backend of Keras is installed"
    on_gpu[0].add_marker(pytest.mark.skip(reason=f"{said}: {len(on_gpu)} tests were NOT tried on one"))
    config.hook.pytest_deselected(items=on_gpu[1:])
    items[:] = [item for item in items if item not in on_gpu[1:]]


@cache
def chosen_backend() -> str:
    """KERAS_BACKEND, or the first that sees a GPU, or the first that is installed; the process is set up for it."""
    here = installed()
    if here:
        os.environ |= {**environment(here[0], "gpu"), **DETERMINISTIC, "KERAS_BACKEND": os.environ.get("KERAS_BACKEND", "")}
    chosen = os.environ.get("KERAS_BACKEND") or next((one for one in here if accelerator(one)), [*here, ""][0])
    os.environ["KERAS_BACKEND"] = chosen
    return chosen


@dataclass(frozen=True)
class Device:
    """Where something is computed: "cpu" or "gpu"."""

    kind: str
    backend: str

    def run(self, f: Callable[..., Any], *arrays: Array, chosen: Format) -> Array:
        """The result of a Keras function, as float64; the arrays are rounded to the format first."""
        import keras

        allow_tf32(self.backend, chosen.tf32)
        with keras.device(f"{self.kind}:0"):
            tensors = [keras.ops.convert_to_tensor(a.astype(np.float32) if chosen.dtype != "float64" else a, dtype=chosen.dtype) for a in arrays]
            return self._plain(f(*tensors))

    def gradients(self, f: Callable[..., Any], *arrays: Array, weights: Array, chosen: Format) -> list[Array]:
        """The gradients of sum(weights * f(*arrays)) with respect to each array."""
        import keras

        allow_tf32(self.backend, chosen.tf32)
        with keras.device(f"{self.kind}:0"):
            held = [keras.ops.convert_to_tensor(a.astype(chosen.dtype), dtype=chosen.dtype) for a in (*arrays, weights)]
            return [self._plain(one) for one in GRADIENTS[self.backend](lambda *a: keras.ops.sum(held[-1] * f(*a)), held[:-1])]

    def allowed(self, direct: Array, chosen: Format, image: Array, kernel: Array) -> Array:
        """A bound entry by entry; on a GPU, where Fourier and Winograd transforms are used, at least that of a transform."""
        if self.kind == "cpu":
            return direct
        unit = UNIT["float64" if chosen.dtype == "float64" else "float32"]
        return np.maximum(direct, fft_bound(unit, image, kernel, 4 * image.size))

    def _plain(self, tensor: Any) -> Array:
        import keras

        return np.asarray(keras.ops.convert_to_numpy(keras.ops.cast(tensor, "float64" if tensor_is_double(tensor) else "float32")), np.float64)


def tensor_is_double(tensor: Any) -> bool:
    return str(tensor.dtype).endswith(("float64", "'float64'>"))


def by_tensorflow(loss: Callable[..., Any], tensors: Sequence[Any]) -> list[Any]:
    import tensorflow as tf

    with tf.GradientTape() as tape:
        tape.watch(tensors)
        value = loss(*tensors)
    return list(tape.gradient(value, tensors))


def by_jax(loss: Callable[..., Any], tensors: Sequence[Any]) -> list[Any]:
    import jax

    return list(jax.grad(loss, tuple(range(len(tensors))))(*tensors))


def by_torch(loss: Callable[..., Any], tensors: Sequence[Any]) -> list[Any]:
    leaves = [one.detach().clone().requires_grad_(True) for one in tensors]
    loss(*leaves).backward()
    return [one.grad for one in leaves]


GRADIENTS = {"tensorflow": by_tensorflow, "jax": by_jax, "torch": by_torch}


@pytest.fixture
def device(request: pytest.FixtureRequest) -> Device:
    if not chosen_backend():
        pytest.skip("No backend of Keras is installed: devices are NOT compared")
    return Device(request.param, chosen_backend())


@pytest.fixture(scope="session")
def numbers() -> Callable[..., Array]:
    """Arrays of a shape: whole numbers from -4 to 4, or normal ones that a format holds."""

    def make(*shape: int, seed: int = 1, whole: bool = False, dtype: str = "float64") -> Array:
        rng = np.random.default_rng([seed, *shape])
        drawn = rng.integers(-4, 5, shape).astype(float) if whole else rng.standard_normal(shape)
        return np.asarray(rounded((drawn,), dtype)[0])

    return make
