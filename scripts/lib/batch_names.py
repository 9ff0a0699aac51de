"""What the files of a batch are called: by their keys below the raw data's prefix, such as 2026/11/27/part-0.csv.

Steps after the preparation get them in one folder, because neither a transform's outputs nor SageMaker's inputs promise
to keep folders in folders. A name that holds a folder is written with `__` for each `/`; names.json says what is what.
"""
from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Sequence

from lib.job_runtime import Faults, read_json, write_json

FILE = "names.json"


def batch_names(files: Sequence[Path], folder: Path, input_key: str, prefix: str) -> dict[str, Path]:
    """Names to files. `input_key` is what the job read into `folder`: a file, or what files' keys begin with.

    Without it, or where it lies outside of `prefix`, names are paths below `folder`.
    """
    is_file = any(path == folder / PurePosixPath(input_key).name for path in files) and not input_key.endswith("/")
    above = str(PurePosixPath(input_key).parent) if is_file else input_key.rstrip("/")
    root = prefix.rstrip("/")
    below = above[len(root):].strip("/") if root and (above == root or above.startswith(root + "/")) else ""
    return {str(PurePosixPath(below, *path.relative_to(folder).parts)): path for path in files}


def flat(name: str) -> str:
    """The name without folders."""
    return name.replace("/", "__")


def write_names(names: Sequence[str], folder: Path) -> None:
    """Notes the names for later steps. Two that would get the same file are a UserFault."""
    faults, known = Faults(), dict[str, str]()
    for name in names:
        other = known.setdefault(flat(name), name)
        if other != name:
            faults.add("%s and %s would both become %s; rename one of them" % (other, name, flat(name)))
    faults.raise_if_any()
    write_json(folder / FILE, known)


def read_names(folder: Path) -> dict[str, str]:
    """Flat names to names; empty where no step wrote them."""
    path = folder / FILE
    names: dict[str, str] = read_json(path) if path.is_file() else {}
    return names
