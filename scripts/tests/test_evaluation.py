"""The evaluation report, and unpacking an artifact safely."""
import io
import re
import tarfile
import unittest

from tests.container import ScriptTest
from tests.schemas import check
from tests.samples import class_text, csv_text, regression_text


class EvaluationTest(ScriptTest):
    def test_regression_report(self):
        prepared = self.prepare(regression_text(100))
        trained = self.train(prepared, "--max_depth", "2")
        report = self.evaluate(prepared, trained, "mse", "10").json("evaluation", "evaluation.json")
        check(report, "evaluation")
        self.assertEqual(("mse", 10.0, False), tuple(report["metric"][k] for k in ("name", "threshold", "higherIsBetter")))
        self.assertAlmostEqual(report["regression_metrics"]["mse"]["value"], report["metric"]["value"], places=5)
        self.assertLess(report["metric"]["value"], report["metric"]["naive"])
        self.assertEqual({"train": 70, "validation": 15, "test": 15}, report["rows"])
        self.assertEqual(2, report["hyperparameters"]["values"]["max_depth"])
        self.assertEqual("learning_rate=0.1 max_depth=2 min_samples_leaf=1 n_estimators=100 seed=0 subsample=1.0",
                         report["hyperparameters"]["summary"])

    def test_value_is_what_the_served_model_answers(self):
        prepared = self.prepare(regression_text(100))
        trained = self.train(prepared)
        report = self.evaluate(prepared, trained, "mae", "10").json("evaluation", "evaluation.json")
        rows = [line.rsplit(",", 1) for line in prepared.lines("test", "test.csv")[1:]]
        import training
        model = training.model_fn(trained.root / "model")
        answers = training.predict_fn(training.input_fn("\n".join(row[0] for row in rows), "text/csv"), model)
        errors = [abs(answer[0] - float(row[1])) for answer, row in zip(answers, rows)]
        self.assertAlmostEqual(sum(errors) / len(errors), report["metric"]["value"])

    def test_classification_reports(self):
        for classes, kind in ((("no", "yes"), "binary"), (("low", "mid", "high"), "multiclass")):
            prepared = self.prepare(class_text(120, classes=classes), "classification")
            report = self.evaluate(prepared, self.train(prepared), "accuracy", "0.5").json("evaluation", "evaluation.json")
            metrics = report[kind + "_classification_metrics"]
            self.assertEqual(18, sum(sum(row.values()) for row in metrics["confusion_matrix"].values()))
            self.assertTrue(report["metric"]["higherIsBetter"])
            self.assertGreater(report["metric"]["value"], report["metric"]["naive"])

    def test_summary_holds_only_what_metadata_may(self):
        import evaluation
        text = evaluation.summary({"a": "x{y}", "b": "\u00e4\u4e2d|"})
        self.assertEqual("a=x-y- b=\u00e4\u4e2d-", text)
        self.assertFalse(re.search(r"[^\w .:/=+\-@]", text))

    def test_what_metadata_has_no_room_for_is_counted(self):
        import evaluation
        values = {"parameter_%02d" % i: 0.123456789 for i in range(20)}
        text = evaluation.summary(values)
        self.assertLessEqual(len(text), 256)
        self.assertRegex(text, r"parameter_\d\d=0.123456789 and \d+ more\Z")
        self.assertEqual(20, text.count("=") + int(text.split()[-2]))
        messages = ["column 'a%d': 5 of 100 values are missing" % i for i in range(30)]
        text = evaluation.warnings_text(messages)
        self.assertLessEqual(len(text), 256)
        self.assertRegex(text, r"^30: column -a0-: 5 .* values are missing - and \d+ more\Z")
        self.assertEqual("none", evaluation.warnings_text([]))
        text = evaluation.warnings_text(["x" * 400, "y"])
        self.assertEqual(256, len(text))
        self.assertTrue(text.startswith("2: xx") and " ... " in text and text.endswith("x - and 1 more"), text)
        key = "raw/" + "a" * 400 + "/2026-11-20.csv"
        self.assertTrue(evaluation.as_metadata(key).endswith("/2026-11-20.csv"))
        self.assertEqual(256, len(evaluation.as_metadata(key)))

    def test_unfit_metric(self):
        prepared = self.prepare(regression_text())
        trained = self.train(prepared)
        job = self.job().put("processing/input/model/model.tar.gz", trained.root / "model.tar.gz")
        self.assertIn("got 'f1', allowed for regression", self.fault(job, "evaluation", "--metric", "f1", "--threshold", "1"))
        self.assertIn("argument '--threshold': got 'low', needs a number",
                      self.fault(job, "evaluation", "--metric", "mse", "--threshold", "low"))


