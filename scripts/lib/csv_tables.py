"""CSV files as their owners send them: UTF-8, comma-separated, quoted as in RFC 4180, header or not.

Files are read in chunks, so that a batch of millions of rows needs little memory. Whatever is wrong is said
with file, line and column.
"""
import csv
import io
import math
from itertools import islice
from pathlib import Path

import numpy as np

from lib.job_runtime import Faults, UserFault

CHUNK_ROWS = 20_000

# What counts as "no value", in any letter case: an empty field, and what common tools write for one. Among
# categories NA and N/A are values of their own: a region, or an answer.
MISSING_CATEGORY = frozenset(("", "nan", "null"))
MISSING_NUMBER = MISSING_CATEGORY | {"na", "n/a", "#n/a"}


def is_missing(text):
    """True for a field without a value, where a number is expected."""
    return text.strip().lower() in MISSING_NUMBER


def is_number(text):
    """True for a finite number."""
    value = parse_number(text)
    return value is not None and math.isfinite(value)


def parse_number(text):
    """The field as a float (missing: NaN), or None where it is no number."""
    if is_missing(text):
        return np.nan
    try:
        return None if "_" in text else float(text)
    except ValueError:
        return None


def parse_numbers(texts):
    """A column of fields as floats. Returns (values, bad): missing gives NaN; bad lists the indexes of what is
    no number. Infinite values are returned as such: whether they are allowed, the caller knows."""
    try:
        values = np.fromiter(map(float, texts), np.float64, len(texts))
        if not any("_" in text for text in texts):
            return values, []
    except ValueError:
        pass
    parsed = [parse_number(text) for text in texts]
    bad = [index for index, value in enumerate(parsed) if value is None]
    return np.array([np.nan if value is None else value for value in parsed], np.float64), bad


def category(text):
    """A categorical field: trimmed, '' where the value is missing."""
    text = text.strip()
    return "" if text.lower() in MISSING_CATEGORY else text


def csv_files(folder):
    """The *.csv files of a folder (not of its sub-folders), sorted by name. None at all is a UserFault."""
    folder = Path(folder)
    entries = sorted(p for p in folder.iterdir() if p.is_file()) if folder.is_dir() else []
    files = [p for p in entries if p.name.lower().endswith(".csv") and not p.name.startswith(".")]
    if not files:
        found = ", ".join(p.name for p in entries[:5]) or "nothing"
        raise UserFault("%s: no *.csv file there (found: %s); only files whose name ends in .csv are read"
                        % (folder, found))
    return files


def write_rows(path, rows, names=None):
    """Writes a CSV file with LF line ends, with a header if names are given."""
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        if names is not None:
            writer.writerow(names)
        writer.writerows(rows)


class Chunk:
    """Some consecutive rows of one file."""

    def __init__(self, file_name, rows, first_line, last_line):
        self.file_name = file_name
        self._lines = None
        self._first_line = first_line
        if last_line - first_line + 1 != len(rows) or [] in rows:
            self._lines, line, kept = [], first_line, []
            for row in rows:
                if row:
                    self._lines.append(line)
                    kept.append([" ".join(field.splitlines()) if "\n" in field or "\r" in field else field
                                 for field in row])
                line += 1 + sum(field.count("\n") for field in row)
            rows = kept
        self.rows = rows

    def line(self, index):
        """The line number (first line of the file = 1) of the chunk's row `index`."""
        return self._lines[index] if self._lines else self._first_line + index

    def column(self, position):
        """One column's fields."""
        return [row[position] for row in self.rows]


