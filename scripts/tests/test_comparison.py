"""Better beyond chance, or not: on the same rows."""
import unittest

import numpy as np

from lib.comparison import against, against_naive, student_quantile
from lib.metric_values import REGRESSION, Scores


class ComparisonTest(unittest.TestCase):
    REGRESSION = {"problemType": "regression", "classes": None, "naive": {"mean": 0.0, "median": 0.0}}

    def classes(self, truth, predicted, shares=(0.5, 0.5)):
        schema = {"problemType": "classification", "classes": ["a", "b"], "naive": {"shares": list(shares)},
                  "positiveClass": {"label": "b", "chosenBy": "rarer"}}
        return Scores(schema, truth, predicted, np.eye(2)[predicted])

    def test_scores_that_know_nothing_rarely_pass_as_better_however_few_the_rows(self):
        schema = {"problemType": "classification", "classes": ["a", "b"], "naive": {"shares": [0.5, 0.5]},
                  "positiveClass": {"label": "b", "chosenBy": "rarer"}}
        random = np.random.default_rng(5)
        for sides in ((2, 2), (2, 3), (3, 3), (5, 5), (20, 20)):
            truth = np.repeat([0, 1], sides)
            passed = 0
            for _ in range(200):
                score = random.uniform(size=len(truth))
                scores = Scores(schema, truth, (score > 0.5).astype(int), np.column_stack([1 - score, score]))
                passed += against_naive(scores, "auc", 0.95).is_better
            # 2.5 % are meant; 200 tries show up to 5 % of them by chance.
            self.assertLessEqual(passed, 10, sides)

    def test_a_perfect_ranking_of_enough_rows_is_better(self):
        schema = {"problemType": "classification", "classes": ["a", "b"], "naive": {"shares": [0.5, 0.5]},
                  "positiveClass": {"label": "b", "chosenBy": "rarer"}}
        truth = np.repeat([0, 1], 6)
        score = np.linspace(0, 1, 12)
        scores = Scores(schema, truth, truth, np.column_stack([1 - score, score]))
        self.assertTrue(against_naive(scores, "auc", 0.95).is_better)

    def test_a_good_model_is_better_and_one_of_noise_is_not(self):
        random = np.random.default_rng(1)
        truth = random.normal(size=200)
        for metric in REGRESSION:
            good = against_naive(Scores(self.REGRESSION, truth, truth + random.normal(0, 0.3, 200)), metric, 0.95)
            self.assertTrue(good.is_better and good.enough_rows and good.low < good.gain < good.high, metric)
            noise = against_naive(Scores(self.REGRESSION, truth, random.normal(0, 0.3, 200)), metric, 0.95)
            self.assertFalse(noise.is_better, metric)

    def test_models_of_noise_seldom_pass(self):
        passed = dict.fromkeys(("accuracy", "f1", "auc", "mse"), 0)
        for seed in range(100):
            random = np.random.default_rng(seed)
            truth, predicted = random.integers(0, 2, 40), random.integers(0, 2, 40)
            for metric in ("accuracy", "f1", "auc"):
                passed[metric] += against_naive(self.classes(truth, predicted), metric, 0.95, seed).is_better
            numbers = Scores(self.REGRESSION, random.normal(size=40), random.normal(0, 0.2, 40))
            passed["mse"] += against_naive(numbers, "mse", 0.95, seed).is_better
        for metric, count in passed.items():
            self.assertLessEqual(count, 5, metric)

    def test_two_rows_tell_nothing(self):
        truth = np.array([-1.0, 1.0])
        told = against_naive(Scores(self.REGRESSION, truth, np.array([-0.2, 0.9])), "mse", 0.95)
        self.assertFalse(told.is_better or told.enough_rows)

    def test_a_handful_of_rows_says_how_many_would_do(self):
        random = np.random.default_rng(3)
        truth = random.normal(size=30)
        weak = against_naive(Scores(self.REGRESSION, truth, 0.1 * truth + random.normal(0, 0.3, 30)), "mse", 0.95)
        if weak.gain > 0:
            self.assertGreater(weak.rows_needed, 30)
            self.assertIn("that may be chance: about %d rows would tell" % weak.rows_needed, weak.sentence("x"))

    def test_the_same_model_is_no_better(self):
        truth = np.arange(50.0)
        scores = Scores(self.REGRESSION, truth, truth + 1)
        same = against(scores, scores, "mae", 0.95)
        self.assertEqual((0.0, 0.0, 0.0), (same.gain, same.low, same.high))
        self.assertFalse(same.is_better)

    def test_many_rows_are_drawn_in_blocks_to_the_same_end(self):
        random = np.random.default_rng(5)
        truth = random.normal(size=20_000)
        told = against_naive(Scores(self.REGRESSION, truth, 0.5 * truth), "mse", 0.95)
        self.assertAlmostEqual(0.75, told.gain, delta=0.02)
        half = 1.96 * float(np.std(0.75 * truth ** 2)) / 20_000 ** 0.5
        self.assertAlmostEqual(half, told.gain - told.low, delta=half / 4)

    def test_student_quantiles(self):
        for freedom, expected in ((1, 12.7062), (2, 4.3027), (5, 2.5706), (30, 2.0423), (1000, 1.9623)):
            self.assertAlmostEqual(expected, student_quantile(0.975, freedom), delta=0.01)


if __name__ == "__main__":
    unittest.main()
