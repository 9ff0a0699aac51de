"""Splitting rows for training, validation and test: seeded, and stratified by class or by the target's deciles."""
from __future__ import annotations

from typing import Any, Sequence

import numpy as np

from lib.job_runtime import UserFault

MIN_ROWS = 10
MIN_PART = 2
# Of all rows, unless said otherwise.
TEST_SHARE = VALIDATION_SHARE = "0.15"


def _spread(indexes: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Picks `count` of the indexes, evenly spread over their order. Returns (picked, rest)."""
    picked = np.zeros(len(indexes), bool)
    if count:
        picked[((np.arange(count) + 0.5) * len(indexes) / count).astype(int)] = True
    return indexes[picked], indexes[~picked]


def strata(targets: np.ndarray) -> np.ndarray:
    """What to stratify numbers by: their decile (with few rows: a coarser part), so that no split gets the easy or the
    extreme ones by chance."""
    parts = min(max(len(targets) // MIN_ROWS, 1), 10)
    return np.searchsorted(np.quantile(targets, np.arange(1, parts) / parts), targets)


def split_rows(row_count: int, shares: Sequence[float], seed: int, classes: Any) -> list[np.ndarray]:
    """Index arrays: the rest first, then one for each share; shuffled by `seed`.

    Each part has the `classes` (one label a row, or `strata`) in nearly the same proportions; classes with fewer rows
    than there are parts stay in the first, so that the model knows them (unless most rows are of such classes).
    """
    if row_count < MIN_ROWS:
        raise UserFault("%d rows are too few to split into training, validation and test; at least %d are needed"
                        % (row_count, MIN_ROWS))
    random = np.random.default_rng(seed)
    rest = random.permutation(row_count)
    _, inverse, counts = np.unique(np.asarray(classes), return_inverse=True, return_counts=True)
    rare = (counts <= len(shares))[inverse[rest]]
    rare &= rare.mean() <= 0.5
    kept, rest = rest[rare], rest[~rare]
    rest = rest[np.argsort(inverse[rest], kind="stable")]
    parts: list[np.ndarray] = []
    for share in shares:
        count = min(max(MIN_PART, int(round(row_count * share))), len(rest) - MIN_PART)
        if count < 1:
            raise UserFault("the shares %s leave too few of the %d rows to train on" % (shares, row_count))
        picked, rest = _spread(rest, count)
        parts.append(picked)
    return [random.permutation(part) for part in [np.concatenate([rest, kept])] + parts]


def split_labelled(labels: np.ndarray, classes: list[str] | None, shares: Sequence[float], seed: int,
                   copies: np.ndarray | None = None) -> list[np.ndarray]:
    """`split_rows` by the labels. Rows with the same number in `copies` stay in the same part: what a model has learned by
    heart must not be what it is tested on."""
    if copies is None:
        return split_rows(len(labels), shares, seed, strata(labels) if classes is None else labels.astype(str))
    _, first, group = np.unique(copies, return_index=True, return_inverse=True)
    parts = split_labelled(labels[first], classes, shares, seed)
    return [np.flatnonzero(np.isin(group, part)) for part in parts]


def split_data(labels: np.ndarray, classes: list[str] | None, seed: int,
               shares: tuple[float, float] = (float(TEST_SHARE), float(VALIDATION_SHARE)),
               copies: np.ndarray | None = None) -> list[np.ndarray]:
    """Rows for training, test and validation, in this order: as the training pipeline splits them."""
    return split_labelled(labels, classes, shares, seed, copies)
