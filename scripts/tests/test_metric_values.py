"""The metrics against scikit-learn's, their direction, and where they are undefined."""
import unittest

import numpy as np

from tests.container import ScriptTest  # noqa: F401  (puts the scripts on the path)
from lib import metric_values
from lib.job_runtime import UserFault


class MetricTest(unittest.TestCase):
    def test_regression_equals_scikit_learn(self):
        from sklearn import metrics
        random = np.random.default_rng(1)
        for _ in range(20):
            truth, predicted = random.normal(size=(2, 30))
            ours = metric_values.regression_metrics(truth, predicted)
            self.assertAlmostEqual(metrics.mean_squared_error(truth, predicted), ours["mse"])
            self.assertAlmostEqual(metrics.mean_squared_error(truth, predicted) ** 0.5, ours["rmse"])
            self.assertAlmostEqual(metrics.mean_absolute_error(truth, predicted), ours["mae"])
            self.assertAlmostEqual(metrics.r2_score(truth, predicted), ours["r2"])

    def test_classification_equals_scikit_learn(self):
        from sklearn import metrics
        random = np.random.default_rng(2)
        for class_count in (2, 3, 5):
            for _ in range(20):
                truth = np.concatenate([np.arange(class_count), random.integers(0, class_count, 40)])
                # Rounded, so that ties occur.
                scores = random.integers(1, 9, (len(truth), class_count)).astype(float)
                probabilities = scores / scores.sum(axis=1, keepdims=True)
                predicted = probabilities.argmax(axis=1)
                ours = metric_values.classification_metrics(truth, predicted, probabilities)
                average = "binary" if class_count == 2 else "macro"
                self.assertAlmostEqual(metrics.accuracy_score(truth, predicted), ours["accuracy"])
                self.assertAlmostEqual(metrics.f1_score(truth, predicted, average=average), ours["f1"])
                self.assertAlmostEqual(
                    metrics.precision_score(truth, predicted, average=average, zero_division=0), ours["precision"])
                self.assertAlmostEqual(metrics.recall_score(truth, predicted, average=average), ours["recall"])
                expected = (metrics.roc_auc_score(truth, probabilities[:, 1]) if class_count == 2
                            else metrics.roc_auc_score(truth, probabilities, multi_class="ovr"))
                self.assertAlmostEqual(expected, ours["auc"])

    def test_threshold_follows_the_direction(self):
        for name in ("mse", "rmse", "mae"):
            self.assertTrue(metric_values.meets_threshold(name, 1.0, 1.0))
            self.assertFalse(metric_values.meets_threshold(name, 1.1, 1.0))
        for name in ("r2", "f1", "accuracy", "auc"):
            self.assertTrue(metric_values.meets_threshold(name, 0.5, 0.5))
            self.assertFalse(metric_values.meets_threshold(name, 0.4, 0.5))

    def scores(self, classes, truth, positive=None, shares=None):
        schema = {"problemType": "classification", "classes": classes, "naive": {"shares": shares},
                  "positiveClass": positive and {"label": positive, "chosenBy": "setting"}}
        return metric_values.Scores(schema, np.array(truth), np.array(truth), np.eye(len(classes))[truth])

    def test_naive_baselines_are_the_best_answers_without_features(self):
        regression = {"problemType": "regression", "classes": None, "naive": {"mean": 4.0, "median": 2.0}}
        truth = np.array([1.0, 2.0, 9.0])
        naive = metric_values.Scores(regression, truth, truth).naive_metrics()
        self.assertAlmostEqual((9 + 4 + 25) / 3, naive["mse"])
        self.assertAlmostEqual(8 / 3, naive["mae"])
        naive = self.scores(["a", "b"], [0, 1, 1, 1], "a", [0.25, 0.75]).naive_metrics()
        self.assertEqual({"accuracy": 0.75, "auc": 0.5, "f1": 2 * 0.25 / 1.25}, naive)
        naive = self.scores(["a", "b", "c"], [0, 1, 2, 2], None, [0.25, 0.25, 0.5]).naive_metrics()
        self.assertAlmostEqual(1 / 3, naive["f1"])

    def test_the_positive_class_is_the_one_that_is_set(self):
        truth, predicted = np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1])
        for positive, f1 in ((0, 0.8), (1, 2 / 3)):
            self.assertAlmostEqual(f1, metric_values.classification_metrics(truth, predicted, np.eye(2)[predicted],
                                                                           positive)["f1"])

    def test_undefined_metrics_are_absent_and_say_what_they_need(self):
        regression = {"problemType": "regression", "classes": None, "naive": {"mean": 0.0, "median": 0.0}}
        for truth in ([1.0], [0.1, 0.1, 0.1]):
            scores = metric_values.Scores(regression, np.array(truth), np.array(truth))
            self.assertIsNone(scores.value("r2"))
            self.assertIn("it needs at least two different truths", scores.undefined_reason("r2"))
        one_sided = self.scores(["a", "b"], [1, 1], "a", [0.5, 0.5])
        self.assertEqual((None, None, 1.0), tuple(map(one_sided.value, ("auc", "f1", "accuracy"))))

    def test_deviation_from_200_rows_on(self):
        schema = {"problemType": "regression", "classes": None, "naive": {"mean": 0.0, "median": 0.0}}
        values = np.random.default_rng(3).normal(size=(2, 200))
        report = metric_values.Scores(schema, *values).report()["regression_metrics"]["mse"]
        self.assertGreater(report["standard_deviation"], 0)
        report = metric_values.Scores(schema, *values[:, :199]).report()["regression_metrics"]["mse"]
        self.assertEqual("NaN", report["standard_deviation"])

    def test_unfit_metric_is_refused(self):
        with self.assertRaisesRegex(UserFault, "got 'acuracy', allowed for classification: .*did you mean 'accuracy'"):
            metric_values.check_metric("acuracy", "classification")
        with self.assertRaisesRegex(UserFault, "got 'auc', allowed for regression: mse, rmse, mae, r2"):
            metric_values.check_metric("auc", "regression")


if __name__ == "__main__":
    unittest.main()
