"""TrainingPreProcessStep: splits the training data and fits the preprocessing, on the training split only.

Reads   processing/input/raw/*.csv
Writes  processing/output/train/train.csv, validation/validation.csv   numbers for the model, label first, no header
        processing/output/test/test.csv           raw features with header, target last
        processing/output/preprocessor/           preprocessor.joblib, schema.json
        processing/output/baseline/baseline.csv   raw features of the training split, with header
"""
import numpy as np

from lib import feature_encoding
from lib.arguments import Options, flag, number, one_of
from lib.csv_tables import category, csv_files, is_missing, is_number, parse_number, write_rows
from lib.data_split import split_rows, strata
from lib.feature_schema import PROBLEM_TYPES, class_labels, resolve_column, sorted_classes
from lib.job_runtime import Faults, UserFault, input_dir, output_dir, run, write_json
from lib.training_table import TrainingTable

MAX_CLASSES = 200


def read_target(table, position, problem_type):
    """The labels: floats, or class labels with their sorted classes. Every row needs one."""
    faults, texts = Faults(), table.columns[position]
    if problem_type == "regression":
        labels = []
        for row, text in enumerate(texts):
            if not is_number(text):
                faults.add("%s: the target is '%s'; regression needs a finite number in each row (remove the row, or "
                           "choose another target)" % (table.where(row, position), text))
            labels.append(parse_number(text))
        faults.raise_if_any()
        return np.array(labels, np.float64), None
    for row, text in enumerate(texts):
        if not category(text):
            faults.add("%s: the target is '%s'; classification needs a class in each row (remove the row, or choose "
                       "another target)" % (table.where(row, position), text))
    faults.raise_if_any()
    labels = class_labels(texts)
    classes = sorted_classes(labels)
    if len(classes) == 1:
        raise UserFault("target column '%s': all %d rows have the same class '%s'; classification needs at least two"
                        % (table.names[position], len(labels), classes[0]))
    if len(classes) > MAX_CLASSES or len(classes) > max(2, len(labels) // 2):
        raise UserFault("target column '%s': %d different classes in %d rows; allowed are %d, and two rows a class on "
                        "average; is it a number to predict (problem type regression), or the wrong column?"
                        % (table.names[position], len(classes), len(labels), MAX_CLASSES))
    return np.array(labels, object), classes


def find_features(table, positions):
    """Name and kind of each feature column. Prints what looks odd but is allowed."""
    faults, features = Faults(), []
    for position in positions:
        kind, name = table.kind(position, faults), table.names[position]
        features.append({"name": name, "kind": kind})
        present = [text for text in table.columns[position] if not is_missing(text)]
        distinct = len(set(present))
        if not present:
            print("warning: column '%s' has no value at all; the model can't use it" % name)
        elif kind == "categorical" and distinct > feature_encoding.MAX_CATEGORIES and distinct > len(present) / 2:
            print("warning: column '%s' has %d different values in %d rows; if it is an identifier, name it as the "
                  "record id or leave it out" % (name, distinct, len(present)))
    faults.raise_if_any()
    return features


def naive_value(labels, classes):
    """What a model without any feature would say: the mean, or the most frequent class."""
    if classes is None:
        return float(np.mean(labels))
    return max(classes, key=lambda label: int(np.sum(labels == label)))


def write_encoded(path, encoded, labels, classes):
    """Writes label and model input as numbers, without header; a class is written as its index."""
    index = {label: position for position, label in enumerate(classes or [])}
    with open(path, "w", encoding="utf-8", newline="") as stream:
        for label, row in zip(labels.tolist(), encoded.tolist()):
            stream.write(",".join(map(repr, [index[label] if classes else label] + row)) + "\n")


def main(argv):
    options = Options(__doc__).option("target").option("header", flag).option("record-id", default="")
    options.option("problem-type", one_of(*PROBLEM_TYPES)).option("seed", number(0, 2 ** 32 - 1, integer=True), "0")
    options.option("test-share", number(0.01, 0.45), "0.15").option("validation-share", number(0.01, 0.45), "0.15")
    arguments = options.read(argv)
    problem_type, header, seed = arguments.problem_type, arguments.header, arguments.seed
    shares = [arguments.test_share, arguments.validation_share]

    table = TrainingTable(csv_files(input_dir("raw")), header)
    table.check_no_header_line()
    target = resolve_column("target", arguments.target, table.names)
    record_id = None
    if arguments.record_id:
        record_id = resolve_column("record-id", arguments.record_id, table.names)
        if record_id == target:
            raise UserFault("arguments '--target' and '--record-id' both name column '%s'" % table.names[target])
    positions = [p for p in range(len(table.names)) if p not in (target, record_id)]
    if not positions:
        raise UserFault("the training data has no feature column, only %s" % ", ".join(table.names))

    labels, classes = read_target(table, target, problem_type)
    features = find_features(table, positions)
    train, test, validation = split_rows(len(table.rows), shares, seed, labels if classes else strata(labels))

    def raw_features(rows):
        return [[category(table.rows[row][p]) for p in positions] for row in rows]

    train_rows, validation_rows = raw_features(train), raw_features(validation)
    preprocessor = feature_encoding.fit(train_rows, features)
    schema = {
        "version": 1,
        "features": features,
        "target": {"name": table.names[target], "position": target},
        "header": header,
        "recordId": None if record_id is None else {"name": table.names[record_id], "position": record_id},
        "problemType": problem_type,
        "classes": classes,
        "naive": {"value": naive_value(labels[train], classes)},
        "rows": {"train": len(train), "validation": len(validation), "test": len(test)},
        "seed": seed,
    }
    names = [feature["name"] for feature in features]
    write_encoded(output_dir("train") / "train.csv",
                  feature_encoding.encode(preprocessor, train_rows, features), labels[train], classes)
    write_encoded(output_dir("validation") / "validation.csv",
                  feature_encoding.encode(preprocessor, validation_rows, features), labels[validation], classes)
    truth = labels[test].tolist() if classes else [table.rows[row][target].strip() for row in test]
    write_rows(output_dir("test") / "test.csv", [row + [label] for row, label in zip(raw_features(test), truth)],
               names + [table.names[target]])
    write_rows(output_dir("baseline") / "baseline.csv", train_rows, names)
    import joblib
    joblib.dump(preprocessor, output_dir("preprocessor") / "preprocessor.joblib")
    write_json(output_dir("preprocessor") / "schema.json", schema)
    print("rows: %d train, %d validation, %d test; features: %d numeric, %d categorical" % (
        len(train), len(validation), len(test), sum(f["kind"] == "numeric" for f in features),
        sum(f["kind"] == "categorical" for f in features)))


if __name__ == "__main__":
    run(main)
