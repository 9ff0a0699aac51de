"""Makes the data of a rehearsal: training data; a clean, and a drifted and degraded batch, each with its truth.

    make_data.py --out DIR --seed 7
    make_data.py --out DIR --seed 7 --training-data F --target last --header true --metric accuracy

Writes below DIR
    training/<own name>.csv      what the training pipeline gets
    batches/<own name>.csv       the clean batch: as given, or rows that training never sees, without the target
    batches/drifted.csv          every number doubled and moved beyond its range, only the rarest categories;
                                 its truth is one that no model of the training data can meet
    batches/subtle.csv           the clean rows with one number moved by half its spread: drift that is easily missed
    truth/<same names>           the truth of each
    data.json                    names, counts, the naive baseline's metric and the threshold that follows from it

--training-data is a file, or a folder whose *.csv files are read as one table. Without it:
scikit-learn's diabetes set in its original units, with the body mass index as a category.
With --inference-data (and --ground-truth) those files are the clean batch, and all rows are trained on.

Everything that the pipelines would complain of is checked here first, on the files as they were given.
"""
from __future__ import annotations

import contextlib
import csv
import io
import platform
import shutil
import sys
import tempfile
from argparse import Namespace
from importlib import metadata
from pathlib import Path
from typing import Any, Sequence

import numpy as np

SCRIPTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SCRIPTS))

from lib import metric_values  # noqa: E402  (the scripts' folder must be on the path first)
from lib.arguments import Options, flag, number, one_of, text as any_text  # noqa: E402
from lib.csv_tables import (TableFormat, category, check_readable, csv_files, is_number, parse_number,  # noqa: E402
                            parse_numbers, words)
from lib.data_split import split_data, split_rows, strata  # noqa: E402
from lib.feature_schema import PROBLEM_TYPES, class_labels, sorted_classes  # noqa: E402
from lib.findings import Findings  # noqa: E402
from lib.ground_truth import TruthFile  # noqa: E402
from lib.job_runtime import Faults, UserFault, write_json  # noqa: E402
from lib.training_data import TrainingData  # noqa: E402
from scoring_preprocessing import prepare_files  # noqa: E402

# Small data makes small batches, in which no drift can be told from chance; the drifted one repeats rows up to this.
DRIFTED_MIN_ROWS, DRIFTED_MAX_ROWS = 200, 2000
# What a model must save of the naive baseline's error.
NAIVE_SHARE = 0.85
# What the scripts stand on.
LIBRARIES = ("numpy", "scipy", "scikit-learn", "joblib")


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


def default_threshold(metric: str, naive: float) -> float:
    """85 % of the naive baseline's error. Where higher is better, the error is what is missing to 1."""
    threshold = 1 - NAIVE_SHARE * (1 - naive) if metric_values.HIGHER_IS_BETTER[metric] else NAIVE_SHARE * naive
    return float("%.4g" % threshold)


def drifted_features(rows: Sequence[Sequence[str]], data: Data) -> list[list[str]]:
    """Every number doubled and moved beyond the highest one known (whole numbers stay whole), every category replaced
    by its column's rarest one, nothing missing: records that hardly differ any more to a model."""
    moved_rows = [list(row) for row in rows]
    for position in data.features:
        texts = [row[position] for row in data.rows]
        values, bad = parse_numbers(texts)
        if bad or np.isnan(values).all():
            present = [text for text in map(category, texts) if text]
            rarest = min(sorted(set(present)), key=present.count, default="")
            for row in moved_rows:
                row[position] = rarest
            continue
        low, high, middle = float(np.nanmin(values)), float(np.nanmax(values)), float(np.nanmedian(values))
        shift = max(high - 2 * low, 0.0) + (high - low or 1.0) / 2
        whole = bool(np.all(values[~np.isnan(values)] % 1 == 0))
        for row in moved_rows:
            value = parse_number(row[position])
            moved = 2 * (middle if value is None or np.isnan(value) else value) + shift
            row[position] = repr(int(round(moved))) if whole else "%.10g" % moved
    return moved_rows


def versions() -> dict[str, str]:
    """Python's version, and those of the libraries that the scripts stand on."""
    found = {"Python": platform.python_version()}
    for name in LIBRARIES:
        # A library may be there without its metadata.
        with contextlib.suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found


def subtle_features(rows: Sequence[Sequence[str]], data: Data) -> tuple[list[list[str]], str | None]:
    """The first number with more than a few values moved by half its standard deviation. Returns (rows, its name)."""
    for position in data.features:
        values, bad = parse_numbers([row[position] for row in data.rows])
        if bad or len(np.unique(values[~np.isnan(values)])) <= 10:
            continue
        shift = float(np.nanstd(values)) / 2
        if bool(np.all(values[~np.isnan(values)] % 1 == 0)):
            # Whole numbers stay whole: a fraction among them would be found as another type, not as drift.
            shift = float(max(1, round(shift)))
        moved = [list(row) for row in rows]
        for row in moved:
            value = parse_number(row[position])
            if value is not None and not np.isnan(value):
                row[position] = "%.10g" % (value + shift)
        return moved, data.names[position]
    return [list(row) for row in rows], None


