"""What a field of a CSV file says: a number, a category, or no value; and how its owner writes them."""
from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any, Sequence

import numpy as np

from lib.job_runtime import UserFault

# What counts as "no value", in any letter case: an empty field, and what common tools write for one. Among
# categories NA and N/A are values of their own: a region, or an answer.
MISSING_CATEGORY = frozenset(("", "nan", "null"))
# Marks that people put among numbers; a column of numbers with them is still one of numbers.
MARKS = frozenset(("?", "na", "n/a", "#n/a", "\\n", "-"))
MISSING_NUMBER = MISSING_CATEGORY | MARKS


@dataclass(frozen=True)
class TableFormat:
    """What the owner's CSV files look like. What the scripts write themselves is always the default with a header."""

    header: bool = True
    separator: str = ","
    decimal: str = "."
    missing: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """As it stands in schema.json."""
        return {"header": self.header, "separator": self.separator, "decimal": self.decimal,
                "missing": list(self.missing)}

    @staticmethod
    def of_schema(schema: dict[str, Any], header: bool) -> TableFormat:
        """The format of a model's batches and truth: the training data's, with a header or not."""
        known = schema["format"]
        return TableFormat(header, known["separator"], known["decimal"], tuple(known["missing"]))


WITH_HEADER, WITHOUT_HEADER = TableFormat(True), TableFormat(False)


def words(name: str, text: str) -> list[str]:
    """An option that is a list: JSON, as a definition hands it on."""
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UserFault("argument '--%s': got '%s', needs a JSON list of texts such as [\"?\", \"-\"]" % (name, text))
    return value


def is_missing(text: str) -> bool:
    """True for a field without a value, where a number is expected."""
    return text.strip().lower() in MISSING_NUMBER


def is_number(text: str) -> bool:
    """True for a finite number."""
    value = parse_number(text)
    return value is not None and math.isfinite(value)


def parse_number(text: str) -> float | None:
    """The field as a float (missing: NaN), or None where it is no number."""
    if is_missing(text):
        return math.nan
    try:
        return None if "_" in text else float(text)
    except ValueError:
        return None


def parse_numbers(texts: Sequence[str]) -> tuple[np.ndarray, list[int]]:
    """A column of fields as floats. Returns (values, bad): missing gives NaN; bad lists the indexes of what is
    no number. Infinite values are returned as such: whether they are allowed, the caller knows."""
    try:
        values = np.fromiter(map(float, texts), np.float64, len(texts))
        if not any("_" in text for text in texts):
            return values, []
    except ValueError:
        pass
    parsed = [parse_number(text) for text in texts]
    bad = [index for index, value in enumerate(parsed) if value is None]
    return np.array([np.nan if value is None else value for value in parsed], np.float64), bad


def number_text(value: float) -> str:
    """A number in its shortest spelling; '' for a missing one."""
    if value != value:
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def category(text: str) -> str:
    """A categorical field: trimmed, '' where the value is missing."""
    text = text.strip()
    return "" if text.lower() in MISSING_CATEGORY else text
