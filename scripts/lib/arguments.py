"""A script's options: argparse, with every fault said at once and in words.

Containers hand options on as `--name value`, all of them text; hyperparameters come the same way.
"""
from __future__ import annotations

import argparse
import math
from typing import Any, Callable, NoReturn, Sequence

from lib.job_runtime import Faults, UserFault, did_you_mean

# What turns an option's text into its value. It raises a UserFault that says what is allowed.
Kind = Callable[[str, str], Any]


def text(name: str, value: str) -> str:
    """Any text."""
    return value


def one_of(*allowed: str) -> Kind:
    """One of a fixed set of values."""
    def convert(name: str, value: str) -> str:
        if value not in allowed:
            raise UserFault("argument '--%s': got '%s', allowed: %s%s" % (
                name, value, ", ".join(allowed), did_you_mean(value, allowed)))
        return value
    return convert


def flag(name: str, value: str) -> bool:
    """true or false."""
    return one_of("true", "false")(name, value.lower()) == "true"


def number(low: float = -math.inf, high: float = math.inf, integer: bool = False) -> Kind:
    """A finite number within [low, high]."""
    def convert(name: str, value: str) -> float:
        try:
            parsed: float = int(value) if integer else float(value)
        except ValueError:
            parsed = math.nan
        if not low <= parsed <= high or math.isinf(parsed):
            raise UserFault("argument '--%s': got '%s', needs %s%s" % (
                name, value, "a whole number" if integer else "a number",
                "" if low == -math.inf else
                " of at least %s" % low if high == math.inf else " from %s to %s" % (low, high)))
        return parsed
    return convert


class _Once(argparse.Action):
    """Keeps all values that an option was given, so that a second one is noticed."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any,
                 option_string: str | None = None) -> None:
        setattr(namespace, self.dest, (getattr(namespace, self.dest) or []) + [values])


class Options(argparse.ArgumentParser):
    """The options that a script takes."""

    def __init__(self, description: str | None) -> None:
        super().__init__(description=(description or "").split("\n", maxsplit=1)[0], allow_abbrev=False)
        self._kinds: dict[str, tuple[Kind, str | None]] = {}
        self._lists: set[str] = set()

    def option(self, name: str, kind: Kind = text, default: str | None = None) -> Options:
        """Adds an option. `default` is text, as if it had been given; None: the option is required."""
        self.add_argument("--" + name, action=_Once, metavar="VALUE")
        self._kinds[name] = (kind, default)
        return self

    def listed(self, name: str, kind: Kind) -> Options:
        """Adds an option whose values are lists; given more than once, they are joined: one argument has 256 characters."""
        self._lists.add(name)
        return self.option(name, kind, "[]")

    def error(self, message: str) -> NoReturn:
        """argparse's own complaints (a missing value), as ours."""
        raise UserFault(message)

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """The values; `-` in a name becomes `_`. All faults are raised together."""
        given, rest = self.parse_known_args(list(argv))
        faults, values = Faults(), argparse.Namespace()
        self._unknown(rest, faults)
        for name, (kind, default) in self._kinds.items():
            place = name.replace("-", "_")
            texts = getattr(given, place) or ([] if default is None else [default])
            if not texts:
                faults.add("argument '--%s' is missing" % name)
            elif len(texts) > 1 and name not in self._lists:
                faults.add("argument '--%s' is given twice" % name)
            else:
                try:
                    found = [kind(name, given_text) for given_text in texts]
                    setattr(values, place, sum(found, []) if name in self._lists else found[0])
                except UserFault as fault:
                    faults.add(str(fault))
        faults.raise_if_any()
        return values

    def _unknown(self, words: list[str], faults: Faults) -> None:
        value_expected = False
        for word in words:
            if word.startswith("--"):
                name, equals, _ = word[2:].partition("=")
                faults.add("argument '--%s' is unknown%s; allowed: %s" % (
                    name, did_you_mean(name, list(self._kinds)), ", ".join("--" + n for n in sorted(self._kinds) if n[0] != "_")))
                value_expected = not equals
            elif value_expected:
                value_expected = False
            else:
                faults.add("argument '%s': expected '--name value'" % word)
