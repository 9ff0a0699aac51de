"""Which columns a model knows: found once in training, kept as schema.json beside the model, obeyed ever after."""
from __future__ import annotations

from typing import Any, Collection, Iterable, Sequence

from lib.csv_fields import header_missing, is_number
from lib.csv_tables import CsvReader
from lib.job_runtime import UserFault, did_you_mean, shown

PROBLEM_TYPES = ("regression", "classification")
# Why a class counts as the positive one, in words.
CHOSEN_BY = {"setting": "as set", "rarer": "the rarer one in training", "order": "the later one in order, both being as frequent"}


def unnamed_columns(width: int) -> list[str]:
    """The names of columns of a file without header."""
    return ["column_%d" % position for position in range(width)]


def resolve_column(argument: str, choice: str, names: Sequence[str]) -> int:
    """The position of the column that an argument names: a header name, a 0-based position, 'first' or 'last'."""
    if choice in names:
        return names.index(choice)
    if choice in ("first", "last"):
        return 0 if choice == "first" else len(names) - 1
    if choice.isdigit():
        if int(choice) < len(names):
            return int(choice)
        raise UserFault("argument '--%s': position %s does not exist, the file has %d columns (positions 0 to %d)"
                        % (argument, choice, len(names), len(names) - 1))
    raise UserFault("argument '--%s': there is no column '%s'%s; allowed: first, last, a position from 0 to %d, or one "
                    "of the names %s" % (argument, choice, did_you_mean(choice, names), len(names) - 1,
                                         ", ".join(names[:20]) + (", ..." if len(names) > 20 else "")))


def feature_names(schema: dict[str, Any]) -> list[str]:
    """The feature names in training order."""
    return [feature["name"] for feature in schema["features"]]


def class_label(text: str, classes: Collection[str] | None = None) -> str:
    """A class label in its one spelling: trimmed, and 1.0 the same as 1 where that is how the classes are spelt."""
    text = text.strip()
    if classes is not None and text in classes:
        return text
    if not is_number(text):
        return text
    number = float(text)
    short = str(int(number)) if number == int(number) else repr(number)
    return short if classes is None or short in classes else text


def class_labels(texts: Sequence[str]) -> list[str]:
    """All labels in one spelling. Numbers are shortened (1.0 -> 1) only if every label is a number without
    leading zeros, so that codes such as 007 stay as they are."""
    distinct = {text.strip() for text in texts}
    plain = all(is_number(t) and not (t[:1] == "0" and t[1:2].isdigit()) for t in distinct)
    spelling = {t: class_label(t) if plain else t for t in distinct}
    return [spelling[text.strip()] for text in texts]


def sorted_classes(labels: Iterable[str]) -> list[str]:
    """The distinct labels, numbers by value, else by text."""
    distinct = set(labels)
    if all(map(is_number, distinct)):
        return sorted(distinct, key=lambda label: (float(label), label))
    return sorted(distinct)


def check_record_id(schema: dict[str, Any], argument: str) -> None:
    """The pipeline and the approved model must agree on whether there is a record id (the pipeline strips it from
    what the model gets)."""
    if bool(argument) != bool(schema["recordId"]):
        raise UserFault(
            "argument '--record-id': got '%s', but the approved model was trained with %s; train and approve a version "
            "with the present settings, or set the record id back" % (
                argument, "the record id '%s'" % schema["recordId"]["name"] if schema["recordId"] else "none"))


class BatchLayout:
    """Where a batch file's columns hold the record id (`record_id`, or None) and the `features` in training order."""

    def __init__(self, schema: dict[str, Any], reader: CsvReader) -> None:
        self.features: list[int] = []
        self.record_id: int | None = None
        if reader.names is not None and schema["header"]:
            self._by_name(schema, reader)
        else:
            self._by_position(schema, reader)

    def _by_name(self, schema: dict[str, Any], reader: CsvReader) -> None:
        names, known = reader.names or [], feature_names(schema)
        id_name = (schema["recordId"] or {}).get("name")
        missing = [name for name in known if name not in names]
        extra = [name for name in names if name not in known and name not in (id_name, schema["target"]["name"])
                 and name not in [column["name"] for column in schema["excluded"]]]
        where, trained = "%s, line 1" % shown(reader.path), "the model was trained with " + ", ".join(known)
        if missing and any(map(is_number, extra)):
            raise UserFault("%s: the columns %s are expected, but the line holds '%s'; %s" % (
                where, ", ".join(known), ",".join(names), header_missing(",".join(known))))
        faults = ["%s: column '%s' is missing%s; %s" % (where, name, did_you_mean(name, extra), trained)
                  for name in missing]
        faults += ["%s: column '%s' is unknown to the model%s; remove it; %s"
                   % (where, name, did_you_mean(name, missing), trained) for name in extra]
        if id_name is not None and id_name not in names:
            faults.append("%s: the record id column '%s' is missing" % (where, id_name))
        if faults:
            raise UserFault(*faults)
        self.features = [names.index(name) for name in known]
        self.record_id = names.index(id_name) if id_name is not None else None

    def _by_position(self, schema: dict[str, Any], reader: CsvReader) -> None:
        count, recorded, excluded = len(schema["features"]), schema["recordId"], schema["excluded"]
        needed = count + bool(recorded) + len(excluded)
        if reader.width != needed:
            raise UserFault("%s: %d columns, but the model needs %d (%s%s%s)%s" % (
                shown(reader.path), reader.width, needed, "%d features" % count, ", the record id" if recorded else "",
                ", %d excluded ones" % len(excluded) if excluded else "",
                "; the target column must be left out" if reader.width == needed + 1 else ""))
        # Positions count in the training file; there the target stood among the columns, here it does not.
        target = schema["target"]["position"]
        left_out = [column["position"] - (target < column["position"]) for column in excluded]
        if recorded:
            self.record_id = recorded["position"] - (target < recorded["position"])
        self.features = [p for p in range(reader.width) if p != self.record_id and p not in left_out]
