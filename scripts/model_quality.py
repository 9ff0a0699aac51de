"""ModelQualityCalcStep: joins predictions with the batch and, where it is known, with the truth; judges the model.

Reads   processing/input/predictions/<file>.csv.out, processing/input/scoring/<file>.csv (the prepared rows),
        processing/input/ground-truth/<name>.csv (optional; other batches' files and `.marker` are ignored),
        processing/input/model/model.tar.gz (schema and naive baseline),
        processing/input/findings/warnings.json (optional: what the preparation noticed), names.json (optional: the
        batch's names below the raw data's prefix, <name>; without it they are the file names)
Writes  processing/output/model_quality/model_quality.json (schemas/model_quality.schema.json says what is in it)
        processing/output/combined/<name>.csv: record id and features, prediction, probabilities, truth; with header

Without truth nothing is violated, and where the rows leave the metric undefined nothing is judged. A missed threshold is a
violation only beyond chance: a few rows that may be bad luck are said to be so. Truth that does not
fit the batch fails the step: it never counts as a violation.
"""
from __future__ import annotations

import os
from itertools import zip_longest
from pathlib import Path
from typing import Any, Iterator, Sequence

import numpy as np

from lib import metric_values
from lib.arguments import Options, flag, number
from lib.batch_names import flat, read_names
from lib.certainty import against_threshold, is_miss, sentence
from lib.csv_fields import TableFormat
from lib.csv_tables import CsvReader, csv_files, write_rows
from lib.feature_schema import check_record_id, feature_names
from lib.findings import Findings, read_warnings
from lib.ground_truth import TruthFile, find_truth, warn_of_truth_elsewhere
from lib.job_runtime import Faults, UserFault, input_dir, output_dir, run, write_json
from lib.model_artifact import read_schema
from lib.verdict import DEFAULT_CONFIDENCE, Verdict


class Batch:
    """One prepared file with its predictions: streams the joined rows, keeps only what the metrics need."""

    def __init__(self, path: Path, name: str, schema: dict[str, Any]) -> None:
        self.name, self.schema = name, schema
        self.has_id = int(schema["recordId"] is not None)
        self.rows = CsvReader(path, header=False)
        answers = input_dir("predictions") / (path.name + ".out")
        if not answers.is_file():
            raise UserFault("%s: the predictions of batch %s are missing" % (answers, name))
        self.answers = CsvReader(answers, header=False)
        width = self.has_id + len(schema["features"])
        if self.rows.width != width:
            raise UserFault("%s: %d columns, but the model's schema makes %d of a batch" % (
                name, self.rows.width, width))
        self.answer_names = ["prediction"] + ["probability_" + label for label in schema["classes"] or []]
        if self.answers.width != len(self.answer_names):
            raise UserFault("%s: %d columns, but the model answers with %s" % (
                answers.name, self.answers.width, ", ".join(self.answer_names)))
        self.ids: list[str] = []
        self.predicted: list[np.ndarray] = []
        self.probabilities: list[np.ndarray] = []

    def joined(self) -> Iterator[list[tuple[list[str], list[str]]]]:
        """Pairs of lists (prepared rows, predictions); equal counts or a UserFault."""
        def records(reader: CsvReader) -> Iterator[list[str]]:
            for chunk in reader.chunks():
                yield from chunk.rows

        rows = answers = 0
        block: list[tuple[list[str], list[str]]] = []
        for row, answer in zip_longest(records(self.rows), records(self.answers)):
            rows, answers = rows + (row is not None), answers + (answer is not None)
            if row is not None and answer is not None:
                block.append((row, answer))
                if len(block) == 10_000:
                    yield block
                    block = []
        if rows != answers:
            raise UserFault("batch %s has %d records, but its predictions %s.out have %d; they can't be joined"
                            % (self.name, rows, self.name, answers))
        if block:
            yield block

    def read_predictions(self) -> int:
        """First pass: predictions (and ids) of all rows. Returns the row count."""
        count = 0
        for block in self.joined():
            count += len(block)
            if self.has_id:
                self.ids += [row[0].strip() for row, _ in block]
            try:
                self._add_answers([answer for _, answer in block])
            except (KeyError, ValueError) as error:
                raise UserFault("%s.out: %s is no answer of this model; the predictions must come from the approved "
                                "version" % (self.name, error)) from None
        return count

    def _add_answers(self, answers: Sequence[list[str]]) -> None:
        if self.schema["problemType"] == "regression":
            self.predicted.append(np.array([answer[0] for answer in answers], float))
        else:
            place = {label: index for index, label in enumerate(self.schema["classes"])}
            self.predicted.append(np.array([place[answer[0]] for answer in answers], int))
            self.probabilities.append(np.array([answer[1:] for answer in answers], float))

    def scores(self, truth: np.ndarray) -> metric_values.Scores:
        """Truth (in the batch's order) beside the predictions."""
        probabilities = np.concatenate(self.probabilities) if self.probabilities else None
        return metric_values.Scores(self.schema, truth, np.concatenate(self.predicted), probabilities)

    def write_combined(self, path: Path, truth_file: TruthFile | None, order: np.ndarray) -> None:
        """Second pass: the combined file. Compares the features that a truth file carries."""
        id_names = [self.schema["recordId"]["name"]] if self.has_id else []
        names = id_names + feature_names(self.schema) + self.answer_names

        def lines() -> Iterator[list[Any]]:
            start, classes = 0, self.schema["classes"]
            for block in self.joined():
                if truth_file is None:
                    yield from (row + answer for row, answer in block)
                else:
                    truth_file.check_features(order, start, [row[self.has_id:] for row, _ in block], self.name)
                    values = truth_file.values[order[start:start + len(block)]].tolist()
                    yield from (row + answer + [classes[value] if classes else value]
                                for (row, answer), value in zip(block, values))
                start += len(block)

        part = output_dir() / (flat(self.name) + ".part")
        try:
            write_rows(part, lines(), names + (["truth"] if truth_file else []))
            path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(part, path)
        except UserFault:
            part.unlink()
            raise


