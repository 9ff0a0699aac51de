"""model.tar.gz: reading some files of it, and unpacking it without trusting it."""
from __future__ import annotations

import json
import tarfile
from pathlib import Path, PurePosixPath
from typing import Any, Sequence

from lib.job_runtime import UserFault


def _open(path: Path) -> tarfile.TarFile:
    try:
        return tarfile.open(str(path), "r:gz")
    except FileNotFoundError:
        raise UserFault("%s: the model artifact is missing" % path) from None
    except (tarfile.TarError, EOFError, OSError) as error:
        raise UserFault("%s: is no readable model.tar.gz (%s)" % (path, error)) from None


def read_files(path: Path, names: Sequence[str]) -> dict[str, Any]:
    """The artifact's JSON files of these names, in its root."""
    found: dict[str, Any] = {}
    try:
        with _open(path) as archive:
            for member in archive:
                name = str(PurePosixPath(member.name))
                content = archive.extractfile(member) if name in names and member.isfile() else None
                if content is not None:
                    found[name] = json.loads(content.read().decode("utf-8"))
                if len(found) == len(names):
                    return found
    except (tarfile.TarError, EOFError, OSError) as error:
        raise UserFault("%s: is no readable model.tar.gz (%s)" % (path, error)) from None
    raise UserFault("%s: holds no %s; it must be an artifact of training.py" % (
        path, ", ".join(name for name in names if name not in found)))


def read_schema(path: Path) -> dict[str, Any]:
    """The artifact's schema.json."""
    schema: dict[str, Any] = read_files(path, ("schema.json",))["schema.json"]
    return schema


def extract(path: Path, folder: str | Path) -> None:
    """Unpacks regular files and folders. A link, a device, or a name that leaves the folder is a UserFault."""
    with _open(path) as archive:
        members = archive.getmembers()
        for member in members:
            name = PurePosixPath(member.name)
            if name.is_absolute() or ".." in name.parts or not (member.isfile() or member.isdir()):
                raise UserFault("%s: refuses to unpack '%s' (only files and folders below the artifact's root)"
                                % (path, member.name))
        archive.extractall(str(folder), members)
