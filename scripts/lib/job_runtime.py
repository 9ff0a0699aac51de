"""What every step script shares with its container: folders, arguments, and how a fault reaches a person.

SageMaker mounts a job's files below /opt/ml. The variable SAGEMAKER_BASE_DIR (the training toolkit's own
name) moves that root, so that the same scripts run unchanged on a laptop.
"""
from __future__ import annotations

import contextlib
import difflib
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator

SHOWN_FAULTS = 10


class UserFault(Exception):
    """Something that a person can mend: bad data, a bad argument, a missing file. Shown without a stack trace."""

    def __init__(self, *faults: str, more: int = 0) -> None:
        """`more`: how many faults there are beside those given."""
        self.faults, self.more = faults, more
        more += max(0, len(faults) - SHOWN_FAULTS)
        rest = ["... and %d more like these" % more] if more else []
        super().__init__("\n".join(list(faults[:SHOWN_FAULTS]) + rest))


class Faults:
    """Collects faults, so that a file's owner hears of all of them at once (the first ones in words)."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._count = 0

    def add(self, text: str) -> None:
        """Notes a fault."""
        self._count += 1
        if self._count <= SHOWN_FAULTS:
            self._shown.append(text)

    @contextlib.contextmanager
    def gather(self) -> Iterator[None]:
        """Notes the faults that are raised in the block, which ends there, and goes on behind it."""
        try:
            yield
        except UserFault as fault:
            for text in fault.faults:
                self.add(text)
            self._count += fault.more

    def __len__(self) -> int:
        return self._count

    def raise_if_any(self) -> None:
        """Raises all of them as one UserFault."""
        if self._count:
            raise UserFault(*self._shown, more=self._count - len(self._shown))


def base_dir() -> Path:
    """The root of the job's files."""
    return Path(os.environ.get("SAGEMAKER_BASE_DIR") or "/opt/ml")


def input_dir(name: str) -> Path:
    """The folder of the processing input with this name."""
    return base_dir() / "processing" / "input" / name


def shown(path: Path) -> str:
    """A file as its owner knows it: its path below the job's input, where it lies in a folder of that; else its name."""
    inputs = base_dir() / "processing" / "input"
    return "/".join(path.relative_to(inputs).parts[1:]) if path.is_relative_to(inputs) else path.name


def output_dir(*parts: str) -> Path:
    """A folder below the processing output, created where it is missing."""
    folder = base_dir().joinpath("processing", "output", *parts)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_json(path: Path, content: Any, indent: int | None = 2) -> None:
    """Writes JSON, readable unless `indent` is None. NaN and infinity are refused: they are no JSON, and a pipeline
    that reads the file fails on them."""
    path.write_text(json.dumps(content, indent=indent, allow_nan=False, ensure_ascii=False) + "\n", encoding="utf-8")


def read_json(path: str | Path) -> Any:
    """Reads a JSON file; a missing or broken one is a UserFault that names it."""
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserFault("%s: the file is missing; the step's input of this name must hold it" % path) from None
    except (ValueError, UnicodeDecodeError) as error:
        raise UserFault("%s: is no valid JSON (%s)" % (path, error)) from None


def did_you_mean(name: str, allowed: Iterable[str]) -> str:
    """A suggestion for a misspelt name, or an empty text."""
    folded = {word.casefold(): word for word in reversed(list(allowed))}
    close = difflib.get_close_matches(name.casefold(), list(folded), n=1)
    return "; did you mean '%s'?" % folded[close[0]] if close else ""


def run(main: Callable[[list[str]], None], report: str = "message") -> None:
    """Runs a script's main and ends the process: 0, or 1 with the reason on stderr and in output/<report>.

    SageMaker shows the start of output/message (processing: ExitMessage, 1 KB) and output/failure
    (training: FailureReason, 1,024 characters).
    """
    try:
        main(sys.argv[1:])
        return
    except UserFault as fault:
        reason = str(fault)
    except MemoryError:
        reason = "out of memory: choose a larger instance type, or smaller files"
    except OSError as error:
        reason = "%s: %s" % (error.filename or "input/output", error.strerror or error)
    except Exception as error:
        traceback.print_exc()
        reason = "%s failed unexpectedly: %s: %s" % (Path(sys.argv[0]).name, type(error).__name__, error)
    sys.stderr.write(reason + "\n")
    try:
        output = base_dir() / "output"
        output.mkdir(parents=True, exist_ok=True)
        (output / report).write_text(reason + "\n", encoding="utf-8")
    except OSError as error:
        sys.stderr.write("(the reason could not be written to %s: %s)\n" % (error.filename, error.strerror))
    sys.exit(1)
