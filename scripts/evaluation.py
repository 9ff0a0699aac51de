"""TrainingEval: judges the trained model on the test split, through the very functions that serve it.

Reads   processing/input/model/model.tar.gz, processing/input/test/test.csv (raw features with header, target last)
Writes  processing/output/evaluation/evaluation.json
"""
import csv
import importlib
import io
import re
import sys
import tempfile
from pathlib import Path

import numpy as np

from lib import metric_values
from lib import model_artifact
from lib.arguments import Options, number
from lib.csv_tables import CsvReader
from lib.feature_schema import class_label
from lib.job_runtime import input_dir, output_dir, read_json, run, write_json

# What SageMaker allows in a value of CustomerMetadataProperties, and how long one may be.
NOT_METADATA, METADATA_LENGTH = re.compile(r"[^\w .:/=+\-@]"), 256


def summary(values):
    """The hyperparameters as one text that a model package's metadata can hold."""
    return as_metadata(" ".join("%s=%s" % (name, values[name]) for name in sorted(values)))


def as_metadata(text):
    """The text cut to what a model package's metadata can hold: an S3 key may be longer and have other characters."""
    return NOT_METADATA.sub("-", text)[:METADATA_LENGTH]


def predict(serving, model, reader, feature_count):
    """Sends the raw rows through the served path. Returns (texts of the predictions, texts of the truth)."""
    predicted, truth = [], []
    for chunk in reader.chunks():
        body = io.StringIO()
        csv.writer(body, lineterminator="\n").writerows(row[:feature_count] for row in chunk.rows)
        answer = serving.output_fn(serving.predict_fn(serving.input_fn(body.getvalue(), "text/csv"), model), "text/csv")
        predicted += list(csv.reader(answer.splitlines()))
        truth += chunk.column(feature_count)
    return predicted, truth


def scores_of(schema, predicted, truth):
    """Served answers beside the truth."""
    if schema["problemType"] == "regression":
        return metric_values.Scores(schema, np.array(truth, float), np.array([row[0] for row in predicted], float))
    classes = schema["classes"]
    return metric_values.Scores(schema, np.array([classes.index(class_label(text, classes)) for text in truth]),
                                np.array([classes.index(row[0]) for row in predicted]),
                                np.array([row[1:] for row in predicted], float))


def main(argv):
    arguments = Options(__doc__).option("metric").option("threshold", number()).option("input-key", default="").read(argv)
    metric, threshold = arguments.metric, arguments.threshold
    with tempfile.TemporaryDirectory() as folder:
        model_artifact.extract(input_dir("model") / "model.tar.gz", folder)
        schema = read_json(Path(folder) / "schema.json")
        metric_values.check_metric(metric, schema["problemType"])
        sys.path.insert(0, str(Path(folder) / "code"))
        serving = importlib.import_module("training")
        model = serving.model_fn(folder)
        predicted, truth = predict(serving, model, CsvReader(input_dir("test") / "test.csv", header=True),
                                   len(schema["features"]))
        hyperparameters = read_json(Path(folder) / "hyperparameters.json")
    scores = scores_of(schema, predicted, truth)
    value, naive = metric_values.rounded(scores.value(metric)), metric_values.rounded(scores.naive_value(metric))
    report = scores.report()
    report.update({
        "metric": {"name": metric, "value": value, "naive": naive, "threshold": threshold,
                   "higherIsBetter": metric_values.HIGHER_IS_BETTER[metric]},
        "naive": scores.naive_metrics(),
        "hyperparameters": {"summary": summary(hyperparameters), "values": hyperparameters},
        "lineage": {"trainingObjectKey": as_metadata(arguments.input_key)},
        "rows": {"train": schema["rows"]["train"], "test": len(truth)},
    })
    write_json(output_dir("evaluation") / "evaluation.json", report)
    print("%s=%.6g (threshold %.6g, naive baseline %.6g) on %d test rows" % (
        metric, value, threshold, naive, len(truth)))


if __name__ == "__main__":
    run(main)
