"""The columns of a dataset, summed up in one pass for each: Model Monitor's statistics.json.

Types are Model Monitor's: Integral (whole numbers, also written 5.0, as tools do when a value is missing), Fractional,
String, and Unknown for a column without any value.
"""
from __future__ import annotations

import math
from collections import Counter
from typing import Any, Mapping, Sequence

import numpy as np

from lib.csv_fields import category, number_text, parse_numbers
from lib.csv_tables import CsvReader
from lib.data_distributions import QuantileSketch
from lib.job_runtime import UserFault, shown

NUMERIC_TYPES = ("Integral", "Fractional")
LISTED_CATEGORIES = 1000


class ColumnProfile:
    """Counts of one column, and its distribution: as numbers, as categories, or (where a baseline and the data
    disagree about the type) both."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows = self.missing = self.integral = self.fractional = self.text = 0
        self.minimum, self.maximum = math.inf, -math.inf
        self.total, self._mean, self._squares, self._added = 0.0, 0.0, 0.0, 0
        self.sketch = QuantileSketch()
        self.categories: Counter[str] | None = None

    @property
    def present(self) -> int:
        """Rows with a value."""
        return self.rows - self.missing

    @property
    def numbers(self) -> int:
        """Rows with a number."""
        return self.integral + self.fractional

    @property
    def inferred_type(self) -> str:
        """One word that fits every value."""
        if self.text:
            return "String"
        return "Fractional" if self.fractional else "Integral" if self.integral else "Unknown"

    @property
    def mean(self) -> float:
        """The mean of the numbers."""
        return self._mean

    @property
    def deviation(self) -> float:
        """The population standard deviation of the numbers."""
        return math.sqrt(self._squares / self.numbers) if self.numbers else 0.0

    def count_types(self, texts: Sequence[str]) -> np.ndarray:
        """First pass: how many values are missing, whole numbers, fractions, text. Returns the finite numbers."""
        values, bad = parse_numbers(texts)
        infinite = int(np.isinf(values).sum())
        finite = values[np.isfinite(values)]
        whole = int((finite == np.floor(finite)).sum())
        self.rows += len(texts)
        self.text += len(bad) + infinite
        self.integral += whole
        self.fractional += len(finite) - whole
        self.missing += len(texts) - len(finite) - len(bad) - infinite
        return finite

    def add_numbers(self, values: np.ndarray) -> None:
        """Second pass for a numeric column."""
        if not len(values):
            return
        seen, self._added = self._added, self._added + len(values)
        mean = float(values.mean())
        shift = mean - self._mean
        # Chan's update: stable where sums of squares would cancel.
        self._squares += float(((values - mean) ** 2).sum()) + shift ** 2 * seen * len(values) / self._added
        self._mean += shift * len(values) / self._added
        self.total += float(values.sum())
        self.minimum, self.maximum = min(self.minimum, float(values.min())), max(self.maximum, float(values.max()))
        self.sketch.add(values)

    def add_categories(self, texts: Sequence[str]) -> None:
        """Second pass for a categorical column."""
        if self.categories is None:
            self.categories = Counter()
        self.categories.update(map(category, texts))
        self.categories.pop("", None)

    def most_frequent(self) -> tuple[str | None, int]:
        """The most frequent value and how many rows have it (numbers: as exact as the sketch is)."""
        if self.categories:
            return self.categories.most_common(1)[0]
        if not self.numbers:
            return None, 0
        values, cumulative = self.sketch.points()
        distinct, first = np.unique(values, return_index=True)
        upper = np.append(cumulative[first[1:] - 1], 1.0)
        shares = upper - np.concatenate([[0.0], upper[:-1]])
        best = int(np.argmax(shares))
        return number_text(float(distinct[best])), int(round(float(shares[best]) * self.numbers))

    def count_as_categories(self) -> None:
        """Among categories fewer texts mean "no value" than among numbers (NA may be a region): counts again."""
        self.missing = self.rows - sum((self.categories or {}).values())
        self.text = self.present - self.numbers


def profile_files(readers: Sequence[CsvReader], known_types: Mapping[str, str]) -> list[ColumnProfile]:
    """Profiles of all columns, in file order. `known_types` (name -> type, of a baseline) says as what a column is to
    be seen beside what its values look like."""
    names = readers[0].names or []
    for reader in readers[1:]:
        if reader.names != names:
            raise UserFault("%s, line 1: columns %s, but %s has %s; all files of a dataset need the same columns" % (
                shown(reader.path), ", ".join(reader.names or []), shown(readers[0].path), ", ".join(names)))
    profiles = [ColumnProfile(name) for name in names]
    for chunk in (chunk for reader in readers for chunk in reader.chunks()):
        for position, profile in enumerate(profiles):
            profile.add_numbers(profile.count_types(chunk.column(position)))
    texts = [position for position, profile in enumerate(profiles)
             if "String" in (profile.inferred_type, known_types.get(profile.name))]
    if texts:
        for chunk in (chunk for reader in readers for chunk in reader.chunks()):
            for position in texts:
                profiles[position].add_categories(chunk.column(position))
    for profile in profiles:
        profile.sketch.finish()
        if profile.categories is not None and known_types.get(profile.name) not in NUMERIC_TYPES:
            profile.count_as_categories()
    return profiles


def _numeric(profile: ColumnProfile) -> dict[str, Any]:
    common = {"num_present": profile.numbers, "num_missing": profile.missing}
    return {
        "common": common, "mean": profile.mean, "sum": profile.total, "std_dev": profile.deviation,
        "min": profile.minimum, "max": profile.maximum,
        "distribution": {"kll": {
            "buckets": profile.sketch.buckets(profile.minimum, profile.maximum, profile.numbers),
            "sketch": {"parameters": {"c": 0.64, "k": 2048.0},
                       "data": [level.tolist() for level in profile.sketch.levels]}}}}


def _categorical(profile: ColumnProfile, categories: Counter[str]) -> dict[str, Any]:
    listed = sorted(categories.items(), key=lambda item: (-item[1], item[0]))[:LISTED_CATEGORIES]
    return {
        "common": {"num_present": profile.present, "num_missing": profile.missing},
        "distinct_count": float(len(categories)),
        "distribution": {"categorical": {"buckets": [{"value": value, "count": count} for value, count in listed]}}}


def as_statistics(profiles: Sequence[ColumnProfile]) -> dict[str, Any]:
    """statistics.json."""
    features = []
    for profile in profiles:
        feature: dict[str, Any] = {"name": profile.name, "inferred_type": profile.inferred_type}
        if profile.inferred_type in NUMERIC_TYPES:
            feature["numerical_statistics"] = _numeric(profile)
        elif profile.categories is not None:
            feature["string_statistics"] = _categorical(profile, profile.categories)
        features.append(feature)
    return {"version": 0.0, "dataset": {"item_count": profiles[0].rows}, "features": features}
