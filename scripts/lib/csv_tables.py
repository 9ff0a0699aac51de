"""CSV files as their owners send them: UTF-8, comma-separated, quoted as in RFC 4180, header or not.

Files are read in chunks, so that a batch of millions of rows needs little memory. Whatever is wrong is said
with file, line and column.
"""
from __future__ import annotations

import csv
import io
import stat
from itertools import islice
from pathlib import Path
from typing import Any, Iterable, Iterator, Sequence

from lib.csv_fields import (WITHOUT_HEADER, WITH_HEADER, TableFormat, has_decimal_comma, has_point_thousands, header_missing,
                            is_number, parse_number)
from lib.job_runtime import Faults, UserFault, shown

CHUNK_ROWS = 20_000

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars", " ": "blanks"}
# What a file's first bytes say of it, and what mends it.
OTHER_FORMATS = ((b"\x1f\x8b", "gzip; unpack it (gunzip)"), (b"PAR1", "Parquet; export it as CSV"),
                 (b"PK\x03\x04", "a zip archive or an Excel workbook; unpack it, or save it as CSV"),
                 (b"\xff\xfe", "UTF-16; save it as UTF-8"), (b"\xfe\xff", "UTF-16; save it as UTF-8"))


def csv_files(folder: Path) -> list[Path]:
    """The *.csv files of a folder and of the folders in it, sorted by path. None at all is a UserFault.

    Left out is what writers keep for themselves: files that begin with a point, folders that begin with `.` or `_`.
    """
    folder = Path(folder)
    entries = sorted(p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else []
    files = [p for p in entries if p.name.lower().endswith(".csv") and not p.name.startswith(".")
             and not any(part.startswith((".", "_")) for part in p.relative_to(folder).parts[:-1])]
    if not files:
        found = ", ".join(str(p.relative_to(folder)) for p in entries[:5]) or "nothing"
        raise UserFault("%s: no *.csv file there (found: %s); only files whose name ends in .csv are read"
                        % (folder, found))
    return files


def write_rows(path: Path, rows: Iterable[Iterable[Any]], names: Sequence[str] | None = None) -> None:
    """Writes a CSV file with LF line ends, with a header if names are given."""
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        if names is not None:
            writer.writerow(names)
        writer.writerows(rows)


class Chunk:
    """Some consecutive rows of one file."""

    def __init__(self, file_name: str, rows: list[list[str]], first_line: int, last_line: int) -> None:
        self.file_name = file_name
        self.thousands: list[tuple[int, int]] = []
        self.lines: list[int] | None = None
        self._first_line = first_line
        if last_line - first_line + 1 != len(rows) or [] in rows:
            self.lines, line, kept = [], first_line, []
            for row in rows:
                if row:
                    self.lines.append(line)
                    kept.append([" ".join(text.splitlines()) if "\n" in text or "\r" in text else text for text in row])
                line += 1 + sum(text.count("\n") for text in row)
            rows = kept
        self.rows = rows

    def line(self, index: int) -> int:
        """The line number (first line of the file = 1) of the chunk's row `index`."""
        return self.lines[index] if self.lines else self._first_line + index

    def keep(self, indexes: list[int]) -> None:
        """Leaves out all other rows."""
        self.lines = [self.line(index) for index in indexes]
        self.rows = [self.rows[index] for index in indexes]

    def column(self, position: int) -> list[str]:
        """One column's fields."""
        return [row[position] for row in self.rows]

    def thousands_in(self, position: int) -> dict[int, str]:
        """The rows of a column that have points between thousands, where the decimal mark is a comma, with their texts."""
        return {index: self.rows[index][place] for index, place in self.thousands if place == position}


def check_readable(path: Path) -> None:
    """A file that is no CSV at all is a UserFault that says what it is."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise UserFault("%s: is a folder; a CSV file is expected" % shown(path))
    if not stat.S_ISREG(kind):
        raise UserFault("%s: is a pipe or a device, which can be read only once; save it as a file first" % shown(path))
    with open(path, "rb") as stream:
        start = stream.read(4)
    for magic, what in OTHER_FORMATS:
        if start.startswith(magic):
            raise UserFault("%s: is no CSV but %s" % (shown(path), what)
                            if "UTF-16" not in what else "%s: is %s" % (shown(path), what))


class CsvReader:
    """One CSV file: `names` (None without header), `width` (columns), `chunks()`."""

    def __init__(self, path: Path, header: bool = True, table: TableFormat | None = None, expected: str = "") -> None:
        """`expected`: the header line that the file needs, where that is known."""
        self.path, self._expected = Path(path), expected
        self.format = table or (WITH_HEADER if header else WITHOUT_HEADER)
        self.header = self.format.header
        self.names: list[str] | None = None
        self.width = 0
        self._marks = frozenset(mark.strip().lower() for mark in self.format.missing)
        # -999 among the marks stands for -999.0, too.
        self._number_marks = frozenset(number for number in map(self._as_number, self._marks) if number is not None)
        check_readable(self.path)
        self._check_separator()
        first = next((chunk for chunk in self._raw_chunks(1) if chunk.rows), None)
        if first is None:
            raise UserFault("%s: the file is empty; it needs %sat least one data row"
                            % (shown(self.path), "a header line and " if self.header else ""))
        row, line = first.rows[0], first.line(0)
        self.width = len(row)
        if self.header:
            self.names = self._checked_names([name.strip() for name in row], line)

    def _check_separator(self) -> None:
        with open(self.path, encoding="utf-8-sig", errors="replace") as stream:
            lines = [line.rstrip("\r\n") for line in islice(stream, 2)]
        if not lines or not lines[0]:
            return
        for separator in SEPARATORS:
            if separator == self.format.separator:
                continue
            parts = [line.split(separator) for line in lines]
            if separator == " ":
                # Names and words have blanks, too; numbers in a row don't.
                looks = self.format.separator not in "".join(lines) and all(
                    map(is_number, lines[-1].split())) and len(lines[-1].split()) > 1
            else:
                looks = len(parts[0]) > 1 and all(self._whole(part) for part in parts[0]) and (
                    self.header or any(map(self._numeric, parts[0])) or self.format.separator not in lines[0])
            if looks:
                decimal = separator != "," and any(has_decimal_comma(part) for line in parts for part in line)
                raise UserFault(
                    "%s, line 1: the columns are separated by %s%s, but %s are expected: '%s'; configure 'separator: \"%s\"'"
                    "%s, or save the file with %s" % (
                        shown(self.path), SEPARATORS[separator], " and numbers have a decimal comma" if decimal else "",
                        SEPARATORS.get(self.format.separator, "'%s'" % self.format.separator), lines[0][:60],
                        "\\t" if separator == "\t" else separator, " and 'decimal: \",\"'" if decimal else "",
                        SEPARATORS.get(self.format.separator, "'%s'" % self.format.separator)))

    def _whole(self, part: str) -> bool:
        """A part of a line that is one field, if the line is split at the right separator."""
        return self.format.separator not in part or self._numeric(part)

    @staticmethod
    def _numeric(part: str) -> bool:
        return is_number(part) or has_decimal_comma(part)

    def _checked_names(self, names: list[str], line: int) -> list[str]:
        faults, where = Faults(), "%s, line %d" % (shown(self.path), line)
        numbers = [float(name) for name in names if is_number(name)]
        fractions = any(number % 1 != 0 for number in numbers)
        # Positions and years are names that someone may have chosen: they ascend.
        ascending = all(low < high for low, high in zip(numbers, numbers[1:]))
        if numbers and (fractions or (len(numbers) == len(names) and not ascending)):
            raise UserFault("%s: a header is expected, but it holds data: '%s'; %s" % (
                where, ",".join(names)[:100], header_missing(self._expected)))
        for position, name in enumerate(names):
            if not name:
                faults.add("%s: column %d has an empty name; name it, or drop it (an index column?)"
                           % (where, position))
            elif name in names[:position]:
                faults.add("%s: the column name '%s' stands there twice (columns %d and %d); names must differ "
                           "(or has the file no header? then configure 'header: false')"
                           % (where, name, names.index(name), position))
        faults.raise_if_any()
        return names

    def chunks(self, faults: Faults | None = None) -> Iterator[Chunk]:
        """The data rows, in order. Rows of a wrong width go to `faults` (else they raise) and are left out."""
        own = Faults() if faults is None else faults
        header_left, seen, before = self.header, False, len(own)
        for chunk in self._raw_chunks(CHUNK_ROWS):
            if header_left and chunk.rows:
                chunk.keep(list(range(1, len(chunk.rows))))
                header_left = False
            if any(len(row) != self.width for row in chunk.rows):
                good = []
                for index, row in enumerate(chunk.rows):
                    if len(row) == self.width:
                        good.append(index)
                    else:
                        own.add("%s, line %d: %d columns, but the %s has %d; each line needs the same count (%s)"
                                % (shown(self.path), chunk.line(index), len(row),
                                   "header" if self.header else "first line", self.width, self._width_hint(row)))
                chunk.keep(good)
            if chunk.rows:
                seen = True
                self._normalise(chunk)
                yield chunk
        if not seen and len(own) == before:
            own.add("%s: there is %s; it needs at least one data row" % (
                shown(self.path), "a header but no data row" if self.header else "no data row"))
        if faults is None:
            own.raise_if_any()

    def _width_hint(self, row: list[str]) -> str:
        if any("\\" in text or '"' in text for text in row):
            return "quotes inside a value are doubled, not escaped by a backslash"
        if self.width == 1 and self.format.separator == "," and len(row) == 2 and has_decimal_comma(",".join(row)):
            return "a decimal comma? write a point, or quote the numbers and configure 'decimal: \",\"'"
        return "a comma inside a value needs quotes" if self.format.separator == "," else (
            "a '%s' inside a value needs quotes" % self.format.separator)

    def _as_number(self, text: str) -> float | None:
        value = parse_number(text.replace(",", ".") if self.format.decimal == "," else text)
        return None if value is None or value != value else value

    def _is_mark(self, text: str) -> bool:
        return text.strip().lower() in self._marks or (bool(self._number_marks) and self._as_number(text) in self._number_marks)

    def _normalise(self, chunk: Chunk) -> None:
        """The owner's marks become empty fields, decimal commas become points. A point between thousands is noted: it is
        a fault where a number is expected, and nothing to complain of elsewhere."""
        if self._marks:
            for row in chunk.rows:
                for position, text in enumerate(row):
                    if self._is_mark(text):
                        row[position] = ""
        if self.format.decimal == ",":
            for index, row in enumerate(chunk.rows):
                for position, text in enumerate(row):
                    if has_decimal_comma(text):
                        row[position] = text.replace(",", ".")
                    elif has_point_thousands(text):
                        chunk.thousands.append((index, position))

    def _lines(self, stream: Iterable[str]) -> Iterator[str]:
        for number, line in enumerate(stream, 1):
            if "\0" in line:
                raise UserFault("%s, line %d: holds NUL bytes, so it is no text (UTF-16 without a mark, or a binary "
                                "file?); save it as UTF-8" % (shown(self.path), number))
            yield line

    def _raw_chunks(self, size: int) -> Iterator[Chunk]:
        reader = None
        try:
            with open(self.path, encoding="utf-8-sig", newline="") as stream:
                reader = csv.reader(self._lines(stream), delimiter=self.format.separator, skipinitialspace=True, strict=True)
                while True:
                    before = reader.line_num
                    rows = list(islice(reader, size))
                    if not rows:
                        return
                    yield Chunk(shown(self.path), rows, before + 1, reader.line_num)
        except UnicodeDecodeError:
            raise UserFault(self._encoding_fault()) from None
        except csv.Error as error:
            raise UserFault("%s, line %d: %s; quotes must be closed, and doubled inside a value (not escaped by a "
                            "backslash)" % (shown(self.path), reader.line_num if reader else 1, error)) from None

    def _encoding_fault(self) -> str:
        with open(self.path, "rb") as stream:
            for line, content in enumerate(stream, 1):
                try:
                    content.decode("utf-8")
                except UnicodeDecodeError as error:
                    return ("%s, line %d: byte 0x%02x at position %d is no UTF-8; save the file as UTF-8 "
                            "(e.g. iconv -f latin1 -t utf-8)"
                            % (shown(self.path), line, content[error.start], error.start + 1))
        return "%s: is no UTF-8" % shown(self.path)


def parse_records(body: str | bytes | bytearray) -> Iterator[list[str]]:
    """Headerless CSV records (text or UTF-8 bytes), row by row: what an inference request carries."""
    text = body.decode("utf-8") if isinstance(body, (bytes, bytearray)) else body
    return (row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row)
