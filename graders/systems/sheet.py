"""A CSV file of another system, read and written back as it came: encoding, delimiter, quoting and line ends are kept."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

DELIMITERS = ",;\t"
LONGEST_CELL = 1 << 24  # Moodle writes whole texts of students into a cell; the csv module would stop at 128 KiB
BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class SheetError(Exception):
    """A table cannot be used; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its titles, and the rows below them, which may be shorter or longer; `written` is how rows were, for those that stay."""

    header: list[str]
    rows: list[list[str]]
    encoding: str = "utf-8"
    delimiter: str = ","
    line_end: str = "\n"
    all_quoted: bool = False
    written: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def with_rows(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> "Sheet":
        return replace(self, header=list(header), rows=[list(row) for row in rows])


def read_sheet(path: Path) -> Sheet:
    """The table in a file.

    Raises:
        SheetError: it cannot be read, or is no table.
    """
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise SheetError(f"{path} cannot be read: {(problem.strerror or str(problem)).lower()}") from None
    encoding = next((name for bom, name in BOMS.items() if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "cp1252", data.decode("cp1252", "replace")  # what Excel saves on Windows
    if "\0" in text:
        raise SheetError(f"{path} is no CSV file: it is no text. A spreadsheet has to be saved as CSV first")
    first = text.partition("\n")[0].rstrip("\r")
    delimiter = max(DELIMITERS, key=lambda one: len(next(csv.reader([first], delimiter=one), [])))
    csv.field_size_limit(LONGEST_CELL)
    lines: list[str] = []  # those that the row in hand was made of

    def told() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            lines.append(line)
            yield line

    rows, written = [], {}
    try:
        for row in csv.reader(told(), delimiter=delimiter):
            rows.append(row)
            written[tuple(row)] = "".join(lines).rstrip("\r\n")
            lines.clear()
    except csv.Error as problem:
        raise SheetError(f"{path} is no CSV file that can be read: {problem}") from None
    if not rows or not any(cell.strip() for cell in rows[0]):
        raise SheetError(f"{path} has no titles in its first line")
    return Sheet(rows[0], rows[1:], encoding, delimiter, "\r\n" if "\r\n" in text else "\n", first.count('"') >= 2 * len(rows[0]), written)


def to_bytes(sheet: Sheet) -> bytes:
    """The file that holds a table; rows that did not change are written as they were."""
    lines = [sheet.written.get(tuple(row)) or line_of(sheet, row) for row in (sheet.header, *sheet.rows)]
    return "".join(f"{line}{sheet.line_end}" for line in lines).encode(sheet.encoding, "replace")


def line_of(sheet: Sheet, row: Sequence[str]) -> str:
    out = io.StringIO()
    how: Any = csv.QUOTE_ALL if sheet.all_quoted else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=sheet.delimiter, lineterminator="", quoting=how).writerow(row)
    return out.getvalue()


def cell(row: Sequence[str], column: int | None) -> str:
    """What stands in a column of a row; "" where the row is too short."""
    return row[column] if column is not None and column < len(row) else ""


def with_cell(row: Sequence[str], column: int, text: str) -> list[str]:
    """A row with another text in a column."""
    padded = [*row, *[""] * (column + 1 - len(row))]
    return [*padded[:column], text, *padded[column + 1 :]]
