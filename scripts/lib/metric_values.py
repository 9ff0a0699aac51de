"""The metrics a model can be judged by, each with its direction, and the naive baseline beside it.

Definitions follow scikit-learn. Two classes: precision, recall and f1 are the positive class's. More classes: they are
macro averages, and auc is the macro average of one class against the rest. A metric that the rows don't define is NaN
here and absent from reports: f1 without a positive in truth and predictions, auc without both sides, r2 of a constant.

The naive baseline is, for each metric, the best answer that needs no feature: the training split's mean (mae: its
median); the most frequent class for accuracy; for f1 always the positive class, or with more classes a guess by the
classes' shares; 0.5 for auc. Only numpy is needed, so that the monitoring steps start fast.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Sequence

import numpy as np

from lib.job_runtime import UserFault, did_you_mean

REGRESSION = ("mse", "rmse", "mae", "r2")
CLASSIFICATION = ("f1", "accuracy", "auc")
HIGHER_IS_BETTER = {"mse": False, "rmse": False, "mae": False, "r2": True, "f1": True, "accuracy": True, "auc": True}

# Model Monitor's rule for standard deviations: from 200 rows on, over 5 resamples of 80 %.
DEVIATION_MIN_ROWS, DEVIATION_RESAMPLES, DEVIATION_SHARE = 200, 5, 0.8

# What a metric needs to be defined.
NEEDS = {"f1": "a row of the positive class in the truth or among the predictions", "r2": "at least two different truths",
         "auc": "truth of each class"}


def rounded(value: float | None) -> float | None:
    """A value as it stands in reports, mails and metadata: seven digits say all that a sample can tell."""
    return None if value is None else float("%.7g" % value)


def check_metric(name: str, problem_type: str) -> None:
    """Refuses a metric that is unknown or does not fit the problem type."""
    fitting = REGRESSION if problem_type == "regression" else CLASSIFICATION
    if name not in fitting:
        raise UserFault("argument '--metric': got '%s', allowed for %s: %s%s" % (
            name, problem_type, ", ".join(fitting), did_you_mean(name, fitting)))


def check_threshold(name: str, threshold: float) -> None:
    """Refuses a threshold that no model can meet."""
    if HIGHER_IS_BETTER[name] and threshold > 1:
        raise UserFault("argument '--threshold': got %g, but %s is never above 1; needs at most 1" % (threshold, name))
    if not HIGHER_IS_BETTER[name] and threshold <= 0:
        raise UserFault("argument '--threshold': got %g, but %s of a real model is above 0; needs more than 0"
                        % (threshold, name))


def meets_threshold(name: str, value: float, threshold: float) -> bool:
    """True if the value is as good as the threshold or better, in the metric's direction."""
    return value >= threshold if HIGHER_IS_BETTER[name] else value <= threshold


@dataclass(frozen=True)
class RowSums:
    """A metric as a function of sums: `columns` has a row for each record, `value` takes (draws of) their sums."""

    columns: np.ndarray
    value: Callable[[np.ndarray], np.ndarray]


def regression_sums(metric: str, truth: np.ndarray, predicted: np.ndarray) -> RowSums:
    """mse, rmse, mae or r2."""
    error, centred = predicted - truth, truth - np.mean(truth)
    columns = np.column_stack([np.ones(len(truth)), error ** 2, np.abs(error), centred, centred ** 2])
    constant = bool(np.all(truth == truth[0]))

    def value(sums: np.ndarray) -> np.ndarray:
        count, squares, absolute, first, second = np.moveaxis(sums, -1, 0)
        if metric == "mae":
            return absolute / count
        if metric != "r2":
            return squares / count if metric == "mse" else np.sqrt(squares / count)
        spread = second - first ** 2 / count
        return np.where((spread > 0) & (not constant), 1 - squares / np.where(spread > 0, spread, 1.0), np.nan)
    return RowSums(columns, value)


def accuracy_sums(truth: np.ndarray, shares: np.ndarray) -> RowSums:
    """`shares`: what is said of each record, a column a class."""
    hits = shares[np.arange(len(truth)), truth]
    return RowSums(np.column_stack([np.ones(len(truth)), hits]), lambda sums: sums[..., 1] / sums[..., 0])


