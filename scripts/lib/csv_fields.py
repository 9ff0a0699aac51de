"""What a field of a CSV file says: a number, a category, or no value; and how its owner writes them."""
from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Iterable, Sequence

import numpy as np

from lib.job_runtime import UserFault

# What counts as "no value", in any letter case: an empty field, and what common tools write for one. Among
# categories NA and N/A are values of their own: a region, or an answer.
MISSING_CATEGORY = frozenset(("", "nan", "null"))
# Marks that people put among numbers; a column of numbers with them is still one of numbers.
MARKS = frozenset(("?", "na", "n/a", "n.a.", "#n/a", "<na>", "none", "\\n", "-", "--", "."))
MISSING_NUMBER = MISSING_CATEGORY | MARKS
# So many of a column's texts must spell numbers for it to be taken for one of numbers.
MOSTLY = 0.9


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
    def of_options(options: Any) -> TableFormat:
        """As a script's options say."""
        return TableFormat(options.header, options.separator, options.decimal, tuple(options.missing))

    @staticmethod
    def of_schema(schema: dict[str, Any], header: bool) -> TableFormat:
        """The format of a model's batches and truth: the training data's, with a header or not."""
        known = schema["format"]
        return TableFormat(header, known["separator"], known["decimal"], tuple(known["missing"]))


WITH_HEADER, WITHOUT_HEADER = TableFormat(True), TableFormat(False)


# Numbers as people and spreadsheets write them.
_CURRENCY = "[$\u20ac\u00a3\u00a5\u20b9%]|USD|EUR|GBP|JPY|CHF|CNY|INR|CAD|AUD|SEK|NOK|DKK|PLN|CZK|BRL"
_ADORNED = re.compile(r"(?:%s)?\s*([-+]?[\d.,'\s\u2019]*\d)\s*(?:%s)?\Z" % (_CURRENCY, _CURRENCY))
_POINT_THOUSANDS = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?\Z")
_COMMA_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?\Z")
_OTHER_THOUSANDS = re.compile(r"[-+]?\d{1,3}(['\u2019\s]\d{3})+([.,]\d+)?\Z")
_DECIMAL_COMMA = re.compile(r"[-+]?\d*,\d+([eE][-+]?\d+)?\Z")

# How a number may be written that isn't one to the scripts, and what mends it.
SPELLINGS = {
    "decimal comma": "configure 'decimal: \",\"'",
    "mark between thousands": "write the numbers without it",
    "currency or percent sign": "write the numbers without it",
    "decimal comma or mark between thousands": "configure 'decimal: \",\"' if the comma is a decimal one, else write the numbers "
                                               "without it",
}


def has_decimal_comma(text: str) -> bool:
    """True for a number with a comma in place of the decimal point."""
    return bool(_DECIMAL_COMMA.match(text.strip()))


def has_point_thousands(text: str) -> bool:
    """True for a number with points between its thousands, where the decimal mark is a comma."""
    return bool(_POINT_THOUSANDS.match(text.strip()))


def spelling(text: str) -> str | None:
    """How a text that is no number to the scripts spells one (a key of SPELLINGS); None: it spells none."""
    text = text.strip()
    match = _ADORNED.match(text)
    if match is None:
        return None
    if match.group(1) != text:
        return "currency or percent sign"
    if _COMMA_THOUSANDS.match(text) and _DECIMAL_COMMA.match(text):
        return "decimal comma or mark between thousands"
    if _DECIMAL_COMMA.match(text):
        return "decimal comma"
    thousands = any(kind.match(text) for kind in (_COMMA_THOUSANDS, _OTHER_THOUSANDS, _POINT_THOUSANDS))
    return "mark between thousands" if thousands else None


def spelling_of(texts: Iterable[str]) -> str | None:
    """How most of the texts that are no numbers spell one; None where most of them spell none."""
    found = Counter(spelling(text) for text in texts)
    known = {kind: count for kind, count in found.items() if kind is not None}
    if sum(known.values()) < MOSTLY * sum(found.values()) or not known:
        return None
    if "decimal comma" in known:
        # Where one has a decimal comma, so have those that could be either.
        known["decimal comma"] += known.pop("decimal comma or mark between thousands", 0)
    return max(sorted(known), key=lambda kind: known[kind])


def mend_of(text: str) -> str:
    """What a field that is no number may be."""
    kind = spelling(text)
    if kind is not None:
        return "; a %s? then %s" % (kind, SPELLINGS[kind])
    return "; if '%s' stands for a missing value, name it in 'missing'" % text.strip() if len(text.strip()) < 12 else ""


def header_left_in(training: bool = False) -> str:
    """The mend of a header line that stands in a file of a model without headers."""
    return "; a header line seems to be left in: remove it, or %sconfigure 'header: true' (--header in a rehearsal)%s" % (
        ("", "") if training else ("if all files of this model have one, ", " and train again"))


def header_missing(names: str = "") -> str:
    """The mend of a header line that a file lacks; `names`: the line that it needs, where the training data have said it."""
    return "add the header line, or configure 'header: false'" if not names else (
        "add the header line '%s', or, if no file of this model has one, configure 'header: false' and train again" % names[:100])


def separator(name: str, text: str) -> str:
    """An option that is one character between columns."""
    if len(text) != 1 or text in "\"\r\n\0" or text.isalnum():
        raise UserFault("argument '--%s': got '%s', needs one character between the columns, such as ; or | or a tab" % (
            name, text))
    return text


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
