"""The files of a download, a zip or a folder, none of them trusted."""

import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from ..untrusted import LARGEST_ZIP, MEBI, Refused, is_clutter, read_bytes

MOST_FILES = 200_000


class DownloadError(Exception):
    """A download cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a download: the way to it, and its bytes, which raise `Refused` where they are none to be had."""

    parts: tuple[str, ...]
    read: Callable[[], bytes]

    @property
    def shown(self) -> str:
        return "/".join(self.parts)


@contextmanager
def opened(path: Path) -> Iterator[list[Entry]]:
    """The files of a download, a zip or a folder; what editors and systems leave behind is none.

    Raises:
        DownloadError: it is neither, or is broken.
    """
    if path.is_dir():
        yield list(in_folder(path))
        return
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > MOST_FILES:
                raise DownloadError(f"{path} holds more than {MOST_FILES} files")
            yield list(in_zip(archive))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as problem:
        raise DownloadError(f"{path} is neither a folder nor a zip that can be read ({problem})") from None


def in_folder(root: Path) -> Iterator[Entry]:
    for folder, folders, names in os.walk(root, followlinks=False):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not is_clutter(name) and name not in links)
        for name in sorted([*names, *links]):
            file = Path(folder) / name
            if not is_clutter(name):
                yield Entry(file.relative_to(root).parts, partial(read_bytes, file, LARGEST_ZIP))


def in_zip(archive: zipfile.ZipFile) -> Iterator[Entry]:
    for info in archive.infolist():
        parts = tuple(p for p in PurePosixPath(info.filename.replace("\\", "/")).parts if p not in ("/", "..", "."))
        if parts and not info.is_dir() and not any(map(is_clutter, parts)):
            yield Entry(parts, partial(read_member, archive, info))


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int = LARGEST_ZIP) -> bytes:
    """The bytes of a file in a zip, however many it claims to have.

    Raises:
        Refused: it is a link, too large, encrypted or broken.
    """
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Refused("it is a symbolic link")
    try:
        with archive.open(info) as member:
            data = member.read(most + 1)
    except Exception as problem:  # whatever a decompressor raises
        raise Refused(f"it cannot be unpacked ({problem})") from None
    if len(data) > most:
        raise Refused(f"it is larger than {most // MEBI} MiB")
    return data
