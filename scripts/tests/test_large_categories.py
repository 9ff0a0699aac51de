"""Categories of large data travel as codes; to an estimator that can't take these they are one-hot, as with small data."""
import json
import tarfile
import unittest
from unittest import mock

import joblib
import numpy as np

from lib import feature_encoding
from tests.container import ScriptTest
from tests.samples import csv_text

ROWS = 15_000


def table(random, count=ROWS, words=150):
    """Two columns of words (one with more than fit), a number with gaps, and a target that follows them."""
    effects = random.normal(size=words)
    codes = np.minimum(random.geometric(0.03, count) - 1, words - 1)
    colours = random.integers(0, 3, count)
    numbers = random.normal(size=count)
    target = 3 * effects[codes] + colours + numbers + random.normal(size=count) / 10
    return csv_text([["" if i % 50 == 0 else "w%d" % code, "rgb"[colour], "" if i % 40 == 0 else "%.5g" % number, "%.6g" % y]
                     for i, (code, colour, number, y) in enumerate(zip(codes, colours, numbers, target))],
                    ["word", "colour", "x", "y"])


class CodesTest(unittest.TestCase):
    def test_codes_and_one_hot_say_the_same(self):
        random = np.random.default_rng(3)
        words = np.array(["w%d" % min(code, 130) for code in random.geometric(0.05, 400)] + [""], object)
        colours = np.array(["rgb"[i] for i in random.integers(0, 3, 401)], object)
        numeric, categorical = random.normal(size=(401, 2)), np.column_stack([words, colours])
        numeric[5, 0] = np.nan
        for limit in (5, 100):
            with mock.patch.object(feature_encoding, "MAX_CATEGORIES", limit):
                plain = feature_encoding.fit(numeric, categorical)
            unseen = np.array([["never", "r"], ["", "g"], ["w2", "violet"]], object)
            for rows, texts in ((numeric, categorical), (numeric[:3], unseen)):
                whole = feature_encoding.encode({**plain, "codes": False}, rows, texts)
                coded = feature_encoding.encode({**plain, "codes": True}, rows, texts)
                self.assertEqual(4, coded.shape[1])
                np.testing.assert_array_equal(whole.astype(np.float32), feature_encoding.one_hot(plain, coded))
            self.assertFalse(plain["codes"], "few rows")


class LargeCategoriesTest(ScriptTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.text = table(np.random.default_rng(1))

    def test_a_model_learns_from_codes_and_serves_new_and_missing_categories(self):
        prepared = self.prepare(self.text)
        self.assertEqual(4, len(prepared.lines("train", "train.csv")[0].split(",")), "label, number, two codes")
        trained = self.train(prepared)
        self.assertIn("grown on histograms", trained.printed)
        preprocessor = joblib.load(trained.root / "model" / "preprocessor.joblib")
        self.assertTrue(preprocessor["codes"])
        report = self.evaluate(prepared, trained, "r2", "0.9").json("evaluation", "evaluation.json")
        self.assertEqual((1, 1), (report["metric"]["meetsThreshold"], report["metric"]["betterThanNaive"]), report["metric"])
        scored = self.score(trained, "word,colour,x\nnever,violet,\nw1,g,0.5\n,,1\n")
        answers = self.transform(trained, scored)["batch.csv.out"].split()
        self.assertEqual(3, len([float(answer) for answer in answers]))

    def test_an_estimator_of_ones_own_gets_one_hot_columns(self):
        import training
        from lib.training_job import train
        prepared, widths, root = self.prepare(self.text), [], self.job()
        for channel in ("train", "validation", "preprocessor"):
            root.put("input/data/" + channel, prepared.output(channel))

        def fit(hyperparameters, labels, encoded, is_regression):
            from sklearn.linear_model import Ridge
            widths.append(encoded.shape[1])
            return Ridge().fit(encoded, labels)

        with mock.patch.object(training, "main", lambda argv: train(argv, fit)):
            root.run("training")
        self.assertEqual([1 + 100 + 3], widths)
        self.assertFalse(joblib.load(root.root / "model" / "preprocessor.joblib")["codes"])
        with tarfile.open(root.root / "model.tar.gz", "w:gz") as archive:
            for path in sorted((root.root / "model").iterdir()):
                archive.add(path, path.name)
        report = self.evaluate(prepared, root, "r2", "0.9").json("evaluation", "evaluation.json")
        self.assertEqual(1, report["metric"]["meetsThreshold"], report["metric"])

    def test_what_histograms_leave_out_is_told(self):
        prepared = self.prepare(self.text)
        trained = self.train(prepared, "--subsample", "0.5")
        found = json.loads((trained.root / "model" / "warnings.json").read_text(encoding="utf-8"))
        self.assertEqual([("TrainingStep", "without-effect")], [(w["step"], w["kind"]) for w in found if w["step"] != "TrainingPreProcessStep"])
        self.assertIn("'subsample' 0.5 is without effect: of %d training rows" % (ROWS - 2 * 2250), found[-1]["message"])
        report = self.evaluate(prepared, trained, "r2", "0.5").json("evaluation", "evaluation.json")
        self.assertIn(found[-1], report["warnings"])

    def test_the_bounds_of_histograms_are_told_where_rows_are_left_out_of_them(self):
        import training
        self.assertEqual([], list(training.remarks({"subsample": 1.0}, 200_000)))
        self.assertEqual(["rows-left-out"], [kind for kind, _ in training.remarks({"subsample": 1.0}, 700_000)])
        self.assertEqual([], list(training.remarks({"subsample": 0.5}, 10_000)))


class ConstantTest(ScriptTest):
    def test_a_column_is_constant_only_if_all_its_rows_are(self):
        text = csv_text([[3 if i < 100_050 else 4, i * 7919 % 110_017, i % 1013] for i in range(110_000)], ["x", "z", "y"])
        prepared = self.prepare(text)
        kinds = [w["kind"] for w in json.loads(prepared.output("preprocessor", "warnings.json").read_text(encoding="utf-8"))]
        self.assertNotIn("constant", kinds)


if __name__ == "__main__":
    unittest.main()
