"""Training, its artifact, and the inference entry point."""
import os
import re
import subprocess
import sys
import unittest
from unittest import mock

from tests.container import SCRIPTS, ScriptTest
from tests.samples import class_text, regression_text


class TrainingTest(ScriptTest):
    def test_prints_each_metric_as_the_definitions_read_it(self):
        found = dict(re.findall(r"validation:(\w+)=([-+0-9.eE]+)", self.train(self.prepare(regression_text())).printed))
        self.assertEqual({"mse", "rmse", "mae", "r2"}, set(found))
        self.assertAlmostEqual(float(found["mse"]) ** 0.5, float(found["rmse"]))
        trained = self.train(self.prepare(class_text(), "classification"))
        self.assertEqual({"accuracy", "precision", "recall", "f1", "auc"},
                         set(dict(re.findall(r"validation:(\w+)=([-+0-9.eE]+)", trained.printed))))

    def test_same_seed_same_metrics(self):
        prepared = self.prepare(regression_text())
        first = self.train(prepared, "--subsample", "0.5", "--seed", "4").printed
        self.assertEqual(first, self.train(prepared, "--subsample", "0.5", "--seed", "4").printed)
        self.assertNotEqual(first, self.train(prepared, "--subsample", "0.5", "--seed", "5").printed)

    def test_hyperparameters_reach_the_model(self):
        import joblib
        trained = self.train(self.prepare(regression_text()), "--max_depth", "2", "--n_estimators", '"7"',
                             "--learning_rate", "0.3", "--min_samples_leaf", "4", "--subsample", "0.8",
                             "--_tuning_objective_metric", "validation:mse")
        model = joblib.load(trained.root / "model" / "model.joblib")
        self.assertEqual((2, 7, 0.3, 4, 0.8), (model.max_depth, model.n_estimators, model.learning_rate,
                                               model.min_samples_leaf, model.subsample))

    def test_few_validation_rows_are_no_judge_of_a_trial(self):
        trial = ("--_tuning_objective_metric", "validation:accuracy")
        for text, kind in ((regression_text(), "regression"), (class_text(classes=("no", "yes")), "classification"),
                           (class_text(), "classification")):
            prepared = self.prepare(text, kind)
            self.assertIn("judged by 5-fold cross-validation", self.train(prepared, *trial).printed)
            self.assertNotIn("cross-validation", self.train(prepared).printed)

    def test_folders_of_the_training_toolkit(self):
        prepared = self.prepare(regression_text())
        job = self.job()
        for channel in ("train", "validation", "preprocessor"):
            job.put("elsewhere/" + channel, prepared.output(channel))
        names = {"SM_CHANNEL_" + name.upper(): str(job.root / "elsewhere" / name)
                 for name in ("train", "validation", "preprocessor")}
        with mock.patch.dict(os.environ, dict(names, SM_MODEL_DIR=str(job.root / "made"))):
            job.run("training")
        self.assertTrue((job.root / "made" / "model.joblib").exists())

    def test_faults(self):
        text = self.fault(self.job(), "training", "--max_deth", "2", "--seed", "1", "--seed", "2", "stray")
        self.assertIn("'--max_deth' is unknown; did you mean 'max_depth'?; allowed: --learning_rate", text)
        self.assertIn("'--seed' is given twice", text)
        self.assertIn("argument 'stray': expected '--name value'", text)
        for name, value, needed in (("max_depth", "2.5", "a whole number from 1 to 1000"),
                                    ("learning_rate", "0", "a number from 1e-09"), ("subsample", "1.5", "to 1"),
                                    ("n_estimators", "nan", "a whole number from 1")):
            text = self.fault(self.job(), "training", "--" + name, value)
            self.assertIn("argument '--%s': got '%s', needs" % (name, value), text)
            self.assertIn(needed, text)
        self.assertIn("schema.json: the file is missing", self.fault(self.job(), "training"))


class InferenceTest(ScriptTest):
    def setUp(self):
        super().setUp()
        self.trained = self.train(self.prepare(regression_text()))

    def answer(self, body, trained=None, accept="text/csv"):
        import training
        model = training.model_fn((trained or self.trained).root / "model")
        return training.output_fn(training.predict_fn(training.input_fn(body, "text/csv; charset=utf-8"), model), accept)

    def test_text_and_bytes_one_row_and_many(self):
        one = self.answer("5,50,red")
        self.assertEqual(one, self.answer(b"5,50,red\n"))
        self.assertEqual([one] * 3, self.answer("5,50,red\n5,50,red\n5,50,red\n").splitlines())
        self.assertAlmostEqual(3 * 5 + 50 + 5, float(one), delta=8)

    def test_unseen_category_and_missing_values_are_answered(self):
        self.assertEqual(3, len(self.answer("5,50,violet\n,50,red\n5,,\n").splitlines()))

    def test_extreme_numbers_are_answered(self):
        self.assertEqual(2, len(self.answer("1e300,50,red\n-1e300,50,red\n").splitlines()))

    def test_class_and_probabilities_in_the_schemas_order(self):
        prepared = self.prepare(class_text(), "classification")
        trained = self.train(prepared)
        classes = prepared.json("preprocessor", "schema.json")["classes"]
        for x, expected in ((0.1, "low"), (0.5, "mid"), (0.95, "high")):
            label, *probabilities = self.answer("%s,0.5" % x, trained).split(",")
            self.assertEqual(expected, label)
            self.assertEqual(expected, classes[max(range(3), key=lambda i: float(probabilities[i]))])
            self.assertAlmostEqual(1.0, sum(map(float, probabilities)))

    def test_class_names_with_commas_stay_one_field(self):
        text = class_text(classes=("a", "b")).replace(",a\n", ',"a, or so"\n')
        trained = self.train(self.prepare(text, "classification"))
        self.assertTrue(self.answer("0.1,0.5", trained).startswith('"a, or so",'))

    def test_faults(self):
        import training
        with self.assertRaisesRegex(Exception, r"record 2: 2 values, but the model needs 3 \(length, weight, colour\)"):
            self.answer("5,50,red\n5,50\n")
        with self.assertRaisesRegex(Exception, "record 2, column 'length': 'tall' is no finite number"):
            self.answer("5,50,red\ntall,50,red\n")
        with self.assertRaisesRegex(ValueError, "content type 'application/json' is not supported; allowed: text/csv"):
            training.input_fn("[]", "application/json")
        with self.assertRaisesRegex(ValueError, "accept 'image/png' is not supported"):
            training.output_fn([[1]], "image/png")

    def test_artifact_serves_without_the_scripts_folder(self):
        model = self.trained.root / "model"
        self.assertEqual({"code", "hyperparameters.json", "model.joblib", "preprocessor.joblib", "schema.json", "validation.json",
                          "warnings.json"},
                         {path.name for path in model.iterdir()})
        program = ("import sys; sys.path.insert(0, sys.argv[1] + '/code'); import training as t; "
                   "print(t.output_fn(t.predict_fn(t.input_fn('5,50,red', 'text/csv'), t.model_fn(sys.argv[1])), 'text/csv'))")
        served = subprocess.run([sys.executable, "-I", "-B", "-c", program, str(model)], capture_output=True, text=True,
                                cwd=str(self.folder), check=True)
        self.assertEqual(self.answer("5,50,red"), served.stdout.strip())
        self.assertNotIn(str(SCRIPTS), served.stderr)


if __name__ == "__main__":
    unittest.main()
