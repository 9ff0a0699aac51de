"""From rows of text to the model's numbers: impute and scale what is numeric, impute and one-hot what is categorical.

Fitted once, on the training split. The fitted steps are plain scikit-learn pipelines (one for the numeric columns,
one for the categorical ones), kept as preprocessor.joblib beside the model.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Sequence

import numpy as np

from lib.csv_fields import category, parse_numbers
from lib.job_runtime import UserFault

if TYPE_CHECKING:
    from lib.training_table import FeatureColumn

# "numeric" and "categorical": a fitted pipeline, or None without such columns.
Preprocessor = Dict[str, Any]

# The rarest categories of a column share one place beyond this count, so that an id-like column can't
# blow up the model; categories that training never saw belong to them, too.
MAX_CATEGORIES = 100

# scikit-learn's trees compute in 32 bits.
LARGEST = float(np.finfo(np.float32).max) / 2


def split_columns(rows: Sequence[Sequence[str]], features: Sequence[dict[str, Any]],
                  first_record: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Rows of text (features in training order) as a numeric matrix (missing: NaN) and a categorical one (missing: '').

    A value that is no finite number in a numeric column is a UserFault that names its record and column.
    """
    columns = list(zip(*rows)) if rows else [() for _ in features]
    numeric: list[np.ndarray] = []
    categorical: list[list[str]] = []
    faults: list[str] = []
    for feature, texts in zip(features, columns):
        if feature["kind"] == "numeric":
            values, bad = parse_numbers(texts)
            wrong = set(bad) | set(np.flatnonzero(np.isinf(values)).tolist())
            faults += ["record %d, column '%s': '%s' is no finite number" % (
                first_record + index, feature["name"], texts[index]) for index in sorted(wrong)]
            numeric.append(values)
        else:
            categorical.append([category(text) for text in texts])
    if faults:
        raise UserFault(*faults)
    count = len(rows)
    return (np.array(numeric, np.float64).reshape(len(numeric), count).T,
            np.array(categorical, object).reshape(len(categorical), count).T)


def matrices(columns: Sequence[FeatureColumn], rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same of a table's columns, for some of its rows."""
    numeric = [column.values[rows] for column in columns if column.kind == "numeric"]
    categorical = [np.array(column.categories, object)[column.codes[rows]] for column in columns
                   if column.kind != "numeric"]
    return (np.array(numeric, np.float64).reshape(len(numeric), len(rows)).T,
            np.array(categorical, object).reshape(len(categorical), len(rows)).T)


def fit(numeric: np.ndarray, categorical: np.ndarray) -> Preprocessor:
    """Fits the preprocessing on the training split."""
    from sklearn.impute import SimpleImputer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    preprocessor: Preprocessor = {"numeric": None, "categorical": None}
    if numeric.shape[1]:
        preprocessor["numeric"] = make_pipeline(
            SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler()).fit(numeric)
    if categorical.shape[1]:
        preprocessor["categorical"] = make_pipeline(
            SimpleImputer(strategy="most_frequent", missing_values="", keep_empty_features=True),
            OneHotEncoder(handle_unknown="infrequent_if_exist", max_categories=MAX_CATEGORIES, sparse_output=False),
        ).fit(categorical)
    return preprocessor


def encode(preprocessor: Preprocessor, numeric: np.ndarray, categorical: np.ndarray) -> np.ndarray:
    """The model's input matrix: numeric columns first, then the one-hot ones."""
    parts = []
    if numeric.shape[1]:
        parts.append(np.clip(preprocessor["numeric"].transform(numeric), -LARGEST, LARGEST))
    if categorical.shape[1]:
        parts.append(preprocessor["categorical"].transform(categorical))
    return np.hstack(parts)
