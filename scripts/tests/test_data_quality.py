"""The own data monitor: Model Monitor's file formats, nothing reported without drift, exactly what drifted with it."""
import json
import unittest

import numpy as np

from tests.container import ScriptTest
from tests.samples import csv_text

NAMES = ["age", "income", "balance", "segment"]


def rows(count, seed, shift=(0, 0, 0), factor=1.0, missing=0.02):
    """Four columns: whole numbers, a skewed one with some missing, one around zero, categories."""
    random = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        age, income, balance = random.integers(18, 80), random.lognormal(10, 0.5), random.normal(0, 2)
        values = [int(age * factor) + shift[0], round((income + shift[1]) * factor, 2),
                  round((balance + shift[2]) * factor, 4)]
        values[1] = "" if random.random() < missing else values[1]
        made.append(values + [random.choice(["new", "old", "rare"], p=[0.5, 0.48, 0.02])])
    return made


class DataQualityTest(ScriptTest):
    def setUp(self):
        super().setUp()
        self.base = self.baseline(csv_text(rows(400, 1), NAMES))

    def check_rows(self, made, names=NAMES):
        return self.check(self.base, csv_text(made, names))

    def found(self, made, names=NAMES):
        return sorted({(v["feature_name"], v["constraint_check_type"]) for v in self.check_rows(made, names)})

    def test_statistics_and_constraints_in_model_monitors_format(self):
        statistics, constraints = self.base.json("statistics.json"), self.base.json("constraints.json")
        self.assertEqual(400, statistics["dataset"]["item_count"])
        self.assertEqual(["Integral", "Fractional", "Fractional", "String"],
                         [feature["inferred_type"] for feature in statistics["features"]])
        income = statistics["features"][1]["numerical_statistics"]
        values = np.array([row[1] for row in rows(400, 1) if row[1] != ""])
        self.assertEqual({"num_present": len(values), "num_missing": 400 - len(values)}, income["common"])
        for name, expected in (("mean", values.mean()), ("sum", values.sum()), ("std_dev", values.std()),
                               ("min", values.min()), ("max", values.max())):
            self.assertAlmostEqual(expected, income[name], places=4, msg=name)
        self.assertEqual(10, len(income["distribution"]["kll"]["buckets"]))
        self.assertEqual(len(values), sum(len(level) for level in income["distribution"]["kll"]["sketch"]["data"]))
        segment = statistics["features"][3]["string_statistics"]
        self.assertEqual(3.0, segment["distinct_count"])
        self.assertEqual(400, sum(bucket["count"] for bucket in segment["distribution"]["categorical"]["buckets"]))
        self.assertEqual(len(values) / 400, constraints["features"][1]["completeness"])
        self.assertEqual({"is_non_negative": False}, constraints["features"][2]["num_constraints"])
        self.assertEqual(["new", "old", "rare"], constraints["features"][3]["string_constraints"]["domains"])
        self.assertEqual("Robust", constraints["monitoring_config"]["distribution_constraints"]["comparison_method"])

    def test_baseline_mode_and_skipped_check_write_no_violations(self):
        self.assertFalse(self.base.output("constraint_violations.json").exists())
        job = self.job().put("processing/input/baseline_dataset_input/data.csv", csv_text(rows(9, 1), NAMES)).run(
            "data_quality", "--mode", "check", "--skip-check", "true")
        self.assertFalse(job.output("constraint_violations.json").exists())
        self.assertTrue(job.output("constraints.json").exists())

    def test_no_drift_reports_nothing_be_the_batch_small_or_large(self):
        for count in (1, 3, 10, 60, 400, 20_000):
            for seed in range(100, 106 if count < 1000 else 101):
                with self.subTest(rows=count, seed=seed):
                    self.assertEqual([], self.check_rows(rows(count, seed)))

    def test_permuted_columns_report_nothing(self):
        order = [3, 1, 0, 2]
        self.assertEqual([], self.check_rows([[row[p] for p in order] for row in rows(100, 7)],
                                             [NAMES[p] for p in order]))

    def test_whole_numbers_written_as_fractions_report_nothing(self):
        self.assertEqual([], self.check_rows([["%d.0" % row[0]] + row[1:] for row in rows(100, 7)]))

    def test_one_shifted_feature_reports_exactly_that_one(self):
        for position, shift in enumerate(((30, 0, 0), (0, 30_000, 0), (0, 0, 4))):
            with self.subTest(feature=NAMES[position]):
                self.assertEqual([(NAMES[position], "baseline_drift_check")], self.found(rows(100, 7, shift)))

    def test_every_measurement_doubled_is_drift_also_around_zero(self):
        found = self.found(rows(200, 7, factor=2.0))
        self.assertEqual([(name, "baseline_drift_check") for name in ("age", "balance", "income")], found)

    def test_drift_description_carries_distance_and_threshold(self):
        violation, = self.check_rows(rows(100, 7, (30, 0, 0)))
        self.assertRegex(violation["description"], r"distance 0\.\d+ exceeds threshold 0\.1$")
        self.assertEqual({"feature_name", "constraint_check_type", "description"}, set(violation))

    def test_shifted_categories_are_drift(self):
        made = [row[:3] + ["rare"] for row in rows(60, 7)]
        self.assertEqual([("segment", "baseline_drift_check")], self.found(made))

    def test_unknown_categories(self):
        made = [row[:3] + ["stranger" if index % 5 == 0 else row[3]] for index, row in enumerate(rows(100, 7))]
        violations = self.check_rows(made)
        self.assertIn(("segment", "categorical_values_check"),
                      [(v["feature_name"], v["constraint_check_type"]) for v in violations])
        self.assertIn("'stranger' (20 rows)", violations[0]["description"])

    def test_missing_values_beyond_the_usual(self):
        self.assertEqual([("income", "completeness_check")], self.found(rows(100, 7, missing=0.4)))

    def test_a_text_among_numbers_and_a_fraction_among_whole_numbers(self):
        made = [["n.n." if index % 2 else row[0]] + row[1:] for index, row in enumerate(rows(100, 7))]
        violation, = self.check_rows(made)
        self.assertEqual(("age", "data_type_check"), (violation["feature_name"], violation["constraint_check_type"]))
        self.assertEqual("Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. "
                         "Observed: Only 50% of data is Integral.", violation["description"])
        self.assertEqual([("age", "data_type_check")], self.found([[row[0] + 0.5] + row[1:] for row in rows(100, 7)]))

    def test_columns_missing_and_extra(self):
        made = [[row[0], row[2], row[3], 1] for row in rows(50, 7)]
        self.assertEqual([("bonus", "extra_column_check"), ("income", "missing_column_check")],
                         self.found(made, ["age", "balance", "segment", "bonus"]))

    def test_a_region_called_NA_is_a_category(self):
        text = csv_text([["NA" if i % 3 else "EU", i % 7] for i in range(90)], ["region", "x"])
        base = self.baseline(text)
        self.assertEqual(["EU", "NA"], base.json("constraints.json")["features"][0]["string_constraints"]["domains"])
        self.assertEqual(1.0, base.json("constraints.json")["features"][0]["completeness"])
        self.assertEqual([], self.check(base, text))

    def test_nearly_unique_texts_report_nothing(self):
        base = self.baseline(csv_text([["id%d" % i, i % 7] for i in range(3000)], ["name", "x"]))
        self.assertEqual([], self.check(base, csv_text([["other%d" % i, i % 7] for i in range(200)], ["name", "x"])))

    def test_a_column_without_any_value(self):
        base = self.baseline(csv_text([["", i % 7] for i in range(50)], ["empty", "x"]))
        self.assertEqual("Unknown", base.json("statistics.json")["features"][0]["inferred_type"])
        self.assertEqual([], self.check(base, csv_text([["", i % 7] for i in range(50)], ["empty", "x"])))

    def test_large_baseline_is_compared_by_its_sketch_alone(self):
        random = np.random.default_rng(8)
        base = self.baseline(csv_text([[v] for v in random.normal(size=30_000).round(6)], ["x"]))
        data = base.json("statistics.json")["features"][0]["numerical_statistics"]["distribution"]["kll"]["sketch"]["data"]
        self.assertLessEqual(sum(map(len, data)), 2048)
        self.assertEqual([], self.check(base, csv_text([[v] for v in random.normal(size=30_000).round(6)], ["x"])))
        moved, = self.check(base, csv_text([[v] for v in random.normal(0.4, 1, size=30_000).round(6)], ["x"]))
        # The exact distance of two normal distributions 0.4 apart is 2*Phi(0.2)-1 = 0.1585, less the margin of 0.0147.
        self.assertAlmostEqual(0.1438, float(moved["description"].split("distance ")[1].split()[0]), delta=0.012)

    def test_thresholds_of_a_hand_edited_constraints_file(self):
        path = self.base.output("constraints.json")
        constraints = json.loads(path.read_text(encoding="utf-8"))
        constraints["monitoring_config"]["distribution_constraints"]["comparison_threshold"] = 0.99
        path.write_text(json.dumps(constraints), encoding="utf-8")
        self.assertEqual([], self.found(rows(100, 7, (30, 0, 0))))
        constraints["monitoring_config"]["evaluate_constraints"] = "Disabled"
        path.write_text(json.dumps(constraints), encoding="utf-8")
        self.assertEqual([], self.found([["x"] + row[1:] for row in rows(100, 7)]))

    def test_result_line_for_the_processing_job(self):
        job = self.job().put("processing/input/baseline_dataset_input/data.csv", csv_text(rows(100, 7, (30, 0, 0)), NAMES))
        for kind in ("statistics", "constraints"):
            job.put("processing/input/baseline_%s/%s.json" % (kind, kind), self.base.output(kind + ".json"))
        job.run("data_quality", "--mode", "check")
        self.assertEqual("CompletedWithViolations: Job completed successfully with 1 violations.\n",
                         (job.root / "output" / "message").read_text(encoding="utf-8"))

    def test_faults(self):
        job = self.job().put("processing/input/baseline_dataset_input/data.csv", csv_text(rows(9, 1), NAMES))
        self.assertIn("statistics.json: the file is missing", self.fault(job, "data_quality", "--mode", "check"))
        job.put("processing/input/baseline_statistics/statistics.json", "{}").put(
            "processing/input/baseline_constraints/constraints.json", "{}")
        self.assertIn("not in Model Monitor's format: 'features' is missing",
                      self.fault(job, "data_quality", "--mode", "check"))
        job.put("processing/input/baseline_statistics/statistics.json", "{")
        self.assertIn("is no valid JSON", self.fault(job, "data_quality", "--mode", "check"))
        self.assertIn("got 'chek', allowed: baseline, check; did you mean 'check'?",
                      self.fault(job, "data_quality", "--mode", "chek"))
        self.assertIn("no *.csv file there", self.fault(self.job(), "data_quality", "--mode", "baseline"))


if __name__ == "__main__":
    unittest.main()
