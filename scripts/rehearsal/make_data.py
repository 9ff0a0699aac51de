"""Makes the data of a rehearsal: training data; a clean, and a drifted and degraded batch, each with its truth.

    make_data.py --out DIR --seed 7
    make_data.py --out DIR --seed 7 --training-data F --target last --header true --metric accuracy

Writes below DIR
    training/training-data.csv   what the training pipeline gets
    batches/clean.csv            rows that training never sees, without the target; truth/clean.csv: their truth
    batches/drifted.csv          every number doubled and moved beyond its range, only the rarest categories;
                                 truth/drifted.csv: a truth that no model of the training data can meet
    data.json                    counts, the naive baseline's metric and the threshold that follows from it

--training-data is a file, or a folder whose *.csv files are read as one table. Without it:
scikit-learn's diabetes set in its original units, with the body mass index as a category.
With --inference-data (and --ground-truth) those files are the clean batch, and all rows are trained on.
"""
import shutil
import sys
from pathlib import Path

import numpy as np

SCRIPTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SCRIPTS))

from lib import metric_values  # noqa: E402  (the scripts' folder must be on the path first)
from lib.arguments import Options, flag, number, one_of, text as any_text  # noqa: E402
from lib.csv_tables import CsvReader, category, csv_files, is_number, parse_number, parse_numbers, write_rows  # noqa: E402
from lib.data_split import split_rows, strata  # noqa: E402
from lib.feature_schema import PROBLEM_TYPES, class_labels, resolve_column, sorted_classes  # noqa: E402
from lib.job_runtime import UserFault, write_json  # noqa: E402
from training_preprocessing import naive_value  # noqa: E402
from lib.training_table import TrainingTable  # noqa: E402

# A whole-number target with at most this many values is taken for classes, unless said otherwise.
FEW_CLASSES = 10
# Small data makes small batches, in which no drift can be told from chance; the drifted one repeats rows up to this.
DRIFTED_MIN_ROWS, DRIFTED_MAX_ROWS = 200, 2000
# What a model must save of the naive baseline's error.
NAIVE_SHARE = 0.85


def default_table():
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


def find_problem_type(texts, asked, metric):
    """The problem type: as asked, else as the metric says, else as the target looks."""
    if asked:
        return asked
    if metric:
        return "regression" if metric in metric_values.REGRESSION else "classification"
    numbers = [parse_number(text) for text in texts]
    whole = all(value is not None and value == int(value) for value in numbers)
    if None in numbers or (whole and len(set(numbers)) <= FEW_CLASSES):
        return "classification"
    return "regression"


def refuse_numbers_as_classes(texts, problem_type, metric):
    """A target of broken numbers has no classes: said here, before a training finds hundreds of them."""
    broken = [text for text in texts if (parse_number(text) or 0) % 1 > 0]
    if problem_type == "classification" and len(set(broken)) > FEW_CLASSES:
        raise UserFault("argument '--metric': '%s' judges classes, but the target holds numbers such as %s; allowed for "
                        "numbers: %s" % (metric, broken[0], ", ".join(metric_values.REGRESSION)))


def naive_metric(texts, problem_type, metric):
    """The metric of always answering with the mean or the most frequent class."""
    if problem_type == "regression":
        labels, classes = np.array(texts, float), None
        truth = labels
    else:
        labels = np.array(class_labels(texts), object)
        classes = sorted_classes(labels.tolist())
        truth = np.array([classes.index(label) for label in labels])
    schema = {"problemType": problem_type, "classes": classes, "naive": {"value": naive_value(labels, classes)}}
    return metric_values.Scores(schema, truth, truth, np.zeros((len(truth), len(classes or [])))).naive_value(metric)


def default_threshold(metric, naive):
    """85 % of the naive baseline's error. Where higher is better, the error is what is missing to 1."""
    threshold = 1 - NAIVE_SHARE * (1 - naive) if metric_values.HIGHER_IS_BETTER[metric] else NAIVE_SHARE * naive
    return float("%.4g" % threshold)


