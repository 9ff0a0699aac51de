"""Good enough or not, in figures and in one sentence."""
from __future__ import annotations

from typing import Any

from lib.comparison import Comparison, against_naive
from lib.figures import beside, figure
from lib.metric_values import HIGHER_IS_BETTER, Scores, meets_threshold, rounded

DEFAULT_CONFIDENCE = "0.95"


class Verdict:
    """A model's metric on some rows beside its threshold and the naive baseline."""

    def __init__(self, scores: Scores, metric: str, threshold: float, confidence: float) -> None:
        self.metric, self.threshold = metric, threshold
        self.comparison: Comparison = against_naive(scores, metric, confidence)
        self.value, self.naive = rounded(self.comparison.value), rounded(self.comparison.other)
        self.judged = self.value is not None
        self.meets = self.judged and meets_threshold(metric, self.comparison.value or 0.0, threshold)
        self.reason = None if self.judged else scores.undefined_reason(metric)

    def sentence(self) -> str:
        """The metric against its threshold and the baseline."""
        if self.value is None:
            return "not judged: %s" % self.reason
        bound = "at least" if HIGHER_IS_BETTER[self.metric] else "at most"
        return "%s is %s, needs %s %s: %s; it is %s" % (
            self.metric, beside(self.value, self.threshold), bound, figure(self.threshold),
            "met" if self.meets else "missed",
            self.comparison.sentence("the naive baseline on the same rows (%s)" % figure(self.naive)))

    def report(self) -> dict[str, Any]:
        """The facts that both reports share."""
        return {"value": self.value, "naive": self.naive, "threshold": self.threshold,
                "higherIsBetter": HIGHER_IS_BETTER[self.metric], "judged": int(self.judged), "reason": self.reason,
                "verdict": self.sentence()}
