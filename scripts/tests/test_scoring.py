"""Preparing a batch, scoring it, and making the data quality check's input of it."""
import unittest
from pathlib import Path

from tests.container import ScriptTest
from tests.samples import NAMES, csv_text, features_only, regression_rows, regression_text


class ScoringTest(ScriptTest):
    def setUp(self):
        super().setUp()
        self.trained = self.train(self.prepare(regression_text()))
        self.batch = features_only(regression_text(20, seed=9))

    def predictions(self, raw, trained=None, **more):
        answers = self.transform(trained or self.trained, self.score(trained or self.trained, raw, **more), batch=7)
        return [float(line) for line in answers["batch.csv.out"].splitlines()]

    def test_prepared_rows_are_headerless_and_raw(self):
        scored = self.score(self.trained, self.batch)
        self.assertEqual(self.batch.splitlines()[1:], scored.lines("scoring", "batch.csv"))

    def test_columns_are_matched_by_name_and_a_target_is_ignored(self):
        rows = regression_rows(20, seed=9)
        permuted = csv_text([[row[2], row[3], row[0], row[1]] for row in rows], ["colour", "price", "length", "weight"])
        self.assertEqual(self.score(self.trained, self.batch).lines("scoring", "batch.csv"),
                         self.score(self.trained, permuted).lines("scoring", "batch.csv"))

    def test_one_row_one_category_and_an_unseen_category(self):
        self.assertEqual(1, len(self.predictions("length,weight,colour\n5,50,red\n")))
        self.assertEqual(2, len(self.predictions("length,weight,colour\n5,50,red\n6,60,red\n")))
        self.assertEqual(1, len(self.predictions("length,weight,colour\n5,50,violet\n")))

    def test_a_batch_is_not_scaled_by_itself(self):
        doubled = csv_text([[2 * row[0], 2 * row[1], row[2]] for row in regression_rows(20, seed=9)], NAMES[:3])
        self.assertNotEqual(self.predictions(self.batch), self.predictions(doubled))
        whole = self.predictions(self.batch)
        alone = [self.predictions("length,weight,colour\n" + line + "\n")[0] for line in self.batch.splitlines()[1:]]
        self.assertEqual(whole, alone)

    def test_missing_values_are_emptied_and_warned_about(self):
        scored = self.score(self.trained, "length,weight,colour\nNaN,50,red\n,N/A,null\n")
        self.assertEqual([",50,red", ",,"], scored.lines("scoring", "batch.csv"))
        self.assertIn("warning: column 'length': 2 of 2 values are missing; they are filled as in training", scored.printed)

    def test_several_files_keep_their_names(self):
        job = self.job().put("processing/input/raw/a.csv", self.batch).put("processing/input/raw/b.csv", self.batch).put(
            "processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz").run(
            "scoring_preprocessing", "--header", "true")
        self.assertEqual(["a.csv", "b.csv"], sorted(path.name for path in job.output("scoring").iterdir()))

    def test_files_in_folders_are_read_and_named_by_their_keys(self):
        job = self.job().put("processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz")
        for name in ("b.csv", "2026/11/b.csv", ".hidden.csv", "_temporary/b.csv", ".part/b.csv", "_SUCCESS"):
            job.put("processing/input/raw/" + name, self.batch if name.endswith("b.csv") else "")
        job.run("scoring_preprocessing", "--header", "true", "--input-key", "x/raw/", "--raw-prefix", "x/raw/")
        self.assertEqual({"b.csv": "b.csv", "2026__11__b.csv": "2026/11/b.csv"}, job.json("findings", "names.json"))
        self.assertEqual(["2026__11__b.csv", "b.csv"], sorted(path.name for path in job.output("scoring").iterdir()))

    def test_names_follow_the_key_that_was_read(self):
        from lib.batch_names import batch_names
        one, two = Path("raw/b.csv"), Path("raw/day=1/b.csv")
        for key, prefix, files, names in (
                ("x/raw/b.csv", "x/raw/", [one], ["b.csv"]),
                ("x/raw/2026/b.csv", "x/raw/", [one], ["2026/b.csv"]),
                ("x/raw/2026/", "x/raw/", [one, two], ["2026/b.csv", "2026/day=1/b.csv"]),
                ("x/raw/2026", "x/raw/", [one], ["2026/b.csv"]),
                ("x/raw/", "x/raw/", [two], ["day=1/b.csv"]),
                ("elsewhere/b.csv", "x/raw/", [one], ["b.csv"]),
                ("x/rawer/b.csv", "x/raw", [one], ["b.csv"]),
                ("", "", [one, two], ["b.csv", "day=1/b.csv"])):
            self.assertEqual(names, list(batch_names(files, Path("raw"), key, prefix)), key)

    def test_names_that_would_become_one_are_told(self):
        job = self.job().put("processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz")
        job.put("processing/input/raw/a/b.csv", self.batch).put("processing/input/raw/a__b.csv", self.batch)
        self.assertIn("a/b.csv and a__b.csv would both become a__b.csv; rename one of them",
                      self.fault(job, "scoring_preprocessing", "--header", "true"))

    def test_a_fault_names_the_file_with_its_folder(self):
        job = self.job().put("processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz")
        job.put("processing/input/raw/day=1/b.csv", self.batch).put("processing/input/raw/day=2/b.csv", "length,weight\n1,2\n")
        self.assertIn("day=2/b.csv, line 1", self.fault(job, "scoring_preprocessing", "--header", "true"))

    def test_record_id_comes_first_wherever_it_stood(self):
        rows = [row[:1] + ["k%d" % i] + row[1:] for i, row in enumerate(regression_rows())]
        trained = self.train(self.prepare(csv_text(rows, ["length", "id"] + NAMES[1:]), record_id="id"))
        scored = self.score(trained, "weight,length,colour,id\n50,5,red,k1\n", record_id="id")
        self.assertEqual(["k1,5,50,red"], scored.lines("scoring", "batch.csv"))
        self.assertIn("the record id is empty", self.score_fault("weight,length,colour,id\n50,5,red,\n", trained, "id"))

    def test_record_id_without_header_where_the_target_stood_before_it(self):
        rows = [[row[3], "k%d" % i] + row[:3] for i, row in enumerate(regression_rows())]
        trained = self.train(self.prepare(csv_text(rows), target="0", header="false", record_id="1"))
        scored = self.score(trained, "k1,5,50,red\n", header="false", record_id="1")
        self.assertEqual(["k1,5,50,red"], scored.lines("scoring", "batch.csv"))

    def test_data_check_is_like_the_baseline(self):
        scored = self.score(self.trained, self.batch)
        job = self.job().put("processing/input/scoring", scored.output("scoring")).put(
            "processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz").run("data_check_preprocessing")
        self.assertEqual(self.batch.splitlines(), job.lines("data_check", "data_check.csv"))

    def test_data_check_leaves_the_record_id_out(self):
        rows = [["k%d" % i] + row for i, row in enumerate(regression_rows())]
        trained = self.train(self.prepare(csv_text(rows, ["id"] + NAMES), record_id="id"))
        scored = self.score(trained, "id,length,weight,colour\nk1,5,50,red\n", record_id="id")
        job = self.job().put("processing/input/scoring", scored.output("scoring")).put(
            "processing/input/model/model.tar.gz", trained.root / "model.tar.gz").run("data_check_preprocessing")
        self.assertEqual(["length,weight,colour", "5,50,red"], job.lines("data_check", "data_check.csv"))

    def test_data_check_refuses_rows_of_another_model(self):
        job = self.job().put("processing/input/scoring/batch.csv", "1,2\n").put(
            "processing/input/model/model.tar.gz", self.trained.root / "model.tar.gz")
        self.assertIn("batch.csv: 2 columns, but the model's schema makes 3 of a batch",
                      self.fault(job, "data_check_preprocessing"))

    def score_fault(self, raw, trained=None, record_id="", header="true"):
        job = self.job().put("processing/input/raw/batch.csv", raw).put(
            "processing/input/model/model.tar.gz", (trained or self.trained).root / "model.tar.gz")
        text = self.fault(job, "scoring_preprocessing", "--header", header, "--record-id", record_id)
        self.assertEqual([], list(job.output("scoring").iterdir()) if job.output("scoring").exists() else [])
        return text

    def test_faults_of_names(self):
        text = self.score_fault("length,wieght,colour,extra\n5,50,red,1\n")
        self.assertIn("batch.csv, line 1: column 'weight' is missing; did you mean 'wieght'?", text)
        self.assertIn("column 'extra' is unknown to the model; remove it", text)
        self.assertIn("the columns length, weight, colour are expected, but the line holds '5,50,red'",
                      self.score_fault("5,50,red\n6,60,red\n"))

    def test_faults_of_values(self):
        text = self.score_fault("length,weight,colour\n5,50,red\ntall,inf,red\n6,7\n")
        self.assertIn("batch.csv, line 3, column 'length': 'tall' is no number", text)
        self.assertIn("batch.csv, line 3, column 'weight': 'inf' is not finite", text)
        self.assertIn("batch.csv, line 4: 2 columns, but the header has 3", text)

    def test_faults_of_empty_files(self):
        self.assertIn("batch.csv: the file is empty", self.score_fault(""))
        self.assertIn("there is a header but no data row", self.score_fault("length,weight,colour\n"))

    def test_faults_without_header(self):
        trained = self.train(self.prepare(regression_text(header=False), header="false"))
        self.assertIn("batch.csv: 2 columns, but the model needs 3 (3 features)",
                      self.score_fault("5,50\n", trained, header="false"))
        self.assertIn("the target column must be left out",
                      self.score_fault("5,50,red,99\n", trained, header="false"))
        self.assertIn("line 1: 'length,weight,colour', while numbers are expected; a header line seems to be left in",
                      self.score_fault(self.batch, trained, header="false"))

    def test_record_id_must_be_the_models(self):
        self.assertIn("got 'id', but the approved model was trained with none; train and approve a version",
                      self.score_fault("id,length,weight,colour\n1,5,50,red\n", record_id="id"))


if __name__ == "__main__":
    unittest.main()
