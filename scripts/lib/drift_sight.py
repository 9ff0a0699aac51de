"""What a drift check of so many rows could have seen: without it, "no drift" on fifty rows is a false comfort.

The smallest shift is the one whose distance just reaches what the check asks for, chance margin included: for numbers
in standard deviations of the baseline, as if the feature were normally distributed; for categories as the part of the
rows that changes its category.
"""
from __future__ import annotations

from statistics import NormalDist
from typing import Any, Sequence

from lib.data_constraints import MONITORING_CONFIG
from lib.data_distributions import chance_margin
from lib.data_profiles import NUMERIC_TYPES, ColumnProfile
from lib.figures import figure


def smallest_shift(distance: float) -> float | None:
    """The shift of a normal distribution, in standard deviations, that makes this distance; None: none does."""
    return None if distance >= 1 else 2 * NormalDist().inv_cdf((1 + distance) / 2)


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
    elif entry["unit"] == "standard deviations":
        text = "a shift below %s standard deviations would go unseen (%d rows)" % (figure(entry["smallestShift"], 2), entry["rows"])
    else:
        text = "a change of less than %s %% of the rows would go unseen (%d rows)" % (
            figure(100 * entry["smallestShift"], 2), entry["rows"])
    if entry["missingShare"] > entry["baselineMissingShare"]:
        text += "; %s %% missing (baseline %s %%)" % tuple(
            figure(100 * entry[key], 3) for key in ("missingShare", "baselineMissingShare"))
    if entry["topShare"] is not None and entry["topShare"] >= 0.5 and entry["unit"] == "standard deviations":
        text += "; %s %% of the rows hold the one value %s: is it stuck?" % (figure(100 * entry["topShare"], 3), entry["topValue"])
    return text


def describe_sight(profiles: Sequence[ColumnProfile], statistics: dict[str, Any],
                   constraints: dict[str, Any]) -> dict[str, Any]:
    """drift.json: {"rows", "baselineRows", "features": [{"name", "unit", "smallestShift", "rows", "missingShare",
    "baselineMissingShare", "topShare", "topValue", "spread", "sentence"}]}; spread is the standard deviation in the
    baseline's."""
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
        distance = threshold + chance_margin(max(old["present"], 1), profile.present)
        top_value, top_count = profile.most_frequent()
        entry: dict[str, Any] = {
            "name": profile.name, "unit": "standard deviations" if numeric else "share of rows",
            "smallestShift": smallest_shift(distance) if numeric else distance if distance < 1 else None,
            "rows": profile.present, "missingShare": profile.missing / profile.rows, "baselineMissingShare": old["missing"],
            "topShare": top_count / profile.present if top_count else None, "topValue": top_value,
            "spread": profile.deviation / old["deviation"] if numeric and old["deviation"] else None}
        entry["sentence"] = _sentence(entry)
        features.append(entry)
    return {"rows": profiles[0].rows, "baselineRows": statistics["dataset"]["item_count"], "features": features}
