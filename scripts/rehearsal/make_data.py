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
from lib.csv_fields import TableFormat, separator, words  # noqa: E402
from lib.csv_tables import CsvReader  # noqa: E402
from lib.data_split import split_data, split_labelled  # noqa: E402
from lib.feature_schema import PROBLEM_TYPES  # noqa: E402
from lib.findings import Findings  # noqa: E402
from lib.ground_truth import TruthFile  # noqa: E402
from lib.job_runtime import Faults, UserFault, write_json  # noqa: E402
from scoring_preprocessing import prepare_files  # noqa: E402
from rehearsal.drifted_data import subtle_features  # noqa: E402
from rehearsal.given_data import DRIFTED_MAX_ROWS, Data, check_name  # noqa: E402

# What a model must save of the naive baseline's error.
NAIVE_SHARE = 0.85
# What the scripts stand on.
LIBRARIES = ("numpy", "scipy", "scikit-learn", "joblib")


def default_threshold(metric: str, naive: float) -> float:
    """85 % of the naive baseline's error. Where higher is better, the error is what is missing to 1."""
    threshold = 1 - NAIVE_SHARE * (1 - naive) if metric_values.HIGHER_IS_BETTER[metric] else NAIVE_SHARE * naive
    return float("%.4g" % threshold)


def versions() -> dict[str, str]:
    """Python's version, and those of the libraries that the scripts stand on."""
    found = {"Python": platform.python_version()}
    for name in LIBRARIES:
        # A library may be there without its metadata.
        with contextlib.suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found


def check_batch(data: Data, batch: Path, truth: Path | None, schema: dict[str, Any], findings: Findings,
                target: str) -> int:
    """What the batch inference pipeline would say of a batch and its truth. Returns the count of rows."""
    faults = Faults()
    rows = 0
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "scoring"
        prepared.mkdir()
        with faults.gather():
            rows = prepare_files({batch.name: batch}, schema, data.header, prepared, findings)
        if truth is not None:
            with faults.gather():
                known = TruthFile(truth, schema, TableFormat.of_schema(schema, data.header), target)
                if not len(faults):
                    known.warn_of_order(findings)
                    check_order(known, prepared / batch.name, rows, int(schema["recordId"] is not None))
    faults.raise_if_any()
    return rows


def check_order(truth: TruthFile, prepared: Path, rows: int, has_id: int) -> None:
    """Truth of another batch, or in another order, as far as the files can tell."""
    ids: list[str] = []
    if has_id:
        for chunk in CsvReader(prepared, header=False).chunks():
            ids += chunk.column(0)
    order = truth.align(rows, ids if has_id else None, prepared.name)
    start = 0
    for chunk in CsvReader(prepared, header=False).chunks():
        truth.check_features(order, start, [row[has_id:] for row in chunk.rows], prepared.name)
        start += len(chunk.rows)


def split_as_trained(data: Data, training: np.ndarray, metric: str, seed: int) -> tuple[dict[str, Any], float | None]:
    """The schema that the training pipeline will find, and the naive baseline on the very rows that TrainingEval will
    test on."""
    train, test, _ = split_data(data.known.labels[training], data.known.classes, seed,
                                copies=None if data.known.copies is None else data.known.copies[training])
    schema = data.known.schema(training[train], training)
    truth = data.known.labels_by_index[training[test]]
    shares = np.zeros((len(truth), len(data.known.classes or [])))
    return schema, metric_values.Scores(schema, truth, truth, shares).naive_metrics().get(metric)


def read_options(argv: Sequence[str]) -> Namespace:
    """The options, checked against each other."""
    options = Options(__doc__).option("out").option("seed", number(0, 2 ** 32 - 1, integer=True), "0")
    for name, default in (("training-data", ""), ("target", "last"), ("record-id", ""), ("metric", ""),
                          ("inference-data", ""), ("ground-truth", ""), ("positive-class", "")):
        options.option(name, any_text, default)
    options.option("separator", separator, ",")
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
        faults = Faults()
        given = [Path(path) for path in (arguments.inference_data, arguments.ground_truth) if path]
        readable = []
        for path in given:
            with faults.gather():
                if not path.exists():
                    raise UserFault("%s: there is no such file" % path)
                check_name(path)
                readable.append(path)
        data = None
        with faults.gather():
            data = Data(arguments, findings, Path(folder))
        if data is None or len(faults):
            # What the model would say of them isn't known; what they are is.
            for path in readable:
                with faults.gather():
                    for _ in CsvReader(path, table=TableFormat.of_options(arguments)).chunks(faults):
                        pass
        else:
            make(arguments, data, out, seed, findings)
        faults.raise_if_any()


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
        training, held_out = split_labelled(labels, data.known.classes, [arguments.holdout_share], seed, data.known.copies)
    schema, naive = split_as_trained(data, training, metric, seed)
    if naive is None and arguments.threshold is None:
        raise UserFault("%s is undefined on the rows that a model of this data would be tested on; give more rows, another "
                        "--metric, or a --threshold" % metric)
    threshold = default_threshold(metric, naive or 0.0) if arguments.threshold is None else arguments.threshold

    if batch is not None:
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
