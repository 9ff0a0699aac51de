"""TrainingEval: judges the trained model on the test split, through the very functions that serve it.

Reads   processing/input/model/model.tar.gz, processing/input/test/test.csv (raw features with header, target last)
        after a tuning also processing/input/fixed/model.tar.gz (trained with the fixed hyperparameters on the same
        split) and processing/input/trials/**/model.tar.gz (every trial)
Writes  processing/output/evaluation/evaluation.json (schemas/evaluation.schema.json says what is in it)
        after a tuning also processing/output/model/model.tar.gz: the better of the two on the test rows
"""
from __future__ import annotations

import csv
import filecmp
import importlib.util
import io
import re
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any, Sequence

import numpy as np

from lib import metric_values, model_artifact
from lib.arguments import Options, number
from lib.comparison import against
from lib.csv_tables import CsvReader
from lib.feature_schema import CHOSEN_BY, class_label
from lib.figures import figure
from lib.findings import Findings, read_warnings
from lib.job_runtime import input_dir, output_dir, read_json, run, write_json
from lib.verdict import DEFAULT_CONFIDENCE, Verdict

# What SageMaker allows in a value of CustomerMetadataProperties, and how long one may be.
NOT_METADATA, METADATA_LENGTH = re.compile(r"[^\w .:/=+\-@]"), 256
ARCHIVE = "model.tar.gz"


def summary(values: dict[str, Any]) -> str:
    """The hyperparameters as one text that a model package's metadata can hold."""
    return listed(["%s=%s" % (name, values[name]) for name in sorted(values)], " ")


def as_metadata(text: str) -> str:
    """The text in the characters and the length that a model package's metadata can hold: an S3 key may be longer."""
    return shortened(NOT_METADATA.sub("-", text), METADATA_LENGTH)


def shortened(text: str, length: int) -> str:
    """A text that is too long loses its middle, visibly: its start and its end say most."""
    if len(text) <= length:
        return text
    start = (length - 5) // 2
    return "%s ... %s" % (text[:start], text[len(text) - (length - 5 - start):])


def listed(parts: Sequence[str], between: str, room: int = METADATA_LENGTH) -> str:
    """As many whole parts as fit into metadata, and how many more there are."""
    parts = [NOT_METADATA.sub("-", part) for part in parts]
    for count in range(len(parts), 0, -1):
        text = between.join(parts[:count]) + ("%sand %d more" % (between, len(parts) - count) if count < len(parts) else "")
        if len(text) <= room:
            return text
    # Not even the first one fits.
    rest = "%sand %d more" % (between, len(parts) - 1) if len(parts) > 1 else ""
    return shortened(parts[0], room - len(rest)) + rest


def registration(report: dict[str, Any], metric: str) -> dict[str, str]:
    """What the registered version's metadata says besides the figures: what a person who decides by mail must know."""
    positive = report["positiveClass"]
    return {name: as_metadata(text) for name, text in {
        "comparison": gain_text(report["comparison"]),
        "choice": choice_text(report["choice"]) if report["choice"] else "none",
        "trials": trials_text(report["trials"], metric),
        "positiveClass": "%s: %s" % (shortened(positive["label"], 150), CHOSEN_BY[positive["chosenBy"]]) if positive else "none",
        "warnings": warnings_text([one["message"] for one in report["warnings"]]),
    }.items()}


def warnings_text(messages: Sequence[str]) -> str:
    """How many there are, and as many as fit in whole."""
    start = "%d: " % len(messages)
    return start + listed(messages, " - ", METADATA_LENGTH - len(start)) if messages else "none"


def gain_text(compared: dict[str, Any]) -> str:
    """A comparison in the characters that metadata has."""
    if compared["gain"] is None:
        return "can not be told on %d rows" % compared["rows"]
    text = "%s on %d rows" % (figure(compared["gain"]), compared["rows"])
    if compared["low"] is not None:
        text += ": %s to %s at %g percent confidence" % (figure(compared["low"]), figure(compared["high"]),
                                                         100 * compared["confidence"])
    return text


