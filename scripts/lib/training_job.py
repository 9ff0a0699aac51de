"""What training and serving have in common, whatever the estimator: read the prepared rows, fit, judge on the validation
rows, leave the artifact; load it and answer requests. A training.py names its estimator and hands it to `train`.

The artifact (model/): model.joblib, preprocessor.joblib, schema.json, warnings.json, hyperparameters.json,
validation.json, code/. A request holds headerless raw features in training order.
"""
from __future__ import annotations

import csv
import io
import os
import shutil
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Tuple

import numpy as np

from lib import feature_encoding
from lib.arguments import Options
from lib.contract import TUNER_OBJECTIVE, hyperparameter_options
from lib.csv_tables import CHUNK_ROWS, parse_records
from lib.findings import Findings, read_warnings
from lib.job_runtime import UserFault, base_dir, read_json, write_json
from lib.metric_values import Scores

# What the artifact needs beside training.py to serve.
INFERENCE_MODULES = ("training.py", "lib/__init__.py", "lib/arguments.py", "lib/contract.py", "lib/csv_fields.py", "lib/csv_tables.py",
                     "lib/feature_encoding.py", "lib/findings.py", "lib/job_runtime.py", "lib/metric_values.py", "lib/training_job.py")

# With fewer validation rows than this, a tuning judges each trial by cross-validation: a handful of rows picks by luck.
SMALL_VALIDATION, FOLDS = 200, 5

# (hyperparameters, labels, encoded rows, is regression) -> a fitted estimator with scikit-learn's predict (and for
# classes predict_proba and classes_). One that takes codes has one argument more: `categories`, the columns that hold them.
Fit = Callable[..., Any]

# (hyperparameters, count of training rows) -> (kind, sentence): what of a training a person should know.
Remarks = Callable[[Dict[str, Any], int], Iterable[Tuple[str, str]]]


def read_hyperparameters(argv: list[str], options: Options) -> tuple[dict[str, Any], bool]:
    """The hyperparameters as numbers (an unknown or unusable one is a UserFault), and whether this is a tuning's trial."""
    values = vars(options.read(argv))
    is_trial = bool(values.pop(TUNER_OBJECTIVE))
    return values, is_trial


def channel(name: str) -> Path:
    """The folder of a training channel."""
    return Path(os.environ.get("SM_CHANNEL_" + name.upper()) or base_dir() / "input" / "data" / name)


def read_encoded(folder: Path, is_regression: bool) -> tuple[np.ndarray, np.ndarray]:
    """Labels and model input, as training_preprocessing.py wrote them."""
    path = folder / (folder.name + ".csv")
    if not path.is_file():
        raise UserFault("%s: the file is missing; the channel must be the output of training_preprocessing.py" % path)
    content = np.loadtxt(path, delimiter=",", ndmin=2)
    return content[:, 0] if is_regression else content[:, 0].astype(int), content[:, 1:]


