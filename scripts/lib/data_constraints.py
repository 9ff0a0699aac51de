"""Model Monitor's constraints.json suggested from a dataset, and the violations of another dataset against it.

A violation is reported only where it can't be chance: a drift distance is lessened by what two samples of these sizes
differ by anyway ("Robust"), and a share of bad values must also be worse than the baseline's by Fisher's exact test.
So a drift-free batch reports nothing, be it of ten rows or of a million. Each drift description ends in
"distance <number> exceeds threshold <number>".
"""
from __future__ import annotations

from typing import Any, Sequence

from lib.data_distributions import (CHANCE, QuantileSketch, categorical_distance, chance_of_outside, chance_of_rate,
                                numeric_distance, robust)
from lib.data_profiles import NUMERIC_TYPES, ColumnProfile
from lib.job_runtime import UserFault

# A column's categories are a domain (a list that later batches must keep to) only if they are few and repeat.
DOMAIN_SIZE, DOMAIN_SHARE = 100, 0.1

MONITORING_CONFIG: dict[str, Any] = {
    "evaluate_constraints": "Enabled", "emit_metrics": "Enabled", "datatype_check_threshold": 1.0,
    "domain_content_threshold": 1.0,
    "distribution_constraints": {
        "perform_comparison": "Enabled", "comparison_threshold": 0.1, "comparison_method": "Robust",
        "categorical_comparison_threshold": 0.1, "categorical_drift_method": "LInfinity"}}


def suggest_constraints(profiles: Sequence[ColumnProfile]) -> dict[str, Any]:
    """constraints.json for a dataset that is as data should be."""
    features = []
    for profile in profiles:
        feature: dict[str, Any] = {"name": profile.name, "inferred_type": profile.inferred_type,
                   "completeness": profile.present / profile.rows}
        if profile.inferred_type in NUMERIC_TYPES:
            feature["num_constraints"] = {"is_non_negative": profile.minimum >= 0}
        elif profile.categories and len(profile.categories) <= max(2, min(DOMAIN_SIZE, DOMAIN_SHARE * profile.present)):
            feature["string_constraints"] = {"domains": sorted(profile.categories)}
        features.append(feature)
    return {"version": 0.0, "features": features, "monitoring_config": MONITORING_CONFIG}


def find_violations(profiles: Sequence[ColumnProfile], statistics: dict[str, Any],
                    constraints: dict[str, Any]) -> list[dict[str, str]]:
    """The dataset's violations of a baseline, in the baseline's column order."""
    try:
        baseline = {feature["name"]: feature for feature in statistics["features"]}
        rows = statistics["dataset"]["item_count"]
        checks = [_FeatureCheck(feature, baseline.get(feature["name"], {}), rows,
                                constraints.get("monitoring_config", {})) for feature in constraints["features"]]
    except (KeyError, TypeError) as error:
        raise UserFault("the baseline's statistics.json or constraints.json is not in Model Monitor's format: %s is "
                        "missing" % error) from None
    there = {profile.name: profile for profile in profiles}
    violations: list[dict[str, str]] = []
    for check in checks:
        if check.name not in there:
            violations.append(_violation(check.name, "missing_column_check",
                                         "The column is missing; the baseline has it."))
        else:
            violations += check.run(there[check.name])
    known = {check.name for check in checks}
    violations += [_violation(profile.name, "extra_column_check", "The column is not in the baseline.")
                   for profile in profiles if profile.name not in known]
    return violations


def _violation(name: str, kind: str, description: str) -> dict[str, str]:
    return {"feature_name": name, "constraint_check_type": kind, "description": description}


