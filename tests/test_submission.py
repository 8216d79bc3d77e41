"""What students hand in is read as text, whatever it is, or refused with a reason; it can neither hang nor flood the grader."""

import io
import json
import os
import socket
import stat
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgrade import submission, untrusted
from convgrade.inside import wire
from convgrade.submission import Submission, read
from convgrade.untrusted import Refused

NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def folder_of(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        saved(folder / "handed_in", name, text)
    return folder / "handed_in"


def zipped(files: dict[str, bytes | str] | list[tuple[str, str]]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items() if isinstance(files, dict) else files:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def changed(data: bytes, local: int, central: int, value: int) -> bytes:
    """A zip of one entry with one byte of its local header and of its central directory set."""
    made = bytearray(data)
    made[made.find(b"PK\3\4") + local] = value
    made[made.find(b"PK\1\2") + central] = value
    return bytes(made)


def cell(source: Any = "x", **rest: Any) -> dict[str, Any]:
    return {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None, "source": source, **rest}


def notebook(*cells: Any, minor: int = 5, **rest: Any) -> str:
    return json.dumps({"nbformat": 4, "nbformat_minor": minor, "metadata": {}, "cells": list(cells), **rest})


def notebook_of_2012(source: Any) -> str:
    code = {"cell_type": "code", "input": source, "language": "python", "outputs": [], "collapsed": False, "metadata": {}}
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": [code], "metadata": {}}]})


def names(made: Submission) -> list[str]:
    return [file.name for file in made.files]


def texts(made: Submission) -> list[str]:
    return [text for file in made.files for _, text in file.cells]


def refused(path: Path) -> str:
    with pytest.raises(Refused) as why:
        read(path)
    return str(why.value)


# Scripts.


def test_a_script_is_one_cell_labelled_with_its_name(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "work.py", "x = 1\n")).to_wire() == [{"name": "work.py", "cells": [["work.py", "x = 1\n"]]}]


def test_a_submission_is_called_as_its_file(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "work.py", "")).name == "work.py"


def test_a_submission_may_be_given_another_name(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "work.py", ""), "ada").name == "ada"


def test_an_empty_script_is_read(tmp_path: Path) -> None:
    assert texts(read(saved(tmp_path, "work.py", ""))) == [""]


def test_an_ending_in_capitals_is_read(tmp_path: Path) -> None:
    assert texts(read(saved(tmp_path, "WORK.PY", "x = 1"))) == ["x = 1"]


def test_text_outside_ascii_is_read(tmp_path: Path) -> None:
    assert texts(read(saved(tmp_path, "work.py", "é = '→ 漢字'"))) == ["é = '→ 漢字'"]


def test_a_script_that_is_no_python_is_read(tmp_path: Path) -> None:
    assert texts(read(saved(tmp_path, "work.py", "def (\0"))) == ["def (\0"]


@pytest.mark.parametrize(("name", "text"), [("work.py", "x = 1"), ("work.ipynb", notebook(cell("x = 1")))])
def test_a_byte_order_mark_is_dropped(tmp_path: Path, name: str, text: str) -> None:
    assert texts(read(saved(tmp_path, name, b"\xef\xbb\xbf" + text.encode()))) == ["x = 1"]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-32"])
def test_text_that_is_not_utf_8_is_refused(tmp_path: Path, encoding: str) -> None:
    assert refused(saved(tmp_path, "work.py", "x = 'é'".encode(encoding))) == "work.py is no text in UTF-8"


@pytest.mark.parametrize("name", ["work.txt", "work.pdf", "work.pyc", "work.tar.gz", "work", ".py", "work.py.docx"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    assert "neither a .py, a .ipynb, a .zip nor a folder" in refused(saved(tmp_path, name, "x = 1"))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "work.py").startswith("it cannot be opened")


@NOT_ROOT
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, "work.py", "x = 1")
    path.chmod(0)
    assert refused(path).startswith("it cannot be opened")


# Notebooks.


