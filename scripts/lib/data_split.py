"""Splitting rows for training, validation and test: seeded, and stratified by class or by the target's deciles."""
import numpy as np

from lib.job_runtime import UserFault

MIN_ROWS = 10
MIN_PART = 2


def _spread(indexes, count):
    """Picks `count` of the indexes, evenly spread over their order. Returns (picked, rest)."""
    picked = np.zeros(len(indexes), bool)
    if count:
        picked[((np.arange(count) + 0.5) * len(indexes) / count).astype(int)] = True
    return indexes[picked], indexes[~picked]


def strata(targets):
    """What to stratify numbers by: their decile (with few rows: a coarser part), so that no split gets the easy or the
    extreme ones by chance."""
    parts = min(max(len(targets) // MIN_ROWS, 1), 10)
    return np.searchsorted(np.quantile(targets, np.arange(1, parts) / parts), targets)


def split_rows(row_count, shares, seed, classes):
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
    parts = []
    for share in shares:
        count = min(max(MIN_PART, int(round(row_count * share))), len(rest) - MIN_PART)
        if count < 1:
            raise UserFault("the shares %s leave too few of the %d rows to train on" % (shares, row_count))
        picked, rest = _spread(rest, count)
        parts.append(picked)
    return [random.permutation(part) for part in [np.concatenate([rest, kept])] + parts]
