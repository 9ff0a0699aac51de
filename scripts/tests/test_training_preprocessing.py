"""Splitting and fitting: reproducible, without leak, for any columns; and every fault of the training data in words."""
import csv
import unittest

import numpy as np

from tests.container import ScriptTest
from tests.samples import NAMES, class_text, csv_text, regression_rows, regression_text


class SplitAndFitTest(ScriptTest):
    def encoded(self, prepared, part):
        return np.loadtxt(prepared.output(part, part + ".csv"), delimiter=",", ndmin=2)

    def test_outputs(self):
        prepared = self.prepare(regression_text(100))
        schema = prepared.json("preprocessor", "schema.json")
        self.assertEqual([{"name": "length", "kind": "numeric"}, {"name": "weight", "kind": "numeric"},
                          {"name": "colour", "kind": "categorical", "categories": ["blue", "green", "red"]}], schema["features"])
        self.assertEqual({"name": "price", "position": 3}, schema["target"])
        self.assertEqual({"train": 70, "validation": 15, "test": 15}, schema["rows"])
        self.assertEqual((70, 1 + 2 + 3), self.encoded(prepared, "train").shape)
        self.assertEqual((15, 6), self.encoded(prepared, "validation").shape)
        self.assertEqual(",".join(NAMES), prepared.lines("test", "test.csv")[0])
        self.assertEqual(16, len(prepared.lines("test", "test.csv")))
        self.assertEqual("length,weight,colour", prepared.lines("baseline", "baseline.csv")[0])
        self.assertEqual(71, len(prepared.lines("baseline", "baseline.csv")))

    def test_splits_share_no_row_and_lose_none(self):
        rows = {",".join(map(str, row[:3])) for row in regression_rows(100)}
        prepared = self.prepare(regression_text(100))
        train = prepared.lines("baseline", "baseline.csv")[1:]
        test = [line.rsplit(",", 1)[0] for line in prepared.lines("test", "test.csv")[1:]]
        self.assertEqual(85, len(set(train) | set(test)))
        self.assertLess(set(train) | set(test), rows)

    def test_fitted_on_the_training_split_alone(self):
        prepared = self.prepare(regression_text(100))
        with open(prepared.output("baseline", "baseline.csv"), newline="") as stream:
            raw = np.array([float(row["length"]) for row in csv.DictReader(stream)])
        np.testing.assert_allclose((raw - raw.mean()) / raw.std(), self.encoded(prepared, "train")[:, 1])
        self.assertNotAlmostEqual(0.0, float(self.encoded(prepared, "validation")[:, 1].mean()), places=3)

    def test_same_seed_same_bytes_other_seed_other_split(self):
        def contents(seed):
            prepared = self.prepare(regression_text(60), seed=seed)
            return [prepared.output(part, part + ".csv").read_bytes() for part in ("train", "test", "baseline")]
        self.assertEqual(contents(1), contents(1))
        self.assertNotEqual(contents(1), contents(2))

    def test_classes_are_stratified_and_rare_ones_trained_on(self):
        text = csv_text([[i, "a" if i % 10 else "b"] for i in range(200)] + [[7, "single"]], ["x", "level"])
        prepared = self.prepare(text, "classification")
        schema = prepared.json("preprocessor", "schema.json")
        self.assertEqual(["a", "b", "single"], schema["classes"])
        self.assertEqual({"shares": [126 / 141, 14 / 141, 1 / 141]}, schema["naive"])
        for part, expected in (("train", [126, 14, 1]), ("validation", [27, 3, 0])):
            self.assertEqual(expected, np.bincount(self.encoded(prepared, part)[:, 0].astype(int), minlength=3).tolist())

    def test_numbers_are_stratified_by_decile(self):
        prepared = self.prepare(csv_text([[i % 7, i] for i in range(200)], ["x", "y"]))
        for part, most in (("validation", 30), ("train", 140)):
            counts = np.bincount((self.encoded(prepared, part)[:, 0] // 20).astype(int), minlength=10)
            self.assertEqual(most, counts.sum())
            self.assertLessEqual(counts.max() - counts.min(), 1)

    def test_few_rows_of_many_classes(self):
        prepared = self.prepare(csv_text([[i, "c%d" % (i % 6)] for i in range(12)], ["x", "y"]), "classification")
        self.assertEqual({"train": 8, "validation": 2, "test": 2}, prepared.json("preprocessor", "schema.json")["rows"])

    def test_copies_of_a_row_stay_in_one_part(self):
        rows = [[i * 7919 % 1013 / 7, i % 5, i * 31 % 97] for i in range(60) for _ in range(3)]
        job = self.prepare(csv_text(rows, ["x", "z", "target"]))
        parts = [set(job.lines(name, name + ".csv")[1:] if name == "test" else job.lines("baseline", "baseline.csv")[1:])
                 for name in ("test", "baseline")]
        tested = {line.rsplit(",", 1)[0] for line in parts[0]}
        self.assertTrue(tested)
        self.assertFalse(tested & parts[1])
        warnings = job.json("preprocessor", "warnings.json")
        self.assertEqual([120], [warning["count"] for warning in warnings if warning["kind"] == "copied-rows"])

    def test_rows_of_a_few_categories_are_alike_and_no_copies(self):
        rows = [["red" if i % 2 else "blue", i % 3, "yes" if i % 2 else "no"] for i in range(60)]
        job = self.prepare(csv_text(rows, ["colour", "z", "target"]), "classification")
        self.assertFalse([w for w in job.json("preprocessor", "warnings.json") if w["kind"] == "copied-rows"])

    def test_a_column_that_numbers_the_rows_is_warned_about(self):
        rows = [[i + 1, i * 31 % 97, i] for i in range(40)]
        job = self.prepare(csv_text(rows, ["Id", "z", "target"]))
        self.assertEqual(["Id"], [w["column"] for w in job.json("preprocessor", "warnings.json") if w["kind"] == "row-number"])

    def test_naive_value_is_the_training_mean(self):
        prepared = self.prepare(regression_text(100))
        self.assertAlmostEqual(float(self.encoded(prepared, "train")[:, 0].mean()),
                               prepared.json("preprocessor", "schema.json")["naive"]["mean"])

    def test_target_by_position_name_first(self):
        text = csv_text([[row[3]] + row[:3] for row in regression_rows()], ["price", "length", "weight", "colour"])
        for choice in ("first", "0", "price"):
            prepared = self.prepare(text, target=choice)
            self.assertEqual({"name": "price", "position": 0}, prepared.json("preprocessor", "schema.json")["target"])
            self.assertEqual("length,weight,colour,price", prepared.lines("test", "test.csv")[0])

    def test_without_header_columns_are_named_by_position(self):
        prepared = self.prepare(regression_text(header=False), target="1", header="false")
        self.assertEqual("column_0,column_2,column_3,column_1", prepared.lines("test", "test.csv")[0])

    def test_record_id_is_no_feature(self):
        text = csv_text([["k%d" % i] + row for i, row in enumerate(regression_rows())], ["id"] + NAMES)
        schema = self.prepare(text, record_id="id").json("preprocessor", "schema.json")
        self.assertEqual({"name": "id", "position": 0}, schema["recordId"])
        self.assertEqual(["length", "weight", "colour"], [feature["name"] for feature in schema["features"]])

    def test_several_files_also_with_another_column_order(self):
        rows = regression_rows(60)
        whole = self.prepare(csv_text(rows, NAMES))
        job = self.job()
        job.put("processing/input/raw/a.csv", csv_text(rows[:20], NAMES))
        job.put("processing/input/raw/b.csv", csv_text([row[::-1] for row in rows[20:]], NAMES[::-1]))
        job.put("processing/input/raw/notes.txt", "no data")
        job.run("training_preprocessing", "--target", "price", "--header", "true", "--problem-type", "regression",
                "--seed", 3)
        self.assertEqual(whole.lines("test", "test.csv"), job.lines("test", "test.csv"))

    def test_missing_values_are_imputed(self):
        rows = regression_rows()
        rows[3][0], rows[4][2], rows[5][1] = "", "", "NaN"
        values = self.encoded(self.prepare(csv_text(rows, NAMES)), "train")
        self.assertTrue(np.isfinite(values).all())
        np.testing.assert_array_equal(1.0, values[:, 3:].sum(axis=1))

    def test_quotes_bom_blank_lines_and_windows_line_ends(self):
        rows = [[row[0], row[1], '"%s, dark"' % row[2], row[3]] for row in regression_rows()]
        text = "\ufeff" + csv_text(rows, NAMES).replace("\n", "\r\n") + "\r\n\r\n"
        prepared = self.prepare(text)
        self.assertEqual("length,weight,colour,price", prepared.lines("test", "test.csv")[0])
        self.assertIn(', dark",', prepared.lines("test", "test.csv")[1])

    def test_codes_with_a_letter_among_them_are_categories(self):
        rows = [[i, "X" if i % 20 == 0 else i % 4, i * 2] for i in range(100)]
        schema = self.prepare(csv_text(rows, ["a", "code", "y"])).json("preprocessor", "schema.json")
        self.assertEqual("categorical", schema["features"][1]["kind"])

    def test_constant_and_empty_columns(self):
        rows = [[i, 5, "only", "", i * 2] for i in range(40)]
        prepared = self.prepare(csv_text(rows, ["a", "five", "one", "nothing", "y"]))
        self.assertIn("warning: column 'nothing' has no value at all", prepared.printed)
        self.assertTrue(np.isfinite(self.encoded(prepared, "train")).all())

    def test_identifier_like_column_is_warned_about_and_bounded(self):
        prepared = self.prepare(csv_text([["name%d" % i, i, i * 2] for i in range(400)], ["name", "a", "y"]))
        self.assertIn("warning: column 'name' has 400 different values in 400 rows", prepared.printed)
        self.assertLessEqual(self.encoded(prepared, "train").shape[1], 1 + 1 + 100)

    def test_class_spellings(self):
        text = csv_text([[i, "1.0" if i % 2 else "0"] for i in range(40)], ["x", "y"])
        self.assertEqual(["0", "1"], self.prepare(text, "classification").json("preprocessor", "schema.json")["classes"])
        text = csv_text([[i, "007" if i % 2 else "7"] for i in range(40)], ["x", "y"])
        self.assertEqual(["007", "7"],
                         sorted(self.prepare(text, "classification").json("preprocessor", "schema.json")["classes"]))


class FaultTest(ScriptTest):
    def prepare_fault(self, raw, problem_type="regression", target="last", header="true", record_id="", *more):
        job = self.job().put("processing/input/raw/training-data.csv", raw)
        return self.fault(job, "training_preprocessing", "--target", target, "--header", header,
                          "--record-id", record_id, "--problem-type", problem_type, *more)

    def changed(self, row, column, value):
        rows = regression_rows()
        rows[row][column] = value
        return csv_text(rows, NAMES)

    def test_wrong_column_count_names_each_line(self):
        lines = regression_text().splitlines()
        lines[4] += ",9"
        lines[9] = "1,2"
        text = self.prepare_fault("\n".join(lines))
        self.assertIn("training-data.csv, line 5: 5 columns, but the header has 4", text)
        self.assertIn("training-data.csv, line 10: 2 columns, but the header has 4", text)

    def test_many_faults_are_counted(self):
        text = self.prepare_fault("\n".join(line + ",9" if i else line for i, line in
                                            enumerate(regression_text(40).splitlines())))
        self.assertTrue(text.endswith("... and 30 more like these"), text)

    def test_header_left_in(self):
        self.assertIn("line 1, column 'column_0': 'length', while all other rows hold numbers there; a header line seems "
                      "to be left in", self.prepare_fault(regression_text(), header="false"))

    def test_header_missing(self):
        self.assertIn("line 1: a header is expected, but it holds data", self.prepare_fault(regression_text(header=False)))
        rows = [[(7 * i) % 10, i % 3, i] for i in range(1, 40)]
        self.assertIn("a header is expected, but it holds data: '7,1,1'", self.prepare_fault(csv_text(rows)))

    def test_empty_files(self):
        for text in ("", "\n\n"):
            self.assertIn("training-data.csv: the file is empty; it needs a header line and at least one data row",
                          self.prepare_fault(text))
        self.assertIn("there is a header but no data row", self.prepare_fault(",".join(NAMES) + "\n"))

    def test_no_file(self):
        text = self.fault(self.job().put("processing/input/raw/data.csv.bak", "x"), "training_preprocessing", "--target",
                          "last", "--header", "true", "--problem-type", "regression")
        self.assertIn("no *.csv file there (found: data.csv.bak); only files whose name ends in .csv are read", text)

    def test_target_that_is_no_finite_number(self):
        for value in ("", "NaN", "inf", "-inf", "many", "1_000"):
            self.assertIn("line 8, column 'price': the target is '%s'; regression needs a finite number" % value,
                          self.prepare_fault(self.changed(6, 3, value)))

    def test_missing_class(self):
        self.assertIn("line 2, column 'level': the target is ''; classification needs a class in each row",
                      self.prepare_fault("x,level\n1,\n" + "2,a\n3,b\n" * 20, "classification"))

    def test_features_that_are_no_finite_number(self):
        self.assertIn("line 8, column 'length': 'inf' is not finite", self.prepare_fault(self.changed(6, 0, "inf")))
        self.assertIn("line 8, column 'length': 'about 5' is no number, but 59 of the column's 60 values are",
                      self.prepare_fault(self.changed(6, 0, "about 5")))

    def test_too_few_rows(self):
        for count in (1, 9):
            self.assertIn("%d rows are too few to split into training, validation and test; at least 10" % count,
                          self.prepare_fault(regression_text(count)))
        self.prepare(regression_text(10))

    def test_single_class(self):
        self.assertIn("target column 'level': all 20 rows have the same class 'a'",
                      self.prepare_fault("x,level\n" + "1,a\n" * 20, "classification"))

    def test_number_as_class(self):
        self.assertIn("target column 'price' holds numbers such as",
                      self.prepare_fault(regression_text(), "classification"))

    def test_not_utf_8(self):
        text = regression_text().replace("red", "r\u00f6d")
        line = next(i for i, content in enumerate(text.splitlines(), 1) if "r\u00f6d" in content)
        self.assertRegex(self.prepare_fault(text.encode("latin-1")),
                         r"training-data.csv, line %d: byte 0xf6 at position \d+ is no UTF-8; save the file as UTF-8" % line)
        self.assertIn("is UTF-16; save it as UTF-8", self.prepare_fault(text.encode("utf-16")))

    def test_header_names(self):
        self.assertIn("the column name 'a' stands there twice (columns 0 and 1)",
                      self.prepare_fault("a,a,y\n" + "1,2,3\n" * 12))
        self.assertIn("column 0 has an empty name", self.prepare_fault(",a,y\n" + "1,2,3\n" * 12))

    def test_other_separator_and_open_quote(self):
        self.assertIn("line 1: the columns are separated by semicolons, but commas are expected: 'a;b;y'; configure 'separator: \";\"'",
                      self.prepare_fault("a;b;y\n" + "1;2;3\n" * 12))
        self.assertIn("quotes must be closed", self.prepare_fault('a,y\n1,"2\n' + "1,2\n" * 12))

    def test_files_that_do_not_fit(self):
        job = self.job().put("processing/input/raw/a.csv", regression_text()).put("processing/input/raw/b.csv", "p,q\n1,2\n")
        self.assertIn("b.csv, line 1: columns p, q, but a.csv has length, weight, colour, price",
                      self.fault(job, "training_preprocessing", "--target", "last", "--header", "true", "--problem-type",
                                 "regression"))

    def test_arguments(self):
        self.assertIn("there is no column 'prise'; did you mean 'price'?; allowed: first, last, a position from 0 to 3",
                      self.prepare_fault(regression_text(), target="prise"))
        self.assertIn("position 9 does not exist, the file has 4 columns", self.prepare_fault(regression_text(), target="9"))
        self.assertIn("both name column 'price'", self.prepare_fault(regression_text(), record_id="price"))
        self.assertIn("got 'yes', allowed: true, false", self.prepare_fault(regression_text(), header="yes"))
        self.assertIn("got '0.9', needs a number from 0.01 to 0.45",
                      self.prepare_fault(regression_text(), "regression", "last", "true", "", "--test-share", "0.9"))
        text = self.fault(self.job(), "training_preprocessing", "--targt", "last", "--header", "true")
        self.assertIn("'--targt' is unknown; did you mean 'target'?", text)
        self.assertIn("'--problem-type' is missing", text)

    def test_only_the_target(self):
        self.assertIn("no feature column, only y", self.prepare_fault("y\n" + "1\n" * 12))

    def test_unreadable_number_of_classes(self):
        self.assertIn("holds numbers such as 0.", self.prepare_fault(class_text(60), "classification", "x"))
        text = csv_text([[i / 2, "id%d" % i] for i in range(60)], ["x", "name"])
        self.assertIn("60 different classes in 60 rows; allowed are 200", self.prepare_fault(text, "classification"))


if __name__ == "__main__":
    unittest.main()
