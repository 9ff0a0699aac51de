"""The evaluation report, and unpacking an artifact safely."""
import io
import re
import tarfile
import unittest

from tests.container import ScriptTest
from tests.schemas import check
from tests.samples import class_text, regression_text


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
        text = evaluation.summary({"a": "x{y}", "b": "\u00e4\u4e2d|" + "z" * 400})
        self.assertEqual(256, len(text))
        self.assertTrue(text.startswith("a=x-y- b=\u00e4\u4e2d-zzz"))
        self.assertFalse(re.search(r"[^\w .:/=+\-@]", text))

    def test_unfit_metric(self):
        prepared = self.prepare(regression_text())
        trained = self.train(prepared)
        job = self.job().put("processing/input/model/model.tar.gz", trained.root / "model.tar.gz")
        self.assertIn("got 'f1', allowed for regression", self.fault(job, "evaluation", "--metric", "f1", "--threshold", "1"))
        self.assertIn("argument '--threshold': got 'low', needs a number",
                      self.fault(job, "evaluation", "--metric", "mse", "--threshold", "low"))


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