def moved_truth(texts: Sequence[str], all_texts: Sequence[str], metric: str, threshold: float) -> list[str]:
    """Numbers moved so far beyond the known range that answers from within it miss by more than the threshold."""
    known = np.array(all_texts, float)
    spread = float(known.max() - known.min()) or 1.0
    miss = {"mse": max(threshold, 0.0) ** 0.5, "rmse": max(threshold, 0.0), "mae": max(threshold, 0.0),
            "r2": max(1 - threshold, 0.0) ** 0.5 * float(known.std())}[metric]
    shift = 1.5 * (spread + miss)
    whole = bool(np.all(known % 1 == 0))
    return [repr(int(round(value + shift))) if whole else "%.10g" % (value + shift)
            for value in np.array(texts, float).tolist()]


def unrelated_truth(count: int, all_texts: Sequence[str], metric: str, positive: str | None) -> list[str]:
    """Classes in turn. As equal records stand side by side, once for each class, the truth has nothing to do with
    them: any model is right in one of `classes` cases, and its auc is 0.5. A binary f1 is low if hardly anything is
    positive, whatever the model says."""
    classes = sorted_classes(class_labels(all_texts))
    if metric == "f1" and len(classes) == 2:
        other = classes[0 if classes[1] == positive else 1]
        return [positive if index % 100 == 0 and positive else other for index in range(count)]
    return [classes[index % len(classes)] for index in range(count)]


def check_name(path: Path) -> None:
    """What is deployed reads only objects whose name ends in .csv."""
    check_readable(path)
    if not path.name.lower().endswith(".csv"):
        raise UserFault("%s: the deployed pipelines read only files whose name ends in .csv; rename it" % path.name)


class Data:
    """The rows at hand, and where target and record id stand."""

    def __init__(self, arguments: Namespace, findings: Findings, folder: Path) -> None:
        self.format = TableFormat(arguments.header, arguments.separator, arguments.decimal, tuple(arguments.missing))
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


def check_batch(data: Data, batch: Path, truth: Path | None, schema: dict[str, Any], findings: Findings,
                target: str) -> int:
    """What the batch inference pipeline would say of a batch and its truth. Returns the count of rows."""
    faults = Faults()
    rows, ids = 0, None
    try:
        check_name(batch)
        with tempfile.TemporaryDirectory() as folder:
            prepared = Path(folder) / "scoring"
            prepared.mkdir()
            rows = prepare_files([batch], schema, data.header, prepared, findings)
            if schema["recordId"]:
                with open(prepared / batch.name, encoding="utf-8", newline="") as stream:
                    ids = [row[0] for row in csv.reader(stream)]
    except UserFault as fault:
        faults.add(str(fault))
    if truth is not None:
        try:
            check_name(truth)
            known = TruthFile(truth, schema, TableFormat.of_schema(schema, data.header), target)
            if not len(faults):
                known.align(rows, ids, batch.name)
        except UserFault as fault:
            faults.add(str(fault))
    faults.raise_if_any()
    return rows


def split_as_trained(data: Data, training: np.ndarray, metric: str, seed: int) -> tuple[dict[str, Any], float | None]:
    """The schema that the training pipeline will find, and the naive baseline on the very rows that TrainingEval will
    test on."""
    train, test, _ = split_data(data.known.labels[training], data.known.classes, seed)
    schema = data.known.schema(training[train])
    truth = data.known.labels_by_index[training[test]]
    shares = np.zeros((len(truth), len(data.known.classes or [])))
    return schema, metric_values.Scores(schema, truth, truth, shares).naive_metrics().get(metric)


def read_options(argv: Sequence[str]) -> Namespace:
    """The options, checked against each other."""
    options = Options(__doc__).option("out").option("seed", number(0, 2 ** 32 - 1, integer=True), "0")
    for name, default in (("training-data", ""), ("target", "last"), ("record-id", ""), ("metric", ""),
                          ("inference-data", ""), ("ground-truth", ""), ("separator", ","), ("positive-class", "")):
        options.option(name, any_text, default)
    options.option("header", flag, "true").option("problem-type", one_of("", *PROBLEM_TYPES), "")
    options.listed("exclude", words).listed("missing", words).option("decimal", one_of(".", ","), ".")
    options.option("threshold", lambda name, value: number()(name, value) if value else None, "")
    options.option("holdout-share", number(0.01, 0.5), "0.2").option("batch-rows", number(0, integer=True), "0")
    arguments = options.option("with-record-id", flag, "false").read(argv)
    faults = Faults()
    if arguments.ground_truth and not arguments.inference_data:
        faults.add("argument '--ground-truth' needs '--inference-data': the batch that it is the truth of")
    if arguments.metric and arguments.metric not in metric_values.HIGHER_IS_BETTER:
        one_of(*metric_values.HIGHER_IS_BETTER)("metric", arguments.metric)
    if arguments.threshold is not None and arguments.metric:
        metric_values.check_threshold(arguments.metric, arguments.threshold)
    faults.raise_if_any()
    return arguments


