"""From rows of text to the model's numbers: impute and scale what is numeric, impute and one-hot what is categorical.

Fitted once, on the training split. The fitted steps are plain scikit-learn pipelines (one for the numeric columns,
one for the categorical ones), kept as preprocessor.joblib beside the model.
"""
import numpy as np

from lib.csv_tables import category, parse_numbers
from lib.job_runtime import UserFault

# The rarest categories of a column share one place beyond this count, so that an id-like column can't
# blow up the model; categories that training never saw belong to them, too.
MAX_CATEGORIES = 100

# scikit-learn's trees compute in 32 bits.
LARGEST = float(np.finfo(np.float32).max) / 2


def split_columns(rows, features, first_record=1):
    """Rows of text (features in training order) as a numeric matrix (missing: NaN) and a categorical one (missing: '').

    A value that is no finite number in a numeric column is a UserFault that names its record and column.
    """
    columns = list(zip(*rows)) if rows else [() for _ in features]
    numeric, categorical, faults = [], [], []
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


def fit(rows, features):
    """Fits the preprocessing on the training split's rows."""
    from sklearn.impute import SimpleImputer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    numeric, categorical = split_columns(rows, features)
    preprocessor = {"numeric": None, "categorical": None}
    if numeric.shape[1]:
        preprocessor["numeric"] = make_pipeline(
            SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler()).fit(numeric)
    if categorical.shape[1]:
        preprocessor["categorical"] = make_pipeline(
            SimpleImputer(strategy="most_frequent", missing_values="", keep_empty_features=True),
            OneHotEncoder(handle_unknown="infrequent_if_exist", max_categories=MAX_CATEGORIES, sparse_output=False),
        ).fit(categorical)
    return preprocessor


def encode(preprocessor, rows, features, first_record=1):
    """The model's input matrix: numeric columns first, then the one-hot ones."""
    numeric, categorical = split_columns(rows, features, first_record)
    parts = []
    if numeric.shape[1]:
        parts.append(np.clip(preprocessor["numeric"].transform(numeric), -LARGEST, LARGEST))
    if categorical.shape[1]:
        parts.append(preprocessor["categorical"].transform(categorical))
    return np.hstack(parts)
