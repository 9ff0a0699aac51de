"""What the training data is to the scripts: target, classes, features with their kinds; every fault at once.

Training, the rehearsal's data and `./mlops data show` all come here, so a file is understood in one way only.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Sequence

import numpy as np

from lib import feature_encoding
from lib.csv_fields import MARKS, SPELLINGS, TableFormat, category, mend_of, parse_number, spelling
from lib.feature_schema import class_label, class_labels, resolve_column, sorted_classes
from lib.findings import Findings
from lib.job_runtime import Faults, UserFault, did_you_mean
from lib.metric_values import naive_of
from lib.training_table import FeatureColumn, TrainingTable

MAX_CLASSES = 200
# A whole-number target with at most this many values is taken for classes, unless said otherwise.
FEW_CLASSES = 10
# Of two classes one is the rarer only below this share; closer to even the next data may have it the other way round.
RARER_SHARE = 0.45
# A column that counts this many rows, one by one, is no coincidence.
MIN_NUMBERED = 10
# Categories that schema.json lists, so that a batch's new ones are noticed.
LISTED_CATEGORIES = 1000


@dataclass
class Columns:
    """Where the columns stand that are no features."""

    target: int
    record_id: int | None
    excluded: list[int]

    def features(self, count: int) -> list[int]:
        """The positions of the features."""
        return [p for p in range(count) if p not in (self.target, self.record_id) and p not in self.excluded]


def find_columns(names: Sequence[str], target: str, record_id: str = "", exclude: Sequence[str] = ()) -> Columns:
    """Resolves the columns that settings name; all faults together."""
    faults = Faults()
    found: list[int | None] = []
    for argument, choice in [("target", target), ("record-id", record_id)] + [("exclude", name) for name in exclude]:
        try:
            found.append(resolve_column(argument, choice, names) if choice else None)
        except UserFault as fault:
            faults.add(str(fault))
            found.append(None)
    faults.raise_if_any()
    position, identity, excluded = found[0] or 0, found[1], [p for p in found[2:] if p is not None]
    if identity == position:
        faults.add("arguments '--target' and '--record-id' both name column '%s'" % names[position])
    for argument, taken in (("target", position), ("record-id", identity)):
        if taken in excluded and taken is not None:
            faults.add("arguments '--%s' and '--exclude' both name column '%s'" % (argument, names[taken]))
    columns = Columns(position, identity, sorted(set(excluded)))
    if not columns.features(len(names)):
        faults.add("the training data has no feature column, only %s" % ", ".join(names))
    faults.raise_if_any()
    return columns


def looks_like_classes(values: np.ndarray, has_words: bool) -> bool:
    """Whether a target is one of classes: words, or few whole numbers."""
    present = values[np.isfinite(values)]
    if has_words or not len(present):
        return True
    return bool(np.all(present == np.floor(present))) and len(np.unique(present)) <= FEW_CLASSES


class TrainingData:
    """The checked training data: `labels`, `classes`, `features`, and what schema.json says of them."""

    def __init__(self, files: Sequence[Path], table: TableFormat, findings: Findings, target: str, record_id: str = "",
                 exclude: Sequence[str] = (), problem_type: str = "", positive_class: str = "") -> None:
        self.table = TrainingTable(files, table)
        self.table.check_no_header_line()
        self.names, self.findings = self.table.names, findings
        self.columns = find_columns(self.names, target, record_id, exclude)
        target_column = self.table.columns[self.columns.target]
        self.problem_type = problem_type or (
            "classification" if looks_like_classes(target_column.values, target_column.word_count > 0) else "regression")
        faults = Faults()
        positions = self.columns.features(len(self.names))
        kinds = {position: self.table.kind(position, faults) for position in positions}
        wanted = [position for position, kind in kinds.items() if kind == "categorical"]
        texts = self.table.texts(wanted + ([self.columns.target] if self.problem_type == "classification" else []))
        self.classes: list[str] | None = None
        self.labels: np.ndarray = np.empty(0)
        if self.problem_type == "regression":
            self._read_numbers(faults)
        else:
            self._read_classes(texts[self.columns.target], faults)
        self.features = [self._feature(position, kinds[position], texts.get(position, []), faults)
                         for position in positions]
        faults.raise_if_any()
        self.copies = self._find_copies()
        self._asked_positive = positive_class
        self._check_positive(positive_class)

    def _read_numbers(self, faults: Faults) -> None:
        column = self.table.columns[self.columns.target]
        self.labels = column.values
        wrong = np.flatnonzero(~np.isfinite(self.labels)).tolist()
        texts = self.table.texts([self.columns.target])[self.columns.target] if wrong else []
        for row in wrong:
            faults.add("%s: the target is '%s'; regression needs a finite number in each row (remove the row, or "
                       "choose another target)%s" % (self.table.where(row, self.columns.target), texts[row], self._spelt(texts[row])))
        for row, text in column.thousands.items():
            faults.add("%s: '%s' has a mark between thousands; write the number without it" % (
                self.table.where(row, self.columns.target), text))

    @staticmethod
    def _spelt(text: str) -> str:
        """What mends a text that is a number to people."""
        return mend_of(text) if spelling(text) else ""

    def _read_classes(self, texts: list[str], faults: Faults) -> None:
        position = self.columns.target
        for row in [row for row, text in enumerate(texts) if not category(text)]:
            faults.add("%s: the target is '%s'; classification needs a class in each row (remove the row, or choose "
                       "another target)" % (self.table.where(row, position), texts[row]))
        if len(faults):
            return
        self.labels = np.array(class_labels(texts), object)
        self.classes = classes = sorted_classes(self.labels)
        if len(classes) == 1:
            faults.add("target column '%s': all %d rows have the same class '%s'; classification needs at least two"
                       % (self.names[position], len(texts), classes[0]))
        broken = [text for text in classes if (parse_number(text) or 0) % 1 > 0]
        if len(broken) > FEW_CLASSES:
            faults.add("target column '%s' holds numbers such as %s, not classes; choose a metric for numbers (mse, rmse, "
                       "mae, r2)" % (self.names[position], broken[0]))
        elif len(classes) > MAX_CLASSES or len(classes) > max(2, len(texts) // 2):
            faults.add("target column '%s': %d different classes in %d rows; allowed are %d, and two rows a class on "
                       "average; is it a number to predict (problem type regression), or the wrong column?%s"
                       % (self.names[position], len(classes), len(texts), MAX_CLASSES, self._spelt(classes[-1])))

    def _check_positive(self, asked: str) -> None:
        if asked and (self.classes is None or len(self.classes) != 2):
            raise UserFault("argument '--positive-class': got '%s', but %s; leave it out" % (
                asked, "the target holds numbers" if self.classes is None else "there are %d classes" % len(self.classes)))
        if asked and class_label(asked, self.classes) not in (self.classes or []):
            raise UserFault("argument '--positive-class': got '%s', allowed: %s%s" % (
                asked, ", ".join(self.classes or []), did_you_mean(asked, self.classes or [])))

    def _feature(self, position: int, kind: str, texts: list[str], faults: Faults) -> FeatureColumn:
        column, name = self.table.columns[position], self.names[position]
        warn, rows = self.findings.warn, self.table.row_count
        if kind == "numeric":
            feature = FeatureColumn.numeric(name, column.values)
            marks = sum(column.marks.values())
            if marks:
                warn("missing-marks", "column '%s': %d cells hold %s among numbers; they count as missing" % (
                    name, marks, ", ".join("'%s'" % mark for mark in sorted(column.marks))), name, marks)
            if len(column.present) and float(np.max(np.abs(column.present))) > feature_encoding.LARGEST:
                row = int(np.nanargmax(np.abs(column.values)))
                faults.add("%s: %g is too large; allowed are numbers up to %.2g" % (
                    self.table.where(row, position), column.values[row], feature_encoding.LARGEST))
            distinct = (1 if np.ptp(column.present) == 0 else 2) if len(column.present) else 0
            if feature.missing == 0 and rows >= MIN_NUMBERED and bool(np.all(np.diff(column.values) == 1)):
                warn("row-number", "column '%s' numbers the rows; name it as the record id or exclude it: where the file is "
                     "sorted, a model reads the target from it" % name, name, rows)
        else:
            feature = FeatureColumn.categorical(name, texts)
            distinct = len([value for value in feature.categories if value])
            numbers, words = len(column.present), column.word_count
            spelt = self.table.spelling(position)
            marked = Counter(text.strip() for text in texts if text.strip().lower() in MARKS)
            if spelt is not None:
                example = next(text for text in column.words.values() if spelling(text))
                warn("decimal-comma" if spelt == "decimal comma" else "numbers-as-text",
                     "column '%s' is read as categories, but holds numbers with a %s, such as '%s'; %s, or exclude it" % (
                         name, spelt, example, SPELLINGS[spelt]), name, words)
            elif marked:
                warn("marks-among-categories", "column '%s': %d cells hold %s; among words that is a category of its own; if it "
                     "stands for a missing value, name it in 'missing'" % (
                         name, sum(marked.values()), ", ".join("'%s'" % mark for mark in sorted(marked))), name, sum(marked.values()))
            if spelt is None and numbers >= words / 4 and numbers > 0:
                warn("read-as-categories", "column '%s' is read as categories, because %d of %d cells are no numbers (%s)" % (
                    name, words, words + numbers, ", ".join(sorted({"'%s'" % w for w in column.words.values()})[:5])),
                    name, words)
            if spelt is None and distinct > feature_encoding.MAX_CATEGORIES and distinct > (rows - feature.missing) / 2:
                warn("near-unique", "column '%s' has %d different values in %d rows; if it identifies a record, name it as "
                     "the record id or exclude it" % (name, distinct, rows - feature.missing), name, distinct)
        if feature.missing == rows:
            warn("no-value", "column '%s' has no value at all; the model can't use it" % name, name, rows)
        elif feature.missing:
            warn("missing-values", "column '%s': %d of %d values are missing; they are filled with the %s" % (
                name, feature.missing, rows, "median" if kind == "numeric" else "most frequent one"), name, feature.missing)
        if distinct == 1 and feature.missing < rows:
            warn("constant", "column '%s' has the same value in all rows; the model learns nothing from it" % name, name,
                 rows)
        return feature

    def _find_copies(self) -> np.ndarray | None:
        """A number for each row, the same for rows that are equal in all features and the target; None without such rows.

        Only where a feature tells records apart: among a few categories equal rows are no copies, just alike.
        """
        marks = np.zeros(self.table.row_count, np.uint64)
        columns = [feature.values if feature.kind == "numeric" else feature.codes for feature in self.features]
        for column in columns + [self.labels_by_index]:
            # Zero has two signs and "missing" has many patterns, but each stands for one value.
            bits = np.where(np.isnan(column.astype(float)), -1e300, column.astype(float) + 0.0).view(np.uint64)
            marks = (marks ^ bits) * np.uint64(0x9E3779B97F4A7C15)
            marks ^= marks >> np.uint64(29)
        told_apart = np.zeros(len(marks), bool)
        for feature in self.features:
            if feature.kind == "numeric":
                there = ~np.isnan(feature.values)
                if len(np.unique(feature.values[there])) > len(np.unique(marks[there])) / 2:
                    told_apart |= there
        _, group = np.unique(marks, return_inverse=True)
        group = np.where(told_apart, group, len(marks) + np.arange(len(marks)))
        copied = len(group) - len(np.unique(group))
        if not copied:
            return None
        self.findings.warn("copied-rows", "%d of %d rows are copies of others; copies stay in the same part of the split" % (
            copied, self.table.row_count), count=copied)
        return group

    @property
    def labels_by_index(self) -> np.ndarray:
        """The labels as numbers: a class as its index."""
        if self.classes is None:
            return self.labels
        place = {label: index for index, label in enumerate(self.classes)}
        return np.array([place[label] for label in self.labels.tolist()])

    def positive_class(self, rows: np.ndarray) -> dict[str, str] | None:
        """Of two classes the one that counts: as set, else the rarer one of all `rows` (however they are ordered or split);
        where both are about as frequent, the later in order (1 of 0 and 1, yes of no and yes)."""
        if self.classes is None or len(self.classes) != 2:
            return None
        if self._asked_positive:
            return {"label": class_label(self._asked_positive, self.classes), "chosenBy": "setting"}
        first = float(np.mean(self.labels[rows] == self.classes[0]))
        return {"label": self.classes[0 if first < RARER_SHARE else 1],
                "chosenBy": "rarer" if min(first, 1 - first) < RARER_SHARE else "order"}

    def schema(self, training: np.ndarray, rows: np.ndarray | None = None) -> dict[str, Any]:
        """What every later step must know; `training`: the rows that a model learns from, of `rows` (all, unless given)."""
        rows = np.arange(self.table.row_count) if rows is None else rows
        def named(position: int) -> dict[str, Any]:
            return {"name": self.names[position], "position": position}

        features: list[dict[str, Any]] = []
        for feature in self.features:
            entry: dict[str, Any] = {"name": feature.name, "kind": feature.kind}
            if feature.kind == "categorical":
                seen = sorted({feature.categories[code] for code in np.unique(feature.codes[training]).tolist()} - {""})
                entry["categories"] = seen if len(seen) <= LISTED_CATEGORIES else None
            features.append(entry)
        return {
            "version": 2,
            "features": features,
            "target": named(self.columns.target),
            "header": self.table.has_header,
            "format": self.table.format.as_json(),
            "recordId": None if self.columns.record_id is None else named(self.columns.record_id),
            "excluded": [named(position) for position in self.columns.excluded],
            "problemType": self.problem_type,
            "classes": self.classes,
            "positiveClass": self.positive_class(rows),
            "naive": naive_of(self.labels[training], self.classes),
        }

    def raw_rows(self, rows: np.ndarray) -> list[list[str]]:
        """The features of some rows as text, in training order."""
        return [list(fields) for fields in zip(*(feature.texts(rows) for feature in self.features))]
