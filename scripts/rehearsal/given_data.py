"""The data of a rehearsal: the user's files as one table, or scikit-learn's diabetes set; and files written from its rows."""
from __future__ import annotations

import csv
from argparse import Namespace
from pathlib import Path
from typing import Sequence

import numpy as np

from lib import metric_values
from lib.csv_fields import TableFormat, is_number
from lib.csv_tables import check_readable, csv_files
from lib.findings import Findings
from lib.job_runtime import UserFault
from lib.training_data import TrainingData
from rehearsal.drifted_data import drifted_features, moved_truth, unrelated_truth

# Small data makes small batches, in which no drift can be told from chance; the drifted one repeats rows up to this.
DRIFTED_MIN_ROWS, DRIFTED_MAX_ROWS = 200, 2000


def default_table() -> tuple[list[str], list[list[str]]]:
    """The diabetes set as (names, rows of text): ages and blood values in their units, target last."""
    from sklearn.datasets import load_diabetes
    data = load_diabetes(scaled=False)
    names = ["age", "sex", "bmi_class", "blood_pressure", "cholesterol", "ldl", "hdl", "cholesterol_ratio",
             "triglycerides_log", "glucose", "progression"]
    bounds, words = (18.5, 25.0, 30.0), ("underweight", "normal", "overweight", "obese")
    rows = []
    for values, target in zip(data.data.tolist(), data.target.tolist()):
        row = [repr(int(v) if v == int(v) else round(v, 4)) for v in values]
        row[2] = words[sum(values[2] >= bound for bound in bounds)]
        rows.append(row + [repr(int(target))])
    return names, rows


def check_name(path: Path) -> None:
    """What is deployed reads only objects whose name ends in .csv."""
    check_readable(path)
    if not path.name.lower().endswith(".csv"):
        raise UserFault("%s: the deployed pipelines read only files whose name ends in .csv; rename it" % path.name)


class Data:
    """The rows at hand, and where target and record id stand."""

    def __init__(self, arguments: Namespace, findings: Findings, folder: Path) -> None:
        self.format = TableFormat.of_options(arguments)
        record_id = arguments.record_id
        if arguments.training_data:
            source = Path(arguments.training_data)
            if not source.exists():
                raise UserFault("%s: there is no such file or folder" % source)
            self.files = csv_files(source) if source.is_dir() else [source]
            if not source.is_dir():
                check_name(source)
            self.name = "training-data.csv" if source.is_dir() else source.name
        else:
            names, rows = default_table()
            if arguments.with_record_id:
                names, rows = ["record_id"] + names, [["r%06d" % (i + 1)] + row for i, row in enumerate(rows)]
                record_id = "record_id"
            self.name, self.files = "training-data.csv", [folder / "diabetes.csv"]
            self.format = TableFormat(True)
            self._write_plain(self.files[0], rows, names)
            self.format = TableFormat(arguments.header)
            if not arguments.header:
                self._write_plain(self.files[0], rows, None)
                record_id = "0" if record_id else ""
        problem_type = arguments.problem_type
        if arguments.metric and not problem_type:
            problem_type = "regression" if arguments.metric in metric_values.REGRESSION else "classification"
        self.known = TrainingData(self.files, self.format, findings, arguments.target, record_id, arguments.exclude,
                                  problem_type, arguments.positive_class)
        self.names, self.header = self.known.names, self.format.header
        self.problem_type = self.known.problem_type
        columns = self.known.columns
        self.target, self.record_id = columns.target, columns.record_id
        self.features = columns.features(len(self.names))
        texts = self.known.table.texts(range(len(self.names)))
        self.rows = [list(row) for row in zip(*(texts[position] for position in range(len(self.names))))]
        self.targets = [row[self.target].strip() for row in self.rows]

    def _spelled(self, text: str) -> str:
        return text.replace(".", ",") if self.format.decimal == "," and is_number(text) else text

    def _write_plain(self, path: Path, rows: Sequence[Sequence[str]], names: Sequence[str] | None) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n", delimiter=self.format.separator)
            if names is not None:
                writer.writerow(names)
            writer.writerows([self._spelled(text) for text in row] for row in rows)

    def write(self, path: Path, rows: Sequence[Sequence[str]], positions: Sequence[int]) -> None:
        """Writes the columns at `positions` as the owner writes them, with header if the data has one."""
        self._write_plain(path, [[row[p] for p in positions] for row in rows],
                          [self.names[p] for p in positions] if self.header else None)

    def write_batch(self, out: Path, name: str, rows: Sequence[Sequence[str]]) -> None:
        """A batch without its target, and its truth under the same file name."""
        self.write(out / "batches" / name, rows, [p for p in range(len(self.names)) if p != self.target])
        self.write(out / "truth" / name, rows, [p for p in (self.record_id, self.target) if p is not None])

    def drawn(self, indexes: np.ndarray, count: int, random: np.random.Generator, copies: int = 1) -> list[list[str]]:
        """`count` rows drawn from `indexes` (none twice as far as there are enough), each `copies` times in a row.
        Record ids are new where there are any."""
        order = random.permutation(indexes)
        if count > len(order):
            order = np.concatenate([order, random.choice(indexes, count - len(order))])
        rows = [list(self.rows[index]) for index in np.repeat(order[:count], copies)]
        if self.record_id is not None:
            for serial, row in enumerate(rows, 1):
                row[self.record_id] = "d%06d" % serial
        return rows

    def drifted(self, indexes: np.ndarray, metric: str, threshold: float, positive: str | None,
                random: np.random.Generator) -> list[list[str]]:
        """Rows that have drifted, with a truth that no model of this data can meet."""
        is_regression = self.problem_type == "regression"
        classes = 1 if is_regression else len(self.known.classes or [])
        count = max(DRIFTED_MIN_ROWS, min(len(indexes), DRIFTED_MAX_ROWS))
        rows = self.drawn(indexes, -(-count // classes), random, classes)
        if is_regression:
            truth = moved_truth([row[self.target] for row in rows], self.targets, metric, threshold)
        else:
            truth = unrelated_truth(len(rows), self.targets, metric, positive)
        rows = drifted_features(rows, self)
        for row, value in zip(rows, truth):
            row[self.target] = value
        return rows