def drifted_features(rows, data):
    """Every number doubled and moved beyond the highest one known (whole numbers stay whole), every category replaced
    by its column's rarest one, nothing missing: records that hardly differ any more to a model."""
    rows = [list(row) for row in rows]
    for position in data.features:
        texts = [row[position] for row in data.rows]
        values, bad = parse_numbers(texts)
        if bad or np.isnan(values).all():
            present = [text for text in map(category, texts) if text]
            rarest = min(sorted(set(present)), key=present.count, default="")
            for row in rows:
                row[position] = rarest
            continue
        low, high, middle = float(np.nanmin(values)), float(np.nanmax(values)), float(np.nanmedian(values))
        shift = max(high - 2 * low, 0.0) + (high - low or 1.0) / 2
        whole = bool(np.all(values[~np.isnan(values)] % 1 == 0))
        for row in rows:
            value = parse_number(row[position])
            moved = 2 * (middle if np.isnan(value) else value) + shift
            row[position] = repr(int(round(moved))) if whole else "%.10g" % moved
    return rows


def moved_truth(texts, all_texts, metric, threshold):
    """Numbers moved so far beyond the known range that answers from within it miss by more than the threshold."""
    known = np.array(all_texts, float)
    spread = float(known.max() - known.min()) or 1.0
    miss = {"mse": max(threshold, 0.0) ** 0.5, "rmse": max(threshold, 0.0), "mae": max(threshold, 0.0),
            "r2": max(1 - threshold, 0.0) ** 0.5 * float(known.std())}[metric]
    shift = 1.5 * (spread + miss)
    whole = bool(np.all(known % 1 == 0))
    return [repr(int(round(value + shift))) if whole else "%.10g" % (value + shift)
            for value in np.array(texts, float).tolist()]


def unrelated_truth(count, all_texts, metric):
    """Classes in turn. As equal records stand side by side, once for each class, the truth has nothing to do with
    them: any model is right in one of `classes` cases, and its auc is 0.5. A binary f1 is low if hardly anything is
    positive, whatever the model says."""
    classes = sorted_classes(class_labels(all_texts))
    if metric == "f1" and len(classes) == 2:
        return [classes[index % 100 == 0] for index in range(count)]
    return [classes[index % len(classes)] for index in range(count)]