def merged(scores: Sequence[metric_values.Scores]) -> metric_values.Scores:
    """The scores of several batches as one."""
    if len(scores) == 1:
        return scores[0]
    probabilities = np.concatenate([s.probabilities for s in scores])
    return metric_values.Scores(scores[0].schema, np.concatenate([s.truth for s in scores]),
                                np.concatenate([s.predicted for s in scores]), probabilities)


def main(argv: list[str]) -> None:
    options = Options(__doc__).option("metric").option("threshold", number()).option("header", flag, "true")
    options.option("target", default="").option("record-id", default="")
    arguments = options.option("confidence", number(0.5, 0.9999), DEFAULT_CONFIDENCE).read(argv)
    metric, threshold, header = arguments.metric, arguments.threshold, arguments.header
    schema = read_schema(input_dir("model") / "model.tar.gz")
    metric_values.check_metric(metric, schema["problemType"])
    check_record_id(schema, arguments.record_id)

    files: list[dict[str, Any]] = []
    known: list[metric_values.Scores] = []
    faults, findings = Faults(), Findings("ModelQualityCalcStep")
    names = read_names(input_dir("findings"))
    for path in csv_files(input_dir("scoring")):
        with faults.gather():
            batch = Batch(path, names.get(path.name, path.name), schema)
            truth_path = find_truth(input_dir("ground-truth"), batch.name)
            truth, order = None, np.empty(0, int)
            entry: dict[str, Any] = {"file": batch.name, "rows": batch.read_predictions(), "truth": truth_path is not None}
            if truth_path is None:
                warn_of_truth_elsewhere(input_dir("ground-truth"), batch.name, findings)
            else:
                truth = TruthFile(truth_path, schema, TableFormat.of_schema(schema, header), arguments.target)
                order = truth.align(entry["rows"], batch.ids if batch.has_id else None, batch.name)
                truth.warn_of_order(findings)
                known.append(batch.scores(truth.values[order]))
            batch.write_combined(output_dir("combined") / batch.name, truth, order)
            files.append(entry)
    faults.raise_if_any()

    report: dict[str, Any] = {
        "available": int(bool(known)), "judged": 0, "violated": 0, "value": None, "threshold": threshold, "naive": None,
        "metric": metric, "higherIsBetter": metric_values.HIGHER_IS_BETTER[metric], "comparison": None, "certainty": None,
        "positiveClass": schema["positiveClass"], "files": files,
        "warnings": [*read_warnings(input_dir("findings")), *findings.warnings]}
    if known:
        scores = merged(known)
        verdict = Verdict(scores, metric, threshold, arguments.confidence)
        report.update(verdict.report())
        certainty = against_threshold(scores, metric, threshold, arguments.confidence)
        report.update(comparison=verdict.comparison.report(), certainty=certainty.report())
        if verdict.judged and not verdict.meets:
            report.update(violated=int(is_miss(certainty)), verdict="%s; %s" % (report["verdict"], sentence(certainty)))
        report.update(scores.report())
    else:
        report["reason"] = "there is no ground truth for %s" % ", ".join(entry["file"] for entry in files)
        report["verdict"] = "not judged: " + report["reason"]
    print(report["verdict"])
    write_json(output_dir("model_quality") / "model_quality.json", report)


if __name__ == "__main__":
    run(main)
