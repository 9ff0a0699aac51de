"""Public data sets as small tables of text: four that scikit-learn ships, the others from R's packages.

    apt-get install --no-install-recommends r-base-core r-cran-mass r-cran-mlbench r-cran-modeldata r-cran-cardata

Rows without a target are left out; nothing else is changed, so gaps and categories are as their owners have them.
"""
from __future__ import annotations

import csv
import functools
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Callable, Dict, NamedTuple, Tuple

import numpy as np


class PublicSet(NamedTuple):
    """Where a set comes from, what is predicted, by which metric, and which columns would give it away."""

    source: str
    item: str
    target: str
    metric: str
    exclude: Tuple[str, ...] = ()


PUBLIC: Dict[str, PublicSet] = {
    "diabetes": PublicSet("sklearn", "diabetes", "target", "mse"),
    "iris": PublicSet("sklearn", "iris", "target", "accuracy"),
    "wine": PublicSet("sklearn", "wine", "target", "accuracy"),
    "breast cancer": PublicSet("sklearn", "breast_cancer", "target", "f1"),
    "airquality": PublicSet("datasets", "airquality", "Ozone", "mae"),
    "quakes": PublicSet("datasets", "quakes", "mag", "mse", ("stations",)),
    "cpus": PublicSet("MASS", "cpus", "perf", "rmse", ("name", "estperf")),
    "birthwt": PublicSet("MASS", "birthwt", "bwt", "mse", ("low",)),
    "survey": PublicSet("MASS", "survey", "Pulse", "mae"),
    "Salaries": PublicSet("carData", "Salaries", "salary", "r2"),
    "SLID": PublicSet("carData", "SLID", "wages", "mse"),
    "TitanicSurvival": PublicSet("carData", "TitanicSurvival", "survived", "f1"),
    "Chile": PublicSet("carData", "Chile", "vote", "accuracy"),
    "PimaIndiansDiabetes2": PublicSet("mlbench", "PimaIndiansDiabetes2", "diabetes", "auc"),
    "HouseVotes84": PublicSet("mlbench", "HouseVotes84", "Class", "accuracy"),
    "Glass": PublicSet("mlbench", "Glass", "Type", "accuracy"),
    "Sonar": PublicSet("mlbench", "Sonar", "Class", "auc"),
    "Vehicle": PublicSet("mlbench", "Vehicle", "Class", "accuracy"),
    "penguins": PublicSet("modeldata", "penguins", "species", "accuracy"),
    "credit_data": PublicSet("modeldata", "credit_data", "Status", "auc"),
    "concrete": PublicSet("modeldata", "concrete", "compressive_strength", "rmse"),
    "Sacramento": PublicSet("modeldata", "Sacramento", "price", "rmse"),
    "mlc_churn": PublicSet("modeldata", "mlc_churn", "churn", "f1"),
    "ames": PublicSet("modeldata", "ames", "Sale_Price", "mae"),
}


def _of_sklearn(item: str) -> tuple[list[str], list[list[str]]]:
    from sklearn import datasets
    data = getattr(datasets, "load_" + item)()
    return [*map(str, data.feature_names), "target"], [
        [repr(value) for value in row] + [str(target)] for row, target in zip(data.data.tolist(), data.target.tolist())]


def _of_r(package: str, item: str) -> tuple[list[str], list[list[str]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        code = ('e <- new.env(); data(list="%s", package="%s", envir=e); '
                'write.csv(as.data.frame(get("%s", envir=e)), "%s", row.names=FALSE, na="")' % (item, package, item, path))
        subprocess.run(["Rscript", "-e", code], check=True, capture_output=True)
        with open(path, encoding="utf-8", newline="") as stream:
            names, *rows = csv.reader(stream)
    return names, rows


@functools.lru_cache(maxsize=None)
def load(name: str) -> tuple[Any, Any]:
    """(features as texts, the target's texts)."""
    known = PUBLIC[name]
    names, rows = _of_sklearn(known.item) if known.source == "sklearn" else _of_r(known.source, known.item)
    target = names.index(known.target)
    kept = [position for position, column in enumerate(names) if position != target and column not in known.exclude]
    rows = [row for row in rows if row[target]]
    return (np.array([[row[position] for position in kept] for row in rows], object),
            np.array([row[target] for row in rows], object))


def loaders() -> dict[str, tuple[str, Callable[[int], Any]]]:
    """Name -> metric and loader, as bench/data/verdicts.py has them."""
    return {name: (known.metric, functools.partial(lambda name, seed: load(name), name)) for name, known in PUBLIC.items()}