class TuningTest(ScriptTest):
    """After a tuning the better of two models is handed on, on the same test rows."""

    def judge(self, tuned_values, fixed_values=()):
        prepared = self.prepare(regression_text(100))
        trial = ("--_tuning_objective_metric", "validation:mse")
        fixed = self.train(prepared, *fixed_values).root / "model.tar.gz"
        tuned = self.train(prepared, *tuned_values, *trial).root / "model.tar.gz"
        job = self.job().put("processing/input/model/model.tar.gz", tuned).put("processing/input/fixed/model.tar.gz", fixed)
        for name, archive in (("job-1", tuned), ("job-2", self.train(prepared, "--n_estimators", "3", *trial).root / "model.tar.gz"),
                              ("job-3", fixed), ("chosen", fixed)):
            job.put("processing/input/trials/%s/output/model.tar.gz" % name, archive)
        job.put("processing/input/test", prepared.output("test")).run("evaluation", "--metric", "mse", "--threshold", "1000")
        report = job.json("evaluation", "evaluation.json")
        check(report, "evaluation")
        by_name = {candidate["name"]: candidate for candidate in report["candidates"]}
        self.assertEqual(min(c["value"] for c in by_name.values()), report["metric"]["value"])
        chosen = {"tuned": tuned, "fixed": fixed}[report["choice"]["registered"]]
        self.assertEqual(chosen.read_bytes(), job.output("model", "model.tar.gz").read_bytes())
        self.assertEqual([report["choice"]["registered"]], [n for n, c in by_name.items() if c["registered"]])
        return report

    def test_a_better_trial_is_registered_and_needs_a_review(self):
        report = self.judge((), ("--n_estimators", "2"))
        self.assertEqual(("tuned", 1, "required"), (report["choice"]["registered"], report["hyperparameters"]["changed"],
                                                    report["hyperparameters"]["review"]))
        self.assertIn("the tuned hyperparameters are registered: mse is", report["choice"]["sentence"])
        self.assertEqual({"job-1": True, "job-2": False}, {trial["name"]: trial["best"] for trial in report["trials"]})
        self.assertTrue(all(trial["objective"] > 0 for trial in report["trials"]))
        said = report["registration"]
        self.assertRegex(said["comparison"], r"^[0-9.]+ on 15 rows: [0-9.]+ to [0-9.]+ at 95 percent confidence$")
        self.assertRegex(said["choice"], "^the tuned hyperparameters are registered - gain of the tuned ones over the fixed "
                                         "ones [0-9.]+ on 15 rows: ")
        self.assertRegex(said["trials"], r"^2: mse on the validation rows from [0-9.]+ to [0-9.]+$")
        worst, best = (float(text) for text in said["trials"].split(" from ")[1].split(" to "))
        self.assertGreater(worst, best)

    def test_a_worse_trial_leaves_the_fixed_ones(self):
        report = self.judge(("--n_estimators", "2"))
        self.assertEqual(("fixed", 0, "none"), (report["choice"]["registered"], report["hyperparameters"]["changed"],
                                                report["hyperparameters"]["review"]))
        self.assertIn("the fixed hyperparameters stay: mse is", report["choice"]["sentence"])
        self.assertEqual(100, report["hyperparameters"]["values"]["n_estimators"])
        self.assertIn("the fixed hyperparameters are registered - gain of the tuned ones over the fixed ones -",
                      report["registration"]["choice"])


