"""Judging predictions against the truth, in every layout of the truth; and truth that does not fit."""
import unittest

from tests.container import ScriptTest
from tests.schemas import check
from tests.samples import NAMES, class_text, csv_text, features_only, regression_rows, regression_text, target_only


class OrderTest(ScriptTest):
    def setUp(self):
        super().setUp()
        self.trained = self.train(self.prepare(regression_text(100)))
        self.text = regression_text(20, seed=9)
        self.scored = self.score(self.trained, features_only(self.text))
        self.answers = self.transform(self.trained, self.scored)

    def judge(self, truth, threshold="100", metric="mse", header="true", target="last"):
        return self.quality_job(self.trained, self.scored, self.answers, truth).run(
            "model_quality", "--metric", metric, "--threshold", threshold, "--header", header, "--target", target)

    def report(self, *arguments, **more):
        return self.judge(*arguments, **more).json("model_quality", "model_quality.json")

    def judge_fault(self, truth, header="true", target="last"):
        job = self.quality_job(self.trained, self.scored, self.answers, truth)
        text = self.fault(job, "model_quality", "--metric", "mse", "--threshold", "100", "--header", header,
                          "--target", target)
        self.assertFalse(job.output("model_quality", "model_quality.json").exists())
        self.assertEqual([], list(job.output("combined").glob("*")))
        return text

    def test_no_truth_is_no_violation(self):
        job = self.judge(None)
        report = job.json("model_quality", "model_quality.json")
        self.assertEqual((0, 0, None, None), tuple(report[k] for k in ("available", "violated", "value", "naive")))
        self.assertEqual("length,weight,colour,prediction", job.lines("combined", "batch.csv")[0])
        self.assertEqual(21, len(job.lines("combined", "batch.csv")))

    def test_truth_of_other_batches_is_ignored(self):
        job = self.quality_job(self.trained, self.scored, self.answers, "price\n1\n", name="other.csv").run(
            "model_quality", "--metric", "mse", "--threshold", "100")
        self.assertEqual(0, job.json("model_quality", "model_quality.json")["available"])

    def test_value_threshold_and_violation(self):
        report = self.report(target_only(self.text))
        errors = [(float(answer) - row[3]) ** 2 for answer, row in
                  zip(self.answers["batch.csv.out"].split(), regression_rows(20, seed=9))]
        self.assertAlmostEqual(sum(errors) / 20, report["value"], places=4)
        self.assertEqual((1, 0, 100.0), tuple(report[k] for k in ("available", "violated", "threshold")))
        self.assertLess(report["value"], report["naive"])
        self.assertEqual(1, self.report(target_only(self.text), threshold="0.001")["violated"])
        self.assertEqual(1, self.report(target_only(self.text), "0.9999", "r2")["violated"])
        self.assertEqual(0, self.report(target_only(self.text), "0.5", "r2")["violated"])

    def test_combined_file(self):
        lines = self.judge(target_only(self.text)).lines("combined", "batch.csv")
        self.assertEqual("length,weight,colour,prediction,truth", lines[0])
        self.assertEqual("%s,%s,%s,%s,%s" % (*regression_rows(20, seed=9)[0][:3], self.answers["batch.csv.out"].split()[0],
                                             regression_rows(20, seed=9)[0][3]), lines[1])

    def test_layouts_of_the_truth(self):
        value = self.report(target_only(self.text))["value"]
        rows = regression_rows(20, seed=9)
        for truth, header, target in (
                (csv_text([[row[3]] for row in rows], ["actual"]), "true", "last"),
                (csv_text([[row[3]] for row in rows]), "false", "last"),
                (self.text, "true", "price"),
                (csv_text(rows), "false", "last"),
                (csv_text([[row[3], row[0]] for row in rows], ["price", "length"]), "true", "last")):
            self.assertEqual(value, self.report(truth, header=header, target=target)["value"])

    def test_truth_lies_where_the_batch_lies_and_nowhere_else(self):
        for name in ("2026/batch.csv", "batches.csv"):
            job = self.quality_job(self.trained, self.scored, self.answers, target_only(self.text), name=name).run(
                "model_quality", "--metric", "mse", "--threshold", "100")
            report = job.json("model_quality", "model_quality.json")
            self.assertEqual((0, "there is no ground truth for batch.csv"), (report["available"], report["reason"]))
            told = [w["message"] for w in report["warnings"] if w["kind"] == "truth-elsewhere"]
            self.assertEqual(int("/" in name), len(told))
            self.assertTrue(all("but 2026/batch.csv is there" in text and "put it to batch.csv" in text for text in told))

    def test_partitions_with_one_file_name_have_each_their_own_truth(self):
        raw = self.job().put("processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz")
        days = {"day=1/part-0.csv": regression_text(20, seed=9), "day=2/part-0.csv": regression_text(30, seed=10)}
        for name, text in days.items():
            raw.put("processing/input/raw/" + name, features_only(text))
        raw.put("processing/input/raw/_SUCCESS", "").put("processing/input/raw/_temporary/0/part-0.csv", "half a file")
        scored = raw.run("scoring_preprocessing", "--header", "true", "--input-key", "m/raw/export/", "--raw-prefix", "m/raw/")
        job = self.quality_job(self.trained, scored, self.transform(self.trained, scored)).put(
            "processing/input/findings", scored.output("findings"))
        for name, text in days.items():
            job.put("processing/input/ground-truth/export/" + name, target_only(text))
        job.put("processing/input/ground-truth/export/part-0.csv", "price\n1\n").run(
            "model_quality", "--metric", "mse", "--threshold", "100")
        self.assertEqual([("export/day=1/part-0.csv", 20, True), ("export/day=2/part-0.csv", 30, True)],
                         [(f["file"], f["rows"], f["truth"]) for f in
                          job.json("model_quality", "model_quality.json")["files"]])
        self.assertEqual(31, len(job.lines("combined", "export/day=2/part-0.csv")))
        self.assertFalse(list(job.output("combined").rglob("*__*")))

    def test_an_id_that_nothing_is_joined_by_is_named(self):
        rows = target_only(self.text).splitlines()
        named = "\n".join(["customer,price"] + ["c%d,%s" % (n, row) for n, row in enumerate(rows[1:])]) + "\n"
        warning = self.report(named)["warnings"][-1]
        self.assertEqual(("joined-by-order", "customer", 20), (warning["kind"], warning["column"], warning["count"]))
        self.assertIn("seems to have a record id 'customer', but it was joined by order", warning["message"])
        self.assertIn("configure 'recordId'", warning["message"])
        for text in (target_only(self.text), self.text, named.replace("c1,", "c0,"), "\n".join(
                ["note,price"] + ["same,%s" % row for row in rows[1:]]) + "\n"):
            self.assertEqual([], [w for w in self.report(text)["warnings"] if w["kind"] == "joined-by-order"])

    def test_other_length_names_both_counts_and_files(self):
        for keep, count in ((20, 19), (10, 9)):
            truth = "\n".join(target_only(self.text).splitlines()[:keep]) + "\n"
            self.assertIn("ground truth batch.csv has %d rows, but the batch batch.csv has 20" % count,
                          self.judge_fault(truth))

    def test_truth_of_another_batch_with_the_same_count_shows_by_its_features(self):
        self.assertRegex(self.judge_fault(regression_text(20, seed=10)),
                         "line 2: column '.*' is '.*', but '.*' in record 1 of batch batch.csv: this is the truth of "
                         "another batch, or in another order")

    def test_features_written_in_another_way_are_the_same(self):
        rows = [["%.6f" % row[0], "%d.0" % row[1], " %s " % row[2], row[3]] for row in regression_rows(20, seed=9)]
        self.assertEqual(1, self.report(csv_text(rows, NAMES))["available"])

    def test_header_configured_wrongly(self):
        self.assertIn("line 1: the truth is 'price'; needed is a finite number; a header line seems to be left in",
                      self.judge_fault(target_only(self.text), header="false"))
        rows = [[row[3]] for row in regression_rows(21, seed=9)]
        self.assertIn("line 1: a header is expected, but it holds data", self.judge_fault(csv_text(rows)))

    def test_truth_that_is_no_number(self):
        lines = target_only(self.text).splitlines()
        lines[3], lines[5] = "NaN", "inf"
        text = self.judge_fault("\n".join(lines))
        self.assertIn("batch.csv, line 4: the truth is 'NaN'; needed is a finite number", text)
        self.assertIn("batch.csv, line 6: the truth is 'inf'; needed is a finite number", text)

    def test_layout_that_fits_nothing(self):
        self.assertIn("batch.csv: 2 columns; a truth file without header has 1 (the truth) or all 4",
                      self.judge_fault("1,2\n" * 20, header="false"))
        self.assertIn("there is no column 'price'; did you mean 'prize'?",
                      self.judge_fault("prize,other,more\n" + "1,2,3\n" * 20))

    def test_predictions_that_do_not_fit(self):
        for name, text, expected in (
                ("batch.csv.out", "1\n2\n", "batch batch.csv has 20 records, but its predictions batch.csv.out have 2"),
                ("other.out", "1\n", "batch.csv.out: the predictions of batch batch.csv are missing"),
                ("batch.csv.out", "1,2\n" * 20, "batch.csv.out: 2 columns, but the model answers with prediction"),
                ("batch.csv.out", "x\n" * 20, "is no answer of this model")):
            job = self.quality_job(self.trained, self.scored, {name: text})
            self.assertIn(expected, self.fault(job, "model_quality", "--metric", "mse", "--threshold", "1"))

    def test_undefined_metric_is_no_verdict(self):
        scored = self.score(self.trained, "length,weight,colour\n5,50,red\n")
        job = self.quality_job(self.trained, scored, self.transform(self.trained, scored), "price\n70\n")
        report = job.run("model_quality", "--metric", "r2", "--threshold", "0.5").json("model_quality", "model_quality.json")
        self.assertEqual((1, 0, 0, None), tuple(report[k] for k in ("available", "judged", "violated", "value")))
        self.assertEqual("r2 is undefined for these 1 rows: it needs at least two different truths", report["reason"])
        check(report, "model_quality")

    def test_several_files_are_judged_together(self):
        job = self.job().put("processing/input/raw/a.csv", features_only(self.text)).put(
            "processing/input/raw/b.csv", features_only(self.text)).put(
            "processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz").run(
            "scoring_preprocessing", "--header", "true")
        judged = self.quality_job(self.trained, job, self.transform(self.trained, job), target_only(self.text), "a.csv")
        judged.run("model_quality", "--metric", "mse", "--threshold", "100")
        report = judged.json("model_quality", "model_quality.json")
        self.assertEqual([("a.csv", 20, True), ("b.csv", 20, False)],
                         [(entry["file"], entry["rows"], entry["truth"]) for entry in report["files"]])
        self.assertEqual(self.report(target_only(self.text))["value"], report["value"])


