"""TrainingPreProcessStep: splits the training data and fits the preprocessing, on the training split only.

Reads   processing/input/raw/*.csv
Writes  processing/output/train/train.csv, validation/validation.csv   numbers for the model, label first, no header
                                                  (categories one-hot; above 10,000 training rows as codes)
        processing/output/test/test.csv           raw features with header, target last
        processing/output/preprocessor/           preprocessor.joblib, schema.json, warnings.json
        processing/output/baseline/baseline.csv   raw features of the training split, with header
"""
from __future__ import annotations

from pathlib import Path
from typing import Iterator

import numpy as np

from lib import feature_encoding
from lib.arguments import Options, flag, number, one_of
from lib.csv_fields import TableFormat, number_text, separator, words
from lib.csv_tables import CHUNK_ROWS, csv_files, write_rows
from lib.data_split import TEST_SHARE, VALIDATION_SHARE, split_data
from lib.feature_schema import CHOSEN_BY, PROBLEM_TYPES
from lib.findings import Findings
from lib.job_runtime import input_dir, output_dir, run, write_json
from lib.training_data import TrainingData


def parts_of(rows: np.ndarray) -> Iterator[np.ndarray]:
    """Some rows at a time, so that what is made of them needs little memory."""
    return (rows[start:start + CHUNK_ROWS] for start in range(0, len(rows), CHUNK_ROWS))


def write_encoded(path: Path, data: TrainingData, preprocessor: feature_encoding.Preprocessor, rows: np.ndarray) -> None:
    """Writes label and model input as numbers, without header; a class is written as its index, a code without fraction."""
    labels = data.labels_by_index
    codes = sum(feature.kind != "numeric" for feature in data.features) if preprocessor["codes"] else 0
    with open(path, "w", encoding="utf-8", newline="") as stream:
        for part in parts_of(rows):
            encoded = feature_encoding.encode(preprocessor, *feature_encoding.matrices(data.features, part))
            for label, row in zip(labels[part].tolist(), encoded.tolist()):
                plain = len(row) - codes
                stream.write(",".join(list(map(repr, [label] + row[:plain])) + ["%g" % code for code in row[plain:]]) + "\n")


def main(argv: list[str]) -> None:
    options = Options(__doc__).option("target").option("header", flag).option("record-id", default="")
    options.listed("exclude", words).listed("missing", words)
    options.option("separator", separator, ",").option("decimal", one_of(".", ","), ".").option("positive-class", default="")
    options.option("problem-type", one_of(*PROBLEM_TYPES)).option("seed", number(0, 2 ** 32 - 1, integer=True), "0")
    options.option("test-share", number(0.01, 0.45), TEST_SHARE)
    arguments = options.option("validation-share", number(0.01, 0.45), VALIDATION_SHARE).read(argv)

    findings = Findings("TrainingPreProcessStep")
    data = TrainingData(csv_files(input_dir("raw")), TableFormat.of_options(arguments), findings, arguments.target, arguments.record_id,
                        arguments.exclude, arguments.problem_type, arguments.positive_class)
    train, test, validation = split_data(data.labels, data.classes, arguments.seed,
                                         (arguments.test_share, arguments.validation_share), data.copies)
    preprocessor = feature_encoding.fit(*feature_encoding.matrices(data.features, train))
    schema = data.schema(train)
    schema["rows"] = {"train": len(train), "validation": len(validation), "test": len(test)}
    schema["seed"] = arguments.seed

    names = [feature.name for feature in data.features]
    write_encoded(output_dir("train") / "train.csv", data, preprocessor, train)
    write_encoded(output_dir("validation") / "validation.csv", data, preprocessor, validation)
    truth = data.labels.tolist()
    write_rows(output_dir("test") / "test.csv",
               (row + [truth[index] if data.classes else number_text(truth[index])]
                for part in parts_of(test) for index, row in zip(part.tolist(), data.raw_rows(part))),
               names + [schema["target"]["name"]])
    write_rows(output_dir("baseline") / "baseline.csv",
               (row for part in parts_of(train) for row in data.raw_rows(part)), names)
    import joblib
    joblib.dump(preprocessor, output_dir("preprocessor") / "preprocessor.joblib")
    write_json(output_dir("preprocessor") / "schema.json", schema)
    findings.write(output_dir("preprocessor"))
    positive = schema["positiveClass"]
    print("rows: %d train, %d validation, %d test; features: %d numeric, %d categorical%s" % (
        len(train), len(validation), len(test), sum(f.kind == "numeric" for f in data.features),
        sum(f.kind == "categorical" for f in data.features),
        "; positive class: %s (%s)" % (positive["label"], CHOSEN_BY[positive["chosenBy"]]) if positive else ""))


if __name__ == "__main__":
    run(main)
