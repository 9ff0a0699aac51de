"""The whole loop, on several of scikit-learn's data sets: train, evaluate, score, check data and model quality."""
import json
import unittest

from tests.container import ScriptTest


def write_set(path, loader, target=0):
    """A scikit-learn set as CSV, target last."""
    from lib.csv_tables import write_rows
    data = loader()
    targets = data.target if data.target.ndim == 1 else data.target[:, target]
    write_rows(path, [list(row) + [label] for row, label in zip(data.data.tolist(), targets.tolist())],
               ["f%d" % index for index in range(data.data.shape[1])] + ["target"])
    return path


class LoopTest(ScriptTest):
    def make_data(self, *arguments):
        import make_data
        out = self.folder / "data"
        make_data.main(["--out", str(out), "--seed", "5"] + list(arguments))
        return out, json.loads((out / "data.json").read_text(encoding="utf-8"))

    def play(self, data, facts, hyperparameters=()):
        """The loop with a clean and a drifted batch. Returns (evaluation, clean, drifted), each batch as
        (model quality, violations, answers)."""
        record_id = facts["recordId"] or ""
        header = "true" if facts["header"] else "false"
        target = facts["target"] if facts["header"] else str(facts["targetPosition"])
        if not facts["header"] and facts["recordIdPosition"] is not None:
            record_id = str(facts["recordIdPosition"])
        prepared = self.prepare(data / facts["files"]["training"], facts["problemType"], target, header, record_id)
        trained = self.train(prepared, *hyperparameters)
        evaluation = self.evaluate(prepared, trained, facts["metric"], facts["threshold"]).json(
            "evaluation", "evaluation.json")
        baseline = self.baseline(prepared.output("baseline", "baseline.csv"))
        results = []
        for name in ("clean.csv", "drifted.csv"):
            scored = self.score(trained, data / "batches" / name, header, record_id, name)
            answers = self.transform(trained, scored, has_id=bool(record_id))
            quality = self.quality_job(trained, scored, answers, data / "truth" / name, name).run(
                "model_quality", "--metric", facts["metric"], "--threshold", facts["threshold"],
                "--header", header, "--target", target, "--record-id", record_id)
            dataset = self.job().put("processing/input/scoring", scored.output("scoring")).put(
                "processing/input/model/model.tar.gz", trained.root / "model.tar.gz").run("data_check_preprocessing")
            violations = self.check(baseline, dataset.output("data_check", "data_check.csv"))
            results.append((quality.json("model_quality", "model_quality.json"), violations, answers))
        return evaluation, results[0], results[1]

    def assert_loop(self, evaluation, clean, drifted):
        metric = evaluation["metric"]
        better = metric["value"] > metric["threshold"] if metric["higherIsBetter"] else (
            metric["value"] < metric["threshold"])
        self.assertTrue(better, metric)
        self.assertEqual((1, 0), (clean[0]["available"], clean[0]["violated"]))
        self.assertEqual([], clean[1])
        self.assertEqual((1, 1), (drifted[0]["available"], drifted[0]["violated"]))
        self.assertTrue(any(v["constraint_check_type"] == "baseline_drift_check" for v in drifted[1]))

    def test_default_data(self):
        self.assert_loop(*self.play(*self.make_data()))

    def test_record_ids(self):
        self.assert_loop(*self.play(*self.make_data("--with-record-id", "true")))

    def test_wine(self):
        from sklearn.datasets import load_wine
        source = write_set(self.folder / "wine.csv", load_wine)
        self.assert_loop(*self.play(*self.make_data("--training-data", str(source))))

    def test_breast_cancer_for_each_metric(self):
        from sklearn.datasets import load_breast_cancer
        source = write_set(self.folder / "cancer.csv", load_breast_cancer)
        for metric in ("accuracy", "f1", "auc"):
            with self.subTest(metric=metric):
                data, facts = self.make_data("--training-data", str(source), "--metric", metric)
                self.assert_loop(*self.play(data, facts, ("--n_estimators", "40")))

    def test_linnerud_with_a_given_threshold(self):
        from sklearn.datasets import load_linnerud
        source = write_set(self.folder / "linnerud.csv", load_linnerud)
        self.assert_loop(*self.play(*self.make_data("--training-data", str(source), "--threshold", "3000")))

    def test_regression_metrics(self):
        for metric in ("rmse", "mae", "r2"):
            with self.subTest(metric=metric):
                data, facts = self.make_data("--metric", metric)
                self.assert_loop(*self.play(data, facts, ("--n_estimators", "40", "--max_depth", "2")))


if __name__ == "__main__":
    unittest.main()
