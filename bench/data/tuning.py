"""Does tuning ever make a model worse? The registered model against the fixed hyperparameters', over public data sets.

    python3 bench/data/tuning.py [--seeds 20] [--trials 6]

Trials are drawn as the pipeline's random search draws them, within the ranges of scripts/contract.json; the best one by
the validation rows is what SageMaker calls the best training job. TrainingEval registers that or the fixed one. Both are
measured once more on rows that no step saw: a choice made on the test rows looks better there than it is.
"""
from __future__ import annotations

import argparse
import json
import math
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

import verdicts
from lib.contract import PATH
from lib.csv_tables import CsvReader, write_rows
from lib.metric_values import HIGHER_IS_BETTER
from lib.model_artifact import read_files

SETS = ("diabetes", "wine", "breast cancer (f1)", "balanced")


def draw(random: np.random.Generator) -> dict[str, Any]:
    """One trial's hyperparameters."""
    values: dict[str, Any] = {}
    for name, rule in json.loads(PATH.read_text(encoding="utf-8"))["hyperparameters"].items():
        if "search" not in rule:
            continue
        low, high = rule["search"]
        if rule["kind"] == "integer":
            values[name] = int(random.integers(low, high + 1))
        elif rule.get("logarithmic"):
            values[name] = math.exp(random.uniform(math.log(low), math.log(high)))
        else:
            values[name] = random.uniform(low, high)
    return values


def unseen_rows(folder: Path, made: Path, files: dict[str, str]) -> Path:
    """The clean batch with its truth, laid out as the test split."""
    batch, truth = CsvReader(made / files["cleanBatch"], header=True), CsvReader(made / files["cleanTruth"], header=True)
    rows = [row + answer for features, answers in zip(batch.chunks(), truth.chunks())
            for row, answer in zip(features.rows, answers.rows)]
    (folder / "test").mkdir(parents=True)
    write_rows(folder / "test" / "test.csv", rows, batch.names + truth.names)
    return folder


def measure(folder: Path, table: Path, metric: str, seed: int, trials: int) -> tuple[bool, list[float], list[float]]:
    """Returns whether the tuned one was registered, and how much better than the fixed one the tuned and the registered
    one are: on the test rows and on unseen rows."""
    facts, prepared = verdicts.prepare(folder, table, metric, seed)
    random, objective = np.random.default_rng(seed), "validation.json"
    fixed = verdicts.train(folder / "fixed", prepared, {"seed": seed})
    trial = {"_tuning_objective_metric": "validation:" + metric, "seed": seed}
    archives = [verdicts.train(folder / ("trial%d" % i), prepared, {**trial, **draw(random)}) for i in range(trials)]
    sign = 1 if HIGHER_IS_BETTER[metric] else -1
    best = max(archives, key=lambda archive: sign * read_files(archive, (objective,))[objective][metric])
    unseen = unseen_rows(folder / "unseen", folder / "made", facts["files"])
    gains: list[list[float]] = []
    tuned = False
    for name, rows in (("test", prepared), ("held", unseen)):
        report = verdicts.evaluate(folder / name, rows, metric, facts["threshold"], {"model": best, "fixed": fixed})
        values = {one["name"]: one["value"] for one in report["candidates"]}
        if name == "test":
            tuned = report["choice"]["registered"] == "tuned"
        gain = sign * (values["tuned"] - values["fixed"])
        gains.append([gain, gain if tuned else 0.0])
    return tuned, gains[0], gains[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--trials", type=int, default=6)
    arguments = parser.parse_args()
    print("| set | runs | best trial worse than fixed, test rows | registered worse than fixed, test rows | "
          "best trial worse, unseen rows | registered worse, unseen rows | tuned registered | seconds a run |\n"
          "|---|---:|---:|---:|---:|---:|---:|---:|")
    all_counts = np.zeros(5, int)
    for name in SETS:
        metric, load = verdicts.sets()[name]
        counts, start = np.zeros(5, int), time.monotonic()
        for seed in range(arguments.seeds):
            features, target = load(seed)
            with tempfile.TemporaryDirectory() as folder:
                table = Path(folder) / "table.csv"
                verdicts.write_table(table, features, target)
                tuned, test, unseen = measure(Path(folder), table, metric, seed, arguments.trials)
            counts += np.array([test[0] < 0, test[1] < 0, unseen[0] < 0, unseen[1] < 0, tuned], int)
        all_counts += counts
        print("| %s | %d | %s | %.1f |" % (name, arguments.seeds, " | ".join(str(count) for count in counts),
                                          (time.monotonic() - start) / arguments.seeds), flush=True)
    print("| all | %d | %s | |" % (arguments.seeds * len(SETS), " | ".join(str(count) for count in all_counts)))


if __name__ == "__main__":
    main()
