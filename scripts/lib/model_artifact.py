"""model.tar.gz: reading one file of it, and unpacking it without trusting it."""
import json
import tarfile
from pathlib import PurePosixPath

from lib.job_runtime import UserFault


def _open(path):
    try:
        return tarfile.open(str(path), "r:gz")
    except FileNotFoundError:
        raise UserFault("%s: the model artifact is missing" % path) from None
    except (tarfile.TarError, EOFError, OSError) as error:
        raise UserFault("%s: is no readable model.tar.gz (%s)" % (path, error)) from None


def read_schema(path):
    """The artifact's schema.json."""
    try:
        with _open(path) as archive:
            for member in archive:
                if PurePosixPath(member.name) == PurePosixPath("schema.json") and member.isfile():
                    return json.loads(archive.extractfile(member).read().decode("utf-8"))
    except (tarfile.TarError, EOFError, OSError) as error:
        raise UserFault("%s: is no readable model.tar.gz (%s)" % (path, error)) from None
    raise UserFault("%s: holds no schema.json; it must be an artifact of training.py" % path)


def extract(path, folder):
    """Unpacks regular files and folders. A link, a device, or a name that leaves the folder is a UserFault."""
    with _open(path) as archive:
        members = archive.getmembers()
        for member in members:
            name = PurePosixPath(member.name)
            if name.is_absolute() or ".." in name.parts or not (member.isfile() or member.isdir()):
                raise UserFault("%s: refuses to unpack '%s' (only files and folders below the artifact's root)"
                                % (path, member.name))
        archive.extractall(str(folder), members)
