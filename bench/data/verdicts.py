"""Do models of noise get registered, and does a clean batch raise a drift alarm? Over public and made data sets.

    python3 bench/data/verdicts.py [--seeds 5] [--only wine] [--public] [--trials 4]

--public takes the sets of public_sets.py in place of these small ones (some are made); --trials tunes each set, too, and
counts how often what is registered is worse than the fixed hyperparameters on the test rows. Each set runs through the
step scripts twice: as it is, and with its labels shuffled. The threshold is the rehearsal's:
85 % of the naive baseline's error on the test rows.
"""
from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import shutil
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from typing import Any, Callable

import numpy as np

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS / "rehearsal")]

import evaluation  # noqa: E402  (the paths come first)
import make_data  # noqa: E402
import public_sets  # noqa: E402
import training  # noqa: E402
import training_preprocessing  # noqa: E402
from lib.csv_tables import CsvReader, write_rows  # noqa: E402
from lib.data_constraints import find_violations, suggest_constraints  # noqa: E402
from lib.data_profiles import as_statistics, profile_files  # noqa: E402
from lib.job_runtime import UserFault  # noqa: E402

Rows = "tuple[np.ndarray, np.ndarray]"


def sets() -> dict[str, tuple[str, Callable[[int], Any]]]:
    """Name -> metric and loader."""
    from sklearn import datasets as sk

    def loaded(name: str, target: int | None = None) -> Callable[[int], Any]:
        def load(seed: int) -> Any:
            data = getattr(sk, "load_" + name)()
            return data.data, data.target if target is None else data.target[:, target]
        return load

    def made(name: str, **options: Any) -> Callable[[int], Any]:
        return lambda seed: getattr(sk, "make_" + name)(random_state=seed, **options)[:2]

    return {
        "diabetes": ("mse", loaded("diabetes")), "diabetes (mae)": ("mae", loaded("diabetes")),
        "linnerud weight": ("mse", loaded("linnerud", 0)), "linnerud waist": ("r2", loaded("linnerud", 1)),
        "iris": ("accuracy", loaded("iris")), "iris (f1)": ("f1", loaded("iris")), "wine": ("accuracy", loaded("wine")),
        "wine (auc)": ("auc", loaded("wine")), "breast cancer": ("accuracy", loaded("breast_cancer")),
        "breast cancer (f1)": ("f1", loaded("breast_cancer")), "breast cancer (auc)": ("auc", loaded("breast_cancer")),
        "friedman1": ("mse", made("friedman1", n_samples=300, noise=1.0)),
        "friedman2": ("rmse", made("friedman2", n_samples=200, noise=50.0)),
        "friedman3": ("r2", made("friedman3", n_samples=300, noise=0.1)),
        "regression": ("mae", made("regression", n_samples=150, n_features=8, noise=20.0)),
        "moons": ("accuracy", made("moons", n_samples=200, noise=0.3)),
        "circles": ("auc", made("circles", n_samples=200, noise=0.1, factor=0.5)),
        "blobs": ("f1", made("blobs", n_samples=150, centers=4, cluster_std=3.0)),
        "imbalanced": ("f1", made("classification", n_samples=400, weights=[0.9], n_features=8)),
        "balanced": ("f1", made("classification", n_samples=200, n_features=8)),
        "gaussian quantiles": ("accuracy", made("gaussian_quantiles", n_samples=300, n_classes=3)),
        "hastie": ("accuracy", made("hastie_10_2", n_samples=400)),
    }


@contextlib.contextmanager
def job(root: Path) -> Any:
    """A job's folder, and nothing printed."""
    root.mkdir(parents=True)
    os.environ["SAGEMAKER_BASE_DIR"] = str(root)
    with contextlib.redirect_stdout(io.StringIO()):
        yield root


def prepare(folder: Path, table: Path, metric: str, seed: int) -> tuple[dict[str, Any], Path]:
    """Makes the rehearsal's files and splits the training data. Returns data.json and the step's outputs."""
    with job(folder / "data"):
        make_data.main(["--out", str(folder / "made"), "--seed", str(seed), "--training-data", str(table), "--metric", metric])
    facts = json.loads((folder / "made" / "data.json").read_text(encoding="utf-8"))
    with job(folder / "prepare") as root:
        shutil.copytree(folder / "made" / "training", root / "processing/input/raw")
        training_preprocessing.main(["--target", "last", "--header", "true", "--problem-type", facts["problemType"],
                                     "--seed", str(seed)])
        return facts, root / "processing/output"


def train(folder: Path, prepared: Path, hyperparameters: dict[str, Any]) -> Path:
    """Trains in a folder of its own. Returns the model's archive; validation.json is in it."""
    with job(folder) as root:
        for part in ("train", "validation", "preprocessor"):
            shutil.copytree(prepared / part, root / "input/data" / part)
        training.main([text for name, value in hyperparameters.items() for text in ("--" + name, str(value))])
        with tarfile.open(folder / "model.tar.gz", "w:gz") as archive:
            for path in sorted((root / "model").iterdir()):
                archive.add(path, path.name)
    return folder / "model.tar.gz"


