"""The metrics a model can be judged by, each with its direction, and the naive baseline beside it.

Definitions follow scikit-learn. Binary classification: the positive class is the last of the sorted classes.
Multiclass: precision, recall and f1 are macro averages, auc is the macro average of one class against the rest.
Only numpy is needed, so that the monitoring steps start fast.
"""
import numpy as np

from lib.job_runtime import UserFault, did_you_mean

REGRESSION = ("mse", "rmse", "mae", "r2")
CLASSIFICATION = ("f1", "accuracy", "auc")
HIGHER_IS_BETTER = {"mse": False, "rmse": False, "mae": False, "r2": True, "f1": True, "accuracy": True, "auc": True}

# Model Monitor's rule for standard deviations: from 200 rows on, over 5 resamples of 80 %.
DEVIATION_MIN_ROWS, DEVIATION_RESAMPLES, DEVIATION_SHARE = 200, 5, 0.8


def rounded(value):
    """A value as it stands in reports, mails and metadata: seven digits say all that a sample can tell."""
    return float("%.7g" % value)


def check_metric(name, problem_type):
    """Refuses a metric that is unknown or does not fit the problem type."""
    fitting = REGRESSION if problem_type == "regression" else CLASSIFICATION
    if name not in fitting:
        raise UserFault("argument '--metric': got '%s', allowed for %s: %s%s" % (
            name, problem_type, ", ".join(fitting), did_you_mean(name, fitting)))


def meets_threshold(name, value, threshold):
    """True if the value is as good as the threshold or better, in the metric's direction."""
    return value >= threshold if HIGHER_IS_BETTER[name] else value <= threshold


def regression_metrics(truth, predicted):
    """mse, rmse, mae, and r2 where it is defined (at least two different truth values)."""
    error = predicted - truth
    mse = float(np.mean(error ** 2))
    values = {"mse": mse, "rmse": mse ** 0.5, "mae": float(np.mean(np.abs(error)))}
    spread = float(np.mean((truth - np.mean(truth)) ** 2))
    if spread > 0:
        values["r2"] = 1 - mse / spread
    return values


def confusion_matrix(truth, predicted, class_count):
    """Counts[true class, predicted class]."""
    flat = np.bincount(truth * class_count + predicted, minlength=class_count ** 2)
    return flat.reshape(class_count, class_count)


def _area_under_curve(positive, score):
    """Area under the ROC curve by ranks (ties share their mean rank)."""
    _, inverse, counts = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    positives = int(positive.sum())
    negatives = len(positive) - positives
    return float((rank[positive].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def classification_metrics(truth, predicted, probabilities):
    """accuracy, precision, recall, f1, and auc where it is defined (each class occurs in the truth).

    truth, predicted: class indexes; probabilities: one column a class.
    """
    class_count = probabilities.shape[1]
    counts = confusion_matrix(truth, predicted, class_count)
    hits = np.diag(counts).astype(float)
    true_count, predicted_count = counts.sum(axis=1), counts.sum(axis=0)
    precision = hits / np.maximum(predicted_count, 1)
    recall = hits / np.maximum(true_count, 1)
    f1 = 2 * hits / np.maximum(true_count + predicted_count, 1)
    values = {"accuracy": float(hits.sum() / len(truth))}
    if class_count == 2:
        values.update(precision=float(precision[1]), recall=float(recall[1]), f1=float(f1[1]))
    else:
        # Like scikit-learn, average over the classes that occur in the truth or among the predictions.
        there = (true_count + predicted_count) > 0
        values.update(precision=float(precision[there].mean()), recall=float(recall[there].mean()),
                      f1=float(f1[there].mean()))
    if np.all(true_count > 0):
        areas = [_area_under_curve(truth == k, probabilities[:, k])
                 for k in ([1] if class_count == 2 else range(class_count))]
        values["auc"] = float(np.mean(areas))
    return values


class Scores:
    """Truth and predictions of some rows: `metrics()`, `naive_metrics()` and the report in Model Monitor's form."""

    def __init__(self, schema, truth, predicted, probabilities=None):
        """truth, predicted: numbers, or class indexes with the classes' probabilities beside them."""
        self.schema, self.truth, self.predicted, self.probabilities = schema, truth, predicted, probabilities
        self.is_regression = schema["problemType"] == "regression"

    def metrics(self, rows=slice(None)):
        """Name -> value; a metric that these rows leave undefined is absent."""
        if self.is_regression:
            return regression_metrics(self.truth[rows], self.predicted[rows])
        return classification_metrics(self.truth[rows], self.predicted[rows], self.probabilities[rows])

    def naive_metrics(self):
        """The metrics of always predicting the training split's mean or majority class."""
        naive, count = self.schema["naive"]["value"], len(self.truth)
        if self.is_regression:
            return regression_metrics(self.truth, np.full(count, float(naive)))
        classes = self.schema["classes"]
        index = classes.index(naive)
        probabilities = np.zeros((count, len(classes)))
        probabilities[:, index] = 1
        return classification_metrics(self.truth, np.full(count, index), probabilities)

    def value(self, metric):
        """One metric; a UserFault where these rows leave it undefined."""
        return self._defined(self.metrics(), metric)

    def naive_value(self, metric):
        """The naive baseline's value of one metric."""
        return self._defined(self.naive_metrics(), metric)

    def _defined(self, values, metric):
        if metric not in values:
            raise UserFault("metric '%s' is undefined for these %d rows: it needs %s in the truth; use more rows or "
                            "another metric" % (metric, len(self.truth), "at least two different values"
                                                if self.is_regression else "each of the classes"))
        return values[metric]

    def report(self):
        """{"regression_metrics": {name: {"value", "standard_deviation"}}} or the binary_/multiclass_ form."""
        count = len(self.truth)
        resampled = []
        if count >= DEVIATION_MIN_ROWS:
            random = np.random.default_rng(0)
            size = int(count * DEVIATION_SHARE)
            resampled = [self.metrics(random.choice(count, size, replace=False)) for _ in range(DEVIATION_RESAMPLES)]
        content = {}
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
