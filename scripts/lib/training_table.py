"""The whole training data: every file of the folder in one table, checked, in memory column by column.

A column of numbers is kept as floats. What is no number is kept as text for a while: a few words among many numbers
are mistakes; otherwise the column holds categories, and its texts are read once more.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Sequence

import numpy as np

from lib.csv_fields import (MARKS, TableFormat, category, header_left_in, mend_of, number_text, parse_number, parse_numbers,
                            spelling_of)
from lib.csv_tables import CsvReader
from lib.feature_schema import unnamed_columns
from lib.job_runtime import Faults, UserFault, shown

# A column with a few words among many different numbers is a numeric one with mistakes in it; with few different
# values (codes such as 1, 2, X) it is a categorical one.
MOSTLY_NUMERIC, MANY_VALUES = 0.9, 50
# So many words are kept before it is clear what a column holds.
KEPT_WORDS = 1000


@dataclass
class Column:
    """One column while it is read: its numbers (NaN: missing), and the rows whose fields are none."""

    name: str
    parts: list[np.ndarray] = field(default_factory=list)
    words: dict[int, str] = field(default_factory=dict)
    word_count: int = 0
    marks: Counter[str] = field(default_factory=Counter)
    thousands: dict[int, str] = field(default_factory=dict)
    _values: np.ndarray | None = None

    def add(self, texts: Sequence[str], first_row: int) -> None:
        """The fields of some consecutive rows."""
        values, bad = parse_numbers(texts)
        self.parts.append(values)
        self.word_count += len(bad)
        for index in bad[:max(0, KEPT_WORDS - len(self.words))]:
            self.words[first_row + index] = texts[index]
        if len(bad) < len(texts):
            for index in np.flatnonzero(np.isnan(values)).tolist():
                mark = texts[index].strip()
                if mark.lower() in MARKS:
                    self.marks[mark] += 1

    @property
    def values(self) -> np.ndarray:
        """All rows as floats."""
        if self._values is None:
            self._values, self.parts = np.concatenate(self.parts), []
        return self._values

    @property
    def present(self) -> np.ndarray:
        """The numbers alone."""
        return self.values[~np.isnan(self.values)]

    @property
    def is_numeric(self) -> bool:
        """Numbers, and perhaps a few words that are mistakes."""
        if not self.word_count:
            return True
        numbers = len(self.present)
        return (numbers >= MOSTLY_NUMERIC * (numbers + self.word_count)
                and len(np.unique(self.present)) > MANY_VALUES)


class TrainingTable:
    """`names`, `columns`, `row_count`; texts by `texts(positions)`, read again where they are no numbers."""

    def __init__(self, files: Sequence[Path], table: TableFormat) -> None:
        self.files, self.format = list(files), table
        self.has_header = table.header
        self.names: list[str] = []
        self.columns: list[Column] = []
        self.row_count = 0
        self._orders: dict[Path, list[int] | None] = {}
        self._places: list[tuple[int, str, Any]] = []
        self._first_rows: dict[int, list[str]] = {}
        faults = Faults()
        for path in self.files:
            with faults.gather():
                self._read(CsvReader(path, table=table), path, faults)
        faults.raise_if_any()

    def _read(self, reader: CsvReader, path: Path, faults: Faults) -> None:
        order = None
        first = self.files[0]
        if not self.names:
            self.names = reader.names or unnamed_columns(reader.width)
            self.columns = [Column(name) for name in self.names]
        elif reader.names is not None and reader.names != self.names:
            if sorted(reader.names) != sorted(self.names):
                faults.add("%s, line 1: columns %s, but %s has %s; all files of the training data need the same columns"
                           % (shown(path), ", ".join(reader.names), shown(first), ", ".join(self.names)))
                return
            order = [reader.names.index(name) for name in self.names]
        elif reader.width != len(self.names):
            faults.add("%s: %d columns, but %s has %d; all files of the training data need the same count"
                       % (shown(path), reader.width, shown(first), len(self.names)))
            return
        self._orders[path] = order
        is_first = True
        for chunk in reader.chunks(faults):
            if is_first:
                self._first_rows[self.row_count] = [chunk.rows[0][p] for p in order or range(len(self.names))]
                is_first = False
            self._places.append((self.row_count, chunk.file_name, chunk.lines or chunk.line(0)))
            fields = list(zip(*chunk.rows))
            for position, column in enumerate(self.columns):
                place = position if order is None else order[position]
                column.add(fields[place], self.row_count)
                if chunk.thousands and len(column.thousands) < KEPT_WORDS:
                    column.thousands.update(
                        (self.row_count + row, text) for row, text in chunk.thousands_in(place).items())
            self.row_count += len(chunk.rows)

    def texts(self, positions: Sequence[int]) -> dict[int, list[str]]:
        """The fields of some columns, as they stand in the files; equal texts are one object."""
        found: dict[int, list[str]] = {position: [] for position in positions}
        if not found:
            return found
        known: dict[str, str] = {}
        for path in self.files:
            order = self._orders[path]
            for chunk in CsvReader(path, table=self.format).chunks():
                for position, texts in found.items():
                    place = position if order is None else order[position]
                    texts.extend(known.setdefault(row[place], row[place]) for row in chunk.rows)
        return found

    def where(self, row: int, position: int) -> str:
        """File, line and column of a field, for a person."""
        start, name, lines = next(place for place in reversed(self._places) if place[0] <= row)
        line = lines[row - start] if isinstance(lines, list) else lines + row - start
        return "%s, line %d, column '%s'" % (name, line, self.names[position])

    def check_no_header_line(self) -> None:
        """Without header: the first line must not be one (a word where all other rows hold numbers)."""
        if self.has_header or self.row_count <= len(self._first_rows):
            return
        for position, column in enumerate(self.columns):
            words = [row for row, fields in self._first_rows.items() if parse_number(fields[position]) is None]
            if words and column.word_count == len(words) and len(column.present):
                raise UserFault("%s: '%s', while all other rows hold numbers there%s" % (
                    self.where(words[0], position), self._first_rows[words[0]][position], header_left_in(training=True)))

    def kind(self, position: int, faults: Faults) -> str:
        """'numeric' or 'categorical'; mistakes in a numeric column go to `faults`."""
        column = self.columns[position]
        grouped = self.format.decimal == "," and self.spelling(position) == "mark between thousands"
        if not column.is_numeric and not grouped:
            return "categorical"
        for row in np.flatnonzero(np.isinf(column.values)).tolist():
            faults.add("%s: '%s' is not finite; allowed: a finite number, or empty for a missing value"
                       % (self.where(row, position), column.values[row]))
        for row, text in column.thousands.items():
            faults.add("%s: '%s' has a mark between thousands; write the number without it" % (self.where(row, position), text))
        numbers = len(column.present)
        for row, text in column.words.items():
            if row in column.thousands:
                continue
            faults.add("%s: '%s' is no number, but %d of the column's %d values are; allowed: a number (with a decimal "
                       "point), or empty for a missing value%s"
                       % (self.where(row, position), text, numbers, numbers + column.word_count, mend_of(text)))
        return "numeric"


    def spelling(self, position: int) -> str | None:
        """How a column of words spells numbers, if it does (see csv_fields.SPELLINGS)."""
        column = self.columns[position]
        return spelling_of(column.words.values()) if column.word_count else None


@dataclass
class FeatureColumn:
    """One feature of all rows: `values` (numeric), or `codes` into `categories` ('' for a missing one)."""

    name: str
    kind: str
    values: np.ndarray
    codes: np.ndarray
    categories: list[str]

    @staticmethod
    def numeric(name: str, values: np.ndarray) -> FeatureColumn:
        """Of numbers."""
        return FeatureColumn(name, "numeric", values, np.empty(0, np.int32), [])

    @staticmethod
    def categorical(name: str, texts: Sequence[str]) -> FeatureColumn:
        """Of texts."""
        codes: dict[str, int] = {}
        clean = {text: category(text) for text in set(texts)}
        numbers = np.fromiter((codes.setdefault(clean[text], len(codes)) for text in texts), np.int32, len(texts))
        return FeatureColumn(name, "categorical", np.empty(0), numbers, list(codes))

    def texts(self, rows: np.ndarray) -> list[str]:
        """Some rows' fields as the scripts write them."""
        if self.kind == "numeric":
            return [number_text(value) for value in self.values[rows].tolist()]
        return [self.categories[code] for code in self.codes[rows].tolist()]

    @property
    def missing(self) -> int:
        """Rows without a value."""
        if self.kind == "numeric":
            return int(np.isnan(self.values).sum())
        return int((self.codes == self.categories.index("")).sum()) if "" in self.categories else 0
