"""Batches that a check must find, and truths that a model must miss: made from rows at hand."""
from __future__ import annotations

from typing import Protocol, Sequence

import numpy as np

from lib.csv_fields import category, parse_number, parse_numbers
from lib.feature_schema import class_labels, sorted_classes


class Table(Protocol):
    """All rows at hand, with their columns."""

    names: list[str]
    rows: list[list[str]]
    features: list[int]


def drifted_features(rows: Sequence[Sequence[str]], data: Table) -> list[list[str]]:
    """Every number doubled and moved beyond the highest one known (whole numbers stay whole), every category replaced
    by its column's rarest one, nothing missing: records that hardly differ any more to a model."""
    moved_rows = [list(row) for row in rows]
    for position in data.features:
        texts = [row[position] for row in data.rows]
        values, bad = parse_numbers(texts)
        if bad or np.isnan(values).all():
            present = [text for text in map(category, texts) if text]
            rarest = min(sorted(set(present)), key=present.count, default="")
            for row in moved_rows:
                row[position] = rarest
            continue
        low, high, middle = float(np.nanmin(values)), float(np.nanmax(values)), float(np.nanmedian(values))
        shift = max(high - 2 * low, 0.0) + (high - low or 1.0) / 2
        whole = bool(np.all(values[~np.isnan(values)] % 1 == 0))
        for row in moved_rows:
            value = parse_number(row[position])
            moved = 2 * (middle if value is None or np.isnan(value) else value) + shift
            row[position] = repr(int(round(moved))) if whole else "%.10g" % moved
    return moved_rows


def subtle_features(rows: Sequence[Sequence[str]], data: Table) -> tuple[list[list[str]], str | None]:
    """The first number with more than a few values moved by half its standard deviation. Returns (rows, its name)."""
    for position in data.features:
        values, bad = parse_numbers([row[position] for row in data.rows])
        if bad or len(np.unique(values[~np.isnan(values)])) <= 10:
            continue
        shift = float(np.nanstd(values)) / 2
        if bool(np.all(values[~np.isnan(values)] % 1 == 0)):
            # Whole numbers stay whole: a fraction among them would be found as another type, not as drift.
            shift = float(max(1, round(shift)))
        moved = [list(row) for row in rows]
        for row in moved:
            value = parse_number(row[position])
            if value is not None and not np.isnan(value):
                row[position] = "%.10g" % (value + shift)
        return moved, data.names[position]
    return [list(row) for row in rows], None


def moved_truth(texts: Sequence[str], all_texts: Sequence[str], metric: str, threshold: float) -> list[str]:
    """Numbers moved so far beyond the known range that answers from within it miss by more than the threshold."""
    known = np.array(all_texts, float)
    spread = float(known.max() - known.min()) or 1.0
    miss = {"mse": max(threshold, 0.0) ** 0.5, "rmse": max(threshold, 0.0), "mae": max(threshold, 0.0),
            "r2": max(1 - threshold, 0.0) ** 0.5 * float(known.std())}[metric]
    shift = 1.5 * (spread + miss)
    whole = bool(np.all(known % 1 == 0))
    return [repr(int(round(value + shift))) if whole else "%.10g" % (value + shift)
            for value in np.array(texts, float).tolist()]


def unrelated_truth(count: int, all_texts: Sequence[str], metric: str, positive: str | None) -> list[str]:
    """Classes in turn. As equal records stand side by side, once for each class, the truth has nothing to do with
    them: any model is right in one of `classes` cases, and its auc is 0.5. A binary f1 is low if hardly anything is
    positive, whatever the model says."""
    classes = sorted_classes(class_labels(all_texts))
    if metric == "f1" and len(classes) == 2:
        other = classes[0 if classes[1] == positive else 1]
        return [positive if index % 100 == 0 and positive else other for index in range(count)]
    return [classes[index % len(classes)] for index in range(count)]