class _FeatureCheck:
    """The checks of one column against its constraints and baseline statistics."""

    def __init__(self, constraint: dict[str, Any], statistics: dict[str, Any], rows: int,
                 config: dict[str, Any]) -> None:
        self.name, self.type = constraint["name"], constraint["inferred_type"]
        self.constraint, self.rows = constraint, rows
        own = constraint.get("monitoringConfigOverrides", {})
        self.config = {**MONITORING_CONFIG, **config, **own}
        self.distribution = {**MONITORING_CONFIG["distribution_constraints"],
                             **config.get("distribution_constraints", {}), **own.get("distribution_constraints", {})}
        self.numeric: dict[str, Any] = statistics.get("numerical_statistics") or {}
        self.text: dict[str, Any] = statistics.get("string_statistics") or {}

    def run(self, profile: ColumnProfile) -> list[dict[str, str]]:
        """All violations of this column."""
        if self.config["evaluate_constraints"] != "Enabled":
            return []
        found = [self._completeness(profile)]
        if profile.present:
            found += [self._data_type(profile), self._domain(profile)]
            if self.distribution["perform_comparison"] == "Enabled":
                found.append(self._numeric_drift(profile) if self.type in NUMERIC_TYPES
                             else self._categorical_drift(profile))
        return [violation for violation in found if violation]

    def _completeness(self, profile: ColumnProfile) -> dict[str, str] | None:
        needed, observed = self.constraint.get("completeness", 0.0), profile.present / profile.rows
        missing = round((1 - needed) * self.rows)
        if observed >= needed or chance_of_rate(missing, self.rows, profile.missing, profile.rows) >= CHANCE:
            return None
        return _violation(self.name, "completeness_check",
                          "Completeness %.6g is below the baseline's %.6g: distance %.6g exceeds threshold 0"
                          % (observed, needed, needed - observed))

    def _data_type(self, profile: ColumnProfile) -> dict[str, str] | None:
        fitting = {"Integral": profile.integral, "Fractional": profile.numbers}.get(self.type, profile.present)
        needed, observed = self.config["datatype_check_threshold"], fitting / profile.present
        tolerated = round((1 - needed) * self.rows)
        if observed >= needed or chance_of_rate(tolerated, self.rows, profile.present - fitting,
                                                profile.present) >= CHANCE:
            return None
        return _violation(self.name, "data_type_check",
                          "Data type match requirement is not met. Expected data type: %s, Expected match: %s%%. "
                          "Observed: Only %.6g%% of data is %s."
                          % (self.type, needed * 100, observed * 100, self.type))

    def _domain(self, profile: ColumnProfile) -> dict[str, str] | None:
        domain = self.constraint.get("string_constraints", {}).get("domains")
        if domain is None or profile.categories is None:
            return None
        known, needed = set(domain), self.config["domain_content_threshold"]
        unknown = {value: count for value, count in profile.categories.items() if value not in known}
        count = sum(unknown.values())
        observed = 1 - count / profile.present
        # A category that the baseline met only once shows how often a fresh row brings a new one (Good-Turing).
        met_once = sum(bucket["count"] == 1 for bucket in self._buckets())
        tolerated = max(met_once, round((1 - needed) * self.rows))
        if observed >= needed or chance_of_rate(tolerated, self.rows, count, profile.present) >= CHANCE:
            return None
        names = ", ".join("'%s' (%d rows)" % item for item in sorted(unknown.items(), key=lambda i: -i[1])[:5])
        return _violation(self.name, "categorical_values_check",
                          "%.6g%% of the values are in the baseline's domain, required are %s%%. Unknown: %s"
                          % (observed * 100, needed * 100, names))

    def _numeric_drift(self, profile: ColumnProfile) -> dict[str, str] | None:
        if not self.numeric or not profile.numbers:
            return None
        threshold = self.distribution["comparison_threshold"]
        sketch = QuantileSketch(self.numeric["distribution"]["kll"]["sketch"]["data"])
        count = self.numeric["common"]["num_present"]
        distance = numeric_distance(sketch, profile.sketch)
        if self.distribution["comparison_method"] == "Robust":
            distance = robust(distance, count, profile.numbers)
        if distance > threshold:
            return self._drift(distance, threshold, "Numeric distribution")
        # The greatest vertical distance hardly sees a change of spread around the same middle (all values doubled, in
        # a column centred on zero); the share of values that lie beyond all the baseline's does.
        inside = profile.sketch.share_within(self.numeric["min"], self.numeric["max"])
        outside = int(round((1 - inside) * profile.numbers))
        if outside / profile.numbers > threshold and chance_of_outside(count, outside, profile.numbers) < CHANCE:
            return self._drift(outside / profile.numbers, threshold, "Share of values beyond the baseline's range")
        return None

    def _categorical_drift(self, profile: ColumnProfile) -> dict[str, str] | None:
        if not self._buckets() or not profile.categories:
            return None
        threshold = self.distribution["categorical_comparison_threshold"]
        baseline = {bucket["value"]: bucket["count"] for bucket in self._buckets()}
        count = self.text["common"]["num_present"]
        distance = categorical_distance(baseline, profile.categories, count - sum(baseline.values()))
        distance = robust(distance, count, profile.present)
        return self._drift(distance, threshold, "Categorical distribution") if distance > threshold else None

    def _buckets(self) -> list[dict[str, Any]]:
        buckets: list[dict[str, Any]] = self.text["distribution"]["categorical"]["buckets"] if self.text else []
        return buckets

    def _drift(self, distance: float, threshold: float, what: str) -> dict[str, str]:
        return _violation(self.name, "baseline_drift_check", "%s: distance %.6g exceeds threshold %.6g"
                          % (what, distance, threshold))
