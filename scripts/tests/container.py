"""Plays SageMaker's containers for the tests: puts files where a job finds them, runs a script, takes its outputs."""
import contextlib
import importlib
import io
import json
import os
import shutil
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path
from unittest import mock

SCRIPTS = Path(__file__).resolve().parent.parent
for folder in (SCRIPTS, SCRIPTS / "rehearsal"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))


class Job:
    """One job's folder."""

    def __init__(self, root):
        self.root = Path(root)
        self.printed = ""

    def put(self, place, source):
        """Copies a file or a folder's files to an input; text is written as it is."""
        target = self.root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(source, (str, bytes)):
            target.write_bytes(source.encode("utf-8") if isinstance(source, str) else source)
        elif source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)
        return self

    def run(self, script, *arguments):
        """Runs a script's main in this process. A UserFault goes to the caller."""
        printed = io.StringIO()
        environment = {"SAGEMAKER_BASE_DIR": str(self.root)}
        with mock.patch.dict(os.environ, environment), contextlib.redirect_stdout(printed):
            importlib.import_module(script).main([str(argument) for argument in arguments])
        self.printed = printed.getvalue()
        return self

    def output(self, *parts):
        """A path below the processing output."""
        return self.root.joinpath("processing", "output", *parts)

    def json(self, *parts):
        """A JSON output."""
        return json.loads(self.output(*parts).read_text(encoding="utf-8"))

    def lines(self, *parts):
        """The lines of a text output."""
        return self.output(*parts).read_text(encoding="utf-8").splitlines()


class ScriptTest(unittest.TestCase):
    """A test with a folder of its own, and the steps of the loop."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self._jobs = 0

    def job(self):
        """A new, empty job folder."""
        self._jobs += 1
        root = self.folder / ("job%d" % self._jobs)
        root.mkdir()
        return Job(root)

    def fault(self, job, script, *arguments):
        """The text of the UserFault that a script must raise."""
        from lib.job_runtime import UserFault
        with self.assertRaises(UserFault) as caught:
            job.run(script, *arguments)
        return str(caught.exception)

    def prepare(self, raw, problem_type="regression", target="last", header="true", record_id="", seed=3):
        """TrainingPreProcessStep on text or a file."""
        return self.job().put("processing/input/raw/training-data.csv", raw).run(
            "training_preprocessing", "--target", target, "--header", header, "--record-id", record_id,
            "--problem-type", problem_type, "--seed", seed)

    def train(self, prepared, *hyperparameters):
        """TrainingStep. Returns the job; its artifact is at `job.root / 'model.tar.gz'`."""
        job = self.job()
        for channel in ("train", "validation", "preprocessor"):
            job.put("input/data/" + channel, prepared.output(channel))
        job.run("training", *hyperparameters)
        with tarfile.open(job.root / "model.tar.gz", "w:gz") as archive:
            for path in sorted((job.root / "model").iterdir()):
                archive.add(path, path.name)
        return job

    def evaluate(self, prepared, trained, metric, threshold):
        """TrainingEval."""
        return self.job().put("processing/input/model/model.tar.gz", trained.root / "model.tar.gz").put(
            "processing/input/test", prepared.output("test")).run(
            "evaluation", "--metric", metric, "--threshold", threshold)

    def score(self, trained, raw, header="true", record_id="", name="batch.csv"):
        """DataPreProcessingStep."""
        return self.job().put("processing/input/raw/" + name, raw).put(
            "processing/input/model/model.tar.gz", trained.root / "model.tar.gz").run(
            "scoring_preprocessing", "--header", header, "--record-id", record_id)

    def transform(self, trained, scored, has_id=False, batch=1000):
        """BatchInferenceStep: MultiRecord batches through the entry point. Returns file name -> answers."""
        import training
        model = training.model_fn(trained.root / "model")
        answers = {}
        for path in sorted(scored.output("scoring").iterdir()):
            lines = path.read_text(encoding="utf-8").splitlines()
            if has_id:
                lines = [line.split(",", 1)[1] for line in lines]
            out = []
            for start in range(0, len(lines), batch):
                body = "\n".join(lines[start:start + batch])
                out.append(training.output_fn(
                    training.predict_fn(training.input_fn(body, "text/csv"), model), "text/csv"))
            answers[path.name + ".out"] = "\n".join(out) + "\n"
        return answers

    def quality_job(self, trained, scored, answers, truth=None, name="batch.csv"):
        """A job with the inputs of ModelQualityCalcStep."""
        job = self.job().put("processing/input/scoring", scored.output("scoring")).put(
            "processing/input/ground-truth/.marker", "").put(
            "processing/input/model/model.tar.gz", trained.root / "model.tar.gz")
        for file_name, text in answers.items():
            job.put("processing/input/predictions/" + file_name, text)
        if truth is not None:
            job.put("processing/input/ground-truth/" + name, truth)
        return job

    def baseline(self, dataset):
        """DataQualityCheckStep of the training pipelines."""
        return self.job().put("processing/input/baseline_dataset_input/data.csv", dataset).run(
            "data_quality", "--mode", "baseline", "--skip-check", "true", "--register-new-baseline", "true")

    def check(self, baseline, dataset):
        """DataQualityCheckStep of the inference pipeline. Returns the violations."""
        job = self.job().put("processing/input/baseline_dataset_input/data.csv", dataset)
        for kind in ("statistics", "constraints"):
            job.put("processing/input/baseline_%s/%s.json" % (kind, kind), baseline.output(kind + ".json"))
        job.run("data_quality", "--mode", "check", "--skip-check", "false", "--register-new-baseline", "false")
        return job.json("constraint_violations.json")["violations"]
