"""The truth of a batch, in any layout that its owners have: one column; record id and truth; or the training layout."""
from __future__ import annotations

from pathlib import Path
from typing import Any, Sequence

import numpy as np

from lib.csv_fields import (TableFormat, category, header_left_in, header_missing, is_missing, is_number, mend_of, parse_number,
                            spelling)
from lib.csv_tables import Chunk, CsvReader
from lib.feature_schema import class_label, feature_names, resolve_column, unnamed_columns
from lib.findings import Findings
from lib.job_runtime import Faults, UserFault, did_you_mean, shown


def find_truth(folder: Path, batch: str) -> Path | None:
    """The truth of a batch: it lies below the truth's folder where the batch lies below the batches'. None: there is none."""
    path = folder / batch
    return path if path.is_file() else None


def warn_of_truth_elsewhere(folder: Path, batch: str, findings: Findings) -> None:
    """A file that is named as the batch, but lies in a folder where the batch lies in none, or the other way round.

    Files in other folders are other batches' truth, mostly: partitions with one file name.
    """
    name = Path(batch).name
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name == name) if folder.is_dir() else ()
    elsewhere = sorted(path for path in found if ("/" in path) != ("/" in batch))
    if elsewhere:
        findings.warn("truth-elsewhere", "batch %s has no ground truth, but %s is there; if it is this batch's truth, put it to %s "
                      "below the ground truth's prefix, where the batch lies below its own" % (batch, ", ".join(elsewhere[:5]), batch),
                      count=len(elsewhere))


