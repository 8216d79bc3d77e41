"""Values and frames as they cross to a worker and back, and the one call in between."""

import enum
import socket
import struct
import threading
import time
import tracemalloc
from collections import OrderedDict, namedtuple
from collections.abc import Callable, Iterator
from itertools import count
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from convgrade.inside import frames, wire
from convgrade.inside.calling import copied, identical, perform

few = settings(max_examples=150, deadline=None, database=None, derandomize=True)
FILE = "student.py"
Point = namedtuple("Point", "x y")


class Colour(enum.IntEnum):
    RED = 1


class Text(str):
    __slots__ = ()


def members(fewest_axes: int = 0) -> st.SearchStrategy[Any]:
    """Values of the closed set, their arrays with at least so many axes."""
    scalars = st.none() | st.booleans() | st.integers(1 - 2**511, 2**511 - 1) | st.floats() | st.text()
    shapes = hnp.array_shapes(min_dims=fewest_axes, max_dims=wire.LARGEST_RANK, min_side=0, max_side=2)
    arrays = hnp.arrays(st.sampled_from(wire.DTYPES).map(np.dtype), shapes)

    def holding(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        items = st.lists(inner, max_size=3)
        return items | items.map(tuple) | st.dictionaries(st.text(), inner, max_size=3)

    return st.recursive(scalars | arrays, holding)


values = members()


def same(a: Any, b: Any) -> bool:
    """Whether two values are one and the same, types, order and the bits of floats included."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return (a.dtype, a.shape, a.tobytes()) == (b.dtype, b.shape, b.tobytes())
    if isinstance(a, float):
        return struct.pack("<d", a) == struct.pack("<d", b)
    if isinstance(a, dict):
        return list(a) == list(b) and same(list(a.values()), list(b.values()))
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def packed_array(code: int, shape: tuple[int, ...], data: bytes = b"") -> bytes:
    return struct.pack(f"<cBB{len(shape)}Q", b"a", code, len(shape), *shape) + data


# Values


@few
@given(values)
def test_a_value_survives_the_round_trip(value: Any) -> None:
    assert same(wire.unpack(wire.pack(value)), value)


@pytest.mark.parametrize("dtype", wire.DTYPES)
@pytest.mark.parametrize("shape", [(), (0,), (3, 0), (0, 5), (2, 0, 3), (1,) * 8], ids=str)
def test_an_array_of_any_shape_and_dtype_survives_the_round_trip(dtype: str, shape: tuple[int, ...]) -> None:
    array = np.ones(shape, dtype)
    assert same(wire.unpack(wire.pack(array)), array)


@pytest.mark.parametrize("array", [np.arange(12.0).reshape(3, 4).T, np.arange(10)[::-2], np.asfortranarray(np.eye(3)), np.broadcast_to(1.5, (2, 3))])
def test_an_array_arrives_as_it_reads_whatever_its_memory_layout(array: np.ndarray) -> None:
    assert same(wire.unpack(wire.pack(array)), array)


def test_an_array_of_the_other_byte_order_keeps_its_numbers() -> None:
    assert wire.unpack(wire.pack(np.array([1, 256], ">i4"))).tolist() == [1, 256]


@pytest.mark.parametrize("number", [0, -1, 127, 128, -128, -129, 2**63, -(2**64), 2**511 - 1, 1 - 2**511])
def test_an_integer_of_any_size_up_to_the_limit_survives(number: int) -> None:
    assert wire.unpack(wire.pack(number)) == number


def test_a_lone_surrogate_arrives_as_its_escape() -> None:
    assert wire.unpack(wire.pack("a\ud800")) == "a\\ud800"


@pytest.mark.parametrize("dtype", wire.DTYPES)
def test_an_array_that_was_unpacked_cannot_be_written_to(dtype: str) -> None:
    assert not wire.unpack(wire.pack(np.ones(3, dtype))).flags.writeable


NON_MEMBERS = {
    "object": object(),
    "set": {1},
    "bytes": b"x",
    "complex": 1j,
    "type": int,
    "function": len,
    "generator": (i for i in ()),
    "range": range(3),
    "NumPy float": np.float64(1),
    "NumPy int": np.int64(1),
    "NumPy bool": np.bool_(True),
    "matrix": np.zeros((1, 1)).view(np.matrix),
    "masked array": np.ma.array([1.0], mask=[True]),
    "array of objects": np.array([None]),
    "complex array": np.array([1j]),
    "array of text": np.array(["a"]),
    "long double array": np.array([1], np.longdouble),
    "array of dates": np.array(["2020-01-01"], "M8[D]"),
    "structured array": np.zeros(1, [("a", "f8")]),
    "array of rank nine": np.zeros((1,) * 9),
    "int with 513 bits": 2**512,
    "negative int with 513 bits": -(2**512),
    "int subclass": Colour.RED,
    "str subclass": Text("a"),
    "named tuple": Point(1, 2),
    "ordered dict": OrderedDict(a=1),
    "dict with a key that is no str": {1: 2},
    "dict with a key of a str subclass": {Text("a"): 2},
    "nested too deeply": nested(wire.DEEPEST + 1),
}


@pytest.mark.parametrize("value", NON_MEMBERS.values(), ids=NON_MEMBERS)
@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: [x], lambda x: (1, x), lambda x: {"a": x}], ids=["bare", "list", "tuple", "dict"])
def test_a_value_outside_the_closed_set_is_refused(value: Any, wrap: Callable[[Any], Any]) -> None:
    with pytest.raises(wire.WireError):
        wire.pack(wrap(value))


def test_a_list_that_holds_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(wire.WireError):
        wire.pack(value)


LARGEST = {"nested": nested(wire.DEEPEST), "2**32": np.empty((0, 2**32)), "2**33": np.empty((0, 2**33)), "2**40": np.empty((2**40, 0), np.int8)}


@pytest.mark.parametrize("value", LARGEST.values(), ids=LARGEST)
def test_what_can_be_packed_can_be_unpacked(value: Any) -> None:
    try:
        packed = wire.pack(value)
    except wire.WireError:
        return
    assert same(wire.unpack(packed), value)


# Bytes


def value_or_refusal(data: bytes) -> None:
    """Unpack, and fail on anything but a value that could have been packed or a `WireError`."""
    try:
        value = wire.unpack(data)
    except wire.WireError:
        return
    wire.pack(value)


@few
@given(st.binary(max_size=80))
def test_any_bytes_give_a_value_or_a_refusal(data: bytes) -> None:
    value_or_refusal(data)


@few
@given(st.sampled_from([bytes([tag]) for tag in b"adiNTFstlm"]), st.lists(st.integers(0, 12), max_size=4), st.binary(max_size=80))
def test_any_bytes_after_a_tag_give_a_value_or_a_refusal(tag: bytes, small: list[int], rest: bytes) -> None:
    value_or_refusal(tag + bytes(small) + rest)


@few
@given(values, st.data())
def test_bytes_with_one_of_them_changed_give_a_value_or_a_refusal(value: Any, data: st.DataObject) -> None:
    packed = bytearray(wire.pack(value))
    packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    value_or_refusal(bytes(packed))


@few
@given(values, st.data())
def test_bytes_that_end_too_early_are_refused(value: Any, data: st.DataObject) -> None:
    packed = wire.pack(value)
    with pytest.raises(wire.WireError):
        wire.unpack(packed[: data.draw(st.integers(0, len(packed) - 1))])


@few
@given(values, st.binary(min_size=1, max_size=9))
def test_bytes_after_the_value_are_refused(value: Any, more: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.unpack(wire.pack(value) + more)


def test_an_integer_longer_than_any_that_is_packed_is_refused() -> None:
    with pytest.raises(wire.WireError):
        wire.unpack(b"i\xff" + b"\x7f" * 255)


LIES = {
    "text of 4 GiB": b"s" + b"\xff" * 4,
    "list of 2**32 items": b"l" + b"\xff" * 4,
    "tuple of 2**31 items": b"t" + struct.pack("<I", 2**31) + b"N" * 9,
    "dict of 2**32 items": b"m" + b"\xff" * 4,
    "array of 32 GiB": packed_array(11, (2**32,)),
    "array of 2**64 axes' worth": packed_array(11, (2**32, 2**32)),
    "array of rank eight": packed_array(1, (2**32,) * 8),
    "array with an axis of 2**64": packed_array(1, (2**64 - 1,)),
    "empty array with axes too long": packed_array(11, (0, 2**32, 2**32, 2**32)),
    "array of unknown dtype": packed_array(12, (0,)),
    "array of rank 200": b"a\x01\xc8" + b"\0" * 1600,
    "lists in lists": b"l\x01\0\0\0" * 100_000,
    "dicts in dicts": (b"m\x01\0\0\0" + b"s\0\0\0\0") * 50_000,
    "dict with a key that is no str": b"m\x01\0\0\0NN",
    "dict with a key that is a list": b"m\x01\0\0\0" + b"l\0\0\0\0" + b"N",
    "text that is no UTF-8": b"s\x01\0\0\0\xff",
    "pickle": b"\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00}\x94\x8c\x01a\x94K\x01s.",
    "nothing": b"",
}


@pytest.mark.parametrize("data", LIES.values(), ids=LIES)
def test_bytes_that_lie_about_their_length_are_refused_without_reserving_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(wire.WireError):
            wire.unpack(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 200_000


@pytest.mark.parametrize("item", [None, (), [], {}, "", np.empty(0)], ids=["None", "tuple", "list", "dict", "text", "array"])
def test_many_small_items_take_memory_in_proportion_to_their_bytes(item: Any) -> None:
    data = b"l" + struct.pack("<I", 20_000) + wire.pack(item) * 20_000
    tracemalloc.start()
    try:
        wire.unpack(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 32 * len(data)


def test_a_bool_array_holds_nothing_but_0_and_1() -> None:
    array = wire.unpack(packed_array(0, (3,), b"\x00\x01\x07"))
    assert array.dtype == bool
    assert array.view(np.uint8).tolist() == [0, 1, 1]


# Frames


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    near, far = socket.socketpair()
    with near, far:
        yield near, far


def soon(seconds: float = 0.02) -> float:
    return time.monotonic() + seconds


def frame(payload: bytes, number: int = 1, magic: bytes = frames.MAGIC) -> bytes:
    return frames.HEADER.pack(magic, number, len(payload)) + payload


class Dripping:
    """A channel that gives one byte at a time."""

    def __init__(self, channel: socket.socket) -> None:
        self.fileno = channel.fileno
        self._channel = channel

    def recv(self, most: int) -> bytes:
        return self._channel.recv(min(most, 1))


Ends = tuple[socket.socket, socket.socket]


@pytest.mark.parametrize("deadline", [None, 30.0])
@pytest.mark.parametrize("size", [0, 1, 70_000])
def test_a_frame_arrives_as_it_was_sent(ends: Ends, size: int, deadline: float | None) -> None:
    payload = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    until = None if deadline is None else soon(deadline)
    frames.send(ends[0], 7, payload, until)
    assert frames.receive(ends[1], 7, size, until) == payload


def test_a_frame_larger_than_the_socket_holds_arrives_whole(ends: Ends) -> None:
    payload = b"0123456789" * 400_000
    sender = threading.Thread(target=frames.send, args=(ends[0], 1, payload, soon(30)))
    sender.start()
    assert frames.receive(ends[1], 1, len(payload), soon(30)) == payload
    sender.join()


def test_frames_arrive_one_by_one_in_order(ends: Ends) -> None:
    for number in (1, 2):
        frames.send(ends[0], number, b"%d" % number)
    assert [frames.receive(ends[1], number, 9, soon(30)) for number in (1, 2)] == [b"1", b"2"]


@pytest.mark.parametrize("length", [0, 1, 3, 4, 15, 16, 17, 20])
def test_a_frame_cut_short_by_a_closed_channel_is_an_end_of_file(ends: Ends, length: int) -> None:
    ends[0].sendall(frame(b"12345")[:length])
    ends[0].close()
    with pytest.raises(EOFError):
        frames.receive(ends[1], 1, 9, soon(30))


@pytest.mark.parametrize("length", [0, 1, 15, 16, 20])
def test_a_frame_that_never_ends_is_a_timeout(ends: Ends, length: int) -> None:
    ends[0].sendall(frame(b"12345")[:length])
    with pytest.raises(TimeoutError):
        frames.receive(ends[1], 1, 9, soon())


def test_a_frame_that_drips_is_a_timeout_at_the_one_deadline(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = count()
    monkeypatch.setattr(frames, "time", SimpleNamespace(monotonic=lambda: float(next(ticks))))
    ends[0].sendall(frame(b"12345"))
    with pytest.raises(TimeoutError):
        frames.receive(Dripping(ends[1]), 1, 9, 10.0)  # type: ignore[arg-type]
    assert next(ticks) <= 12


def test_a_frame_that_drips_in_time_arrives(ends: Ends) -> None:
    ends[0].sendall(frame(b"12345"))
    assert frames.receive(Dripping(ends[1]), 1, 9, soon(30)) == b"12345"  # type: ignore[arg-type]


@pytest.mark.parametrize("data", [frame(b"x", magic=b"cg00"), frame(b"x", magic=b"\0" * 4), frame(b"x", number=2), frame(b"x", number=0)])
def test_a_frame_with_the_wrong_magic_or_number_is_refused(ends: Ends, data: bytes) -> None:
    ends[0].sendall(data)
    with pytest.raises(wire.WireError):
        frames.receive(ends[1], 1, 9, soon(30))


def test_any_number_will_do_where_none_is_asked_for(ends: Ends) -> None:
    ends[0].sendall(frame(b"x", number=99))
    assert frames.receive(ends[1], None, 9, soon(30)) == b"x"


@pytest.mark.parametrize("length", [10, 2**32, 2**64 - 1])
def test_a_frame_over_the_limit_is_refused_by_its_header_alone(ends: Ends, length: int) -> None:
    ends[0].sendall(frames.HEADER.pack(frames.MAGIC, 1, length))
    with pytest.raises(OverflowError):
        frames.receive(ends[1], 1, 9, soon(30))


@pytest.mark.parametrize("do", [lambda channel, past: frames.receive(channel, 1, 9, past), lambda channel, past: frames.send(channel, 1, b"x", past)])
def test_after_the_deadline_nothing_is_read_or_written(ends: Ends, do: Callable[[socket.socket, float], Any]) -> None:
    ends[0].sendall(frame(b"x"))
    with pytest.raises(TimeoutError):
        do(ends[1], soon(-1.0))


def test_sending_to_one_who_does_not_read_is_a_timeout(ends: Ends) -> None:
    with pytest.raises(TimeoutError):
        frames.send(ends[0], 1, b"x" * 8_000_000, soon())


def test_sending_to_one_who_has_gone_is_an_os_error(ends: Ends) -> None:
    ends[1].close()
    with pytest.raises(OSError, match="pipe"):
        frames.send(ends[0], 1, b"x", soon(30))


def test_a_channel_is_quiet_until_bytes_wait_on_it(ends: Ends) -> None:
    before = frames.is_quiet(ends[1])
    ends[0].sendall(b"x")
    assert (before, frames.is_quiet(ends[1]), ends[1].recv(9)) == (True, False, b"x")


# The call in between


def called(function: Callable[..., Any], *arguments: Any) -> dict[str, Any]:
    return perform(function, arguments, {FILE, __file__}, "arrays")


def student(source: str) -> Callable[..., Any]:
    """The function `f` of a source text."""
    names: dict[str, Any] = {}
    exec(compile(source, FILE, "exec"), names)
    return names["f"]


@few
@given(members(fewest_axes=1))
def test_a_plain_value_is_returned_as_it_is(value: Any) -> None:
    assert same(called(lambda: value)["value"], value)


@few
@given(values)
def test_what_a_call_gives_can_be_packed(value: Any) -> None:
    wire.pack(called(lambda: value))


PLAIN = {
    "float64": (np.float64(1.5), 1.5),
    "float32": (np.float32(1.5), 1.5),
    "long double": (np.longdouble(1.5), 1.5),
    "int": (np.int8(3), 3),
    "bool": (np.bool_(True), True),
    "text": (np.str_("a"), "a"),
    "array of no axes": (np.array(2), 2),
    "long double array of no axes": (np.array(1.5, np.longdouble), 1.5),
    "named tuple": (Point(1, np.int64(2)), (1, 2)),
    "long double array": (np.array([1.5], np.longdouble), np.array([1.5])),
    "array of the other byte order": (np.array([1, 2], ">i4"), np.array([1, 2], np.int32)),
    "scalars in a list": ([np.int64(1), (np.float64(2.0),)], [1, (2.0,)]),
}


@pytest.mark.parametrize(("value", "expected"), PLAIN.values(), ids=PLAIN)
def test_a_value_that_stands_for_a_plain_one_is_made_plain(value: Any, expected: Any) -> None:
    assert same(called(lambda: value).get("value"), expected)


WORDS = {
    "generator": (i for i in ()),
    "set": {1},
    "bytes": b"",
    "complex": 1j,
    "complex128": np.array([1j]),
    "object": np.array([None]),
    "<U1": np.array(["a"]),
    "matrix": np.zeros((1, 1)).view(np.matrix),
    "MaskedArray": np.ma.array([1.0]),
    "OrderedDict": OrderedDict(),
    "Colour": Colour.RED,
    "function": student("def f(): pass"),
    "type": int,
    "keys": {1: 2},
    "deeply": nested(40),
    "datetime64": np.datetime64("2020-01-01"),
}


@pytest.mark.parametrize(("word", "value"), WORDS.items(), ids=WORDS)
def test_a_value_that_is_not_plain_is_bad_and_is_named(word: str, value: Any) -> None:
    got = called(lambda: value)
    assert got["status"] == "bad"
    assert word in got["text"]


def test_a_function_cannot_change_the_arguments_of_its_caller() -> None:
    array, items = np.zeros(3), [np.zeros(2), {"a": [1]}]
    called(student("def f(x, y):\n x[:] = 9\n y[0][:] = 9\n y[1]['a'].append(2)"), array, items)
    assert same((array, items), (np.zeros(3), [np.zeros(2), {"a": [1]}]))


def test_a_function_may_write_to_arguments_that_came_over_the_wire() -> None:
    (array,) = wire.unpack(wire.pack((np.zeros(3),)))
    assert same(called(student("def f(x):\n x[0] = 1\n return x"), array)["value"], np.array([1.0, 0.0, 0.0]))


@pytest.mark.parametrize(
    "change",
    [
        "y[0] = 1",
        "y += 1",
        "y[0] = np.nan",
        "y[0] = -0.0",
        "y.resize((3, 1), refcheck=False)",
        "z.append(1)",
        "z[0] = True",
        "z[0] = 1.0",
        "w['b'] = 1",
        "w['a'][0] += 1",
        "w.clear()",
    ],
)
def test_a_changed_argument_is_reported(change: str) -> None:
    f = student(f"import numpy as np\ndef f(x, y, z, w):\n {change}")
    assert called(f, 1, np.zeros(3), [1], {"a": np.zeros(1)})["changed"] == [1 if change[0] == "y" else 2 if change[0] == "z" else 3]


def test_arguments_that_were_left_alone_are_not_reported() -> None:
    assert called(lambda *_: 0, 1, float("nan"), np.array([np.nan, -0.0]), [(), {"a": None}], "x")["changed"] == []


@few
@given(values)
def test_a_copy_is_identical_to_what_was_copied(value: Any) -> None:
    assert identical(copied(value), value)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        ([1], (1,)),
        ([1], [1, 2]),
        (np.zeros(1), [0.0]),
        (np.zeros(1), np.zeros(1, np.float32)),
        (np.zeros((1, 2)), np.zeros((2, 1))),
        (np.array([0.0]), np.array([-0.0])),
        ({"a": 1}, {"a": 2}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ],
    ids=repr,
)
def test_values_that_differ_in_type_or_bits_are_not_identical(a: Any, b: Any) -> None:
    assert not identical(a, b)


def test_an_exception_is_described_with_its_ancestors() -> None:
    got = called(student("class Mine(KeyError): pass\ndef f():\n raise Mine('why')"))
    assert (got["status"], got["type"], got["text"]) == ("raised", "Mine", "'why'")
    assert got["bases"] == ["Mine", "KeyError", "LookupError", "Exception", "BaseException"]


def test_an_exception_out_of_a_library_is_placed_at_the_students_own_line() -> None:
    got = called(student("import numpy as np\ndef f():\n    x = 1\n    return np.linalg.inv(np.zeros((2, 2)))"))
    assert (got["type"], got["file"], got["line"]) == ("LinAlgError", FILE, 4)


def test_text_that_does_not_parse_is_placed_at_its_line() -> None:
    got = called(student(f"def f():\n compile('x = 1\\n)', {FILE!r}, 'exec')"))
    assert (got["type"], got["file"], got["line"]) == ("SyntaxError", FILE, 2)


@pytest.mark.parametrize(
    "raised", ["SystemExit", "KeyboardInterrupt", "GeneratorExit", "MemoryError", "RecursionError", "BaseExceptionGroup('', [SystemExit()])"]
)
def test_nothing_that_can_be_raised_gets_out_of_a_call(raised: str) -> None:
    assert called(student(f"def f(): raise {raised}"))["status"] == "raised"


def test_a_module_that_is_missing_is_named() -> None:
    assert called(student("def f():\n import no_such_package.part"))["missing"] == "no_such_package"


def test_an_exception_whose_message_cannot_be_read_is_described_all_the_same() -> None:
    got = called(student("class Mine(Exception):\n def __str__(self): raise ValueError\ndef f(): raise Mine"))
    assert (got["type"], got["text"]) == ("Mine", "(its message could not be read)")


def test_a_long_message_is_cut() -> None:
    assert len(called(student("def f(): raise ValueError('x' * 10**6)"))["text"]) == 2000