@pytest.mark.parametrize(
    "text",
    [
        notebook(cell("x = 1\ny = 2")),
        notebook(cell(["x = 1\n", "y = 2"])),
        notebook(cell(["x = 1\n", "y = 2"]), minor=0),
        notebook(cell("x = 1\ny = 2"), minor=99),
        notebook_of_2012(["x = 1\n", "y = 2"]),
        notebook_of_2012("x = 1\ny = 2"),
    ],
    ids=["4.5", "4.5 in lines", "4.0 in lines", "4.99", "3 in lines", "3"],
)
def test_a_notebook_of_any_version_is_read(tmp_path: Path, text: str) -> None:
    assert texts(read(saved(tmp_path, "work.ipynb", text))) == ["x = 1\ny = 2"]


def test_only_code_cells_are_read(tmp_path: Path) -> None:
    others = [{"cell_type": kind, "id": kind, "metadata": {}, "source": "text"} for kind in ("markdown", "raw")]
    assert texts(read(saved(tmp_path, "work.ipynb", notebook(*others, cell("x = 1"))))) == ["x = 1"]


def test_cells_are_labelled_with_their_number_among_the_code_cells(tmp_path: Path) -> None:
    words = {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "text"}
    made = read(saved(tmp_path, "work.ipynb", notebook(cell("x"), words, cell("y", id="b"))))
    assert made.files[0].cells == (("work.ipynb, code cell 1", "x"), ("work.ipynb, code cell 2", "y"))


def test_two_cells_of_the_same_id_are_both_read(tmp_path: Path) -> None:
    assert texts(read(saved(tmp_path, "work.ipynb", notebook(cell("x"), cell("y"))))) == ["x", "y"]


def test_a_notebook_without_cells_is_read(tmp_path: Path) -> None:
    assert texts(read(saved(tmp_path, "work.ipynb", notebook()))) == []


def test_large_outputs_do_not_count_as_code(tmp_path: Path) -> None:
    picture = [{"output_type": "stream", "name": "stdout", "text": "y" * (8 * submission.LARGEST_SOURCE)}]
    assert texts(read(saved(tmp_path, "work.ipynb", notebook(cell("x = 1", outputs=picture))))) == ["x = 1"]


@pytest.mark.parametrize("absent", ["outputs", "execution_count", "metadata", "id"])
def test_a_cell_without_what_is_not_code_is_read(tmp_path: Path, absent: str) -> None:
    stripped = {key: value for key, value in cell("x = 1").items() if key != absent}
    assert texts(read(saved(tmp_path, "work.ipynb", notebook(stripped)))) == ["x = 1"]


GARBAGE = {
    "no bytes": "",
    "no JSON": "{",
    "null": "null",
    "a number": "1",
    "a very long number": "1" * 5000,
    "a list": "[]",
    "an empty object": "{}",
    "code": "x = 1",
    "nested lists": "[" * 100_000 + "]" * 100_000,
    "nested objects": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "nested metadata": notebook().replace('"metadata": {}', '"metadata": ' + '{"a":' * 990 + "1" + "}" * 990),
    "cells not a list": notebook(cells={"a": 1}),
    "cells a text": notebook(cells="abc"),
    "cells a number": notebook(cells=3),
    "a cell a number": notebook(3),
    "a cell a list": notebook([]),
    "a cell without a type": notebook({"source": "x"}),
    "a source a number": notebook(cell(5)),
    "a source null": notebook(cell(None)),
    "a source an object": notebook(cell({"x": 1})),
    "a source of numbers": notebook(cell([1, 2])),
    "a source of lists": notebook(cell([["x"], ["y"]])),
    "a version of the future": notebook(cell("x"), nbformat=5),
    "a version below all": notebook(cell("x"), nbformat=-1),
    "a version in words": notebook(cell("x"), nbformat="four"),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=what) for what, text in GARBAGE.items()])
def test_a_garbage_notebook_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(saved(tmp_path, "work.ipynb", text)) == "work.ipynb is no notebook that can be read"


def test_half_a_character_in_a_notebook_can_be_sent_to_a_worker(tmp_path: Path) -> None:
    made = read(saved(tmp_path, "work.ipynb", notebook(cell("x = '\ud800'"))))
    assert wire.unpack(wire.pack(made.to_wire()))[0]["name"] == "work.ipynb"