def choice_text(choice: dict[str, Any]) -> str:
    """Which of the two was registered, and the gain of the tuned one over the fixed one."""
    return "the %s hyperparameters are registered - gain of the tuned ones over the fixed ones %s" % (
        choice["registered"], gain_text(choice))


def trials_text(trials: list[dict[str, Any]], metric: str) -> str:
    """How many were tried, and from worst to best."""
    known = sorted((one["objective"] for one in trials if one["objective"] is not None),
                   reverse=not metric_values.HIGHER_IS_BETTER[metric])
    if not known:
        return "%d" % len(trials) if trials else "none"
    return "%d: %s on the validation rows from %s to %s" % (len(trials), metric, figure(known[0]), figure(known[-1]))


def predict(serving: ModuleType, model: Any, reader: CsvReader, feature_count: int) -> tuple[list[list[str]], list[str]]:
    """Sends the raw rows through the served path. Returns (texts of the predictions, texts of the truth)."""
    predicted: list[list[str]] = []
    truth: list[str] = []
    for chunk in reader.chunks():
        body = io.StringIO()
        csv.writer(body, lineterminator="\n").writerows(row[:feature_count] for row in chunk.rows)
        answer = serving.output_fn(serving.predict_fn(serving.input_fn(body.getvalue(), "text/csv"), model), "text/csv")
        predicted += list(csv.reader(answer.splitlines()))
        truth += chunk.column(feature_count)
    return predicted, truth


def scores_of(schema: dict[str, Any], predicted: list[list[str]], truth: list[str]) -> metric_values.Scores:
    """Served answers beside the truth."""
    if schema["problemType"] == "regression":
        return metric_values.Scores(schema, np.array(truth, float), np.array([row[0] for row in predicted], float))
    classes = schema["classes"]
    place = {label: index for index, label in enumerate(classes)}
    return metric_values.Scores(schema, np.array([place[class_label(text, classes)] for text in truth]),
                                np.array([place[row[0]] for row in predicted]),
                                np.array([row[1:] for row in predicted], float))


