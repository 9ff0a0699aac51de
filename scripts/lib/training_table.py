"""The whole training data: every file of the folder in one table, checked; each column's kind is found from its
values."""
import numpy as np

from lib.csv_tables import CsvReader, is_missing, parse_number, parse_numbers
from lib.feature_schema import unnamed_columns
from lib.job_runtime import Faults, UserFault

# A column with a few words among many different numbers is a numeric one with mistakes in it; with few different
# values (codes such as 1, 2, X) it is a categorical one.
MOSTLY_NUMERIC, MANY_VALUES = 0.9, 50


class TrainingTable:
    """`names`, `rows` (fields as text, columns in the order of the first file), `has_header`."""

    def __init__(self, files, has_header):
        self.has_header = has_header
        self.names, self.rows = None, []
        self._chunks = []
        self._first_rows = set()
        faults = Faults()
        for path in files:
            self._read(CsvReader(path, has_header), path, files[0], faults)
        faults.raise_if_any()
        self.columns = list(zip(*self.rows))

    def _read(self, reader, path, first, faults):
        order = None
        if self.names is None:
            self.names = reader.names or unnamed_columns(reader.width)
        elif self.has_header and reader.names != self.names:
            if sorted(reader.names) != sorted(self.names):
                faults.add("%s, line 1: columns %s, but %s has %s; all files of the training data need the same columns"
                           % (path.name, ", ".join(reader.names), first.name, ", ".join(self.names)))
                return
            order = [reader.names.index(name) for name in self.names]
        elif reader.width != len(self.names):
            faults.add("%s: %d columns, but %s has %d; all files of the training data need the same count"
                       % (path.name, reader.width, first.name, len(self.names)))
            return
        self._first_rows.add(len(self.rows))
        for chunk in reader.chunks(faults):
            self._chunks.append((len(self.rows), chunk))
            rows = chunk.rows
            self.rows.extend(rows if order is None else [[row[p] for p in order] for row in rows])

    def where(self, row, position):
        """File, line and column of a field, for a person."""
        start, chunk = next((s, c) for s, c in reversed(self._chunks) if s <= row)
        return "%s, line %d, column '%s'" % (chunk.file_name, chunk.line(row - start), self.names[position])

    def check_no_header_line(self):
        """Without header: the first line must not be one (a word where all other rows hold numbers)."""
        if self.has_header or len(self.rows) <= len(self._first_rows):
            return
        for position, texts in enumerate(self.columns):
            words = [row for row in self._first_rows if parse_number(texts[row]) is None]
            if not words:
                continue
            _, bad = parse_numbers(texts)
            if set(bad) <= self._first_rows and not all(map(is_missing, set(texts) - {texts[r] for r in words})):
                raise UserFault("%s: '%s', while all other rows hold numbers there: a header line seems to be left in; "
                                "remove it, or configure 'header: true' (--header in a rehearsal)"
                                % (self.where(words[0], position), texts[words[0]]))

    def kind(self, position, faults):
        """'numeric' or 'categorical'; mistakes in a numeric column go to `faults`."""
        texts = self.columns[position]
        values, bad = parse_numbers(texts)
        for row in np.flatnonzero(np.isinf(values)).tolist():
            faults.add("%s: '%s' is not finite; allowed: a finite number, or empty for a missing value"
                       % (self.where(row, position), texts[row]))
        if not bad:
            return "numeric"
        present = values[~np.isnan(values)]
        if len(present) < MOSTLY_NUMERIC * (len(present) + len(bad)) or len(np.unique(present)) <= MANY_VALUES:
            return "categorical"
        for row in bad:
            faults.add("%s: '%s' is no number, but %d of the column's %d values are; allowed: a number (with a decimal "
                       "point), or empty for a missing value"
                       % (self.where(row, position), texts[row], len(present), len(present) + len(bad)))
        return "numeric"
