"""What a drift check of so many rows could have seen: without it, "no drift" on fifty rows is a false comfort.

A shift is told with the probability that the check reports it: the distance of two samples scatters around that of what
they are drawn from, so the shift whose distance just reaches what the check asks for is found every second time only. For
numbers it is in standard deviations of the baseline, as if the feature were normally distributed; for categories it is the
part of the rows that changes its category.
"""
from __future__ import annotations

import math
from statistics import NormalDist
from typing import Any, Sequence

from lib.data_constraints import MONITORING_CONFIG
from lib.data_distributions import chance_margin
from lib.data_profiles import NUMERIC_TYPES, ColumnProfile
from lib.figures import figure


# With these probabilities a shift is reported: mostly, and almost surely.
MOSTLY, SURELY = 0.8, 0.95
# The largest difference of all places lies above the one where the distributions differ most: by so much of the scatter
# at least, a sketch of many rows allowed for (measured by bench/data/drift_rates.py).
LARGEST_OF_ALL = 0.2


def visible_distance(needed: float, n: int, m: int, probability: float, bonus: float = 0.0) -> float | None:
    """The distance that two samples of n and m rows exceed `needed` with, at this probability; None: none is large enough.

    The samples' difference at one place is normally distributed; `bonus`: by how much of the scatter the largest of all
    places lies above it.
    """
    quantile, scatter = NormalDist().inv_cdf(probability), math.sqrt(1 / n + 1 / m)
    low, high = needed, 1.0
    if needed >= 1:
        return None
    for _ in range(50):
        middle = (low + high) / 2
        # Half the distance above an even share, half below it: where a shifted normal distribution differs most.
        share = (1 + middle) / 2
        low, high = (low, middle) if middle - scatter * (quantile * math.sqrt(share * (1 - share)) - bonus) >= needed else (middle, high)
    return high


def shift_of(distance: float | None) -> float | None:
    """The shift of a normal distribution, in standard deviations, that makes this distance; None: none does."""
    return None if distance is None or distance >= 1 else 2 * NormalDist().inv_cdf((1 + distance) / 2)


def _baseline(feature: dict[str, Any]) -> dict[str, Any]:
    """Count, mean, deviation and missing share in the baseline."""
    kept = feature.get("numerical_statistics") or feature.get("string_statistics") or {}
    common = kept.get("common", {"num_present": 0, "num_missing": 0})
    rows = common["num_present"] + common["num_missing"]
    return {"present": common["num_present"], "deviation": kept.get("std_dev"), "mean": kept.get("mean"),
            "missing": common["num_missing"] / rows if rows else 0.0}


def _sentence(entry: dict[str, Any]) -> str:
    if entry["smallestShift"] is None:
        text = "%d rows are too few to see any drift" % entry["rows"]
    else:
        numeric = entry["unit"] == "standard deviations"
        sizes = [figure(shift if numeric else 100 * shift, 2) for shift in (entry["smallestShift"], entry["sureShift"] or 0)]
        text = "%s is seen with at least %g %% probability%s; a smaller one may go unseen (%d rows)" % (
            ("a shift by %s standard deviations" if numeric else "a change of %s %% of the rows") % sizes[0], 100 * MOSTLY,
            ", one %s %s with %g %%" % ("by" if numeric else "of", sizes[1] + ("" if numeric else " %"), 100 * SURELY)
            if entry["sureShift"] else "", entry["rows"])
    if entry["missingShare"] > entry["baselineMissingShare"]:
        text += "; %s %% missing (baseline %s %%)" % tuple(
            figure(100 * entry[key], 3) for key in ("missingShare", "baselineMissingShare"))
    if entry["topShare"] is not None and entry["topShare"] >= 0.5 and entry["unit"] == "standard deviations":
        text += "; %s %% of the rows hold the one value %s: is it stuck?" % (figure(100 * entry["topShare"], 3), entry["topValue"])
    return text


def describe_sight(profiles: Sequence[ColumnProfile], statistics: dict[str, Any],
                   constraints: dict[str, Any]) -> dict[str, Any]:
    """drift.json: {"rows", "baselineRows", "features": [{"name", "unit", "smallestShift", "sureShift", "rows",
    "missingShare", "baselineMissingShare", "topShare", "topValue", "spread", "sentence"}]}; the shifts are those that are
    reported with 80 % and 95 % probability, spread is the standard deviation in the baseline's."""
    limits = {**MONITORING_CONFIG["distribution_constraints"],
              **constraints.get("monitoring_config", {}).get("distribution_constraints", {})}
    known = {feature["name"]: feature for feature in statistics["features"]}
    features = []
    for profile in profiles:
        base = known.get(profile.name)
        if base is None or not profile.present:
            continue
        old, numeric = _baseline(base), base["inferred_type"] in NUMERIC_TYPES
        threshold = limits["comparison_threshold" if numeric else "categorical_comparison_threshold"]
        n, m = max(old["present"], 1), profile.present
        distances = [visible_distance(threshold + chance_margin(n, m), n, m, probability, LARGEST_OF_ALL if numeric else 0.0)
                     for probability in (MOSTLY, SURELY)]
        shifts = [shift_of(distance) if numeric else distance for distance in distances]
        top_value, top_count = profile.most_frequent()
        entry: dict[str, Any] = {
            "name": profile.name, "unit": "standard deviations" if numeric else "share of rows",
            "smallestShift": shifts[0], "sureShift": shifts[1],
            "rows": profile.present, "missingShare": profile.missing / profile.rows, "baselineMissingShare": old["missing"],
            "topShare": top_count / profile.present if top_count else None, "topValue": top_value,
            "spread": profile.deviation / old["deviation"] if numeric and old["deviation"] else None}
        entry["sentence"] = _sentence(entry)
        features.append(entry)
    return {"rows": profiles[0].rows, "baselineRows": statistics["dataset"]["item_count"], "features": features}