def f1_sums(truth: np.ndarray, shares: np.ndarray, positive: int | None) -> RowSums:
    """`shares`: what is said of each record, a column a class. `positive`: None for a macro average."""
    count = shares.shape[1]
    true = np.eye(count)[truth]
    columns = np.hstack([true * shares, true, shares])

    def value(sums: np.ndarray) -> np.ndarray:
        hits, is_there, said = (sums[..., part * count:(part + 1) * count] for part in range(3))
        there = is_there + said
        with np.errstate(all="ignore"):
            each = np.where(there > 0, 2 * hits / there, np.nan)
        if positive is not None:
            return each[..., positive]
        return np.nansum(each, axis=-1) / np.maximum((there > 0).sum(axis=-1), 1)
    return RowSums(columns, value)


def _placements(positive: np.ndarray, score: np.ndarray) -> np.ndarray:
    """For each record the share of the other side that it is on the right side of (ties count half)."""
    places = np.empty(len(score))
    for side, sign in ((positive, 1.0), (~positive, -1.0)):
        others = np.sort(sign * score[~side])
        own = sign * score[side]
        places[side] = (np.searchsorted(others, own, "left") + np.searchsorted(others, own, "right")) / 2 / len(others)
    return places


def auc_sums(truth: np.ndarray, probabilities: np.ndarray) -> RowSums:
    """The area under the ROC curve, to the first order in the rows' weights (DeLong's components)."""
    count = probabilities.shape[1]
    sides = [1] if count == 2 else list(range(count))
    if any(not np.any(truth == k) for k in range(count)):
        return RowSums(np.ones((len(truth), 1)), lambda sums: np.full(sums.shape[:-1], np.nan))
    columns, areas = [], []
    for k in sides:
        positive = truth == k
        places = _placements(positive, probabilities[:, k])
        areas.append(float(places[positive].mean()))
        columns += [positive, positive * places, ~positive, ~positive * places]

    def value(sums: np.ndarray) -> np.ndarray:
        with np.errstate(all="ignore"):
            each = [sums[..., 4 * i + 1] / sums[..., 4 * i] + sums[..., 4 * i + 3] / sums[..., 4 * i + 2] - area
                    for i, area in enumerate(areas)]
        return np.mean(each, axis=0)
    return RowSums(np.column_stack(columns).astype(float), value)


def regression_metrics(truth: np.ndarray, predicted: np.ndarray) -> dict[str, float]:
    """mse, rmse, mae, and r2 where it is defined."""
    return _defined({name: regression_sums(name, truth, predicted) for name in REGRESSION})


def confusion_matrix(truth: np.ndarray, predicted: np.ndarray, class_count: int) -> np.ndarray:
    """Counts[true class, predicted class]."""
    flat = np.bincount(truth * class_count + predicted, minlength=class_count ** 2)
    return flat.reshape(class_count, class_count)


def classification_metrics(truth: np.ndarray, predicted: np.ndarray, probabilities: np.ndarray,
                           positive: int = 1) -> dict[str, float]:
    """accuracy, precision, recall; f1 and auc where they are defined.

    truth, predicted: class indexes; probabilities: one column a class; positive: of two classes, the one that counts.
    """
    class_count = probabilities.shape[1]
    counts = confusion_matrix(truth, predicted, class_count)
    hits, true_count, predicted_count = np.diag(counts).astype(float), counts.sum(axis=1), counts.sum(axis=0)
    precision, recall = hits / np.maximum(predicted_count, 1), hits / np.maximum(true_count, 1)
    # Like scikit-learn, average over the classes that occur in the truth or among the predictions.
    there = np.arange(class_count) == positive if class_count == 2 else true_count + predicted_count > 0
    said = np.eye(class_count)[predicted]
    values = {"precision": float(precision[there].mean()), "recall": float(recall[there].mean())}
    values.update(_defined({"accuracy": accuracy_sums(truth, said),
                            "f1": f1_sums(truth, said, positive if class_count == 2 else None),
                            "auc": auc_sums(truth, probabilities)}))
    return values


def _defined(sums: dict[str, RowSums]) -> dict[str, float]:
    values = {name: float(part.value(part.columns.sum(axis=0))) for name, part in sums.items()}
    return {name: value for name, value in values.items() if not np.isnan(value)}


def naive_of(labels: Sequence[Any] | np.ndarray, classes: list[str] | None) -> dict[str, Any]:
    """What is known of the training split without any feature; kept in schema.json."""
    if classes is None:
        return {"mean": float(np.mean(labels)), "median": float(np.median(labels))}
    labels = np.asarray(labels, object)
    return {"shares": [float(np.mean(labels == label)) for label in classes]}


