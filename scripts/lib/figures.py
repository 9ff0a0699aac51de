"""Numbers for people: short, and never two different ones alike beside a verdict."""
from __future__ import annotations

import math

LONGEST = 12


def figure(value: float | None, digits: int = 4) -> str:
    """At most 12 characters: four digits that mean something, whole parts in full, tiny and huge ones by exponent."""
    if value is None or math.isnan(value):
        return "undefined"
    if value == 0 or math.isinf(value):
        return "0" if value == 0 else "-inf" if value < 0 else "inf"
    exponent = math.floor(math.log10(abs(value)))
    if -4 <= exponent < 9:
        text = "%.*f" % (max(0, digits - 1 - exponent), value)
        text = text.rstrip("0").rstrip(".") if "." in text else text
        if len(text) <= LONGEST:
            return text
    mantissa, _, power = ("%.*e" % (min(digits, 5) - 1, value)).partition("e")
    return "%se%d" % (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa, int(power))


def beside(value: float | None, bound: float) -> str:
    """The value as it stands beside `bound`: with more digits where four would make them one, else as above or below."""
    if value is None or math.isnan(value) or value == bound:
        return figure(value)
    for digits in (4, 5, 6, 7):
        text = figure(value, digits)
        if text not in (figure(bound), figure(bound, digits)):
            return text
    return (">" if value > bound else "<") + figure(bound)