class Data:
    """The rows at hand, and where target and record id stand."""

    def __init__(self, arguments):
        self.header = arguments.header
        if arguments.training_data:
            source = Path(arguments.training_data)
            table = TrainingTable(csv_files(source) if source.is_dir() else [source], self.header)
            table.check_no_header_line()
            self.names, self.rows = table.names, table.rows
        else:
            self.names, self.rows = default_table()
        self.record_id = None
        if arguments.record_id:
            self.record_id = resolve_column("record-id", arguments.record_id, self.names)
        elif arguments.with_record_id:
            self.names = ["record_id"] + self.names
            self.rows = [["r%06d" % (index + 1)] + row for index, row in enumerate(self.rows)]
            self.record_id = 0
        self.target = resolve_column("target", arguments.target, self.names)
        self.targets = [row[self.target].strip() for row in self.rows]
        self.features = [p for p in range(len(self.names)) if p not in (self.target, self.record_id)]

    def write(self, path, rows, positions):
        """Writes the columns at `positions`, with header if the data has one."""
        path.parent.mkdir(parents=True, exist_ok=True)
        write_rows(path, ([row[p] for p in positions] for row in rows),
                   [self.names[p] for p in positions] if self.header else None)

    def write_batch(self, out, name, rows):
        """A batch without its target, and its truth under the same file name."""
        self.write(out / "batches" / name, rows, [p for p in range(len(self.names)) if p != self.target])
        self.write(out / "truth" / name, rows, [p for p in (self.record_id, self.target) if p is not None])

    def drawn(self, indexes, count, random, copies=1):
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

    def drifted(self, indexes, problem_type, metric, threshold, random):
        """Rows that have drifted, with a truth that no model of this data can meet."""
        classes = len(set(class_labels(self.targets))) if problem_type == "classification" else 1
        count = max(DRIFTED_MIN_ROWS, min(len(indexes), DRIFTED_MAX_ROWS))
        rows = self.drawn(indexes, -(-count // classes), random, classes)
        if problem_type == "regression":
            truth = moved_truth([row[self.target] for row in rows], self.targets, metric, threshold)
        else:
            truth = unrelated_truth(len(rows), self.targets, metric)
        rows = drifted_features(rows, self)
        for row, value in zip(rows, truth):
            row[self.target] = value
        return rows


def main(argv):
    options = Options(__doc__).option("out").option("seed", number(0, 2 ** 32 - 1, integer=True), "0")
    for name, default in (("training-data", ""), ("target", "last"), ("record-id", ""), ("metric", ""),
                          ("inference-data", ""), ("ground-truth", "")):
        options.option(name, any_text, default)
    options.option("header", flag, "true").option("problem-type", one_of("", *PROBLEM_TYPES), "")
    options.option("threshold", lambda name, value: number()(name, value) if value else None, "")
    options.option("holdout-share", number(0.01, 0.5), "0.2").option("batch-rows", number(0, integer=True), "0")
    arguments = options.option("with-record-id", flag, "false").read(argv)
    out = Path(arguments.out)
    seed, share, batch_rows = arguments.seed, arguments.holdout_share, arguments.batch_rows
    if arguments.ground_truth and not arguments.inference_data:
        raise UserFault("argument '--ground-truth' needs '--inference-data': the batch that it is the truth of")
    data = Data(arguments)
    problem_type = find_problem_type(data.targets, arguments.problem_type, arguments.metric)
    metric = arguments.metric or ("mse" if problem_type == "regression" else "accuracy")
    metric_values.check_metric(metric, problem_type)
    refuse_numbers_as_classes(data.targets, problem_type, metric)
    unusable = [index for index, text in enumerate(data.targets)
                if not is_number(text)]
    if problem_type == "regression" and unusable:
        raise UserFault("training data, data row %d: the target is '%s'; regression needs a finite number in each row"
                        % (unusable[0] + 1, data.targets[unusable[0]]))

    random = np.random.default_rng(seed)
    if arguments.inference_data:
        training = held_out = np.arange(len(data.rows))
    else:
        training, held_out = split_rows(
            len(data.rows), [share], seed,
            data.targets if problem_type == "classification" else strata(np.array(data.targets, float)))
    targets = [data.targets[index] for index in training]
    naive = naive_metric(targets, problem_type, metric)
    threshold = default_threshold(metric, naive) if arguments.threshold is None else arguments.threshold

    data.write(out / "training" / "training-data.csv", [data.rows[index] for index in training],
               range(len(data.names)))
    has_truth = True
    if arguments.inference_data:
        has_truth = bool(arguments.ground_truth)
        for folder, source in (("batches", arguments.inference_data), ("truth", arguments.ground_truth)):
            if source:
                (out / folder).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, out / folder / "clean.csv")
        clean_rows = sum(len(chunk.rows) for chunk in CsvReader(out / "batches" / "clean.csv", data.header).chunks())
    else:
        clean = ([data.rows[index] for index in held_out] if not batch_rows
                 else data.drawn(held_out, batch_rows, random))
        data.write_batch(out, "clean.csv", clean)
        clean_rows = len(clean)
    rows = data.drifted(held_out, problem_type, metric, threshold, random)
    data.write_batch(out, "drifted.csv", rows)
    write_json(out / "data.json", {
        "rows": len(data.rows), "columns": len(data.names), "trainingRows": len(training), "cleanRows": clean_rows,
        "driftedRows": len(rows), "names": data.names, "header": data.header, "target": data.names[data.target],
        "targetPosition": data.target,
        "recordId": data.names[data.record_id] if data.record_id is not None else None,
        "recordIdPosition": data.record_id, "problemType": problem_type,
        "metric": metric, "naive": naive, "threshold": threshold, "seed": seed,
        "files": {"training": "training/training-data.csv", "cleanBatch": "batches/clean.csv",
                  "cleanTruth": "truth/clean.csv" if has_truth else None,
                  "driftedBatch": "batches/drifted.csv", "driftedTruth": "truth/drifted.csv"}})


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except UserFault as fault:
        sys.exit(str(fault))
    except OSError as error:
        sys.exit("%s: %s" % (error.filename, error.strerror))
