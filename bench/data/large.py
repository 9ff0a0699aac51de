"""How long do the training scripts take on large data, and how much memory? Each step in a process of its own.

    python3 bench/data/large.py [--rows 1000000] [--features 10]
    python3 bench/data/large.py --rows 200000 --categories 100
"""
from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import numpy as np

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"


def write(path: Path, rows: int, features: int, categories: int) -> None:
    """Numbers of six digits, or words of so many categories; the target follows three of them, with noise."""
    random = np.random.default_rng(0)
    effects = random.normal(size=(features, max(categories, 1)))
    path.parent.mkdir(parents=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(["f%d" % i for i in range(features)] + ["target"]) + "\n")
        for start in range(0, rows, 100_000):
            if categories:
                codes = random.integers(categories, size=(min(100_000, rows - start), features))
                target = effects[0, codes[:, 0]] + effects[1, codes[:, 1]] * effects[2, codes[:, 2]]
                target += random.normal(size=len(codes)) / 2
                file.writelines(",".join(["word%d" % code for code in row] + ["%.6g" % answer]) + "\n"
                                for row, answer in zip(codes.tolist(), target.tolist()))
                continue
            values = random.normal(size=(min(100_000, rows - start), features))
            target = 3 * values[:, 0] + np.sin(values[:, 1]) + values[:, 2] ** 2 + random.normal(size=len(values))
            np.savetxt(file, np.column_stack([values, target]), fmt="%.6g", delimiter=",")


def step(root: Path, script: str, *arguments: str) -> None:
    """Runs one script and prints its wall time, its processor time and its process's peak memory."""
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, str(SCRIPTS / script), *arguments], stdout=subprocess.DEVNULL,
                               env={**os.environ, "SAGEMAKER_BASE_DIR": str(root)})
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("%s failed" % script)
    print("| %s | %.1f | %.1f | %.0f |" % (script, time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024),
          flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--features", type=int, default=10)
    parser.add_argument("--categories", type=int, default=0, help="how many each column has; 0: numbers")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "prepare/processing/input/raw/large.csv", arguments.rows, arguments.features,
              arguments.categories)
        print("| %d rows x %d%s: step | seconds | processor seconds | MiB |\n|---|---:|---:|---:|" % (
            arguments.rows, arguments.features, " of %d categories" % arguments.categories if arguments.categories else ""))
        start = time.monotonic()
        step(folder / "prepare", "training_preprocessing.py", "--target", "target", "--header", "true",
             "--problem-type", "regression")
        prepared = folder / "prepare/processing/output"
        for part in ("train", "validation", "preprocessor"):
            shutil.copytree(prepared / part, folder / "train/input/data" / part)
        step(folder / "train", "training.py")
        (folder / "evaluate/processing/input/model").mkdir(parents=True)
        with tarfile.open(folder / "evaluate/processing/input/model/model.tar.gz", "w:gz") as archive:
            for path in sorted((folder / "train/model").iterdir()):
                archive.add(path, path.name)
        shutil.copytree(prepared / "test", folder / "evaluate/processing/input/test")
        step(folder / "evaluate", "evaluation.py", "--metric", "rmse", "--threshold", "2")
        whole = resource.getrusage(resource.RUSAGE_CHILDREN)
        print("| all | %.1f | %.1f | %.0f |" % (time.monotonic() - start, whole.ru_utime + whole.ru_stime, whole.ru_maxrss / 1024))


if __name__ == "__main__":
    main()