def evaluate(folder: Path, prepared: Path, metric: str, threshold: float, archives: dict[str, Path]) -> dict[str, Any]:
    """Judges `archives` ("model", and after a tuning "fixed") on the test rows. Returns evaluation.json."""
    with job(folder) as root:
        for name, archive in archives.items():
            (root / "processing/input" / name).mkdir(parents=True)
            shutil.copyfile(archive, root / "processing/input" / name / "model.tar.gz")
        shutil.copytree(prepared / "test", root / "processing/input/test")
        evaluation.main(["--metric", metric, "--threshold", repr(threshold)])
        return json.loads((root / "processing/output/evaluation/evaluation.json").read_text(encoding="utf-8"))


def run(folder: Path, table: Path, metric: str, seed: int) -> tuple[dict[str, Any], int]:
    """Trains and evaluates. Returns evaluation.json and the count of drift violations of the held-out batch."""
    facts, prepared = prepare(folder, table, metric, seed)
    model = train(folder / "train", prepared, {"seed": seed})
    report = evaluate(folder / "evaluate", prepared, metric, facts["threshold"], {"model": model})
    baseline = profile_files([CsvReader(prepared / "baseline" / "baseline.csv")], {})
    constraints = suggest_constraints(baseline)
    known = {feature["name"]: feature["inferred_type"] for feature in constraints["features"]}
    batch = profile_files([CsvReader(folder / "made" / facts["files"]["cleanBatch"])], known)
    return report, len(find_violations(batch, as_statistics(baseline), constraints))


def write_table(path: Path, features: np.ndarray, labels: np.ndarray) -> None:
    """A CSV file with header, target last."""
    write_rows(path, [list(row) + [label] for row, label in zip(features.tolist(), labels.tolist())],
               ["f%d" % i for i in range(features.shape[1])] + ["target"])


def is_registered(report: dict[str, Any]) -> bool:
    """What MetricCondition asks."""
    return bool(report["metric"]["meetsThreshold"] and report["metric"]["betterThanNaive"])


def tuned(table: Path, metric: str, seed: int, trials: int) -> tuple[bool, bool]:
    """Whether a tuning's model was registered, and whether what was registered is worse than the fixed one."""
    import tuning
    with tempfile.TemporaryDirectory() as folder:
        is_tuned, test, _ = tuning.measure(Path(folder), table, metric, seed, trials)
    return is_tuned, test[1] < 0


def measure(name: str, metric: str, load: Callable[[int], Any], seeds: int, trials: int) -> tuple[np.ndarray, str]:
    """Counts (registered, of shuffled labels, false alarms, tuned registered, worse than fixed) and the set's size."""
    counts, rows = np.zeros(5, int), ""
    for seed in range(seeds):
        features, target = load(seed)
        rows = "%d x %d" % features.shape
        for shuffled in (False, True):
            labels = np.random.default_rng(seed).permutation(target) if shuffled else target
            with tempfile.TemporaryDirectory() as folder:
                table = Path(folder) / "table.csv"
                write_table(table, features, labels)
                try:
                    report, violations = run(Path(folder), table, metric, seed)
                    if trials and not shuffled:
                        counts[3:] += np.array(tuned(table, metric, seed, trials), int)
                except UserFault:
                    # So few rows that the metric is undefined: refused, so not registered.
                    continue
            counts[int(shuffled)] += is_registered(report)
            counts[2] += violations > 0
    return counts, rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--only")
    parser.add_argument("--public", action="store_true")
    parser.add_argument("--trials", type=int, default=0)
    arguments = parser.parse_args()
    extra = " tuned registered | registered worse than fixed, test rows |" if arguments.trials else ""
    print("| set | rows x features | metric | registered | of shuffled labels | false drift alarms |%s seconds a run |\n"
          "|---|---:|---|---:|---:|---:|%s---:|" % (extra, "---:|---:|" if arguments.trials else ""), flush=True)
    totals, runs = np.zeros(5, int), 0
    for name, (metric, load) in (public_sets.loaders() if arguments.public else sets()).items():
        if arguments.only not in (None, name):
            continue
        start = time.monotonic()
        counts, rows = measure(name, metric, load, arguments.seeds, arguments.trials)
        totals += counts
        runs += arguments.seeds
        print("| %s | %s | %s | %d of %d | %d | %d |%s %.1f |" % (
            name, rows, metric, counts[0], arguments.seeds, counts[1], counts[2],
            " %d | %d |" % tuple(counts[3:]) if arguments.trials else "",
            (time.monotonic() - start) / arguments.seeds), flush=True)
    print("| all | | | %d of %d | %d (%.1f %%) | %d |%s |" % (
        totals[0], runs, totals[1], 100 * totals[1] / runs, totals[2],
        " %d | %d |" % tuple(totals[3:]) if arguments.trials else ""))


if __name__ == "__main__":
    main()