# Folders.


def test_a_folder_is_read_with_the_folders_in_it(tmp_path: Path) -> None:
    made = read(folder_of(tmp_path, {"b.py": "b", "a/c.py": "c", "a/d/e.ipynb": notebook(cell("e"))}))
    assert dict(zip(names(made), texts(made), strict=True)) == {"a/c.py": "c", "a/d/e.ipynb": "e", "b.py": "b"}


def test_what_is_no_source_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    assert names(read(folder_of(tmp_path, {"a.py": "", "b.txt": "", "c.png": "", "README": "", "d.zip": ""}))) == ["a.py"]


CLUTTER = ["__MACOSX/._b.py", "._b.py", ".git/b.py", ".venv/lib/b.py", ".ipynb_checkpoints/b-checkpoint.ipynb", "__pycache__/b.py", "~b.py"]


@pytest.mark.parametrize("name", CLUTTER)
def test_clutter_in_a_folder_is_passed_over(tmp_path: Path, name: str) -> None:
    assert names(read(folder_of(tmp_path, {"a.py": "", name: "no notebook"}))) == ["a.py"]


def test_a_folder_without_a_source_is_refused(tmp_path: Path) -> None:
    assert refused(folder_of(tmp_path, {"a.txt": ""})) == "there is no .py or .ipynb file in it"


def test_a_folder_may_be_called_like_a_script(tmp_path: Path) -> None:
    assert texts(read(folder_of(tmp_path, {"x.py/a.py": "a"}))) == ["a"]


def test_folders_are_read_to_a_certain_depth(tmp_path: Path) -> None:
    deep = ["/".join(["d"] * depth + ["a.py"]) for depth in (0, untrusted.DEEPEST_FOLDER, untrusted.DEEPEST_FOLDER + 1)]
    assert sorted(names(read(folder_of(tmp_path, dict.fromkeys(deep, ""))))) == sorted(deep[:2])


def test_a_folder_of_too_many_sources_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "MOST_ENTRIES", 3)
    assert refused(folder_of(tmp_path, {f"{i}.py": "" for i in range(4)})) == "it holds too many or too large files"


def test_a_folder_of_as_many_sources_as_may_be_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "MOST_ENTRIES", 3)
    assert len(names(read(folder_of(tmp_path, {f"{i}.py": "" for i in range(3)})))) == 3


def test_a_folder_of_too_large_sources_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "LARGEST_TOTAL", 10)
    assert refused(folder_of(tmp_path, {"a.py": "x" * 6, "b.py": "x" * 6})) == "it holds too many or too large files"


def test_a_folder_whose_file_has_a_name_in_no_encoding_can_be_sent_to_a_worker(tmp_path: Path) -> None:
    root = folder_of(tmp_path, {"a.py": ""})
    with open(os.fsencode(root) + b"/\xff.py", "w") as file:
        file.write("x = 1")
    assert len(wire.unpack(wire.pack(read(root).to_wire()))) == 2


# Links, pipes, devices.


def test_a_symbolic_link_to_a_script_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "work.py"
    link.symlink_to(saved(tmp_path, "secret.py", "x = 1"))
    assert refused(link) == "it is a symbolic link"


def test_a_symbolic_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "work"
    link.symlink_to(folder_of(tmp_path, {"a.py": ""}))
    assert refused(link) == "it is a symbolic link"


def test_a_symbolic_link_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    root = folder_of(tmp_path, {"a.py": ""})
    (root / "b.py").symlink_to(saved(tmp_path, "secret.py", "secret"))
    assert names(read(root)) == ["a.py"]


def test_a_symbolic_link_to_a_folder_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    root = folder_of(tmp_path, {"a.py": ""})
    (root / "more").symlink_to(saved(tmp_path, "elsewhere/secret.py", "secret").parent)
    (root / "round").symlink_to(root)
    assert names(read(root)) == ["a.py"]


def test_a_link_that_takes_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "work.py"
    link.symlink_to(saved(tmp_path, "secret.py", "secret"))
    with pytest.raises(Refused):
        untrusted.read_bytes(link, 100)