class RecordIdTest(ScriptTest):
    def setUp(self):
        super().setUp()
        rows = [["%03d" % i] + row for i, row in enumerate(regression_rows(100))]
        self.trained = self.train(self.prepare(csv_text(rows, ["id"] + NAMES), record_id="id"))
        self.rows = rows[:12]
        self.scored = self.score(self.trained, csv_text([row[:4] for row in self.rows], ["id"] + NAMES[:3]),
                                 record_id="id")
        self.answers = self.transform(self.trained, self.scored, has_id=True)

    def run_with(self, truth, header="true"):
        job = self.quality_job(self.trained, self.scored, self.answers, truth)
        arguments = ("--metric", "mse", "--threshold", "100", "--header", header, "--record-id", "id")
        return job, ("model_quality",) + arguments

    def value(self, truth, header="true"):
        job, arguments = self.run_with(truth, header)
        return job.run(*arguments).json("model_quality", "model_quality.json")["value"]

    def truth(self, rows, header=True):
        return csv_text([[row[0], row[4]] for row in rows], ["id", "price"] if header else None)

    def test_joined_by_id_in_any_order(self):
        value = self.value(self.truth(self.rows))
        self.assertEqual(value, self.value(self.truth(self.rows[::-1])))
        self.assertEqual(value, self.value(self.truth(self.rows[::-1], header=False), "false"))
        self.assertEqual(value, self.value(csv_text(self.rows[::-1], ["id"] + NAMES)))
        self.assertEqual(value, self.value(csv_text([[row[4]] for row in self.rows], ["price"])))

    def test_combined_rows_carry_the_id_and_their_own_truth(self):
        job, arguments = self.run_with(self.truth(self.rows[::-1]))
        lines = job.run(*arguments).lines("combined", "batch.csv")
        self.assertEqual("id,length,weight,colour,prediction,truth", lines[0])
        for line, row in zip(lines[1:], self.rows):
            self.assertEqual((row[0], row[4]), (line.split(",")[0], float(line.split(",")[-1])))

    def test_another_batchs_truth_with_the_same_count(self):
        job, arguments = self.run_with(self.truth([["9" + row[0]] + row[1:] for row in self.rows]))
        text = self.fault(job, *arguments)
        self.assertIn("lacks 12 of the 12 records of batch batch.csv: ids 000, 001, 002, 003, 004, ...", text)
        self.assertIn("has 12 records that are not in batch batch.csv: ids 9000, 9001", text)

    def test_one_record_missing_and_one_twice(self):
        job, arguments = self.run_with(self.truth(self.rows[:-1]))
        self.assertIn("ground truth batch.csv (11 rows) lacks 1 of the 12 records of batch batch.csv: ids 011",
                      self.fault(job, *arguments))
        job, arguments = self.run_with(self.truth(self.rows + self.rows[:1]))
        self.assertIn("line 14: the record id '000' stands there twice (line 2, too)", self.fault(job, *arguments))

    def test_pipeline_without_the_models_record_id(self):
        job, arguments = self.run_with(None)
        self.assertIn("got '', but the approved model was trained with the record id 'id'",
                      self.fault(job, *arguments[:-2]))


class ClassTest(ScriptTest):
    def test_classes_are_judged_whatever_their_spelling(self):
        text = class_text(100, classes=("0", "1"))
        trained = self.train(self.prepare(text, "classification"))
        batch = class_text(20, seed=9, classes=("0", "1"))
        scored = self.score(trained, features_only(batch))
        answers = self.transform(trained, scored)
        values = []
        for truth in (target_only(batch), target_only(batch).replace("\n1\n", "\n1.0\n")):
            job = self.quality_job(trained, scored, answers, truth).run(
                "model_quality", "--metric", "auc", "--threshold", "0.8")
            values.append(job.json("model_quality", "model_quality.json"))
        self.assertEqual(values[0], values[1])
        self.assertEqual((0, 0.5), (values[0]["violated"], values[0]["naive"]))
        self.assertEqual("x,y,prediction,probability_0,probability_1,truth", job.lines("combined", "batch.csv")[0])
        job = self.quality_job(trained, scored, answers, target_only(batch).replace("\n1\n", "\n2\n", 1))
        self.assertIn("the truth is '2'; needed is one of the classes 0, 1",
                      self.fault(job, "model_quality", "--metric", "auc", "--threshold", "0.8"))


if __name__ == "__main__":
    unittest.main()
