"""Numbers as people and spreadsheets write them, and marks: what isn't read as a number is said, with its mend."""
import contextlib
import io
import json
import unittest

from lib.csv_fields import spelling
from tests.container import ScriptTest
from tests.samples import csv_text


class SpellingTest(ScriptTest):
    def prepared(self, text, *arguments, problem_type="regression"):
        job = self.job().put("processing/input/raw/own.csv", text)
        return job.run("training_preprocessing", "--target", "last", "--header", "true", "--problem-type", problem_type,
                       *arguments)

    def warnings(self, job):
        return {(warning["kind"], warning["column"]): warning["count"]
                for warning in job.json("preprocessor", "warnings.json")}

    def show(self, text, *arguments):
        import show_data
        path = self.folder / "own.csv"
        path.write_text(text, encoding="utf-8")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            show_data.main(["--training-data", str(path), "--header", "true", "--json", "true", *arguments])
        return json.loads(printed.getvalue())

    def test_numbers_that_are_spelt_as_text_are_told_with_their_mend(self):
        for spelt, kind, said in (
                ('"%d,%02d"', "decimal-comma", "holds numbers with a decimal comma, such as '10,17'; configure 'decimal: \",\"'"),
                ('"%d,3%02d"', "numbers-as-text", "with a decimal comma or mark between thousands, such as '10,317'"),
                ("%d'0%02d", "numbers-as-text", "with a mark between thousands, such as '10'017'; write the numbers without it"),
                ("$%d.%02d", "numbers-as-text", "with a currency or percent sign, such as '$10.17'; write the numbers without it"),
                ("%d.%02d EUR", "numbers-as-text", "with a currency or percent sign"), ("%d.%02d%%", "numbers-as-text", "percent sign")):
            rows = [[spelt % (10 + i, (17 + 7 * i) % 100), i % 7, i] for i in range(200)]
            shown = self.show(csv_text(rows, ["price", "x", "y"]))
            self.assertEqual([(kind, "price")], [(w["kind"], w["column"]) for w in shown["warnings"]], spelt)
            self.assertIn(said, shown["warnings"][0]["message"])
            self.assertNotIn("recordId", shown["suggestedSettings"])
            self.assertEqual("," if kind == "decimal-comma" else None, shown["suggestedSettings"].get("decimal"))

    def test_codes_and_versions_are_no_misspelt_numbers(self):
        for text in ("AB1,234", "ABC123", "1.2.3", "2026-11-20", "10:30", "A-12", "x"):
            self.assertIsNone(spelling(text), text)

    def test_a_misspelt_target_is_told_with_its_mend(self):
        text = csv_text([[i, '"%d,5"' % i] for i in range(60)], ["x", "y"])
        job = self.job().put("processing/input/raw/own.csv", text)
        for kind in ("regression", "classification"):
            self.assertIn("a decimal comma? then configure 'decimal: \",\"'", self.fault(
                job, "training_preprocessing", "--target", "last", "--header", "true", "--problem-type", kind))

    def test_thousands_are_faults_among_numbers_only(self):
        rows = ["%d,5;1.%03d;%d" % (i, i, i) for i in range(60)]
        settings = ("--separator", ";", "--decimal", ",")
        text = "x;version;y\n" + "\n".join(rows) + "\n"
        job = self.job().put("processing/input/raw/own.csv", text)
        arguments = ("training_preprocessing", "--target", "y", "--header", "true", "--problem-type", "regression", *settings)
        self.assertIn("own.csv, line 2, column 'version': '1.000' has a mark between thousands", self.fault(job, *arguments))
        job.run(*arguments, "--exclude", '["version"]')
        mixed = text.replace(";1.007;", ";v7;").replace("1.00", "a.00").replace("1.01", "b.01").replace("1.02", "c.02")
        self.job().put("processing/input/raw/own.csv", mixed).run(*arguments)

    def test_a_number_among_the_marks_is_one_however_it_is_written(self):
        text = csv_text([[("-999", "-999.0", " -9.99e2")[i % 3] if i % 4 == 0 else i, i] for i in range(80)], ["x", "y"])
        prepared = self.prepared(text, "--missing", '["-999"]')
        self.assertEqual({("missing-values", "x"): 20}, self.warnings(prepared))

    def test_marks_among_categories_are_told(self):
        text = csv_text([["?" if i % 10 == 0 else "ab"[i % 2], "None" if i % 20 == 0 else i, i] for i in range(80)], ["c", "x", "y"])
        self.assertEqual({("marks-among-categories", "c"): 8, ("missing-marks", "x"): 4, ("missing-values", "x"): 4},
                         self.warnings(self.prepared(text)))

    def test_a_separator_is_one_character(self):
        job = self.job().put("processing/input/raw/own.csv", "x,y\n1,2\n")
        for given in ("", ";;", "\n", "a"):
            self.assertIn("argument '--separator': got '%s', needs one character" % given, self.fault(
                job, "training_preprocessing", "--target", "last", "--header", "true", "--problem-type", "regression",
                "--separator", given))


if __name__ == "__main__":
    unittest.main()