class CsvReader:
    """One CSV file: `names` (None without header), `width` (columns), `chunks()`."""

    def __init__(self, path, header):
        self.path = Path(path)
        self.header = header
        self.names = None
        self.width = 0
        first = next((chunk for chunk in self._raw_chunks(1) if chunk.rows), None)
        if first is None:
            raise UserFault("%s: the file is empty; it needs %sat least one data row"
                            % (self.path.name, "a header line and " if header else ""))
        row, line = first.rows[0], first.line(0)
        self.width = len(row)
        parts = row[0].replace("\t", ";").split(";")
        if self.width == 1 and len(parts) > 1 and (header or any(map(is_number, parts))):
            raise UserFault("%s, line %d: only one column, but it holds '%s'; columns must be separated by commas"
                            % (self.path.name, line, row[0][:60]))
        if header:
            self.names = self._checked_names([name.strip() for name in row], line)

    def _checked_names(self, names, line):
        faults, where = Faults(), "%s, line %d" % (self.path.name, line)
        numbers = [float(name) for name in names if is_number(name)]
        fractions = any(number % 1 != 0 for number in numbers)
        # Positions and years are names that someone may have chosen: they ascend.
        ascending = all(low < high for low, high in zip(numbers, numbers[1:]))
        if numbers and (fractions or (len(numbers) == len(names) and not ascending)):
            raise UserFault("%s: a header is expected, but it holds data: '%s'; add the header line, or configure "
                            "'header: false'" % (where, ",".join(names)[:100]))
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

    def chunks(self, faults=None):
        """The data rows, in order. Rows of a wrong width go to `faults` (else they raise) and are left out."""
        own = Faults() if faults is None else faults
        header_left, seen = self.header, False
        for chunk in self._raw_chunks(CHUNK_ROWS):
            if header_left and chunk.rows:
                chunk._lines = [chunk.line(i) for i in range(len(chunk.rows))][1:]
                chunk.rows = chunk.rows[1:]
                header_left = False
            if any(len(row) != self.width for row in chunk.rows):
                good = []
                for index, row in enumerate(chunk.rows):
                    if len(row) == self.width:
                        good.append(index)
                    else:
                        own.add("%s, line %d: %d columns, but the %s has %d; each line needs the same count (a comma "
                                "inside a value needs quotes)" % (self.path.name, chunk.line(index), len(row),
                                                                  "header" if self.header else "first line",
                                                                  self.width))
                chunk._lines = [chunk.line(i) for i in good]
                chunk.rows = [chunk.rows[i] for i in good]
            if chunk.rows:
                seen = True
                yield chunk
        if not seen and not len(own):
            own.add("%s: there is %s; it needs at least one data row" % (
                self.path.name, "a header but no data row" if self.header else "no data row"))
        if faults is None:
            own.raise_if_any()

    def _raw_chunks(self, size):
        try:
            with open(self.path, encoding="utf-8-sig", newline="") as stream:
                reader = csv.reader(stream, skipinitialspace=True, strict=True)
                while True:
                    before = reader.line_num
                    rows = list(islice(reader, size))
                    if not rows:
                        return
                    yield Chunk(self.path.name, rows, before + 1, reader.line_num)
        except UnicodeDecodeError:
            raise UserFault(self._encoding_fault()) from None
        except csv.Error as error:
            raise UserFault("%s, line %d: %s; quotes must be closed and doubled inside a value"
                            % (self.path.name, reader.line_num, error)) from None

    def _encoding_fault(self):
        with open(self.path, "rb") as stream:
            for line, content in enumerate(stream, 1):
                if line == 1 and content[:2] in (b"\xff\xfe", b"\xfe\xff"):
                    return "%s: is UTF-16; save it as UTF-8" % self.path.name
                try:
                    content.decode("utf-8")
                except UnicodeDecodeError as error:
                    return ("%s, line %d: byte 0x%02x at position %d is no UTF-8; save the file as UTF-8 "
                            "(e.g. iconv -f latin1 -t utf-8)"
                            % (self.path.name, line, content[error.start], error.start + 1))
        return "%s: is no UTF-8" % self.path.name


def parse_records(body):
    """Headerless CSV records (text or UTF-8 bytes), row by row: what an inference request carries."""
    text = body.decode("utf-8") if isinstance(body, (bytes, bytearray)) else body
    return (row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row)