@pytest.mark.parametrize("name", ["work.py", "work.ipynb", "work.zip"])
def test_a_pipe_is_refused_without_waiting_for_its_writer(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert refused(tmp_path / name) == "it is no regular file"


def test_a_pipe_in_a_folder_is_refused_without_waiting_for_its_writer(tmp_path: Path) -> None:
    root = folder_of(tmp_path, {"a.py": ""})
    os.mkfifo(root / "b.py")
    assert refused(root) == "it is no regular file"


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("work.py")
        assert refused(tmp_path / "work.py").startswith("it cannot be opened")


def test_a_device_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission, "READABLE", ("",))
    assert refused(Path("/dev/zero")) == "it is no regular file"


# Zips.


def in_zip(folder: Path, files: dict[str, bytes | str] | list[tuple[str, str]] | bytes) -> Path:
    return saved(folder, "work.zip", files if isinstance(files, bytes) else zipped(files))


def test_a_zip_is_read(tmp_path: Path) -> None:
    made = read(in_zip(tmp_path, {"a.py": "a", "b/c.ipynb": notebook(cell("c")), "d.txt": "d"}))
    assert dict(zip(names(made), texts(made), strict=True)) == {"a.py": "a", "b/c.ipynb": "c"}


def test_a_zip_with_an_ending_in_capitals_is_read(tmp_path: Path) -> None:
    assert names(read(saved(tmp_path, "WORK.ZIP", zipped({"a.py": ""})))) == ["a.py"]


def test_names_outside_ascii_in_a_zip_are_read(tmp_path: Path) -> None:
    assert names(read(in_zip(tmp_path, {"übung.py": ""}))) == ["übung.py"]


@pytest.mark.parametrize(
    ("name", "expected"), [("../../a.py", "a.py"), ("/etc/a.py", "a.py"), ("x/../a.py", "a.py"), ("..\\a.py", "a.py"), ("./a.py", "a.py")]
)
def test_a_name_in_a_zip_leads_nowhere_else(tmp_path: Path, name: str, expected: str) -> None:
    made = read(in_zip(tmp_path, {name: ""}))
    assert names(made) == [expected]


@pytest.mark.parametrize("name", ["../../evil.py", "/tmp/evil.py", "a/../../evil.py"])
def test_reading_a_zip_writes_nothing(tmp_path: Path, name: str) -> None:
    path = in_zip(tmp_path / "a" / "b", {name: "x = 1"})
    read(path)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [path]


@pytest.mark.parametrize("name", CLUTTER)
def test_clutter_in_a_zip_is_passed_over(tmp_path: Path, name: str) -> None:
    assert names(read(in_zip(tmp_path, {"a.py": "", name: b"\xff"}))) == ["a.py"]


def test_a_link_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "work.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("b.py")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.py", "")
    assert names(read(path)) == ["a.py"]


def test_two_entries_of_one_name_are_not_two_files() -> None:
    made = read_or_refused("work.zip", zipped([("a.py", "x = 1"), ("./a.py", "x = 2"), ("b.py", "")]))
    assert isinstance(made, str) or names(made) == ["a.py", "b.py"]


@pytest.mark.parametrize("files", [{}, {"a.txt": ""}, {"inner.zip": zipped({"a.py": ""})}, {"..": ""}, {"folder/": ""}])
def test_a_zip_without_a_source_is_refused(tmp_path: Path, files: dict[str, bytes | str]) -> None:
    assert refused(in_zip(tmp_path, files)) == "there is no .py or .ipynb file in it"


