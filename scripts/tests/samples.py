"""Small seeded data sets for the tests."""
import numpy as np


def csv_text(rows, names=None):
    """Rows as CSV text."""
    lines = [",".join(names)] if names else []
    lines += [",".join(str(field) for field in row) for row in rows]
    return "\n".join(lines) + "\n"


NAMES = ["length", "weight", "colour", "price"]


def regression_rows(count=60, seed=1):
    """length, weight, colour -> price."""
    random = np.random.default_rng(seed)
    rows = []
    for _ in range(count):
        length, weight = round(random.uniform(1, 9), 3), int(random.integers(10, 99))
        colour = ("red", "green", "blue")[int(random.integers(3))]
        rows.append([length, weight, colour, round(3 * length + weight + 5 * (colour == "red"), 3)])
    return rows


def regression_text(count=60, seed=1, header=True):
    """The rows above as CSV."""
    return csv_text(regression_rows(count, seed), NAMES if header else None)


def class_rows(count=60, seed=1, classes=("low", "mid", "high")):
    """x, y -> class by x."""
    random = np.random.default_rng(seed)
    rows = []
    for _ in range(count):
        x, y = round(random.uniform(0, 1), 4), round(random.uniform(0, 1), 4)
        rows.append([x, y, classes[min(int(x * len(classes)), len(classes) - 1)]])
    return rows


def class_text(count=60, seed=1, classes=("low", "mid", "high")):
    """The rows above as CSV with header."""
    return csv_text(class_rows(count, seed, classes), ["x", "y", "level"])


def features_only(text):
    """The text without its last column."""
    return "\n".join(line.rsplit(",", 1)[0] for line in text.splitlines()) + "\n"


def target_only(text):
    """The text's last column."""
    return "\n".join(line.rsplit(",", 1)[1] for line in text.splitlines()) + "\n"
