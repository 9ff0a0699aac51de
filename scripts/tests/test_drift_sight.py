"""What a drift check could have seen."""
import unittest

import numpy as np

from tests.container import ScriptTest
from tests.samples import csv_text


class DriftSightTest(ScriptTest):
    def sight(self, baseline, batch):
        first = self.baseline(csv_text(baseline, ["x", "c"]))
        job = self.job().put("processing/input/baseline_dataset_input/data.csv", csv_text(batch, ["x", "c"]))
        for kind in ("statistics", "constraints"):
            job.put("processing/input/baseline_%s/%s.json" % (kind, kind), first.output(kind + ".json"))
        job.run("data_quality", "--mode", "check")
        return {feature["name"]: feature for feature in job.json("drift.json")["features"]}, job

    def rows(self, count, shift=0.0, seed=1):
        random = np.random.default_rng(seed)
        return [[round(x + shift, 6), "ab"[int(x > 0)]] for x in random.normal(size=count).tolist()]

    def test_few_rows_see_little_and_many_see_much(self):
        few, job = self.sight(self.rows(250), self.rows(50, seed=2))
        many, _ = self.sight(self.rows(20_000), self.rows(5_000, seed=2))
        self.assertGreater(few["x"]["smallestShift"], 0.9)
        self.assertLess(many["x"]["smallestShift"], 0.4)
        self.assertRegex(job.printed, "x: a shift by 1.1 standard deviations is seen with at least 80 % probability, one by 1.2 with 95 %; "
                         r"a smaller one may go unseen \(50 rows\)")
        self.assertGreater(few["x"]["sureShift"], few["x"]["smallestShift"])
        self.assertLess(many["c"]["smallestShift"], few["c"]["smallestShift"])

    def test_a_shift_that_is_seen_is_larger_and_one_that_is_not_is_smaller(self):
        baseline = self.rows(2000)
        smallest = self.sight(baseline, self.rows(1000, seed=3))[0]["x"]["smallestShift"]
        for factor, found in ((1.4, True), (0.6, False)):
            _, job = self.sight(baseline, self.rows(1000, shift=factor * smallest, seed=3))
            violations = job.json("constraint_violations.json")["violations"]
            self.assertEqual(found, any(v["feature_name"] == "x" for v in violations), factor)

    def test_shifts_are_found_as_often_as_is_said(self):
        import sys
        from pathlib import Path
        sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench" / "data"))
        import drift_rates
        from lib.drift_sight import MOSTLY, SURELY
        for size in ((250, 90), (1000, 300)):
            for probability, most in ((MOSTLY, 0.96), (SURELY, 1.0)):
                numbers, words = (drift_rates.told(kind, *size, probability) for kind in ("numbers", "words"))
                found = drift_rates.rate(drift_rates.shifted(numbers), *size, seeds=120)
                # 120 seeds: the share found lies within 0.07 of the chance.
                self.assertTrue(probability - 0.07 <= found <= most, (size, probability, found))
                self.assertGreaterEqual(drift_rates.rate(drift_rates.mixed(words), *size, seeds=60), probability - 0.07)

    def test_a_stuck_sensor_missing_values_and_spread_are_told(self):
        stuck = [[0, c] for _, c in self.rows(100)]
        told = self.sight(self.rows(250), stuck)[0]["x"]
        self.assertEqual((1.0, "0", 0.0), (told["topShare"], told["topValue"], told["spread"]))
        self.assertIn("100 % of the rows hold the one value 0: is it stuck?", told["sentence"])
        gaps = [["" if i % 4 == 0 else x, c] for i, (x, c) in enumerate(self.rows(100))]
        self.assertEqual(0.25, self.sight(self.rows(250), gaps)[0]["x"]["missingShare"])

    def test_two_rows_see_nothing(self):
        told = self.sight(self.rows(250), self.rows(2))[0]["x"]
        self.assertIsNone(told["smallestShift"])
        self.assertIn("2 rows are too few to see any drift", told["sentence"])


if __name__ == "__main__":
    unittest.main()
