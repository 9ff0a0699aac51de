"""The scripts as SageMaker starts them: own processes, Python 3.9 grammar, few imports, faults in the right files."""
import ast
import json
import os
import shutil
import subprocess
import sys
import tarfile
import unittest

from tests.container import SCRIPTS, ScriptTest
from tests.samples import regression_text

STEPS = ("training_preprocessing", "training", "evaluation", "scoring_preprocessing", "data_check_preprocessing",
         "model_quality", "data_quality")
# Steps that must start fast and run where there is no scikit-learn.
LIGHT = ("scoring_preprocessing", "data_check_preprocessing", "model_quality", "data_quality")


class ProcessTest(ScriptTest):
    def start(self, script, *arguments, root=None):
        environment = dict(os.environ, SAGEMAKER_BASE_DIR=str(root or self.folder), PYTHONDONTWRITEBYTECODE="1")
        return subprocess.run([sys.executable, str(SCRIPTS / (script + ".py"))] + list(arguments), env=environment,
                              capture_output=True, text=True, check=False)

    def test_a_users_fault_is_told_without_a_stack_trace(self):
        for script, report in (("training_preprocessing", "message"), ("training", "failure")):
            ended = self.start(script, "--wrong", "1")
            self.assertEqual(1, ended.returncode)
            self.assertNotIn("Traceback", ended.stderr)
            self.assertIn("argument '--wrong' is unknown", ended.stderr)
            self.assertEqual(ended.stderr, (self.folder / "output" / report).read_text(encoding="utf-8"))

    def test_an_unexpected_fault_keeps_its_stack_trace_in_the_log(self):
        model = self.folder / "processing" / "input" / "model"
        model.mkdir(parents=True)
        (model / "schema.json").write_text("[]", encoding="utf-8")
        with tarfile.open(model / "model.tar.gz", "w:gz") as archive:
            archive.add(model / "schema.json", "schema.json")
        ended = self.start("data_check_preprocessing")
        self.assertEqual(1, ended.returncode)
        self.assertIn("Traceback", ended.stderr)
        self.assertIn("data_check_preprocessing.py failed unexpectedly: TypeError: ",
                      (self.folder / "output" / "message").read_text(encoding="utf-8"))

    def test_evaluation_runs_the_code_that_is_in_the_artifact(self):
        prepared = self.prepare(regression_text())
        trained = self.train(prepared)
        entry = trained.root / "model" / "code" / "training.py"
        entry.write_text(entry.read_text(encoding="utf-8") + "\n\ndef output_fn(prediction, accept):\n"
                         "    return '\\n'.join('0.0' for _ in prediction)\n", encoding="utf-8")
        model = self.folder / "processing" / "input" / "model" / "model.tar.gz"
        model.parent.mkdir(parents=True)
        with tarfile.open(model, "w:gz") as archive:
            archive.add(trained.root / "model", ".")
        shutil.copytree(prepared.output("test"), self.folder / "processing" / "input" / "test")
        ended = self.start("evaluation", "--metric", "mae", "--threshold", "1")
        self.assertEqual(("", 0), (ended.stderr, ended.returncode))
        truth = [float(line.rsplit(",", 1)[1]) for line in prepared.lines("test", "test.csv")[1:]]
        report = self.folder / "processing" / "output" / "evaluation" / "evaluation.json"
        value = json.loads(report.read_text(encoding="utf-8"))["metric"]["value"]
        self.assertAlmostEqual(sum(map(abs, truth)) / len(truth), value, places=4)

    def test_an_output_that_can_not_be_written_is_named(self):
        job = self.job().put("processing/input/baseline_dataset_input/data.csv", "x\n1\n").put(
            "processing/output", "a file where a folder must be")
        ended = self.start("data_quality", "--mode", "baseline", root=job.root)
        self.assertEqual(1, ended.returncode)
        self.assertIn("processing/output: File exists", (job.root / "output" / "message").read_text(encoding="utf-8"))
        self.assertNotIn("Traceback", ended.stderr)

    def test_a_good_run_ends_with_zero(self):
        job = self.job().put("processing/input/raw/data.csv", regression_text())
        ended = self.start("training_preprocessing", "--target", "last", "--header", "true", "--record-id", "",
                           "--problem-type", "regression", "--seed", "1", root=job.root)
        self.assertEqual((0, ""), (ended.returncode, ended.stderr))
        self.assertIn("rows: 42 train, 9 validation, 9 test; features: 2 numeric, 1 categorical", ended.stdout)
        self.assertFalse((job.root / "output" / "message").exists())

    def test_monitoring_steps_import_neither_scikit_learn_nor_pandas(self):
        program = ("import sys; sys.path.insert(0, %r); import %s; "
                   "print([m for m in ('sklearn', 'scipy', 'pandas', 'joblib') if m in sys.modules])")
        for script in LIGHT + ("training",):
            ended = subprocess.run([sys.executable, "-B", "-c", program % (str(SCRIPTS), script)], capture_output=True,
                                   text=True, check=True)
            self.assertEqual("[]", ended.stdout.strip(), script)


class SourceTest(unittest.TestCase):
    def test_every_step_is_there(self):
        self.assertLessEqual(set(STEPS), {path.stem for path in SCRIPTS.glob("*.py")})

    def test_grammar_of_python_3_9(self):
        for path in sorted(SCRIPTS.rglob("*.py")):
            with self.subTest(script=path.name):
                ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))

    def test_every_module_says_what_it_is(self):
        for path in sorted(SCRIPTS.glob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            self.assertTrue(ast.get_docstring(tree), path.name)
            for node in ast.walk(tree):
                public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
                if public and node.name != "main" and node in tree.body:
                    self.assertTrue(ast.get_docstring(node), "%s: %s" % (path.name, node.name))


if __name__ == "__main__":
    unittest.main()
