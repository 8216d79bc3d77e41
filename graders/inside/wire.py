"""Values as bytes: what may cross between judge and worker, and what a bank is made of.

The values are a closed set: None, bool, int, float, str, numeric NumPy arrays, and tuples, lists and dicts (str keys) of
these. There is no pickle: whatever bytes arrive, `unpack` gives such a value or a `WireError`, and never reserves more
memory than the bytes it was given.
"""

import struct
from math import prod
from typing import Any

import numpy as np

DEEPEST = 16
INT_BYTES = 64
DTYPES = ("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8")
LARGEST_RANK = 8
LONGEST_AXIS = 2**32
ENDS_EARLY = "bytes that end too early"
DTYPE_OF = tuple(np.dtype("<" + name) for name in DTYPES)
CODES = {dtype: code for code, dtype in enumerate(DTYPE_OF)}
_HEADS = tuple(struct.Struct(f"<BBB{rank}Q") for rank in range(LARGEST_RANK + 1))
_SHAPES = tuple(struct.Struct(f"<{rank}Q") for rank in range(LARGEST_RANK + 1))
_COUNT = struct.Struct("<I")
_FLOAT = struct.Struct("<d")
_ARRAY, _INT, _DOUBLE, _STR, _TUPLE, _LIST, _MAP = b"aidstlm"
_MANY = (_STR, _TUPLE, _LIST, _MAP)
_CONSTANTS = {ord("N"): None, ord("T"): True, ord("F"): False}


class WireError(Exception):
    """The bytes are no packed value, or the value is outside the closed set."""


def pack(value: Any) -> bytes:
    """The bytes of a value of the closed set.

    Raises:
        WireError: for any other value.
    """
    chunks: list[bytes] = []
    _pack(value, chunks, 0)
    return b"".join(chunks)


def _pack(value: Any, out: list[bytes], depth: int) -> None:
    if depth > DEEPEST:
        raise WireError("nested too deeply")
    kind = type(value)
    if kind is np.ndarray:
        out.append(packed_array(value))
    elif kind is float:
        out.append(b"d" + _FLOAT.pack(value))
    elif kind is int:
        out.append(_SMALL.get(value) or _packed_int(value))
    elif kind is str:
        text = value.encode("utf-8", "backslashreplace")
        out.append(b"s" + _COUNT.pack(len(text)) + text)
    elif kind is tuple or kind is list:
        out.append((b"t" if kind is tuple else b"l") + _COUNT.pack(len(value)))
        for item in value:
            _pack(item, out, depth + 1)
    elif kind is dict:
        out.append(b"m" + _COUNT.pack(len(value)))
        for key, item in value.items():
            if type(key) is not str:
                raise WireError(f"a dict with a key of type {type(key).__name__}")
            _pack(key, out, depth + 1)
            _pack(item, out, depth + 1)
    elif value is None or kind is bool:
        out.append({None: b"N", True: b"T", False: b"F"}[value])
    else:
        raise WireError(f"a value of type {kind.__name__}")


def _packed_int(value: int) -> bytes:
    size = value.bit_length() // 8 + 1
    if size > INT_BYTES:
        raise WireError(f"an integer of more than {8 * INT_BYTES} bits")
    return b"i" + bytes([size]) + value.to_bytes(size, "little", signed=True)


_SMALL = {value: _packed_int(value) for value in range(-16, 256)}


def packed_array(array: np.ndarray) -> bytes:
    """The bytes of an array.

    Raises:
        WireError: its dtype is none of the closed set, or it has too many or too long axes.
    """
    code, shape = CODES.get(array.dtype), array.shape
    if code is None:  # of the other byte order, or none that may cross
        dtype = array.dtype.newbyteorder("<")
        code = CODES.get(dtype)
        array = array.astype(dtype) if code is not None else array
    rank = len(shape)
    if code is None or rank > LARGEST_RANK or (not 0 < array.size <= LONGEST_AXIS and max(shape) > LONGEST_AXIS):
        raise WireError(f"an array of dtype {array.dtype} and rank {rank}")
    return _HEADS[rank].pack(_ARRAY, code, rank, *shape) + array.tobytes()


def unpack(data: bytes) -> Any:
    """The value packed in `data`; its arrays are read-only views of `data`.

    Raises:
        WireError: for anything that `pack` does not write.
    """
    try:
        value, end = _unpack(data, 0, 0)
    except (struct.error, IndexError):
        raise WireError(ENDS_EARLY) from None
    if end != len(data):
        raise WireError("bytes after the value")
    return value


def _unpack(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    if depth > DEEPEST:
        raise WireError("nested too deeply")
    tag = data[at]
    at += 1
    if tag == _ARRAY:
        return _unpack_array(data, at)
    if tag == _INT:
        size = data[at]
        if size > INT_BYTES:
            raise WireError("an integer that is too long")
        end = at + 1 + size
        if end > len(data):
            raise WireError(ENDS_EARLY)
        return int.from_bytes(data[at + 1 : end], "little", signed=True), end
    if tag == _DOUBLE:
        return _FLOAT.unpack_from(data, at)[0], at + 8
    if tag in _CONSTANTS:
        return _CONSTANTS[tag], at
    if tag not in _MANY:
        raise WireError("an unknown tag")
    (count,) = _COUNT.unpack_from(data, at)
    at += 4
    if at + count > len(data):  # every item takes at least one byte
        raise WireError(ENDS_EARLY)
    if tag == _STR:
        try:
            return data[at : at + count].decode("utf-8"), at + count
        except UnicodeDecodeError:
            raise WireError("text that is not UTF-8") from None
    items: list[Any] = []
    for _ in range(count * (2 if tag == _MAP else 1)):
        item, at = _unpack(data, at, depth + 1)
        items.append(item)
    if tag == _MAP:
        if any(type(key) is not str for key in items[::2]):
            raise WireError("a dict with a key that is no str")
        return dict(zip(items[::2], items[1::2], strict=True)), at
    return (tuple(items) if tag == _TUPLE else items), at


def _unpack_array(data: bytes, at: int) -> tuple[np.ndarray, int]:
    code, rank = data[at], data[at + 1]
    if code >= len(DTYPES) or rank > LARGEST_RANK:
        raise WireError("an array of unknown dtype or rank")
    shape = _SHAPES[rank].unpack_from(data, at + 2)
    at += 2 + 8 * rank
    dtype = DTYPE_OF[code]
    count = prod(shape)
    end = at + count * dtype.itemsize
    if end > len(data):
        raise WireError(ENDS_EARLY)
    if count == 0 and any(size > LONGEST_AXIS for size in shape):
        raise WireError("an array axis longer than 2**32")
    try:
        if code == 0:  # a bool byte may hold anything: make it 0 or 1
            flags: np.ndarray = np.frombuffer(data, np.uint8, count, at) != 0
            flags.flags.writeable = False
            return flags.reshape(shape), end
        return np.ndarray(shape, dtype, data, at), end
    except ValueError:  # an empty array whose other axes overflow
        raise WireError("an array of impossible shape") from None
