"""A missed threshold is a violation only beyond chance; a clearly degraded batch is one."""
import unittest

import numpy as np

from lib.certainty import against_threshold, chance_of_at_most, is_miss, largest_share, sentence
from lib.metric_values import Scores
from tests.container import ScriptTest
from tests.samples import features_only, regression_text, target_only

NUMBERS = {"problemType": "regression", "classes": None, "positiveClass": None, "naive": {"mean": 0.0, "median": 0.0}}
CLASSES = {"problemType": "classification", "classes": ["a", "b"], "positiveClass": {"label": "b"}, "naive": {"shares": [0.5, 0.5]}}


def numbers(errors):
    return Scores(NUMBERS, np.asarray(errors, float) + np.arange(len(errors)), np.arange(len(errors), dtype=float))


def classes(truth, predicted, probabilities=None):
    said = np.asarray(predicted)
    shares = np.column_stack([1 - said, said]) if probabilities is None else np.column_stack([1 - probabilities, probabilities])
    return Scores(CLASSES, np.asarray(truth), said, shares.astype(float))


def misses(scores, metric, threshold):
    return is_miss(against_threshold(scores, metric, threshold, 0.95))


class CertaintyTest(unittest.TestCase):
    def test_one_row_is_never_a_violation(self):
        for metric in ("mse", "rmse", "mae"):
            self.assertFalse(misses(numbers([1e6]), metric, 1.0))
        for metric in ("accuracy", "f1", "auc"):
            self.assertFalse(misses(classes([1], [0]), metric, 0.9))

    def test_a_model_that_just_meets_its_threshold_hardly_ever_violates(self):
        random = np.random.default_rng(1)
        for rows in (2, 5, 10, 30, 100):
            found = {"mse": 0, "mae": 0, "accuracy": 0, "f1": 0, "auc": 0, "auc of 0.8": 0}
            for _ in range(200):
                scores = numbers(random.normal(size=rows))
                found["mse"] += misses(scores, "mse", 1.0)
                found["mae"] += misses(scores, "mae", np.sqrt(2 / np.pi))
                truth = random.integers(0, 2, rows)
                right = random.random(rows) < 0.8
                scores = classes(truth, np.where(right, truth, 1 - truth))
                found["accuracy"] += misses(scores, "accuracy", 0.8)
                found["f1"] += misses(scores, "f1", 0.8)
                noise = random.random(rows)
                found["auc"] += misses(classes(truth, (noise > 0.5).astype(int), noise), "auc", 0.5)
                # Two normal distributions 1.19 apart have an auc of 0.8.
                noise = 1 / (1 + np.exp(-random.normal(size=rows) - 1.19 * truth))
                found["auc of 0.8"] += misses(classes(truth, (noise > 0.5).astype(int), noise), "auc", 0.8)
            # 2.5 % are allowed; of 200 runs not more than 6 % by chance.
            self.assertLessEqual(max(found.values()), 12, (rows, found))

    def test_a_clearly_worse_model_violates_on_few_rows(self):
        random = np.random.default_rng(2)
        self.assertTrue(misses(numbers(random.normal(size=20) + 5), "mse", 1.0))
        self.assertTrue(misses(numbers([50.0] * 3), "mse", 1.0))
        truth = np.arange(30) % 2
        for metric in ("accuracy", "f1", "auc"):
            self.assertTrue(misses(classes(truth, 1 - truth, 1.0 - truth), metric, 0.8), metric)
        self.assertTrue(misses(classes([0] * 300, [1] * 300), "f1", 0.5))

    def test_rows_that_are_wrong_alike_are_no_certainty(self):
        self.assertFalse(misses(numbers([1.2, 1.2]), "mse", 1.0))
        self.assertFalse(misses(classes([0, 1], [1, 0], np.array([1.0, 0.0])), "auc", 0.8))
        self.assertFalse(misses(classes([0, 1], [1, 0]), "accuracy", 0.8))

    def test_exact_intervals(self):
        # Known by hand: no hit of n has the chance (1 - share)^n.
        self.assertAlmostEqual(0.2 ** 3, chance_of_at_most(0, 3, 0.8))
        self.assertAlmostEqual(1 - 0.025 ** (1 / 10), largest_share(0, 10, 0.025), places=6)
        self.assertAlmostEqual(0.3085, 1 - largest_share(3, 10, 0.025) - 0.0390, places=3)

    def test_the_sentence_says_what_the_rows_can_tell(self):
        few = against_threshold(numbers([1.5, 0.2, 1.4]), "mse", 1.0, 0.95)
        self.assertRegex(sentence(few), r"^that may be chance: by 3 rows the 95 % interval of mse is 0 to \S+, so it is no violation; "
                                        r"about \d+ rows would tell\Z")
        one = against_threshold(numbers([2.0]), "mse", 1.0, 0.95)
        self.assertEqual("that may be chance: 1 row can't tell, so it is no violation", sentence(one))
        many = against_threshold(classes([0, 1] * 50, [1, 0] * 50), "accuracy", 0.8, 0.95)
        self.assertRegex(sentence(many), r"^missed beyond chance: by 100 rows the 95 % interval of accuracy is 0 to 0.036\d*\Z")


class QualityTest(ScriptTest):
    def test_a_row_of_truth_starts_no_training_and_many_do(self):
        trained = self.train(self.prepare(regression_text(100)))
        reports = []
        for rows in (1, 60):
            text = regression_text(rows, seed=9)
            scored = self.score(trained, features_only(text))
            truth = "price\n" + "".join("%s\n" % (float(line) + 500 + i % 7) for i, line in enumerate(target_only(text).split()[1:]))
            job = self.quality_job(trained, scored, self.transform(trained, scored), truth).run(
                "model_quality", "--metric", "mse", "--threshold", "100", "--header", "true")
            reports.append(job.json("model_quality", "model_quality.json"))
        one, many = reports
        self.assertEqual((1, 0, None), (one["judged"], one["violated"], one["certainty"]["high"]))
        self.assertIn("missed", one["verdict"])
        self.assertIn("1 row can't tell, so it is no violation", one["verdict"])
        self.assertEqual((1, 1), (many["judged"], many["violated"]))
        self.assertLess(many["certainty"]["high"], 0)
        self.assertIn("missed beyond chance: by 60 rows the 95 % interval of mse is", many["verdict"])


if __name__ == "__main__":
    unittest.main()
