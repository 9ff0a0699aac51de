"""What the data quality check keeps of a column, and how far two columns are apart.

A numeric column is kept as a quantile sketch in the form of Model Monitor's statistics.json ("kll": a list of levels;
a value on level i stands for 2^i rows). Up to SKETCH_SIZE rows the sketch is the data itself; beyond, ranks are
accurate to about a thousandth. Distances are those of awslabs/deequ (analyzers/Distance.scala), Model Monitor's
method family.
"""
from __future__ import annotations

import math
from typing import Any, Mapping, Sequence

import numpy as np

SKETCH_SIZE = 2048
BUCKETS = 10

# A rate that is worse than the baseline's counts only if chance makes such a difference this rarely.
CHANCE = 1e-4


class QuantileSketch:
    """A mergeable summary of many numbers in little memory."""

    def __init__(self, levels: Sequence[Sequence[float]] | None = None) -> None:
        self.levels = [np.sort(np.asarray(level, np.float64)) for level in levels or []] or [np.empty(0)]
        self._buffer: list[np.ndarray] = []
        self._buffered = 0
        self._odd = False

    def add(self, values: np.ndarray) -> None:
        """Adds finite numbers."""
        self._buffer.append(values)
        self._buffered += len(values)
        if self._buffered > 16 * SKETCH_SIZE:
            self._flush(2 * SKETCH_SIZE)

    def finish(self) -> QuantileSketch:
        """Compacts to its final size."""
        self._flush(2 * SKETCH_SIZE)
        while sum(map(len, self.levels)) > SKETCH_SIZE:
            self._compact(next(i for i, level in enumerate(self.levels) if len(level) > 1))
        return self

    def _flush(self, size: int) -> None:
        self.levels[0] = np.sort(np.concatenate([self.levels[0]] + self._buffer))
        self._buffer, self._buffered = [], 0
        level = 0
        while level < len(self.levels):
            if len(self.levels[level]) > size:
                self._compact(level)
            level += 1

    def _compact(self, level: int) -> None:
        # Every second value goes up and stands for two; one left over stays. Alternating which of a pair goes
        # lets the rank errors cancel out.
        values = self.levels[level]
        even = len(values) // 2 * 2
        promoted = values[int(self._odd):even:2]
        self._odd = not self._odd
        self.levels[level] = values[even:]
        if level + 1 == len(self.levels):
            self.levels.append(np.empty(0))
        self.levels[level + 1] = np.sort(np.concatenate([self.levels[level + 1], promoted]))

    def points(self) -> tuple[np.ndarray, np.ndarray]:
        """(values ascending, cumulative share of the rows up to and including each value)."""
        values = np.concatenate(self.levels)
        weights = np.repeat(2.0 ** np.arange(len(self.levels)), [len(level) for level in self.levels])
        order = np.argsort(values, kind="stable")
        cumulative = np.cumsum(weights[order])
        return values[order], cumulative / cumulative[-1] if len(values) else cumulative

    def shares_up_to(self, at: np.ndarray) -> np.ndarray:
        """The share of rows that are at most each of the values `at`."""
        values, cumulative = self.points()
        return np.concatenate([[0.0], cumulative])[np.searchsorted(values, at, side="right")]

    def share_within(self, low: float, high: float) -> float:
        """The share of rows from low to high, both included."""
        values, cumulative = self.points()
        below, up_to = np.searchsorted(values, low, side="left"), np.searchsorted(values, high, side="right")
        shares = np.concatenate([[0.0], cumulative])
        return float(shares[up_to] - shares[below])

    def buckets(self, low: float, high: float, count: int) -> list[dict[str, Any]]:
        """BUCKETS buckets of equal width, as Model Monitor lists them; `count` rows in all."""
        edges = np.linspace(low, high, BUCKETS + 1)
        values, cumulative = self.points()
        below = np.concatenate([[0.0], cumulative])[np.searchsorted(values, edges[1:-1], side="left")]
        counts = np.diff(np.round(np.concatenate([[0.0], below, [1.0]]) * count))
        return [{"lower_bound": float(edges[i]), "upper_bound": float(edges[i + 1]), "count": float(counts[i])}
                for i in range(BUCKETS)]


def chance_margin(n: int, m: int) -> float:
    """How far two samples of n and m rows may lie apart by chance (deequ's "Robust" correction).

    1.8 * sqrt((n+m)/(n*m)) is the Kolmogorov-Smirnov bound at a level of 0.3 %.
    """
    return 1.8 * math.sqrt((n + m) / (n * m))


def numeric_distance(first: QuantileSketch, second: QuantileSketch) -> float:
    """L-infinity: the largest difference between the two cumulative distributions."""
    at = np.union1d(first.points()[0], second.points()[0])
    return float(np.max(np.abs(first.shares_up_to(at) - second.shares_up_to(at))))


def categorical_distance(first: Mapping[str, int], second: Mapping[str, int], unlisted: int = 0) -> float:
    """L-infinity of two {category: rows}: the largest difference between a category's shares.

    `unlisted`: rows of the first whose categories are not listed. Each such category is at most as frequent as the
    rarest listed one, so one that only the second lists counts for what it has beyond that.
    """
    n, m = sum(first.values()) + unlisted, sum(second.values())
    ceiling = min(first.values()) / n if unlisted else 0.0
    listed = max(abs(count / n - second.get(key, 0) / m) for key, count in first.items())
    return max([listed] + [count / m - ceiling for key, count in second.items() if key not in first])


def robust(distance: float, n: int, m: int) -> float:
    """A distance less what chance may cause, never below 0."""
    return max(0.0, distance - chance_margin(n, m))


def chance_of_rate(bad: int, rows: int, batch_bad: int, batch_rows: int) -> float:
    """One-sided Fisher exact test: how likely, without any change, at least `batch_bad` of `batch_rows` are bad,
    where the baseline had `bad` of `rows`."""
    total_bad, total = bad + batch_bad, rows + batch_rows
    if batch_bad == 0 or batch_bad * rows <= bad * batch_rows:
        return 1.0

    def log_choose(a: int, b: int) -> float:
        return math.lgamma(a + 1) - math.lgamma(b + 1) - math.lgamma(a - b + 1)

    k = batch_bad
    term = math.exp(log_choose(total_bad, k) + log_choose(total - total_bad, batch_rows - k)
                    - log_choose(total, batch_rows))
    chance = 0.0
    while term > 1e-12 * chance and k <= min(total_bad, batch_rows):
        chance += term
        term *= ((total_bad - k) * (batch_rows - k)
                 / ((k + 1) * (total - total_bad - batch_rows + k + 1)))
        k += 1
    return min(1.0, chance)


def chance_of_outside(rows: int, outside: int, batch_rows: int) -> float:
    """How likely, without any change, at least `outside` of the batch's rows lie beyond all `rows` of the baseline.

    Distribution-free, by exchangeability: at least half of them lie on one side, and all those are the most extreme
    of the pooled rows.
    """
    side = (outside + 1) // 2
    log_chance = sum(math.log((batch_rows - i) / (rows + batch_rows - i)) for i in range(min(side, 200)))
    return min(1.0, 2 * math.exp(log_chance))
