"""Is a model better than another one, or than the naive baseline, on the same rows, beyond chance?

A paired bootstrap: rows are drawn again and again, and both are measured on the same draws. A metric is a function of
sums over the rows, so that a draw costs a matrix product; of many rows, random blocks are drawn in place of single ones.
The interval is widened as Student's t is wider than the normal distribution, because a bootstrap of few rows is too sure.
"""
from __future__ import annotations

import math
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import Any

import numpy as np

from lib.figures import figure
from lib.metric_values import HIGHER_IS_BETTER, RowSums, Scores

DRAWS, BLOCKS = 1000, 1000


def student_quantile(probability: float, freedom: int) -> float:
    """Student's t (one and two degrees exactly, then by Hill's expansion of the normal quantile)."""
    if freedom == 1:
        return math.tan(math.pi * (probability - 0.5))
    if freedom == 2:
        return (2 * probability - 1) / math.sqrt(2 * probability * (1 - probability))
    z, n = NormalDist().inv_cdf(probability), float(freedom)
    return (z + (z ** 3 + z) / (4 * n) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n ** 2)
            + (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * n ** 3)
            + (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * n ** 4))


@dataclass(frozen=True)
class Comparison:
    """How much better `value` is than `other` (above 0: better, whatever the metric's direction), with its interval."""

    metric: str
    rows: int
    confidence: float
    value: float | None
    other: float | None
    gain: float | None = None
    low: float | None = None
    high: float | None = None
    room: float | None = None

    @property
    def is_better(self) -> bool:
        """Better beyond chance."""
        return self.low is not None and self.low > 0

    @property
    def smallest_visible(self) -> float | None:
        """What a gain must exceed to be told from chance with these rows."""
        return None if self.gain is None or self.low is None else self.gain - self.low

    @property
    def enough_rows(self) -> bool:
        """Whether a perfect model could be told from the other one."""
        return self.smallest_visible is not None and self.room is not None and self.smallest_visible < self.room

    @property
    def rows_needed(self) -> int | None:
        """About how many rows would tell a gain of this size from chance."""
        if self.is_better or not self.gain or self.gain <= 0 or self.smallest_visible is None:
            return None
        return math.ceil(self.rows * (self.smallest_visible / self.gain) ** 2)

    def sentence(self, other: str) -> str:
        """In words; `other` names what is compared with."""
        if self.gain is None:
            return "it can't be compared with %s on these %d rows" % (other, self.rows)
        text = "%s by %s (%d rows, %g %% interval %s to %s)" % (
            "better than %s" % other if self.gain > 0 else "not better than %s, but worse" % other
            if self.gain < 0 else "no different from %s" % other,
            figure(abs(self.gain)), self.rows, 100 * self.confidence, figure(self.low), figure(self.high))
        if not self.enough_rows:
            text += "; so few rows can't tell even a perfect model from chance"
        elif self.rows_needed is not None:
            text += "; that may be chance: about %d rows would tell" % self.rows_needed
        return text

    def report(self) -> dict[str, Any]:
        """As it stands in a report."""
        return {"rows": self.rows, "confidence": self.confidence, "gain": self.gain, "low": self.low, "high": self.high,
                "smallestVisibleGain": self.smallest_visible, "enoughRows": int(self.enough_rows),
                "rowsNeeded": self.rows_needed}


def _block_sums(parts: list[RowSums], random: np.random.Generator) -> list[np.ndarray]:
    count = len(parts[0].columns)
    if count <= BLOCKS:
        return [part.columns for part in parts]
    order = random.permutation(count)
    starts = np.linspace(0, count, BLOCKS, endpoint=False).astype(int)
    return [np.add.reduceat(part.columns[order], starts, axis=0) for part in parts]


def compare(metric: str, model: RowSums, other: RowSums, certain_rows: int, confidence: float, seed: int) -> Comparison:
    """Compares on the same rows. `certain_rows`: how many rows the rarer side of the metric has (see `Scores`)."""
    sign = 1.0 if HIGHER_IS_BETTER[metric] else -1.0
    value, base = (float(part.value(part.columns.sum(axis=0))) for part in (model, other))
    rows = len(model.columns)
    if math.isnan(value) or math.isnan(base):
        return Comparison(metric, rows, confidence, None if math.isnan(value) else value,
                          None if math.isnan(base) else base)
    gain, room = sign * (value - base), sign * ((1.0 if HIGHER_IS_BETTER[metric] else 0.0) - base)
    if certain_rows < 2:
        return Comparison(metric, rows, confidence, value, base, gain, None, None, room)
    random = np.random.default_rng(seed)
    sums = _block_sums([model, other], random)
    blocks = len(sums[0])
    drawn = random.integers(0, blocks, (DRAWS, blocks)) + np.arange(DRAWS)[:, None] * blocks
    weights = np.bincount(drawn.ravel(), minlength=DRAWS * blocks).reshape(DRAWS, blocks).astype(float)
    with np.errstate(all="ignore"):
        gains = sign * (model.value(weights @ sums[0]) - other.value(weights @ sums[1]))
    gains = gains[np.isfinite(gains)]
    if len(gains) < DRAWS / 2:
        return Comparison(metric, rows, confidence, value, base, gain, None, None, room)
    tail = (1 - confidence) / 2
    wider = 1.0
    if certain_rows <= BLOCKS:
        wider = (student_quantile(1 - tail, certain_rows - 1) / NormalDist().inv_cdf(1 - tail)
                 * math.sqrt(certain_rows / (certain_rows - 1)))
    low, high = (gain + wider * (float(np.quantile(gains, at)) - gain) for at in (tail, 1 - tail))
    return Comparison(metric, rows, confidence, value, base, gain, low, high, room)


def auc_by_chance(truth: np.ndarray, probabilities: np.ndarray, seed: int) -> float:
    """How often scores that know nothing would rank these rows as well: the truth is dealt anew, again and again."""
    random = np.random.default_rng(seed)
    dealt = random.permuted(np.tile(truth, (DRAWS, 1)), axis=1)
    count = probabilities.shape[1]
    areas, own = np.zeros(DRAWS), 0.0
    for k in [1] if count == 2 else range(count):
        _, place, ties = np.unique(probabilities[:, k], return_inverse=True, return_counts=True)
        ranks = (np.cumsum(ties) - (ties - 1) / 2)[place]
        ours = int(np.sum(truth == k))
        pairs = ours * (len(truth) - ours)
        areas += ((dealt == k) @ ranks - ours * (ours + 1) / 2) / pairs
        own += float(((truth == k) @ ranks - ours * (ours + 1) / 2) / pairs)
    # The truth as it is counts as one deal, so that the share is never nothing.
    return float((1 + np.sum(areas >= own - 1e-12)) / (DRAWS + 1))


def against_naive(scores: Scores, metric: str, confidence: float, seed: int = 0) -> Comparison:
    """The model against the best answer without features."""
    found = compare(metric, scores.sums(metric), scores.naive_sums(metric), scores.certain_rows(metric), confidence, seed)
    # Where all rows are ranked right, all draws of them are, too: a bootstrap alone would call two rows a side certain.
    if metric == "auc" and found.is_better and found.rows <= BLOCKS:
        if auc_by_chance(scores.truth, scores.probabilities, seed) > (1 - confidence) / 2:
            return replace(found, low=0.0)
    return found


def against(scores: Scores, other: Scores, metric: str, confidence: float, seed: int = 0) -> Comparison:
    """One model against another, on the same rows."""
    return compare(metric, scores.sums(metric), other.sums(metric), scores.certain_rows(metric), confidence, seed)
