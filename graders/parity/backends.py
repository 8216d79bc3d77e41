"""The backends of Keras: how a process is set up for one, what accelerators it sees, and its switch for TF32.

Nothing here imports a backend before it is asked for.
"""

import os
import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from importlib.util import find_spec

BACKENDS = {"tensorflow": "TensorFlow", "jax": "JAX", "torch": "PyTorch"}
PACKAGES = {"tensorflow": ("tensorflow", "tensorflow-cpu"), "jax": ("jax",), "torch": ("torch",)}


class NoBackend(Exception):
    """Keras, or the backend that is asked for, is not installed here; the message says what to do."""


def installed() -> list[str]:
    return [name for name in BACKENDS if find_spec(name)]


def chosen_backend(wanted: str | None) -> str:
    """The backend that is asked for, or that of KERAS_BACKEND, or the first that is installed.

    Raises:
        NoBackend: it is not here, or there is none.
    """
    here = installed()
    if not find_spec("keras") or not here:
        raise NoBackend("Keras and TensorFlow are not installed here. They come with: pip install 'convgrade[keras]'")
    from_environment = os.environ.get("KERAS_BACKEND")
    name = wanted or (from_environment if from_environment in here else here[0])
    if name not in here:
        raise NoBackend(f"{BACKENDS[name]} is not installed here: pip install {name}. Installed: {', '.join(BACKENDS[one] for one in here)}")
    return name


def environment(backend: str, device: str) -> Mapping[str, str]:
    """What a process must be started with to compute with a backend: variables that are read when it is imported.

    Without oneDNN, TensorFlow on the CPU is right also where a window is one larger than its input.
    """
    common = {"KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0", "JAX_ENABLE_X64": "1"}
    quiet = {"XLA_PYTHON_CLIENT_PREALLOCATE": "false", "TF_FORCE_GPU_ALLOW_GROWTH": "true"}
    return {**common, **quiet, **({"CUDA_VISIBLE_DEVICES": "-1", "JAX_PLATFORMS": "cpu"} if device == "cpu" else {})}


def accelerator(backend: str) -> str:
    """The name of the GPU that a backend sees; empty if it sees none."""
    if backend == "tensorflow":
        import tensorflow as tf

        found = tf.config.list_physical_devices("GPU")
        return str(tf.config.experimental.get_device_details(found[0]).get("device_name", "a GPU")) if found else ""
    if backend == "jax":
        import jax

        gpus = [one for one in jax.devices() if one.platform == "gpu"]
        return str(gpus[0].device_kind) if gpus else ""
    import torch

    return str(torch.cuda.get_device_name(0)) if torch.cuda.is_available() else ""


def allow_tf32(backend: str, allowed: bool) -> None:
    """Whether products of float32 numbers may be computed in TF32, where the device can."""
    if backend == "tensorflow":
        import tensorflow as tf

        tf.config.experimental.enable_tensor_float_32_execution(allowed)
    elif backend == "jax":
        import jax

        jax.config.update("jax_default_matmul_precision", "tensorfloat32" if allowed else "float32")
    else:
        import torch

        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = allowed


def versions(backend: str) -> dict[str, str]:
    """What decided the numbers: packages, Python, and the driver of the GPU where there is one."""
    names = ["convgrade", "keras", "numpy", next(name for name in PACKAGES[backend] if is_installed(name))]
    found = {"python": platform.python_version(), **{name: version(name) for name in names}}
    driver = nvidia_driver()
    return found | ({"driver": driver} if driver else {})


def is_installed(package: str) -> bool:
    try:
        return bool(version(package))
    except ImportError:
        return False


def nvidia_driver() -> str:
    try:
        said = subprocess.run(["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return said.stdout.splitlines()[0].strip() if said.returncode == 0 and said.stdout else ""


def processor() -> str:
    """The name of the CPU, as Linux tells it."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), platform.machine())
    except OSError:
        return platform.processor() or platform.machine()
