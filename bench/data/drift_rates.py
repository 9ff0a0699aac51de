"""How often the drift check (engine Script) finds what has changed: the table in docs/drift.md.

    python3 bench/data/drift_rates.py [--seeds 20] [--write docs/drift.md]
"""
from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Callable

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "scripts"))

from lib.data_constraints import MONITORING_CONFIG, find_violations, suggest_constraints  # noqa: E402  (the path comes first)
from lib.data_distributions import chance_margin  # noqa: E402
from lib.data_profiles import ColumnProfile, as_statistics  # noqa: E402
from lib.drift_sight import LARGEST_OF_ALL, MOSTLY, SURELY, shift_of, visible_distance  # noqa: E402

SIZES = ((250, 90), (1000, 300), (5000, 1000), (20_000, 5000))
START, END = "<!-- made by bench/data/drift_rates.py -->", "<!-- end -->"
Change = Callable[[np.ndarray, np.ndarray, np.random.Generator], "tuple[np.ndarray, np.ndarray]"]


def profile(name: str, texts: list[str]) -> ColumnProfile:
    """One column, as data_quality.py sums it up."""
    column = ColumnProfile(name)
    column.add_numbers(column.count_types(texts))
    if column.inferred_type == "String":
        column.add_categories(texts)
        column.count_as_categories()
    column.sketch.finish()
    return column


def columns(numbers: np.ndarray, words: np.ndarray) -> list[ColumnProfile]:
    """A normally distributed column and one of four categories."""
    return [profile("x", ["%.6f" % value if value == value else "" for value in numbers.tolist()]), profile("c", words.tolist())]


def draw(count: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Rows without drift."""
    return random.normal(size=count), random.choice(["a", "b", "c", "d"], count, p=[0.5, 0.3, 0.15, 0.05])


def shifted(by: float) -> Change:
    """All numbers moved."""
    return lambda x, c, random: (x + by, c)


def spread(by: float) -> Change:
    """All numbers stretched about their middle."""
    return lambda x, c, random: (x * by, c)


def stuck(share: float) -> Change:
    """A sensor that reports 0 for a part of the rows."""
    return lambda x, c, random: (np.where(random.random(len(x)) < share, 0.0, x), c)


def missing(share: float) -> Change:
    """No number in a part of the rows."""
    return lambda x, c, random: (np.where(random.random(len(x)) < share, np.nan, x), c)


def mixed(share: float) -> Change:
    """A part of the rows changes from the most frequent category to a rare one."""
    return lambda x, c, random: (x, np.where((c == "a") & (random.random(len(x)) < 2 * share), "d", c))


CHANGES: dict[str, Change] = {
    "none (false alarms)": lambda x, c, random: (x, c),
    **{"shift by %g sd" % by: shifted(by) for by in (0.25, 0.5, 0.75, 1.0)},
    **{"spread × %g" % by: spread(by) for by in (1.5, 2.0, 3.0)},
    **{"stuck at one value, %g %% of the rows" % (100 * share): stuck(share) for share in (0.2, 0.5, 1.0)},
    **{"missing, %g %% of the rows" % (100 * share): missing(share) for share in (0.02, 0.1)},
    **{"category mix, %g %% of the rows" % (100 * share): mixed(share) for share in (0.1, 0.2, 0.4)},
}


def told(kind: str, rows: int, batch_rows: int, probability: float) -> float:
    """The shift (numbers, in standard deviations) or change of mix (words) that drift.json says is seen with this probability."""
    needed = MONITORING_CONFIG["distribution_constraints"]["comparison_threshold"] + chance_margin(rows, batch_rows)
    if kind == "words":
        return visible_distance(needed, rows, batch_rows, probability) or 1.0
    return shift_of(visible_distance(needed, rows, batch_rows, probability, LARGEST_OF_ALL)) or 9.0


def rate(change: Change, rows: int, batch_rows: int, seeds: int) -> float:
    """The share of seeds in which anything is reported."""
    found = 0
    for seed in range(seeds):
        random = np.random.default_rng([seed, rows])
        baseline = columns(*draw(rows, random))
        batch = columns(*change(*draw(batch_rows, random), random))
        found += bool(find_violations(batch, as_statistics(baseline), suggest_constraints(baseline)))
    return found / seeds


def table(seeds: int) -> str:
    """The rates as Markdown."""
    lines = ["| change | " + " | ".join("%s / %s" % (f"{rows:,}", f"{batch:,}") for rows, batch in SIZES) + " |",
             "|---|" + "---:|" * len(SIZES)]
    for name, change in CHANGES.items():
        lines.append("| %s | %s |" % (name, " | ".join("%.0f %%" % (100 * rate(change, *size, seeds)) for size in SIZES)))
    for kind, text, change in (("numbers", "shift that is said to be seen", shifted),
                               ("words", "category mix that is said to be seen", mixed)):
        for probability in (MOSTLY, SURELY):
            rates = [rate(change(told(kind, *size, probability)), *size, 10 * seeds) for size in SIZES]
            lines.append("| %s with at least %g %% | %s |" % (
                text, 100 * probability, " | ".join("%.0f %%" % (100 * one) for one in rates)))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    text = table(arguments.seeds)
    if arguments.write is None:
        print(text)
        return
    page = arguments.write.read_text(encoding="utf-8")
    start, end = page.index(START) + len(START), page.index(END)
    arguments.write.write_text(page[:start] + "\n\n" + text + "\n\n" + page[end:], encoding="utf-8")


if __name__ == "__main__":
    main()
