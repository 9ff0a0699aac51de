"""What a step noticed that isn't wrong but should be known: printed, and written as JSON beside the step's outputs."""
from __future__ import annotations

from pathlib import Path
from typing import Any, Sequence

from lib.job_runtime import read_json, write_json

FILE = "warnings.json"


class Findings:
    """The warnings of one step: {"step", "kind", "column", "count", "message"}."""

    def __init__(self, step: str) -> None:
        self.step = step
        self.warnings: list[dict[str, Any]] = []

    def warn(self, kind: str, message: str, column: str | None = None, count: int | None = None) -> None:
        """Prints one line and keeps it. `kind` is a short name that doesn't change, `message` a sentence."""
        print("warning: " + message)
        self.warnings.append({"step": self.step, "kind": kind, "column": column, "count": count, "message": message})

    def write(self, folder: Path, earlier: Sequence[dict[str, Any]] = ()) -> None:
        """Writes warnings.json, after those of `earlier` steps; an empty list where nothing was noticed."""
        write_json(folder / FILE, [*earlier, *self.warnings])


def read_warnings(folder: Path) -> list[dict[str, Any]]:
    """The warnings that an earlier step left in a folder; none where it left no file."""
    path = folder / FILE
    found: list[dict[str, Any]] = read_json(path) if path.is_file() else []
    return found
