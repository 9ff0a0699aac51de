"""Files as people have them: each kind that can't be read gets its own sentence, with its own mend."""
import contextlib
import gzip
import io
import os
import unittest

import numpy as np

from lib.csv_fields import TableFormat
from lib.csv_tables import CsvReader
from lib.job_runtime import UserFault
from tests.container import ScriptTest
from tests.samples import class_text, csv_text, features_only, regression_rows, regression_text


class UnreadableTest(ScriptTest):
    def fault_of(self, content, name="own.csv", **options):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        with self.assertRaises(UserFault) as caught:
            list(CsvReader(path, table=TableFormat(**options)).chunks())
        return str(caught.exception)

    def test_other_formats_are_named_with_their_mend(self):
        for content, expected in ((gzip.compress(b"a,b\n1,2\n"), "own.csv: is no CSV but gzip; unpack it (gunzip)"),
                                  (b"PAR1....PAR1", "own.csv: is no CSV but Parquet; export it as CSV"),
                                  (b"PK\x03\x04....", "a zip archive or an Excel workbook"),
                                  ("a,b\n1,2\n".encode("utf-16"), "own.csv: is UTF-16; save it as UTF-8"),
                                  ("a,b\n1,2\n".encode("utf-16-le"), "own.csv, line 1: holds NUL bytes"),
                                  (b"a,b\n1,\x00\n", "own.csv, line 2: holds NUL bytes"),
                                  (b"a,b\n1,\xe4\n", "own.csv, line 2: byte 0xe4 at position 3 is no UTF-8")):
            self.assertIn(expected, self.fault_of(content))

    def test_other_separators_are_named_with_their_setting(self):
        for text, expected in (("a;b;c\n1;2;3\n", "separated by semicolons, but commas are expected"),
                               ("a\tb\n1\t2\n", "separated by tabs, but"), ("a|b\n1|2\n", "separated by vertical bars, but"),
                               ("a b c\n1 2 3\n", "separated by blanks, but"),
                               ("a;b\n1,5;2,5\n", "separated by semicolons and numbers have a decimal comma, but")):
            fault = self.fault_of(text)
            self.assertIn("own.csv, line 1: the columns are " + expected, fault)
            self.assertIn("configure 'separator: ", fault)
        self.assertIn("separated by commas, but semicolons are expected", self.fault_of("a,b\n1,2\n", separator=";"))

    def test_words_with_marks_are_no_separators(self):
        for text in ('a,b\n"x; y",2\n', "full name,b\nAda Lovelace,1\n", 'a,"b|c"\n1,2\n', "first name\nAda\n"):
            path = self.folder / "fine.csv"
            path.write_text(text, encoding="utf-8")
            self.assertEqual(1, sum(len(chunk.rows) for chunk in CsvReader(path).chunks()))

    def test_folders_and_pipes(self):
        with self.assertRaisesRegex(UserFault, "own: is a folder; a CSV file is expected"):
            CsvReader(self.folder_of("own"))
        os.mkfifo(self.folder / "pipe.csv")
        with self.assertRaisesRegex(UserFault, "pipe.csv: is a pipe or a device, which can be read only once; save it"):
            CsvReader(self.folder / "pipe.csv")

    def folder_of(self, name):
        (self.folder / name).mkdir()
        return self.folder / name

    def test_backslashes_before_quotes(self):
        fault = self.fault_of('a,b\n1,2\n"say \\"hi\\"",3\n')
        self.assertIn("own.csv, line 3", fault)
        self.assertIn("doubled inside a value (not escaped by a backslash)", fault)