def main(argv: list[str]) -> None:
    arguments = read_options(argv)
    out, seed = Path(arguments.out), arguments.seed
    findings = Findings("rehearsal")
    with tempfile.TemporaryDirectory() as folder:
        data = Data(arguments, findings, Path(folder))
        make(arguments, data, out, seed, findings)


def make(arguments: Namespace, data: Data, out: Path, seed: int, findings: Findings) -> None:
    """Writes all files."""
    problem_type = data.problem_type
    metric = arguments.metric or ("mse" if problem_type == "regression" else "accuracy")
    metric_values.check_metric(metric, problem_type)
    if arguments.threshold is not None:
        metric_values.check_threshold(metric, arguments.threshold)
    random = np.random.default_rng(seed)
    batch = Path(arguments.inference_data) if arguments.inference_data else None
    truth = Path(arguments.ground_truth) if arguments.ground_truth else None
    if batch is not None:
        training = held_out = np.arange(len(data.rows))
    else:
        labels = data.known.labels
        training, held_out = split_rows(len(data.rows), [arguments.holdout_share], seed,
                                        strata(labels) if problem_type == "regression" else labels.astype(str))
    schema, naive = split_as_trained(data, training, metric, seed)
    if naive is None and arguments.threshold is None:
        raise UserFault("%s is undefined on the rows that a model of this data would be tested on; give more rows, another "
                        "--metric, or a --threshold" % metric)
    threshold = default_threshold(metric, naive or 0.0) if arguments.threshold is None else arguments.threshold

    if batch is not None:
        for path in (batch, truth):
            if path is not None and not path.exists():
                raise UserFault("%s: there is no such file" % path)
        clean_rows = check_batch(data, batch, truth, schema, findings, arguments.target)
        clean_name = batch.name
        for part, source in (("batches", batch), ("truth", truth)):
            if source is not None:
                (out / part).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, out / part / clean_name)
        (out / "training").mkdir(parents=True, exist_ok=True)
        if len(data.files) == 1:
            shutil.copyfile(data.files[0], out / "training" / data.name)
        else:
            data.write(out / "training" / data.name, data.rows, range(len(data.names)))
        clean = data.drawn(held_out, min(len(held_out), DRIFTED_MAX_ROWS), random)
    else:
        clean_name = "clean.csv"
        data.write(out / "training" / data.name, [data.rows[index] for index in training], range(len(data.names)))
        clean = ([data.rows[index] for index in held_out] if not arguments.batch_rows
                 else data.drawn(held_out, arguments.batch_rows, random))
        data.write_batch(out, clean_name, clean)
        clean_rows = len(clean)
    positive = (schema["positiveClass"] or {}).get("label")
    rows = data.drifted(held_out, metric, threshold, positive, random)
    drifted_name = "drifted.csv" if clean_name != "drifted.csv" else "drifted-2.csv"
    subtle_name = "subtle.csv" if clean_name != "subtle.csv" else "subtle-2.csv"
    data.write_batch(out, drifted_name, rows)
    subtle, subtle_column = subtle_features(clean, data)
    data.write_batch(out, subtle_name, subtle)
    write_json(out / "data.json", {
        "rows": len(data.rows), "columns": len(data.names), "trainingRows": len(training), "cleanRows": clean_rows,
        "driftedRows": len(rows), "subtleRows": len(subtle), "subtleColumn": subtle_column,
        "names": data.names, "header": data.header, "target": data.names[data.target],
        "targetPosition": data.target,
        "recordId": data.names[data.record_id] if data.record_id is not None else None,
        "recordIdPosition": data.record_id, "problemType": problem_type,
        "positiveClass": schema["positiveClass"],
        "metric": metric, "metricGiven": bool(arguments.metric), "naive": naive, "threshold": threshold, "seed": seed,
        "ownBatch": batch is not None, "warnings": findings.warnings, "libraries": versions(),
        "files": {"training": "training/" + data.name, "cleanBatch": "batches/" + clean_name,
                  "cleanTruth": "truth/" + clean_name if truth is not None or batch is None else None,
                  "driftedBatch": "batches/" + drifted_name, "driftedTruth": "truth/" + drifted_name,
                  "subtleBatch": "batches/" + subtle_name, "subtleTruth": "truth/" + subtle_name}})


if __name__ == "__main__":
    try:
        # The warnings stand in data.json; what is printed is the fault alone.
        with contextlib.redirect_stdout(io.StringIO()):
            main(sys.argv[1:])
    except UserFault as fault:
        sys.exit(str(fault))
    except OSError as error:
        sys.exit("%s: %s" % (error.filename, error.strerror))
