"""One call of a student's function: copies in, a plain description of what came of it out."""

import contextlib
import traceback
from collections.abc import Callable, Collection
from types import NoneType
from typing import Any

import numpy as np

try:
    import resource
except ImportError:  # Python in a browser: there are no limits to raise
    resource = None  # type: ignore[assignment]

NUMBERS = "biuf"
PLAIN = frozenset({NoneType, bool, int, float, str})
TEXT_LIMIT = 2000
MOST_ENTRIES = 100_000
LARGEST_ARRAY = 1 << 22


class NotPlain(Exception):
    """The function returned something that is no plain value."""


def perform(function: Callable[..., Any], arguments: tuple[Any, ...], student_files: Collection[str], form: str) -> dict[str, Any]:
    """Call `function` with copies of `arguments` and describe the outcome as a value of the closed set.

    `form` is "arrays", or the framework whose float32 tensors the arrays become. The description holds `status`
    ("returned", "raised" or "bad") and what belongs to it: `value` and the positions of `changed` arguments; the
    exception's `type`, `bases`, `text` and, where a frame of `student_files` is in its traceback, `file` and `line`.
    """
    given = tuple(copied(argument) for argument in arguments)
    try:
        passed = given if form == "arrays" else tuple(as_tensors(argument, form) for argument in given)
        value = function(*passed)
        changed = [i for i, (now, before) in enumerate(zip(given, arguments, strict=True)) if not identical(now, before)]
        return {"status": "returned", "value": closed(value), "changed": changed}
    except NotPlain as problem:
        return {"status": "bad", "text": str(problem)}
    except MemoryError as error:
        use_reserve()
        traceback.clear_frames(error.__traceback__)  # gives back what the student's frames hold
        return described(error, student_files)
    except BaseException as error:
        return described(error, student_files)


def use_reserve() -> None:
    """Raise the soft limit on memory to the hard one: what is left is for saying that memory ran out."""
    if resource is None:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)


def described(error: BaseException, student_files: Collection[str]) -> dict[str, Any]:
    """An exception in plain values, with the student's own line where there is one."""
    if isinstance(error, SyntaxError) and error.filename in student_files:
        place = (error.filename, error.lineno or 0)
    else:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in student_files]
        place = (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
    except BaseException:
        text = "(its message could not be read)"
    bases = [base.__name__ for base in type(error).__mro__ if base is not object]
    missing = (error.name or "") if isinstance(error, ModuleNotFoundError) else ""
    return {
        "status": "raised",
        "type": type(error).__name__,
        "bases": bases,
        "text": str(text)[:TEXT_LIMIT],
        "file": place[0],
        "line": place[1],
        "missing": missing.partition(".")[0],
    }


def closed(value: Any) -> Any:
    """`value` as one of the closed set, NumPy scalars and framework tensors made plain.

    Raises:
        NotPlain: it holds anything else, or too much; the message says what, for the student.
    """
    if (type(value) is tuple or type(value) is list) and len(value) < MOST_ENTRIES and PLAIN.issuperset(map(type, value)):
        return value
    return _closed(value, 0, [MOST_ENTRIES])


def _closed(value: Any, depth: int, left: list[int]) -> Any:
    left[0] -= 1
    if left[0] < 0:
        raise NotPlain(f"a value of more than {MOST_ENTRIES:,} entries")
    kind = type(value)
    if type(kind) is not type:  # a class of its own making may say that it equals any other
        return closed_array(from_tensor(value)) if is_tensor(kind) else refuse(value)
    if kind in PLAIN:
        return value
    if kind is np.ndarray:
        return closed_array(value)
    if isinstance(value, np.generic):
        return float(value) if value.dtype.kind == "f" else value.item() if value.dtype.kind in NUMBERS + "U" else refuse(value)
    if depth > 12:
        raise NotPlain("a value nested too deeply")
    if kind in (tuple, list):
        return kind(_closed(item, depth + 1, left) for item in value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return tuple(_closed(item, depth + 1, left) for item in value)
    if kind is dict:
        if any(type(key) is not str for key in value):
            raise NotPlain("a dict whose keys are not all strings")
        return {key: _closed(item, depth + 1, left) for key, item in value.items()}
    return closed_array(from_tensor(value)) if is_tensor(kind) else refuse(value)


def is_tensor(kind: type) -> bool:
    module = kind.__module__
    return type(module) is str and module.partition(".")[0] in ("tensorflow", "keras", "torch", "jax", "jaxlib")


def refuse(value: Any) -> Any:
    raise NotPlain(f"a value of type {type(value).__name__}")


def closed_array(array: np.ndarray) -> Any:
    if array.dtype.kind not in NUMBERS:
        raise NotPlain(f"an array of dtype {array.dtype}")
    if array.nbytes > LARGEST_ARRAY:
        raise NotPlain(f"an array of shape {array.shape}")
    if array.dtype.itemsize > 8 or not array.dtype.isnative:
        array = array.astype(np.float64 if array.dtype.kind == "f" else array.dtype.newbyteorder("="))
    return array.item() if array.ndim == 0 else array


def from_tensor(value: Any) -> np.ndarray:
    try:
        if hasattr(value, "detach"):
            value = value.detach().cpu()
        plain = value.numpy() if hasattr(value, "numpy") else np.asarray(value)
    except Exception:
        raise NotPlain(f"a value of type {type(value).__name__}") from None
    if type(plain) is not np.ndarray:
        plain = np.asarray(plain)
    return plain


def as_tensors(value: Any, framework: str) -> Any:
    """Arrays as float32 tensors of `framework`, anything else as it is."""
    if type(value) is not np.ndarray:
        return value
    single = value.astype(np.float32)
    if framework == "tensorflow":
        import tensorflow  # type: ignore[import-untyped, unused-ignore]

        return tensorflow.constant(single)
    if framework == "torch":
        import torch  # type: ignore[import-not-found, unused-ignore]

        return torch.from_numpy(single)
    if framework == "jax":
        import jax.numpy  # type: ignore[import-not-found, unused-ignore]

        return jax.numpy.asarray(single)
    return value


def copied(value: Any) -> Any:
    """A copy of a plain value that shares nothing with it but what cannot be changed."""
    kind = type(value)
    if kind is np.ndarray:
        return value.copy()
    if kind is list:
        return [copied(item) for item in value]
    if kind is tuple:
        try:
            hash(value)  # only if nothing in it can be changed
        except TypeError:
            return tuple([copied(item) for item in value])
    if kind is dict:
        return {key: copied(item) for key, item in value.items()}
    return value


def identical(a: Any, b: Any) -> bool:
    """Whether two plain values are the same to the bit, types and all."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if type(a) is np.ndarray:
        return bool(a.shape == b.shape and a.dtype == b.dtype and a.tobytes() == b.tobytes())
    if type(a) in (tuple, list):
        return len(a) == len(b) and all(identical(x, y) for x, y in zip(a, b, strict=True))
    if type(a) is dict:
        return list(a) == list(b) and all(identical(a[key], b[key]) for key in a)
    return repr(a) == repr(b) if type(a) is float else bool(a == b)