class GateTest(ScriptTest):
    def test_a_model_of_noise_is_not_better_than_naive(self):
        rows = [[i * 7 % 13, i * 5 % 11, (i * 7919) % 101] for i in range(120)]
        prepared = self.prepare(csv_text(rows, ["x", "y", "target"]))
        report = self.evaluate(prepared, self.train(prepared), "mse", "1e9").json("evaluation", "evaluation.json")
        self.assertEqual((1, 0), (report["metric"]["meetsThreshold"], report["metric"]["betterThanNaive"]))
        self.assertIn("the naive baseline on the same rows", report["metric"]["verdict"])
        self.assertIn("(18 rows, 95 % interval", report["metric"]["verdict"])

    def test_an_undefined_metric_is_not_judged(self):
        rows = [[i, "a"] for i in range(40)] + [[i, "b"] for i in range(2)]
        prepared = self.prepare(csv_text(rows, ["x", "level"]), "classification")
        report = self.evaluate(prepared, self.train(prepared), "auc", "0.7").json("evaluation", "evaluation.json")
        self.assertEqual((0, None, 0, 0), tuple(report["metric"][key] for key in (
            "judged", "value", "meetsThreshold", "betterThanNaive")))
        self.assertIn("it needs truth of each class", report["metric"]["verdict"])
        check(report, "evaluation")

    def test_warnings_of_the_preparation_stand_in_the_report(self):
        text = regression_text(100).replace(",red,", ",,", 3)
        prepared = self.prepare(text)
        report = self.evaluate(prepared, self.train(prepared), "mse", "1000").json("evaluation", "evaluation.json")
        warning = next(warning for warning in report["warnings"] if warning["kind"] == "missing-values")
        self.assertRegex(report["registration"]["warnings"], r"^\d+: .*colour")
        check(report, "evaluation")
        self.assertEqual(("TrainingPreProcessStep", "colour", 3), tuple(warning[key] for key in ("step", "column", "count")))


class ArtifactTest(ScriptTest):
    def archive(self, *members):
        path = self.folder / "made.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            for name, kind in members:
                member = tarfile.TarInfo(name)
                member.type, member.linkname = kind, "/etc/passwd"
                member.size = 2 if kind == tarfile.REGTYPE else 0
                archive.addfile(member, io.BytesIO(b"{}") if member.size else None)
        return path

    def test_names_that_leave_the_folder_and_links_are_refused(self):
        from lib.job_runtime import UserFault
        from lib import model_artifact
        for name, kind in (("../out", tarfile.REGTYPE), ("/abs", tarfile.REGTYPE), ("code/../../x", tarfile.REGTYPE),
                           ("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            with self.subTest(name=name), self.assertRaisesRegex(UserFault, "refuses to unpack '%s'" % re.escape(name)):
                model_artifact.extract(self.archive(("schema.json", tarfile.REGTYPE), (name, kind)), self.folder / "into")
            self.assertFalse((self.folder / "into").exists())

    def test_schema_is_found_also_below_a_dot(self):
        from lib import model_artifact
        self.assertEqual({}, model_artifact.read_schema(self.archive(("./schema.json", tarfile.REGTYPE))))

    def test_faults(self):
        from lib.job_runtime import UserFault
        from lib import model_artifact
        with self.assertRaisesRegex(UserFault, "holds no schema.json"):
            model_artifact.read_schema(self.archive(("other.json", tarfile.REGTYPE)))
        with self.assertRaisesRegex(UserFault, "the model artifact is missing"):
            model_artifact.read_schema(self.folder / "none.tar.gz")
        (self.folder / "broken.tar.gz").write_bytes(b"no archive")
        with self.assertRaisesRegex(UserFault, "is no readable model.tar.gz"):
            model_artifact.read_schema(self.folder / "broken.tar.gz")


if __name__ == "__main__":
    unittest.main()