ONE = zipped({"a.py": "x = 1\n" * 50})
BROKEN = {
    "no bytes": b"",
    "another file": b"x = 1\n" * 50,
    "only a header": ONE[:30],
    "half of it": ONE[: len(ONE) // 2],
    "all but the end": ONE[:-1],
    "a wrong checksum": changed(ONE, 14, 16, ONE[14] ^ 1),
    "an unknown method": changed(ONE, 8, 10, 99),
    "an encrypted entry": changed(ONE, 6, 8, 1),
    "damaged contents": ONE[:40] + b"\xff\xff\xff\xff" + ONE[44:],
}


@pytest.mark.parametrize("data", [pytest.param(data, id=what) for what, data in BROKEN.items()])
def test_a_broken_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(in_zip(tmp_path, data)).startswith("it is no zip that can be read")


def test_a_zip_of_too_many_entries_is_refused(tmp_path: Path) -> None:
    assert "entries" in refused(in_zip(tmp_path, {f"{i}.txt": "" for i in range(untrusted.MOST_ENTRIES + 1)}))


def test_a_zip_of_as_many_entries_as_may_be_is_read(tmp_path: Path) -> None:
    assert len(names(read(in_zip(tmp_path, {f"{i}.py": "" for i in range(untrusted.MOST_ENTRIES)})))) == untrusted.MOST_ENTRIES


def test_an_entry_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "LARGEST_NOTEBOOK", 1000)
    assert refused(in_zip(tmp_path, {"a.py": "#" * 1001})) == "the zip unpacks to too much"


def test_entries_that_together_unpack_to_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "LARGEST_TOTAL", 1000)
    assert refused(in_zip(tmp_path, {"a.py": "#" * 600, "b.py": "#" * 600})) == "the zip unpacks to too much"


def test_an_entry_that_lies_about_its_size_is_not_unpacked_beyond_the_limit(tmp_path: Path) -> None:
    bomb = zipped({"a.py": b"\0" * (20 * untrusted.MEBI)})
    assert refused(in_zip(tmp_path, bomb)) == "the zip unpacks to too much"


def test_an_entry_that_is_no_source_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "LARGEST_TOTAL", 1000)
    assert names(read(in_zip(tmp_path, {"a.py": "", "weights.h5": "#" * 5000}))) == ["a.py"]


# Sizes.


def test_a_file_larger_than_any_notebook_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, "work.py", "")
    os.truncate(path, untrusted.LARGEST_NOTEBOOK + 1)
    assert refused(path) == "it is larger than 16 MiB"


def test_a_zip_that_is_too_large_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission, "LARGEST_ZIP", untrusted.MEBI)
    assert refused(in_zip(tmp_path, b"\0" * (untrusted.MEBI + 1))) == "it is larger than 1 MiB"


def test_a_script_of_as_much_code_as_may_be_is_read(tmp_path: Path) -> None:
    assert len(texts(read(saved(tmp_path, "work.py", "#" * submission.LARGEST_SOURCE)))[0]) == submission.LARGEST_SOURCE


def test_a_script_of_more_code_than_anyone_writes_is_refused(tmp_path: Path) -> None:
    assert "KiB of code" in refused(saved(tmp_path, "work.py", "#" * (submission.LARGEST_SOURCE + 1)))


def test_a_notebook_of_more_code_than_anyone_writes_is_refused(tmp_path: Path) -> None:
    many = [cell("#" * submission.LARGEST_SOURCE, id=str(i)) for i in range(5)]
    assert "KiB of code" in refused(saved(tmp_path, "work.ipynb", notebook(*many)))


# Names and hashes.


@pytest.mark.parametrize(
    ("given_names", "expected"),
    [
        (["hw/a.py", "hw/b/c.py"], ["a.py", "b/c.py"]),
        (["x/y/a.py", "x/y/b.py"], ["a.py", "b.py"]),
        (["x/a.py"], ["a.py"]),
        (["a.py", "hw/b.py"], ["a.py", "hw/b.py"]),
        (["x/a.py", "xy/b.py"], ["x/a.py", "xy/b.py"]),
    ],
)
def test_a_folder_that_all_files_share_is_dropped_from_their_names(tmp_path: Path, given_names: list[str], expected: list[str]) -> None:
    assert sorted(names(read(in_zip(tmp_path, dict.fromkeys(given_names, ""))))) == expected


def test_a_zip_and_a_folder_of_the_same_content_have_the_same_hash(tmp_path: Path) -> None:
    folder = read(folder_of(tmp_path, {"a.py": "x = 1", "b/c.py": "y"}))
    assert read(in_zip(tmp_path, [("hw/b/c.py", "y"), ("hw/a.py", "x = 1")])).hash == folder.hash


