"""Does a metric miss its threshold beyond chance? What starts a retraining must not be the luck of a few rows.

accuracy and the f1 of two classes count hits among rows, so their interval is exact (Clopper and Pearson): f1 of t means
that t / (2 - t) of the rows that are or are said to be positive are hits. The other metrics have the bootstrap's interval
(see comparison.py). Of few rows its width may be luck, too, as with two that are wrong by the same amount; there the
chance of such rows must be small by a bound that holds for any distribution.
"""
from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from lib.comparison import BLOCKS, Comparison, compare
from lib.figures import figure
from lib.metric_values import HIGHER_IS_BETTER, RowSums, Scores


# From so many rows on the bootstrap's interval stands alone.
MANY = 30


def chance_of_at_most(hits: int, rows: int, share: float) -> float:
    """How likely so few hits are, each row being one with the chance `share`."""
    if share <= 0 or hits >= rows:
        return 1.0
    if share >= 1:
        return 0.0
    logs = [math.lgamma(rows + 1) - math.lgamma(k + 1) - math.lgamma(rows - k + 1)
            + k * math.log(share) + (rows - k) * math.log1p(-share) for k in range(hits + 1)]
    return min(1.0, math.fsum(map(math.exp, logs)))


def largest_share(hits: int, rows: int, tail: float) -> float:
    """The largest share of hits with which so few have at least the chance `tail`."""
    low, high = hits / rows, 1.0
    if hits == rows:
        return 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if chance_of_at_most(hits, rows, middle) > tail else (low, middle)
    return high


def hits_of(scores: Scores, metric: str) -> tuple[int, int] | None:
    """(hits, rows that count), where the metric is a function of these alone."""
    right = scores.truth == scores.predicted
    if metric == "accuracy":
        return int(right.sum()), len(right)
    if metric == "f1" and scores.positive is not None:
        counted = (scores.truth == scores.positive) | (scores.predicted == scores.positive)
        return int((right & counted).sum()), int(counted.sum())
    return None


def against_threshold(scores: Scores, metric: str, threshold: float, confidence: float, seed: int = 0) -> Comparison:
    """The metric against its threshold: `high` below 0 is a miss beyond chance. Fewer than two rows never are one."""
    sums = scores.sums(metric)
    bound = RowSums(sums.columns, lambda drawn: np.full(np.shape(drawn)[:-1], threshold))
    found = compare(metric, sums, bound, scores.certain_rows(metric), confidence, seed)
    if found.gain is None:
        return found
    tail, counted = (1 - confidence) / 2, hits_of(scores, metric)
    if counted is not None and 2 <= counted[1] <= BLOCKS:
        hits, rows = counted
        shares = (1 - largest_share(rows - hits, rows, tail), largest_share(hits, rows, tail))
        low, high = shares if metric == "accuracy" else (2 * share / (1 + share) for share in shares)
        return replace(found, low=low - threshold, high=high - threshold)
    if is_miss(found) and scores.certain_rows(metric) < MANY and largest_chance(scores, metric, threshold) > tail:
        return replace(found, high=0.0)
    return found


def largest_chance(scores: Scores, metric: str, threshold: float) -> float:
    """A bound on the chance of rows like these, if the metric of all data just meets the threshold."""
    if HIGHER_IS_BETTER[metric]:
        # What pairs of rows (auc), or the rarest class's rows (f1), would have to be wrong one by one.
        return float((1 - min(max(threshold, 0.0), 1.0)) ** scores.certain_rows(metric))
    errors = np.abs(scores.predicted - scores.truth) ** (1 if metric == "mae" else 2)
    ratio = errors / (threshold ** 2 if metric == "rmse" else threshold)
    # A bet on each row's error that pays nothing on average: by Markov's inequality its gains bound the chance.
    stakes = np.arange(1, 20)[:, None] / 20
    with np.errstate(over="ignore"):
        gains = np.exp(np.minimum(np.log1p(stakes * (ratio - 1)).sum(axis=1), 500))
    return min(1.0, 1 / float(gains.mean()))


def is_miss(found: Comparison) -> bool:
    """Worse than the threshold beyond chance."""
    return found.high is not None and found.high < 0


def sentence(found: Comparison) -> str:
    """What so many rows can say of a missed threshold."""
    rows = "%d row%s" % (found.rows, "" if found.rows == 1 else "s")
    if found.low is None or found.high is None:
        return "that may be chance: %s can't tell, so it is no violation" % rows
    sign = 1 if HIGHER_IS_BETTER[found.metric] else -1
    ends = sorted((found.other or 0.0) + sign * end for end in (found.low, found.high))
    if not HIGHER_IS_BETTER[found.metric] or found.metric != "r2":
        ends = [max(0.0, end) for end in ends]
    interval = "by %s the %g %% interval of %s is %s to %s" % (
        rows, 100 * found.confidence, found.metric, figure(ends[0]), figure(ends[1]))
    if is_miss(found):
        return "missed beyond chance: " + interval
    return "that may be chance: %s, so it is no violation%s" % (
        interval, "" if not found.gain else "; about %d rows would tell" % math.ceil(
            found.rows * ((found.high - found.gain) / abs(found.gain)) ** 2) if found.high > found.gain else "")
