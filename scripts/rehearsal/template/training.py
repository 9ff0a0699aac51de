"""A model of your own: here a random forest. Replace `fit`; all else is the shared modules' (docs/bring-your-own-model.md)."""
from __future__ import annotations

from typing import Any

import numpy as np

from lib.job_runtime import run
from lib.training_job import input_fn, model_fn, output_fn, predict_fn, train

__all__ = ["fit", "input_fn", "main", "model_fn", "output_fn", "predict_fn"]


def fit(hyperparameters: dict[str, Any], labels: np.ndarray, encoded: np.ndarray, is_regression: bool) -> Any:
    """A fitted estimator: `predict`, and for classes `predict_proba` and `classes_`. contract.json lists the
    hyperparameters; labels are numbers, or class indexes; encoded has no missing value and only numbers."""
    from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor

    kind = RandomForestRegressor if is_regression else RandomForestClassifier
    return kind(n_estimators=hyperparameters["trees"], max_depth=hyperparameters["depth"],
                random_state=hyperparameters["seed"]).fit(encoded, labels)


def main(argv: list[str]) -> None:
    train(argv, fit)


if __name__ == "__main__":
    run(main, report="failure")