class SettingsTest(ScriptTest):
    def prepared(self, text, *arguments, problem_type="regression"):
        job = self.job().put("processing/input/raw/own.csv", text)
        return job.run("training_preprocessing", "--target", "last", "--header", "true", "--problem-type", problem_type,
                       *arguments)

    def warnings(self, job):
        return {(warning["kind"], warning["column"]): warning["count"]
                for warning in job.json("preprocessor", "warnings.json")}

    def test_marks_among_numbers_are_missing_be_they_few_or_many(self):
        for mark in ("?", "NA", "N/A", "null", "\\N", "-"):
            for every in (100, 5):
                rows = [[mark if i % every == 0 else i, i, 2 * i] for i in range(200)]
                job = self.prepared(csv_text(rows, ["x", "z", "y"]))
                self.assertEqual("numeric", job.json("preprocessor", "schema.json")["features"][0]["kind"], mark)
                found = self.warnings(job)
                self.assertEqual(200 // every, found[("missing-values", "x")])
                self.assertEqual(None if mark == "null" else 200 // every, found.get(("missing-marks", "x")))

    def test_own_marks_separator_decimal_and_excluded_columns(self):
        lines = ["note;length;colour;price"] + ["n%d;%s;%s;%d" % (
            i, "unknown" if i % 9 == 0 else ("%.1f" % (i / 2)).replace(".", ","), "n.a." if i % 8 == 0 else "red", i)
            for i in range(80)]
        options = ("--separator", ";", "--decimal", ",", "--missing", '["unknown"]', "--missing", '["n.a."]',
                   "--exclude", '["note"]')
        job = self.prepared("\n".join(lines) + "\n", *options)
        schema = job.json("preprocessor", "schema.json")
        self.assertEqual([("length", "numeric"), ("colour", "categorical")],
                         [(feature["name"], feature["kind"]) for feature in schema["features"]])
        self.assertEqual(["red"], schema["features"][1]["categories"])
        self.assertEqual(9, self.warnings(job)[("missing-values", "length")])
        trained = self.train(job)
        scored = self.score(trained, "colour;length;note\nred;1,5;x\nn.a.;unknown;y\n")
        self.assertEqual(["1.5,red", ","], scored.lines("scoring", "batch.csv"))
        truth = self.quality_job(trained, scored, self.transform(trained, scored), "price\n3,5\n4\n").run(
            "model_quality", "--metric", "mae", "--threshold", "100", "--header", "true")
        self.assertEqual(1, truth.json("model_quality", "model_quality.json")["judged"])

    def test_faults_of_all_files_at_once(self):
        job = self.job()
        for name, bad in (("a.csv", "1,2,red,much\n"), ("b.csv", "1,2\n"), ("c.csv", "1,2,\xe4,3\n")):
            text = "length,weight,colour,price\n" + "1,2,red,3\n" * 20 + bad
            job.put("processing/input/raw/" + name, text.encode("latin-1"))
        fault = self.fault(job, "training_preprocessing", "--target", "last", "--header", "true", "--problem-type", "regression")
        for expected in ("b.csv, line 22: 2 columns, but the header has 4", "c.csv, line 22: byte 0xe4"):
            self.assertIn(expected, fault)
        scored = self.job().put("processing/input/model/model.tar.gz",
                                self.train(self.prepare(regression_text(60))).root / "model.tar.gz")
        scored.put("processing/input/raw/a.csv", "length,weight\n1,2\n")
        scored.put("processing/input/raw/b.csv", "length,weight,colour\nx,2,red\n")
        fault = self.fault(scored, "scoring_preprocessing", "--header", "true")
        self.assertIn("a.csv, line 1: column 'colour' is missing", fault)
        self.assertIn("b.csv, line 2, column 'length': 'x' is no number", fault)

    def test_two_classes_alike_have_one_positive_however_they_are_split(self):
        for first, expected in ((30, "no"), (39, "yes"), (40, "yes"), (41, "yes"), (50, "yes")):
            rows = [[i, "no" if i < first else "yes"] for i in range(80)]
            found = set()
            for seed in range(4):
                order = np.random.default_rng(seed).permutation(80)
                schema = self.prepared(csv_text([rows[i] for i in order], ["x", "answer"]), "--seed", seed,
                                       problem_type="classification").json("preprocessor", "schema.json")
                found.add((schema["positiveClass"]["label"], schema["positiveClass"]["chosenBy"]))
            self.assertEqual({(expected, "rarer" if first in (30, 50) else "order")}, found)

    def test_the_positive_class_is_the_rarer_one_or_the_one_set(self):
        text = csv_text([[i, "yes" if i % 4 else "no"] for i in range(80)], ["x", "answer"])
        schema = self.prepared(text, problem_type="classification").json("preprocessor", "schema.json")
        self.assertEqual({"label": "no", "chosenBy": "rarer"}, schema["positiveClass"])
        schema = self.prepared(text, "--positive-class", "yes", problem_type="classification").json(
            "preprocessor", "schema.json")
        self.assertEqual({"label": "yes", "chosenBy": "setting"}, schema["positiveClass"])
        job = self.job().put("processing/input/raw/own.csv", text)
        self.assertIn("'--positive-class': got 'Yes', allowed: no, yes; did you mean 'yes'?", self.fault(
            job, "training_preprocessing", "--target", "last", "--header", "true", "--problem-type", "classification",
            "--positive-class", "Yes"))

    def test_odd_columns_are_told(self):
        rows = [[1, "id%d" % i, "x" if i % 3 == 0 else i % 7, "", i] for i in range(300)]
        found = self.warnings(self.prepared(csv_text(rows, ["same", "id", "mixed", "empty", "y"])))
        self.assertEqual({("constant", "same"): 300, ("near-unique", "id"): 300, ("read-as-categories", "mixed"): 100,
                          ("no-value", "empty"): 300}, found)

    def test_too_large_numbers_name_their_column(self):
        text = csv_text([[row[0], "1e300" if i == 5 else row[1], row[3]] for i, row in enumerate(regression_rows())],
                        ["length", "weight", "price"])
        job = self.job().put("processing/input/raw/own.csv", text)
        self.assertIn("own.csv, line 7, column 'weight': 1e+300 is too large", self.fault(
            job, "training_preprocessing", "--target", "last", "--header", "true", "--problem-type", "regression"))

    def test_several_faults_of_several_kinds_at_once(self):
        text = regression_text(60).splitlines()
        text[3], text[5] = "wide,1,red,2", "1,2,red,much"
        job = self.job().put("processing/input/raw/own.csv", "\n".join(text) + "\n")
        fault = self.fault(job, "training_preprocessing", "--target", "last", "--header", "true", "--problem-type",
                           "regression")
        self.assertIn("own.csv, line 6, column 'price': the target is 'much'", fault)
        self.assertIn("own.csv, line 4, column 'length': 'wide' is no number", fault)


class BatchWarningsTest(ScriptTest):
    def test_new_categories_and_gaps_reach_the_report(self):
        trained = self.train(self.prepare(regression_text(100)))
        scored = self.score(trained, "length,weight,colour\n1,2,violet\n?,2,red\n")
        kinds = [(warning["kind"], warning["column"], warning["count"]) for warning in scored.json("findings", "warnings.json")]
        self.assertEqual([("missing-marks", "length", 1), ("missing-values", "length", 1), ("unseen-categories", "colour", 1)],
                         kinds)
        job = self.quality_job(trained, scored, self.transform(trained, scored))
        job.put("processing/input/findings", scored.output("findings"))
        job.run("model_quality", "--metric", "mse", "--threshold", "1")
        self.assertEqual(3, len(job.json("model_quality", "model_quality.json")["warnings"]))


class RehearsalFaultTest(ScriptTest):
    """What the rehearsal says before anything is trained, of the files as they were given."""

    def fault_of(self, *arguments):
        import make_data
        with self.assertRaises(UserFault) as caught:
            make_data.main(["--out", str(self.folder / "out")] + [str(argument) for argument in arguments])
        return str(caught.exception)

    def put(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def test_batch_and_truth_are_checked_together(self):
        own = self.put("own.csv", regression_text(60))
        batch = self.put("batch.csv", "length,wieght,colour\n1,2,red\n")
        truth = self.put("truth.csv", "price\nmuch\n")
        fault = self.fault_of("--training-data", own, "--inference-data", batch, "--ground-truth", truth)
        self.assertIn("batch.csv, line 1: column 'weight' is missing; did you mean 'wieght'?", fault)
        self.assertIn("truth.csv, line 2: the truth is 'much'", fault)

    def test_all_files_are_checked_together(self):
        own = self.put("own.csv", "length,weight,price\n" + "1,2,3\n" * 20 + "1,2\n")
        batch = self.put("batch.csv", "length,weight\n1,2,3\n")
        truth = self.put("truth.csv", "price\n")
        fault = self.fault_of("--training-data", own, "--inference-data", batch, "--ground-truth", truth)
        for expected in ("own.csv, line 22: 2 columns", "batch.csv, line 2: 3 columns", "truth.csv: there is a header but no data row"):
            self.assertIn(expected, fault)
        fault = self.fault_of("--training-data", own, "--inference-data", self.folder / "no.csv", "--ground-truth", truth)
        for expected in ("own.csv, line 22", "no.csv: there is no such file", "truth.csv: there is a header"):
            self.assertIn(expected, fault)
        fine = self.put("fine.csv", regression_text(60))
        fault = self.fault_of("--training-data", fine, "--inference-data", self.folder / "no.csv", "--ground-truth", truth)
        for expected in ("no.csv: there is no such file", "truth.csv: there is a header"):
            self.assertIn(expected, fault)

    def test_truth_in_another_order_is_told_before_training(self):
        own = self.put("own.csv", regression_text(60))
        rows = regression_text(20, seed=5).splitlines()
        batch = self.put("batch.csv", features_only("\n".join(rows) + "\n"))
        truth = self.put("truth.csv", "\n".join(rows[:1] + rows[:0:-1]) + "\n")
        self.assertIn("truth.csv, line 2: column 'length' is", self.fault_of(
            "--training-data", own, "--inference-data", batch, "--ground-truth", truth))

    def test_a_truth_of_one_column_has_the_mend_that_fits_it(self):
        own = self.put("own.csv", regression_text(60))
        batch = self.put("batch.csv", "length,weight,colour\n1,2,red\n3,4,blue\n")
        for text, expected in (
                ("2\n3\n", "it holds data: '2'; add the header line 'price', or, if no file of this model has one, configure 'header: false'"),
                ("2.5\n3\n", "it holds data: '2.5'; add the header line 'price', or, if no file of this model has one"),
                ("price\n2,5\n3,5\n", "(a decimal comma? write a point, or quote the numbers and configure 'decimal: \",\"')"),
                ('price\n"2,5"\n3\n', "the truth is '2,5'; needed is a finite number; a decimal comma? then configure 'decimal: \",\"'"),
                ("price\n$2\n3\n", "the truth is '$2'; needed is a finite number; a currency or percent sign? then write")):
            self.assertIn(expected, self.fault_of("--training-data", own, "--inference-data", batch, "--ground-truth",
                                                  self.put("truth.csv", text)))
        classes = self.put("classes.csv", class_text(60))
        batch = self.put("batch.csv", "x,y\n1,2\n")
        self.assertIn("the truth is 'MID'; needed is one of the classes high, low, mid; did you mean 'mid'?", self.fault_of(
            "--training-data", classes, "--inference-data", batch, "--ground-truth", self.put("truth.csv", "level\nMID\n")))

    def test_names_that_the_deployed_pipeline_would_not_read(self):
        own = self.put("own.csv", regression_text(60))
        batch = self.put("part-00000", "length,weight,colour\n1,2,red\n")
        self.assertIn("part-00000: the deployed pipelines read only files whose name ends in .csv",
                      self.fault_of("--training-data", own, "--inference-data", batch))

    def test_own_names_are_kept(self):
        import json

        import make_data
        own = self.put("my own (1).csv", regression_text(60))
        batch = self.put("dt=2026 a+b 100%, \u00e4.csv", "length,weight,colour\n1,2,red\n")
        with contextlib.redirect_stdout(io.StringIO()):
            make_data.main(["--out", str(self.folder / "out"), "--training-data", str(own), "--inference-data", str(batch)])
        files = json.loads((self.folder / "out" / "data.json").read_text(encoding="utf-8"))["files"]
        self.assertEqual(("training/my own (1).csv", "batches/dt=2026 a+b 100%, \u00e4.csv"),
                         (files["training"], files["cleanBatch"]))

    def test_thresholds_that_nothing_meets(self):
        for metric, threshold in (("r2", "1.5"), ("mae", "0"), ("mse", "-1"), ("auc", "1.01")):
            self.assertIn("argument '--threshold': got %g, but %s" % (float(threshold), metric),
                          self.fault_of("--metric", metric, "--threshold", threshold))

    def test_a_name_in_other_letters_is_suggested(self):
        own = self.put("own.csv", "x,y\n" + "1,2\n3,4\n" * 20)
        self.assertIn("there is no column 'Y'; did you mean 'y'?", self.fault_of("--training-data", own, "--target", "Y"))
        self.assertIn("there is no such file or folder", self.fault_of("--training-data", self.folder / "none.csv"))


if __name__ == "__main__":
    unittest.main()
