"""TrainingStep and HPTuning (SageMaker script mode): fits the model; and the model's inference entry point.

Reads   input/data/train/train.csv, validation/validation.csv, preprocessor/{preprocessor.joblib, schema.json}
Writes  model/: model.joblib, preprocessor.joblib, schema.json, hyperparameters.json, code/*.py
Prints  validation:<metric>=<number>, one line a metric: what the definitions' regular expressions read

Served by SageMaker's scikit-learn container (SAGEMAKER_PROGRAM=training.py) through model_fn, input_fn,
predict_fn and output_fn. A request holds headerless raw features in training order.
"""
import csv
import io
import os
import shutil
from itertools import islice
from pathlib import Path

import numpy as np

from lib import feature_encoding
from lib.csv_tables import CHUNK_ROWS, parse_records
from lib.contract import TUNER_OBJECTIVE, hyperparameter_options
from lib.job_runtime import UserFault, base_dir, read_json, run, write_json
from lib.metric_values import Scores

# What the artifact needs beside training.py to serve.
INFERENCE_MODULES = ("training.py", "lib/__init__.py", "lib/arguments.py", "lib/contract.py", "lib/csv_tables.py",
                     "lib/feature_encoding.py", "lib/job_runtime.py", "lib/metric_values.py")


def read_hyperparameters(argv):
    """The hyperparameters as numbers; an unknown or unusable one is a UserFault.

    contract.json lists them. One that isn't there is added here: `options.option("max_features", number(0.01, 1), "1")`.
    """
    options = hyperparameter_options(__doc__)
    values = vars(options.read(argv))
    return {name: value for name, value in values.items() if name != TUNER_OBJECTIVE}


def channel(name):
    """The folder of a training channel."""
    return Path(os.environ.get("SM_CHANNEL_" + name.upper()) or base_dir() / "input" / "data" / name)


def read_encoded(folder):
    """Labels and model input, as training_preprocessing.py wrote them."""
    path = folder / (folder.name + ".csv")
    if not path.is_file():
        raise UserFault("%s: the file is missing; the channel must be the output of training_preprocessing.py" % path)
    content = np.loadtxt(path, delimiter=",", ndmin=2)
    return content[:, 0], content[:, 1:]


def fit_model(hyperparameters, schema, labels, encoded):
    """Fits scikit-learn's gradient boosting."""
    from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor

    parameters = {name: value for name, value in hyperparameters.items() if name != "seed"}
    kind = GradientBoostingRegressor if schema["problemType"] == "regression" else GradientBoostingClassifier
    target = labels if schema["problemType"] == "regression" else labels.astype(int)
    return kind(random_state=hyperparameters["seed"], **parameters).fit(encoded, target)


def predict(model, schema, encoded):
    """(numbers, None), or (class indexes, probabilities with a column for each class of the schema)."""
    if schema["problemType"] == "regression":
        return model.predict(encoded), None
    probabilities = np.zeros((len(encoded), len(schema["classes"])))
    probabilities[:, model.classes_] = model.predict_proba(encoded)
    return probabilities.argmax(axis=1), probabilities


def main(argv):
    hyperparameters = read_hyperparameters(argv)
    preparation = channel("preprocessor")
    schema = read_json(preparation / "schema.json")
    labels, encoded = read_encoded(channel("train"))
    model = fit_model(hyperparameters, schema, labels, encoded)

    truth, encoded = read_encoded(channel("validation"))
    truth = truth if schema["problemType"] == "regression" else truth.astype(int)
    for name, value in Scores(schema, truth, *predict(model, schema, encoded)).metrics().items():
        print("validation:%s=%.17g" % (name, value))

    import joblib
    folder = Path(os.environ.get("SM_MODEL_DIR") or base_dir() / "model")
    (folder / "code" / "lib").mkdir(parents=True, exist_ok=True)
    joblib.dump(model, folder / "model.joblib")
    for name in ("preprocessor.joblib", "schema.json"):
        shutil.copyfile(preparation / name, folder / name)
    write_json(folder / "hyperparameters.json", hyperparameters)
    for module in INFERENCE_MODULES:
        shutil.copyfile(Path(__file__).resolve().parent / module, folder / "code" / module)


def model_fn(model_dir):
    """Loads the model with its preprocessing and schema."""
    import joblib
    folder = Path(model_dir)
    return {"model": joblib.load(folder / "model.joblib"), "schema": read_json(folder / "schema.json"),
            "preprocessor": joblib.load(folder / "preprocessor.joblib")}


def input_fn(body, content_type):
    """text/csv (text or bytes) as an iterator of rows; anything else raises ValueError."""
    if content_type.split(";")[0].strip().lower() != "text/csv":
        raise ValueError("content type '%s' is not supported; allowed: text/csv" % content_type)
    return parse_records(body)


def predict_fn(rows, model):
    """Predictions as lists: [number], or [label, probability of each class in the schema's order]."""
    schema, rows, answers = model["schema"], iter(rows), []
    features = schema["features"]
    while True:
        # A request may hold megabytes; in parts it needs little memory.
        part = list(islice(rows, CHUNK_ROWS))
        if not part:
            return answers
        for index, row in enumerate(part, len(answers) + 1):
            if len(row) != len(features):
                raise UserFault("record %d: %d values, but the model needs %d (%s)" % (
                    index, len(row), len(features), ", ".join(feature["name"] for feature in features)))
        encoded = feature_encoding.encode(model["preprocessor"], part, features, len(answers) + 1)
        predicted, probabilities = predict(model["model"], schema, encoded)
        if probabilities is None:
            answers += [[value] for value in predicted.tolist()]
        else:
            answers += [[schema["classes"][index]] + row
                        for index, row in zip(predicted.tolist(), probabilities.tolist())]


def output_fn(prediction, accept):
    """The predictions as CSV, one line a record; anything but text/csv raises ValueError."""
    if accept.split(";")[0].strip().lower() not in ("text/csv", "*/*"):
        raise ValueError("accept '%s' is not supported; allowed: text/csv" % accept)
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(prediction)
    return stream.getvalue().rstrip("\n")


if __name__ == "__main__":
    run(main, report="failure")
