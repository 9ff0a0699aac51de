"""The rehearsal's data: reproducible, wrapped around any CSV file, with a threshold that makes sense."""
import json
import unittest

from tests.container import ScriptTest
from tests.samples import class_text, csv_text, regression_rows, regression_text


class MakeDataTest(ScriptTest):
    def make(self, *arguments, name="data"):
        import make_data
        out = self.folder / name
        make_data.main(["--out", str(out)] + [str(argument) for argument in arguments])
        return out, json.loads((out / "data.json").read_text(encoding="utf-8"))

    def source(self, text, name="own.csv"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    @staticmethod
    def lines(path):
        return path.read_text(encoding="utf-8").splitlines()

    def test_same_seed_same_files(self):
        def contents(name, seed):
            out, _ = self.make("--seed", seed, name=name)
            return [path.read_bytes() for path in sorted(out.rglob("*.csv"))]
        self.assertEqual(contents("a", 1), contents("b", 1))
        self.assertNotEqual(contents("c", 2), contents("a", 1))

    def test_default_data_has_numbers_and_a_category(self):
        out, facts = self.make()
        self.assertEqual((442, 11, 354, 88), tuple(facts[k] for k in ("rows", "columns", "trainingRows", "cleanRows")))
        words = {line.split(",")[2] for line in self.lines(out / facts["files"]["training"])[1:]}
        self.assertLessEqual({"normal", "overweight", "obese"}, words)

    def test_a_metric_for_classes_is_refused_for_broken_numbers(self):
        own = self.source(csv_text([[i, i + 0.25] for i in range(100)], ["x", "y"]))
        with self.assertRaisesRegex(Exception, "target column 'y' holds numbers such as 0.25, not classes; choose a metric for numbers"):
            self.make("--training-data", own, "--metric", "f1")

    def test_threshold_is_85_percent_of_the_naive_error(self):
        _, facts = self.make()
        self.assertEqual(float("%.4g" % (0.85 * facts["naive"])), facts["threshold"])
        _, facts = self.make("--metric", "r2")
        self.assertEqual(float("%.4g" % (1 - 0.85 * (1 - facts["naive"]))), facts["threshold"])
        own = self.source(csv_text([[i, "a" if i % 4 else "b"] for i in range(100)], ["x", "y"]))
        _, facts = self.make("--training-data", own)
        self.assertEqual(("classification", "accuracy", 0.75), tuple(facts[k] for k in ("problemType", "metric", "naive")))
        self.assertAlmostEqual(1 - 0.85 * 0.25, facts["threshold"])
        _, facts = self.make("--threshold", "10")
        self.assertEqual(10.0, facts["threshold"])

    def test_clean_batch_is_held_out_of_the_training_data(self):
        own = self.source(regression_text(60))
        out, facts = self.make("--training-data", own)
        training = self.lines(out / facts["files"]["training"])
        clean = ["%s,%s" % pair for pair in zip(self.lines(out / "batches" / "clean.csv"),
                                                self.lines(out / "truth" / "clean.csv"))]
        self.assertEqual(training[0], clean[0])
        self.assertEqual(sorted(self.lines(own)[1:]), sorted(training[1:] + clean[1:]))

    def test_a_folder_of_files_is_one_table(self):
        lines = regression_text(60).splitlines(keepends=True)
        (self.folder / "own").mkdir()
        self.source("".join(lines[:31]), "own/a.csv")
        self.source(lines[0] + "".join(lines[31:]), "own/b.csv")
        whole, others = self.make("--training-data", self.source("".join(lines)), name="whole")
        out, facts = self.make("--training-data", self.folder / "own")
        self.assertEqual(60, facts["rows"])
        self.assertEqual(self.lines(whole / others["files"]["training"]),
                         self.lines(out / facts["files"]["training"]))

    def test_given_batch_and_truth_are_the_clean_ones(self):
        own, batch, truth = (self.source(regression_text(60)), self.source("length,weight,colour\n1,2,red\n", "b.csv"),
                             self.source("price\n5\n", "t.csv"))
        out, facts = self.make("--training-data", own, "--inference-data", batch, "--ground-truth", truth)
        self.assertEqual((60, 1), (facts["trainingRows"], facts["cleanRows"]))
        self.assertEqual(batch.read_bytes(), (out / "batches" / "b.csv").read_bytes())
        self.assertEqual(truth.read_bytes(), (out / "truth" / "b.csv").read_bytes())
        _, facts = self.make("--training-data", own, "--inference-data", batch, name="other")
        self.assertIsNone(facts["files"]["cleanTruth"])

    def test_without_header_and_with_target_in_the_middle(self):
        own = self.source(csv_text([[row[0], row[3], row[1]] for row in regression_rows(60)]))
        out, facts = self.make("--training-data", own, "--header", "false", "--target", "1")
        self.assertEqual(("column_1", 1, False), (facts["target"], facts["targetPosition"], facts["header"]))
        self.assertEqual({2}, {len(line.split(",")) for line in self.lines(out / "batches" / "drifted.csv")})

    def test_drifted_numbers_lie_beyond_the_known_ones(self):
        rows = regression_rows(60)
        out, _ = self.make("--training-data", self.source(csv_text(rows, ["length", "weight", "colour", "price"])))
        for position in (0, 1):
            drifted = [float(line.split(",")[position]) for line in self.lines(out / "batches" / "drifted.csv")[1:]]
            self.assertGreater(min(drifted), max(row[position] for row in rows))

    def test_classes_of_drifted_records_are_contradictory(self):
        out, _ = self.make("--training-data", self.source(class_text(60)))
        batch, truth = (self.lines(out / folder / "drifted.csv")[1:] for folder in ("batches", "truth"))
        for start in range(0, len(batch), 3):
            self.assertEqual(1, len(set(batch[start:start + 3])))
            self.assertEqual({"low", "mid", "high"}, set(truth[start:start + 3]))

    def test_drifted_categories_are_the_rarest_and_nothing_is_missing(self):
        own = self.source(csv_text([["r" if i % 9 == 0 else "s", "" if i % 5 else i, i % 2] for i in range(90)],
                                   ["word", "x", "y"]))
        out, _ = self.make("--training-data", own)
        words, numbers = zip(*(line.split(",") for line in self.lines(out / "batches" / "drifted.csv")[1:]))
        self.assertEqual({"r"}, set(words))
        self.assertGreater(min(map(float, numbers)), 85)

    def test_a_batch_of_any_size(self):
        out, facts = self.make("--batch-rows", "5000", "--with-record-id", "true")
        self.assertEqual(5000, facts["cleanRows"])
        self.assertEqual(5000, len({line.split(",")[0] for line in self.lines(out / "batches" / "clean.csv")[1:]}))

    def test_faults(self):
        from lib.job_runtime import UserFault
        own = self.source(regression_text(60).replace("price", "cost"))
        for arguments, expected in ((("--target", "prize"), "there is no column 'prize'"),
                                    (("--ground-truth", own), "needs '--inference-data'"),
                                    (("--metric", "auc", "--problem-type", "regression"), "allowed for regression")):
            with self.assertRaisesRegex(UserFault, expected):
                self.make("--training-data", own, *arguments)


if __name__ == "__main__":
    unittest.main()