def test_where_a_submission_lies_does_not_matter_for_its_hash(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "x/a.py", "1")).hash == read(saved(tmp_path, "y/a.py", "1"), "other").hash


PAIRS = [
    ({"a.py": "x"}, {"a.py": "y"}),
    ({"a.py": "x"}, {"b.py": "x"}),
    ({"a.py": "x"}, {"a.py": "x", "b.py": ""}),
    ({"a.py": "x", "b.py": "y"}, {"a.py": "y", "b.py": "x"}),
    ({"a.py": "xy", "b.py": ""}, {"a.py": "x", "b.py": "y"}),
    ({"a/c.py": "", "b.py": ""}, {"a.py": "", "b.py": ""}),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_another_content_or_name_has_another_hash(tmp_path: Path, one: dict[str, str], other: dict[str, str]) -> None:
    assert read(folder_of(tmp_path / "1", one)).hash != read(folder_of(tmp_path / "2", other)).hash


# Lines.


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (("work.ipynb, code cell 2", 2), "y = 2"),
        (("work.ipynb, code cell 2", 0), ""),
        (("work.ipynb, code cell 2", 3), ""),
        (("work.ipynb, code cell 2", -1), ""),
        (("work.ipynb, code cell 3", 1), ""),
        (("work.ipynb", 1), ""),
    ],
)
def test_a_line_is_found_by_its_cell_and_number(tmp_path: Path, place: tuple[str, int], expected: str) -> None:
    made = read(saved(tmp_path, "work.ipynb", notebook(cell("a"), cell("def f():\n    y = 2", id="b"))))
    assert made.line(*place) == expected


@pytest.mark.parametrize("text", ["a = '\x0c'\nb = 2", "a = '\x1c'\nb = 2", "a = '\u2028'\nb = 2", "\x0c\nb = 2", "a\r\nb = 2", "a\rb = 2"])
def test_lines_are_counted_as_python_counts_them(tmp_path: Path, text: str) -> None:
    assert read(saved(tmp_path, "work.py", text)).line("work.py", 2) == "b = 2"


# Any bytes.


def read_or_refused(name: str, data: bytes) -> Submission | str:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return read(saved(Path(folder), name, data))
        except Refused as why:
            return str(why)


@given(st.binary(max_size=200), st.sampled_from(["work.py", "work.ipynb", "work.zip"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    assert read_or_refused(name, data)


WHOLE = zipped({"hw/a.py": "x = 1\n" * 20, "hw/b.ipynb": notebook(cell("y"))})


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=4), st.integers(0, 30))
@settings(max_examples=150, deadline=None)
def test_a_damaged_zip_is_read_right_or_refused(damage: list[tuple[int, int]], lost: int) -> None:
    data = bytearray(WHOLE)
    for place, value in damage:
        data[place] = value
    made = read_or_refused("work.zip", bytes(data[: len(data) - lost]))
    assert isinstance(made, str) or set(texts(made)) <= {"x = 1\n" * 20, "y"}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(max_size=5), some, max_size=3),
)


@given(st.sampled_from(["nbformat", "nbformat_minor", "metadata", "cells", "cell", "source", "cell_type", "outputs"]), VALUES)
@settings(max_examples=150, deadline=None)
def test_a_notebook_with_any_value_in_it_gives_text_or_is_refused(key: str, value: Any) -> None:
    odd = value if key == "cell" else cell(**({key: value} if key in ("source", "cell_type", "outputs") else {}))
    text = notebook(odd, **({key: value} if key in ("nbformat", "nbformat_minor", "metadata", "cells") else {}))
    made = read_or_refused("work.ipynb", text.encode())
    assert made == "work.ipynb is no notebook that can be read" or all(type(text) is str for text in texts(made))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(max_examples=80, deadline=None)
def test_any_text_comes_through_as_it_is(text: str) -> None:
    made = read_or_refused("work.py", text.encode())
    assert isinstance(made, Submission)
    assert texts(made) == [text.removeprefix("\ufeff")]
