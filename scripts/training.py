"""TrainingStep and HPTuning (SageMaker script mode): fits the model; and the model's inference entry point.

Reads   input/data/train/train.csv, validation/validation.csv, preprocessor/{preprocessor.joblib, schema.json}
Writes  model/: see lib/training_job.py
Prints  validation:<metric>=<number>, one line a metric: what the definitions' regular expressions read

Served by SageMaker's scikit-learn container (SAGEMAKER_PROGRAM=training.py) through model_fn, input_fn,
predict_fn and output_fn.
"""
from __future__ import annotations

import time
from typing import Any, Iterator, Sequence

import numpy as np

from lib.contract import hyperparameter_options
from lib.job_runtime import run
from lib.training_job import input_fn, model_fn, output_fn, predict_fn, train

__all__ = ["fit", "input_fn", "main", "model_fn", "output_fn", "predict_fn"]

# Above this many rows trees are grown on histograms, a hundred times as fast; below, on every value.
HISTOGRAM_ROWS = 10_000
# scikit-learn sets the bounds of a histogram by so many rows at most.
BOUNDS_ROWS = 200_000


def make_model(hyperparameters: dict[str, Any], is_regression: bool, rows: int, categories: Sequence[int] = ()) -> Any:
    """The estimator, not fitted yet: gradient boosting, as scikit-learn has it. Yours goes here."""
    values = {name: value for name, value in hyperparameters.items() if name != "seed"}
    if rows <= HISTOGRAM_ROWS and not categories:
        from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor
        kind = GradientBoostingRegressor if is_regression else GradientBoostingClassifier
    else:
        from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
        kind = HistGradientBoostingRegressor if is_regression else HistGradientBoostingClassifier
        values["max_iter"] = values.pop("n_estimators")
        values = {name: value for name, value in values.items() if name in kind().get_params()}
        values.update(early_stopping=False, categorical_features=list(categories) or None)
        print("%d rows: trees are grown on histograms" % rows)
    return kind(random_state=hyperparameters["seed"], **values)


def fit_model(model: Any, labels: np.ndarray, encoded: np.ndarray) -> Any:
    """Fits it. Where that takes long, a tenth is fitted first, to say how long the rest will take."""
    rounds = getattr(model, "max_iter", 0)
    if len(labels) <= HISTOGRAM_ROWS or rounds < 20 or not hasattr(model, "warm_start"):
        return model.fit(encoded, labels)
    start = time.monotonic()
    first = rounds // 10
    model.set_params(max_iter=first, warm_start=True).fit(encoded, labels)
    spent = time.monotonic() - start
    print("fitted %d of %d rounds in %.1f s; about %.0f s left" % (first, rounds, spent, spent * (rounds - first) / first),
          flush=True)
    return model.set_params(max_iter=rounds).fit(encoded, labels)


def fit(hyperparameters: dict[str, Any], labels: np.ndarray, encoded: np.ndarray, is_regression: bool,
        categories: Sequence[int] = ()) -> Any:
    """Makes and fits the model. `categories`: the columns that hold codes of categories, not numbers."""
    return fit_model(make_model(hyperparameters, is_regression, len(labels), categories), labels, encoded)


def remarks(hyperparameters: dict[str, Any], rows: int) -> Iterator[tuple[str, str]]:
    """What histograms leave out."""
    if rows > HISTOGRAM_ROWS and hyperparameters["subsample"] < 1:
        yield "without-effect", ("'subsample' %g is without effect: of %d training rows (above %d) trees are grown on "
                                 "histograms, from all rows" % (hyperparameters["subsample"], rows, HISTOGRAM_ROWS))
    if rows > BOUNDS_ROWS:
        yield "rows-left-out", ("the bounds of the histograms are set by %d of the %d training rows, drawn by the seed; the "
                                "trees learn from all of them" % (BOUNDS_ROWS, rows))


def main(argv: list[str]) -> None:
    # contract.json lists the hyperparameters. One that isn't there is added here:
    # options.option("max_features", number(0.01, 1), "1")
    options = hyperparameter_options(__doc__)
    train(argv, fit, options=options, takes_codes=True, remarks=remarks)


if __name__ == "__main__":
    run(main, report="failure")
