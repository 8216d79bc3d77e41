"""Files, folders and zips from others, read as bytes: no link is followed, nothing unpacks to more than it may."""

import io
import os
import stat
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

MEBI = 1 << 20
LARGEST_NOTEBOOK = 16 * MEBI
LARGEST_ZIP = 64 * MEBI
LARGEST_TOTAL = 64 * MEBI
MOST_ENTRIES = 500
DEEPEST_FOLDER = 8
READABLE = (".py", ".ipynb")


class Refused(Exception):
    """The submission cannot be read; the message says why, for the student."""

    def __init__(self, why: str) -> None:
        super().__init__("".join(c if c.isprintable() else ascii(c)[1:-1] for c in why))


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a regular file, no link followed, no device or pipe opened."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Refused("it is no regular file")
            data = file.read(most + 1)
    except OSError as error:
        raise Refused(f"it cannot be opened ({error.strerror})") from None
    if len(data) > most:
        raise Refused(f"it is larger than {most // MEBI} MiB")
    return data


def folder_files(root: Path) -> Iterator[tuple[str, bytes]]:
    seen, total = 0, 0
    for folder, folders, names in os.walk(root, followlinks=False):
        here = Path(folder).relative_to(root)
        folders[:] = sorted(f for f in folders if not is_clutter(f)) if len(here.parts) < DEEPEST_FOLDER else []
        for name in sorted(names):
            file = Path(folder) / name
            if is_clutter(name) or file.suffix.lower() not in READABLE or file.is_symlink():
                continue
            data = read_bytes(file, LARGEST_NOTEBOOK)
            seen, total = seen + 1, total + len(data)
            if seen > MOST_ENTRIES or total > LARGEST_TOTAL:
                raise Refused("it holds too many or too large files")
            yield (here / name).as_posix(), data


def zip_files(data: bytes, endings: Collection[str] = READABLE) -> Iterator[tuple[str, bytes]]:
    """The files of a zip that end so, by their places in it, which lead nowhere else.

    Raises:
        Refused: it is none that can be read, or it unpacks to too much.
    """
    if data.count(b"PK\x01\x02") > 2 * MOST_ENTRIES:  # counted before a directory of a million entries is read
        raise Refused(f"the zip holds more than {MOST_ENTRIES} entries")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Refused(f"the zip holds more than {MOST_ENTRIES} entries")
            left = LARGEST_TOTAL
            for entry in entries:
                place = PurePosixPath(entry.filename.replace("\\", "/"))
                parts = [p for p in place.parts if p not in ("/", "..", ".")]
                if entry.is_dir() or not parts or any(map(is_clutter, parts)) or place.suffix.lower() not in endings:
                    continue
                if stat.S_ISLNK(entry.external_attr >> 16):
                    continue
                with archive.open(entry) as member:
                    content = member.read(min(left, LARGEST_NOTEBOOK) + 1)
                left -= len(content)
                if left < 0 or len(content) > LARGEST_NOTEBOOK:
                    raise Refused("the zip unpacks to too much")
                yield "/".join(parts), content
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, OverflowError) as error:
        raise Refused(f"it is no zip that can be read ({error})") from None
    except Exception as error:  # zlib.error and whatever else a decompressor raises
        if isinstance(error, Refused):
            raise
        raise Refused("it is no zip that can be read") from None


def is_clutter(name: str) -> bool:
    """Names that editors and systems leave behind."""
    return name.startswith((".", "~")) or name in ("__MACOSX", "__pycache__", "node_modules")


def without_common_folder(names: list[str]) -> list[str]:
    """Names without the folders that all of them share."""
    while all("/" in name for name in names) and len({name.partition("/")[0] for name in names}) == 1:
        names = [name.partition("/")[2] for name in names]
    return names