class TruthFile:
    """One truth file: `values` (numbers or class indexes), `ids` (or None), in file order."""

    def __init__(self, path: Path, schema: dict[str, Any], table: TableFormat, target: str = "") -> None:
        self.path, self.schema = path, schema
        self.values: np.ndarray = np.empty(0)
        self.ids: list[str] | None = None
        self.lines: list[int] = []
        self.features: dict[int, list[str]] = {}
        self._target = 0
        self._id: int | None = None
        self._features: list[tuple[int, int]] = []
        self._others: dict[str, tuple[int, set[str]]] = {}
        reader = CsvReader(path, table=table, expected=schema["target"]["name"])
        self._find_columns(reader, target)
        self._read(reader)

    def _find_columns(self, reader: CsvReader, target: str) -> None:
        names = reader.names or unnamed_columns(reader.width)
        schema, known = self.schema, feature_names(self.schema)
        recorded = schema["recordId"] or {}
        excluded = schema["excluded"]
        training_width = len(known) + 1 + bool(recorded) + len(excluded)
        if reader.names:
            id_name = recorded.get("name")
            self._id = names.index(id_name) if id_name in names else None
            target_name = target if target in names else schema["target"]["name"]
            left_out = known + [column["name"] for column in excluded]
            others = [p for p in range(len(names)) if p != self._id and names[p] not in left_out]
            if target_name in names:
                self._target = names.index(target_name)
            elif len(others) == 1 and len(names) <= 2:
                self._target = others[0]
                if self._value(names[others[0]]) is not None:
                    raise UserFault("%s, line 1: a header is expected, but it holds data: '%s'; %s" % (
                        shown(reader.path), ",".join(names), header_missing(schema["target"]["name"])))
            else:
                raise UserFault("%s, line 1: there is no column '%s'%s; a truth file needs the target column (and the "
                                "record id, if there is one); found: %s" % (
                                    shown(reader.path), schema["target"]["name"],
                                    did_you_mean(schema["target"]["name"], names), ", ".join(names)))
            self._features = [(known.index(name), p) for p, name in enumerate(names)
                              if name in known and p != self._target]
        elif reader.width == 1:
            self._target = 0
        elif reader.width == 2 and recorded:
            self._id, self._target = 0, 1
        elif reader.width == training_width:
            self._target = (resolve_column("target", target, names) if target and target not in known
                            and not schema["header"] else schema["target"]["position"])
            self._id = recorded.get("position")
            places = [p for p in range(reader.width) if p not in (self._target, self._id)
                      and p not in [column["position"] for column in excluded]]
            self._features = list(enumerate(places))
        else:
            raise UserFault("%s: %d columns; a truth file without header has 1 (the truth)%s or all %d of the training "
                            "data%s" % (shown(reader.path), reader.width,
                                        ", 2 (record id and truth)" if recorded else "", training_width,
                                        "; is the first one a record id? then configure 'recordId' and train again"
                                        if reader.width == 2 and not recorded else ""))
        self.target_name = names[self._target]
        if self._id is None:
            taken = {self._target, *(position for _, position in self._features)}
            self._others = {name: (p, set()) for p, name in enumerate(names) if p not in taken}

    def _read(self, reader: CsvReader) -> None:
        faults, schema = Faults(), self.schema
        if self._id is not None:
            self.ids = []
        columns: dict[int, list[str]] = {index: [] for index, _ in self._features}
        values: list[float | None] = []
        for chunk in reader.chunks(faults):
            for row, text in enumerate(chunk.column(self._target)):
                value = self._value(text)
                if value is None:
                    self._complain(faults, chunk, row, text)
                values.append(value)
                self.lines.append(chunk.line(row))
            if self._id is not None and self.ids is not None:
                self.ids += [text.strip() for text in chunk.column(self._id)]
            for index, position in self._features:
                columns[index] += chunk.column(position)
            self._look_for_ids(chunk)
        faults.raise_if_any()
        self.features = columns
        self.values = np.array(values, float if schema["problemType"] == "regression" else int)

    def _look_for_ids(self, chunk: Chunk) -> None:
        """Keeps those other columns whose values differ in all rows so far."""
        for name, (position, known) in list(self._others.items()):
            known.update(text.strip() for text in chunk.column(position))
            if len(known) < len(self.lines) or "" in known:
                del self._others[name]

    def warn_of_order(self, findings: Findings) -> None:
        """A file that names its records, but is joined by order, because the model knows no record id."""
        if self.schema["recordId"] is None and len(self.values) > 1:
            for name, (_, known) in self._others.items():
                findings.warn("joined-by-order", "ground truth %s seems to have a record id '%s', but it was joined by order; if "
                              "it identifies a record, configure 'recordId' (training data and batches need it, too) and train "
                              "again" % (shown(self.path), name), name, len(known))

    def _value(self, text: str) -> float | None:
        if self.schema["problemType"] == "regression":
            return parse_number(text) if is_number(text) else None
        label = class_label(text, self.schema["classes"])
        return self.schema["classes"].index(label) if label in self.schema["classes"] else None

    def _complain(self, faults: Faults, chunk: Chunk, row: int, text: str) -> None:
        hint = ""
        if chunk.line(row) == 1 and not is_missing(text):
            hint = header_left_in()
        elif self.schema["problemType"] != "regression":
            hint = did_you_mean(text, self.schema["classes"])
        elif spelling(text):
            hint = mend_of(text)
        allowed = ("a finite number" if self.schema["problemType"] == "regression"
                   else "one of the classes " + ", ".join(self.schema["classes"][:20]))
        faults.add("%s, line %d: the truth is '%s'; needed is %s%s" % (
            shown(self.path), chunk.line(row), text, allowed, hint))

    def align(self, batch_rows: int, batch_ids: list[str] | None, batch_name: str) -> np.ndarray:
        """The truth in the batch's row order. Truth of another batch, or of another length, is a UserFault."""
        if self.ids is not None and batch_ids is not None:
            order = self._order_by_id(batch_ids, batch_name)
        elif len(self.values) != batch_rows:
            hint = ""
            if abs(len(self.values) - batch_rows) == 1:
                hint = " (is 'header' configured as the file has it?)"
            raise UserFault("ground truth %s has %d rows, but the batch %s has %d%s; provide the truth of exactly this "
                            "batch, one row a record, in the same order%s" % (
                                shown(self.path), len(self.values), batch_name, batch_rows, hint,
                                " or with the record id" if self.schema["recordId"] else ""))
        else:
            order = np.arange(batch_rows)
        return order

    def _order_by_id(self, batch_ids: list[str], batch_name: str) -> np.ndarray:
        place: dict[str, int] = {}
        faults, own = Faults(), self.ids or []
        for index, key in enumerate(own):
            if key in place:
                faults.add("%s, line %d: the record id '%s' stands there twice (line %d, too)" % (
                    shown(self.path), self.lines[index], key, self.lines[place[key]]))
            place[key] = index
        known: set[str] = set()
        twice = []
        for key in batch_ids:
            if key in known:
                twice.append(key)
            known.add(key)
        if twice:
            faults.add("batch %s: the record ids %s occur more than once; the truth can't be joined by them"
                       % (batch_name, _some(twice)))
        absent = [key for key in batch_ids if key not in place]
        if absent:
            faults.add("ground truth %s (%d rows) lacks %d of the %d records of batch %s: ids %s" % (
                shown(self.path), len(own), len(absent), len(batch_ids), batch_name, _some(absent)))
        foreign = [key for key in own if key not in known]
        if foreign:
            faults.add("ground truth %s has %d records that are not in batch %s: ids %s; is it another batch's truth?"
                       % (shown(self.path), len(foreign), batch_name, _some(foreign)))
        faults.raise_if_any()
        return np.array([place[key] for key in batch_ids], int)

    def check_features(self, order: np.ndarray, start: int, rows: Sequence[Sequence[str]], batch_name: str) -> None:
        """Where the truth file carries features, too, they must be the batch's. `rows`: prepared feature fields."""
        for index, texts in self.features.items():
            for offset, row in enumerate(rows):
                mine, theirs = category(texts[order[start + offset]]), row[index]
                if mine != theirs and not _same_number(mine, theirs):
                    raise UserFault(
                        "%s, line %d: column '%s' is '%s', but '%s' in record %d of batch %s: this is the truth of "
                        "another batch, or in another order; provide the truth of exactly this batch" % (
                            shown(self.path), self.lines[order[start + offset]],
                            self.schema["features"][index]["name"], mine, theirs, start + offset + 1, batch_name))


def _same_number(mine: str, theirs: str) -> bool:
    first, second = parse_number(mine), parse_number(theirs)
    return first is not None and second is not None and (
        first == second or abs(first - second) <= 1e-9 * abs(first) or (first != first and second != second))


def _some(keys: Sequence[str]) -> str:
    return ", ".join(keys[:5]) + (", ..." if len(keys) > 5 else "")