class Scores:
    """Truth and predictions of some rows: `metrics()`, `naive_metrics()` and the report in Model Monitor's form."""

    def __init__(self, schema: dict[str, Any], truth: np.ndarray, predicted: np.ndarray,
                 probabilities: np.ndarray | None = None) -> None:
        """truth, predicted: numbers, or class indexes with the classes' probabilities beside them."""
        self.schema, self.truth, self.predicted = schema, truth, predicted
        self.is_regression = schema["problemType"] == "regression"
        self.names = REGRESSION if self.is_regression else CLASSIFICATION
        self.probabilities = np.zeros((len(truth), 0)) if probabilities is None else probabilities
        self.positive: int | None = None
        if schema.get("positiveClass"):
            self.positive = schema["classes"].index(schema["positiveClass"]["label"])

    def metrics(self, rows: Any = slice(None)) -> dict[str, float]:
        """Name -> value; a metric that these rows leave undefined is absent."""
        if self.is_regression:
            return regression_metrics(self.truth[rows], self.predicted[rows])
        return classification_metrics(self.truth[rows], self.predicted[rows], self.probabilities[rows],
                                      1 if self.positive is None else self.positive)

    def sums(self, metric: str) -> RowSums:
        """The model's metric as a function of sums over the rows."""
        if self.is_regression:
            return regression_sums(metric, self.truth, self.predicted)
        if metric == "auc":
            return auc_sums(self.truth, self.probabilities)
        said = np.eye(self.probabilities.shape[1])[self.predicted]
        return accuracy_sums(self.truth, said) if metric == "accuracy" else f1_sums(self.truth, said, self.positive)

    def naive_sums(self, metric: str) -> RowSums:
        """The naive baseline's metric as a function of sums over the same rows."""
        naive, count = self.schema["naive"], len(self.truth)
        if self.is_regression:
            return regression_sums(metric, self.truth, np.full(count, naive["median" if metric == "mae" else "mean"]))
        shares = np.array(naive["shares"])
        if metric == "auc":
            return auc_sums(self.truth, np.tile(shares, (count, 1)))
        if metric == "accuracy" or self.positive is not None:
            certain = int(np.argmax(shares)) if metric == "accuracy" or self.positive is None else self.positive
            shares = np.eye(len(shares))[certain]
        said = np.tile(shares, (count, 1))
        return accuracy_sums(self.truth, said) if metric == "accuracy" else f1_sums(self.truth, said, self.positive)

    def certain_rows(self, metric: str) -> int:
        """How many rows decide: all, or for f1 and auc those of the rarest class of the truth."""
        if metric not in ("f1", "auc"):
            return len(self.truth)
        counts = np.bincount(self.truth, minlength=len(self.schema["classes"]))
        if metric == "f1" and self.positive is not None:
            return int(counts[self.positive])
        return int(counts[counts > 0].min())

    def value(self, metric: str) -> float | None:
        """One metric; None where these rows leave it undefined."""
        return self.metrics().get(metric)

    def naive_metrics(self) -> dict[str, float]:
        """The naive baseline's metrics."""
        return _defined({name: self.naive_sums(name) for name in self.names})

    def undefined_reason(self, metric: str) -> str:
        """Why a metric is undefined for these rows."""
        return "%s is undefined for these %d rows: it needs %s" % (metric, len(self.truth), NEEDS.get(metric, "numbers"))

    def report(self) -> dict[str, Any]:
        """{"regression_metrics": {name: {"value", "standard_deviation"}}} or the binary_/multiclass_ form."""
        count = len(self.truth)
        resampled = []
        if count >= DEVIATION_MIN_ROWS:
            random = np.random.default_rng(0)
            size = int(count * DEVIATION_SHARE)
            resampled = [self.metrics(random.choice(count, size, replace=False)) for _ in range(DEVIATION_RESAMPLES)]
        content: dict[str, Any] = {}
        for name, value in self.metrics().items():
            samples = [sample[name] for sample in resampled if name in sample]
            content[name] = {"value": value,
                             "standard_deviation": float(np.std(samples)) if len(samples) > 1 else "NaN"}
        if self.is_regression:
            return {"regression_metrics": content}
        classes = self.schema["classes"]
        counts = confusion_matrix(self.truth, self.predicted, len(classes))
        content["confusion_matrix"] = {
            name: {other: int(counts[i, j]) for j, other in enumerate(classes)} for i, name in enumerate(classes)}
        kind = "binary" if len(classes) == 2 else "multiclass"
        return {kind + "_classification_metrics": content}
