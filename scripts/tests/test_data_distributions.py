"""Sketches and distances: published test vectors, exactness, accuracy, and the chance of a worse rate."""
import unittest

import numpy as np

from tests.container import ScriptTest  # noqa: F401  (puts the scripts on the path)
from lib import data_distributions as distributions


def sketch(values):
    made = distributions.QuantileSketch()
    for part in np.array_split(np.asarray(values, float), max(1, len(values) // 5000)):
        made.add(part)
    return made.finish()


class DistanceTest(unittest.TestCase):
    def test_published_numeric_vector(self):
        distance = distributions.numeric_distance(sketch([1, 2, 3, 4]), sketch([2, 3, 4, 5]))
        self.assertEqual(0.25, distance)
        self.assertEqual(0.0, distributions.robust(distance, 4, 4))

    def test_published_categorical_vector(self):
        first = {"a": 10, "b": 20, "c": 25, "d": 10, "e": 5}
        second = {"a": 11, "b": 20, "c": 25, "d": 10, "e": 10}
        self.assertAlmostEqual(0.06015037593984962, distributions.categorical_distance(first, second), places=15)

    def test_numeric_distance_is_the_two_sample_statistic(self):
        from scipy.stats import ks_2samp
        random = np.random.default_rng(1)
        for size in (1, 7, 300):
            first, second = random.integers(0, 9, 200), random.normal(3, 3, size)
            self.assertAlmostEqual(ks_2samp(first, second).statistic,
                                   distributions.numeric_distance(sketch(first), sketch(second)))

    def test_a_category_beyond_the_listed_ones_counts_for_its_excess(self):
        listed = {"a": 50, "b": 10}
        self.assertAlmostEqual(0.2, distributions.categorical_distance(listed, {"a": 50, "b": 20, "z": 30}, unlisted=40))
        self.assertAlmostEqual(0.8, distributions.categorical_distance(listed, {"a": 10, "z": 90}, unlisted=40))

    def test_robust_never_falls_below_zero_and_fades_with_size(self):
        self.assertEqual(0.0, distributions.robust(0.3, 10, 10))
        self.assertGreater(distributions.robust(0.3, 100_000, 100_000), 0.29)


class SketchTest(unittest.TestCase):
    def test_few_values_are_kept_as_they_are(self):
        values = np.random.default_rng(2).normal(size=2048)
        kept = sketch(values)
        self.assertEqual(1, len(kept.levels))
        np.testing.assert_array_equal(np.sort(values), kept.levels[0])

    def test_many_values_keep_their_weight_and_ranks(self):
        values = np.random.default_rng(3).lognormal(size=300_001)
        kept = sketch(values)
        weight = sum(len(level) * 2 ** i for i, level in enumerate(kept.levels))
        self.assertEqual(len(values), weight)
        self.assertLessEqual(sum(map(len, kept.levels)), 2048)
        at = np.quantile(values, np.linspace(0, 1, 201))
        exact = np.searchsorted(np.sort(values), at, side="right") / len(values)
        self.assertLess(np.max(np.abs(exact - kept.shares_up_to(at))), 0.003)

    def test_buckets_hold_every_row(self):
        values = np.random.default_rng(4).normal(size=5000)
        buckets = sketch(values).buckets(values.min(), values.max(), len(values))
        self.assertEqual(10, len(buckets))
        self.assertEqual(5000, sum(bucket["count"] for bucket in buckets))
        self.assertEqual((values.min(), values.max()), (buckets[0]["lower_bound"], buckets[-1]["upper_bound"]))


class ChanceTest(unittest.TestCase):
    def test_rate_is_fishers_exact_test(self):
        from scipy.stats import fisher_exact
        for bad, rows, batch_bad, batch_rows in ((0, 300, 3, 60), (2, 300, 9, 60), (5, 50, 12, 40), (0, 20, 10, 10)):
            expected = fisher_exact([[batch_bad, batch_rows - batch_bad], [bad, rows - bad]], "greater")[1]
            self.assertAlmostEqual(
                expected, distributions.chance_of_rate(bad, rows, batch_bad, batch_rows), places=12)

    def test_no_worse_rate_is_certain(self):
        self.assertEqual(1.0, distributions.chance_of_rate(5, 100, 5, 100))
        self.assertEqual(1.0, distributions.chance_of_rate(0, 100, 0, 100))

    def test_outside_bounds_what_simulation_finds(self):
        random = np.random.default_rng(5)
        rows, batch, outside = 50, 20, 3
        hits = 0
        for _ in range(4000):
            first, second = random.normal(size=rows), random.normal(size=batch)
            hits += ((second > first.max()) | (second < first.min())).sum() >= outside
        self.assertLessEqual(hits / 4000, distributions.chance_of_outside(rows, outside, batch))


if __name__ == "__main__":
    unittest.main()