def predict(model: Any, schema: dict[str, Any], encoded: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    """(numbers, None), or (class indexes, probabilities with a column for each class of the schema)."""
    if schema["problemType"] == "regression":
        return model.predict(encoded), None
    probabilities = np.zeros((len(encoded), len(schema["classes"])))
    probabilities[:, model.classes_] = model.predict_proba(encoded)
    return probabilities.argmax(axis=1), probabilities


def cross_validated(fit: Fit, hyperparameters: dict[str, Any], schema: dict[str, Any], labels: np.ndarray,
                    encoded: np.ndarray) -> dict[str, float]:
    """The metrics of all rows, each predicted by a model that didn't see it; the folds have the labels alike."""
    is_regression = schema["problemType"] == "regression"
    shuffled = np.random.default_rng(hyperparameters.get("seed", 0)).permutation(len(labels))
    order = shuffled[np.argsort(labels[shuffled], kind="stable")]
    fold = np.empty(len(labels), int)
    fold[order] = np.arange(len(labels)) % FOLDS
    predicted = np.zeros(len(labels), float if is_regression else int)
    probabilities = None if is_regression else np.zeros((len(labels), len(schema["classes"])))
    for k in range(FOLDS):
        train, test = fold != k, fold == k
        model = fit(hyperparameters, labels[train], encoded[train], is_regression)
        predicted[test], shares = predict(model, schema, encoded[test])
        if probabilities is not None:
            probabilities[test] = shares
    return Scores(schema, labels, predicted, probabilities).metrics()


def train(argv: list[str], fit: Fit, modules: Iterable[str] = (), options: Options | None = None, takes_codes: bool = False,
          remarks: Remarks | None = None) -> None:
    """The whole training job. `modules`: files of yours that serving needs, too; `options`: where the hyperparameters are
    not only those of contract.json; `takes_codes`: `fit` can learn from categories as codes, which large data comes with
    (else they are made one-hot); `remarks`: what is to be said of this training."""
    import joblib
    hyperparameters, is_trial = read_hyperparameters(argv, options or hyperparameter_options(__doc__))
    preparation = channel("preprocessor")
    schema = read_json(preparation / "schema.json")
    is_regression = schema["problemType"] == "regression"
    labels, encoded = read_encoded(channel("train"), is_regression)
    truth, unseen = read_encoded(channel("validation"), is_regression)
    preprocessor = joblib.load(preparation / "preprocessor.joblib")
    if preprocessor["codes"] and takes_codes:
        count = len(feature_encoding.widths(preprocessor))
        fit = partial(fit, categories=list(range(encoded.shape[1] - count, encoded.shape[1])))
    elif preprocessor["codes"]:
        encoded, unseen = (feature_encoding.one_hot(preprocessor, rows) for rows in (encoded, unseen))
        preprocessor["codes"] = False
    model = fit(hyperparameters, labels, encoded, is_regression)
    if is_trial and len(truth) < SMALL_VALIDATION and len(np.unique(labels)) > 1:
        metrics = cross_validated(fit, hyperparameters, schema, np.concatenate([labels, truth]), np.vstack([encoded, unseen]))
        print("only %d validation rows: judged by %d-fold cross-validation" % (len(truth), FOLDS))
    else:
        metrics = Scores(schema, truth, *predict(model, schema, unseen)).metrics()
    for name, value in metrics.items():
        print("validation:%s=%.17g" % (name, value))

    folder = Path(os.environ.get("SM_MODEL_DIR") or base_dir() / "model")
    (folder / "code" / "lib").mkdir(parents=True, exist_ok=True)
    joblib.dump(model, folder / "model.joblib")
    joblib.dump(preprocessor, folder / "preprocessor.joblib")
    shutil.copyfile(preparation / "schema.json", folder / "schema.json")
    findings = Findings("TrainingStep")
    for kind, sentence in remarks(hyperparameters, len(labels)) if remarks else ():
        findings.warn(kind, sentence)
    findings.write(folder, read_warnings(preparation))
    write_json(folder / "hyperparameters.json", hyperparameters)
    write_json(folder / "validation.json", metrics)
    scripts = Path(__file__).resolve().parent.parent
    for module in [*INFERENCE_MODULES, *modules]:
        (folder / "code" / module).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(scripts / module, folder / "code" / module)


def model_fn(model_dir: str | Path) -> dict[str, Any]:
    """Loads the model with its preprocessing and schema."""
    import joblib
    folder = Path(model_dir)
    return {"model": joblib.load(folder / "model.joblib"), "schema": read_json(folder / "schema.json"),
            "preprocessor": joblib.load(folder / "preprocessor.joblib")}


def input_fn(body: str | bytes, content_type: str) -> Iterable[list[str]]:
    """text/csv (text or bytes) as an iterator of rows; anything else raises ValueError."""
    if content_type.split(";")[0].strip().lower() != "text/csv":
        raise ValueError("content type '%s' is not supported; allowed: text/csv" % content_type)
    return parse_records(body)


def predict_fn(rows: Iterable[list[str]], model: dict[str, Any]) -> list[list[Any]]:
    """Predictions as lists: [number], or [label, probability of each class in the schema's order]."""
    schema, left = model["schema"], iter(rows)
    answers: list[list[Any]] = []
    features = schema["features"]
    while True:
        # A request may hold megabytes; in parts it needs little memory.
        part = list(islice(left, CHUNK_ROWS))
        if not part:
            return answers
        for index, row in enumerate(part, len(answers) + 1):
            if len(row) != len(features):
                raise UserFault("record %d: %d values, but the model needs %d (%s)" % (
                    index, len(row), len(features), ", ".join(feature["name"] for feature in features)))
        encoded = feature_encoding.encode(
            model["preprocessor"], *feature_encoding.split_columns(part, features, len(answers) + 1))
        predicted, probabilities = predict(model["model"], schema, encoded)
        if probabilities is None:
            answers += [[value] for value in predicted.tolist()]
        else:
            answers += [[schema["classes"][index]] + shares
                        for index, shares in zip(predicted.tolist(), probabilities.tolist())]


def output_fn(prediction: Iterable[list[Any]], accept: str) -> str:
    """The predictions as CSV, one line a record; anything but text/csv raises ValueError."""
    if accept.split(";")[0].strip().lower() not in ("text/csv", "*/*"):
        raise ValueError("accept '%s' is not supported; allowed: text/csv" % accept)
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(prediction)
    return stream.getvalue().rstrip("\n")
