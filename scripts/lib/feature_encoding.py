"""From rows of text to the model's numbers: impute and scale what is numeric, impute and one-hot what is categorical.

Fitted once, on the training split. The fitted steps are plain scikit-learn pipelines (one for the numeric columns,
one for the categorical ones), kept as preprocessor.joblib beside the model.

Of many rows a categorical column is written as one column of codes, because a hundred columns of zeros and ones cost a
hundred times the memory. A code is the place that the category has among the one-hot columns; NaN: it has none.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Sequence

import numpy as np

from lib.csv_fields import category, parse_numbers
from lib.job_runtime import UserFault

if TYPE_CHECKING:
    from lib.training_table import FeatureColumn

# "numeric" and "categorical": a fitted pipeline, or None without such columns; "codes": what a category becomes.
Preprocessor = Dict[str, Any]

# Of more training rows than this, categories become codes.
CODED_ROWS = 10_000

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

    preprocessor: Preprocessor = {"numeric": None, "categorical": None,
                                  "codes": len(numeric) > CODED_ROWS and categorical.shape[1] > 0}
    if numeric.shape[1]:
        preprocessor["numeric"] = make_pipeline(
            SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler()).fit(numeric)
    if categorical.shape[1]:
        preprocessor["categorical"] = make_pipeline(
            SimpleImputer(strategy="most_frequent", missing_values="", keep_empty_features=True),
            OneHotEncoder(handle_unknown="infrequent_if_exist", max_categories=MAX_CATEGORIES, sparse_output=False),
        ).fit(categorical)
    return preprocessor


def _places(preprocessor: Preprocessor) -> list[tuple[dict[str, float], float, int]]:
    """For each categorical column: category -> its place among the column's one-hot ones; the place of any other; how
    many places there are."""
    imputer, encoder = (step for _, step in preprocessor["categorical"].steps)
    found = []
    for categories, rare, common in zip(encoder.categories_, encoder.infrequent_categories_, imputer.statistics_):
        rare = set() if rare is None else set(rare)
        kept = [text for text in categories if text not in rare]
        place: dict[str, float] = {text: index for index, text in enumerate(kept)}
        place.update((text, len(kept)) for text in rare)
        other: float = len(kept) if rare else np.nan
        place[""] = place.get(common, other)
        found.append((place, other, len(kept) + bool(rare)))
    return found


def widths(preprocessor: Preprocessor) -> list[int]:
    """How many one-hot columns each categorical column stands for."""
    return [count for _, _, count in _places(preprocessor)] if preprocessor["categorical"] else []


def encode(preprocessor: Preprocessor, numeric: np.ndarray, categorical: np.ndarray) -> np.ndarray:
    """The model's input matrix: numeric columns first, then the one-hot ones (or, of many rows, the codes)."""
    parts = []
    if numeric.shape[1]:
        parts.append(np.clip(preprocessor["numeric"].transform(numeric), -LARGEST, LARGEST))
    if categorical.shape[1] and preprocessor["codes"]:
        parts.append(np.array([[place.get(text, other) for text in categorical[:, column].tolist()]
                               for column, (place, other, _) in enumerate(_places(preprocessor))], float).T)
    elif categorical.shape[1]:
        parts.append(preprocessor["categorical"].transform(categorical))
    return np.hstack(parts)


def one_hot(preprocessor: Preprocessor, coded: np.ndarray) -> np.ndarray:
    """The one-hot form of a matrix with codes, in 32 bits: half the memory, and what trees compute in."""
    counts = widths(preprocessor)
    first = coded.shape[1] - len(counts)
    whole = np.zeros((len(coded), first + sum(counts)), np.float32)
    whole[:, :first] = coded[:, :first]
    start = first
    for column, count in enumerate(counts, first):
        rows = np.flatnonzero(~np.isnan(coded[:, column]))
        whole[rows, start + coded[rows, column].astype(int)] = 1
        start += count
    return whole
