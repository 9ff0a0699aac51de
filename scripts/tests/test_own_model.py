"""A model of one's own: the template of `./mlops model new` in place of training.py, through the whole loop."""
import json
import os
import shutil
import subprocess
import sys
import unittest

from tests.container import SCRIPTS, ScriptTest
from tests.samples import class_text, features_only, regression_text

TEMPLATE = SCRIPTS / "rehearsal" / "template"


class OwnModelTest(ScriptTest):
    def step(self, job, script, *arguments):
        result = subprocess.run([sys.executable, "-B", str(self.scripts / script), *arguments], capture_output=True,
                                text=True, env={**os.environ, "SAGEMAKER_BASE_DIR": str(job.root)})
        self.assertEqual(0, result.returncode, result.stderr)
        return result.stdout

    def test_another_estimator_in_forty_lines(self):
        self.assertLessEqual(len((TEMPLATE / "training.py").read_text(encoding="utf-8").splitlines()), 40)
        self.scripts = self.folder / "mine"
        shutil.copytree(SCRIPTS, self.scripts, ignore=shutil.ignore_patterns("tests", "__pycache__"))
        for name in ("training.py", "contract.json"):
            shutil.copyfile(TEMPLATE / name, self.scripts / name)
        for text, kind, metric in ((regression_text(100), "regression", "mae"), (class_text(100), "classification", "f1")):
            prepared = self.prepare(text, kind)
            job = self.job()
            for channel in ("train", "validation", "preprocessor"):
                job.put("input/data/" + channel, prepared.output(channel))
            self.assertIn("validation:%s=" % metric, self.step(job, "training.py", "--trees", "20", "--depth", "4"))
            self.assertEqual({"trees": 20, "depth": 4, "seed": 0},
                             json.loads((job.root / "model" / "hyperparameters.json").read_text(encoding="utf-8")))
            shutil.make_archive(str(job.root / "model"), "gztar", job.root / "model")
            judged = self.job().put("processing/input/model/model.tar.gz", job.root / "model.tar.gz").put(
                "processing/input/test", prepared.output("test"))
            self.step(judged, "evaluation.py", "--metric", metric, "--threshold", "0.5" if metric == "f1" else "50")
            self.assertEqual(1, judged.json("evaluation", "evaluation.json")["metric"]["betterThanNaive"])
            scored = self.job().put("processing/input/model/model.tar.gz", job.root / "model.tar.gz").put(
                "processing/input/raw/b.csv", features_only(text))
            self.step(scored, "scoring_preprocessing.py", "--header", "true")
            self.assertEqual(100, len(scored.lines("scoring", "b.csv")))


class ShowDataTest(ScriptTest):
    def show(self, text, *arguments):
        path = self.folder / "own.csv"
        path.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, "-B", str(SCRIPTS / "rehearsal" / "show_data.py"), "--training-data", str(path),
                               "--header", "true", *arguments], capture_output=True, text=True)

    def test_columns_warnings_and_settings(self):
        text = regression_text(60).replace(",red,", ",,", 2)
        shown = self.show(text).stdout
        self.assertIn("60 rows; target 'price': numbers", shown)
        self.assertIn("colour  categorical", shown)
        self.assertIn("warning: column 'colour': 2 of 60 values are missing", shown)
        facts = json.loads(self.show(text, "--json", "true").stdout)
        self.assertEqual(["length", "weight", "colour"], [column["name"] for column in facts["columns"]])
        self.assertEqual({"target": "price", "header": True, "metric": {"name": "mse"}}, facts["suggestedSettings"])

    def test_faults_are_one_sentence(self):
        result = self.show(regression_text(60), "--target", "Price")
        self.assertEqual(1, result.returncode)
        self.assertIn("there is no column 'Price'; did you mean 'price'?", result.stderr)
        self.assertNotIn("Traceback", result.stderr)


if __name__ == "__main__":
    unittest.main()