class Candidate:
    """A trained model and what it says of the test rows."""

    def __init__(self, name: str, archive: Path, metric: str) -> None:
        self.name, self.archive = name, archive
        with tempfile.TemporaryDirectory() as folder:
            model_artifact.extract(archive, folder)
            self.schema = read_json(Path(folder) / "schema.json")
            metric_values.check_metric(metric, self.schema["problemType"])
            self.hyperparameters: dict[str, Any] = read_json(Path(folder) / "hyperparameters.json")
            self.warnings = read_warnings(Path(folder))
            serving = self._serving(Path(folder) / "code")
            predicted, truth = predict(serving, serving.model_fn(folder),
                                       CsvReader(input_dir("test") / "test.csv", header=True), len(self.schema["features"]))
        self.scores = scores_of(self.schema, predicted, truth)
        self.value = metric_values.rounded(self.scores.value(metric))

    def _serving(self, code: Path) -> ModuleType:
        """The artifact's own inference code."""
        sys.path.insert(0, str(code))
        spec = importlib.util.spec_from_file_location("serving_" + self.name, code / "training.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def report(self, registered: bool) -> dict[str, Any]:
        """One line of the table of candidates."""
        return {"name": self.name, "value": self.value, "hyperparameters": self.hyperparameters, "registered": registered}


def choose(tuned: Candidate, fixed: Candidate, metric: str, confidence: float) -> tuple[Candidate, dict[str, Any]]:
    """The better one on the same test rows; the fixed one unless the tuned one is better. With a sentence that says so."""
    compared = against(tuned.scores, fixed.scores, metric, confidence)
    is_tuned = compared.gain is not None and compared.gain > 0
    best, other = (tuned, fixed) if is_tuned else (fixed, tuned)
    if compared.gain is None:
        text = "the fixed hyperparameters stay: %s" % tuned.scores.undefined_reason(metric)
    elif is_tuned:
        text = "the tuned hyperparameters are registered: %s is %s, %s" % (
            metric, figure(tuned.value), compared.sentence("the fixed ones' (%s)" % figure(fixed.value)))
    else:
        text = "the fixed hyperparameters stay: %s is %s, the tuned ones' is %s on the same %d rows" % (
            metric, figure(fixed.value), figure(other.value), compared.rows)
    return best, {"registered": best.name, "sentence": text, **compared.report()}


def read_trials(folder: Path, best: Path, fixed: Path, metric: str) -> list[dict[str, Any]]:
    """What a tuning tried: each trial's hyperparameters and its metric on the validation rows."""
    trials = []
    for archive in sorted(folder.rglob(ARCHIVE)):
        # What an earlier attempt of this step left is no trial, nor is the model of the fixed hyperparameters.
        if archive.parent.name == "chosen" or filecmp.cmp(archive, fixed, shallow=False):
            continue
        files = model_artifact.read_files(archive, ("hyperparameters.json", "validation.json"))
        trials.append({"name": archive.relative_to(folder).parts[0], "objective": files["validation.json"].get(metric),
                       "hyperparameters": files["hyperparameters.json"],
                       "best": filecmp.cmp(archive, best, shallow=False)})
    return trials


def main(argv: list[str]) -> None:
    options = Options(__doc__).option("metric").option("threshold", number()).option("input-key", default="")
    arguments = options.option("confidence", number(0.5, 0.9999), DEFAULT_CONFIDENCE).read(argv)
    metric, confidence = arguments.metric, arguments.confidence
    findings = Findings("TrainingEval")
    chosen = Candidate("model", input_dir("model") / ARCHIVE, metric)
    candidates, choice, trials, changed = [chosen], None, [], False
    if (input_dir("fixed") / ARCHIVE).is_file():
        chosen.name = "tuned"
        fixed = Candidate("fixed", input_dir("fixed") / ARCHIVE, metric)
        candidates = [fixed, chosen]
        trials = read_trials(input_dir("trials"), chosen.archive, fixed.archive, metric)
        chosen, choice = choose(chosen, fixed, metric, confidence)
        changed = chosen.hyperparameters != fixed.hyperparameters
        shutil.copyfile(chosen.archive, output_dir("model") / ARCHIVE)
        print(choice["sentence"])

    schema, scores = chosen.schema, chosen.scores
    verdict = Verdict(scores, metric, arguments.threshold, confidence)
    if verdict.judged and not verdict.comparison.enough_rows:
        findings.warn("test-set-too-small", "%d test rows can't tell even a perfect model from the naive baseline; the "
                      "training data needs more rows" % len(scores.truth), count=len(scores.truth))
    report = scores.report()
    report.update({
        "version": 1, "problemType": schema["problemType"],
        "metric": {"name": metric, **verdict.report(), "meetsThreshold": int(verdict.meets),
                   "betterThanNaive": int(verdict.comparison.is_better)},
        "comparison": verdict.comparison.report(),
        "naive": scores.naive_metrics(),
        "positiveClass": schema["positiveClass"],
        "candidates": [candidate.report(candidate is chosen) for candidate in candidates],
        "choice": choice,
        "trials": trials,
        "hyperparameters": {"summary": summary(chosen.hyperparameters), "values": chosen.hyperparameters,
                            "changed": int(changed), "review": "required" if changed else "none"},
        "lineage": {"trainingObjectKey": as_metadata(arguments.input_key)},
        "rows": {**schema["rows"], "test": len(scores.truth)},
        "warnings": chosen.warnings + findings.warnings,
    })
    report["registration"] = registration(report, metric)
    write_json(output_dir("evaluation") / "evaluation.json", report)
    print(verdict.sentence())


if __name__ == "__main__":
    run(main)
