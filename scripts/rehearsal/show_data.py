"""What the step scripts make of a CSV file: columns with kind, range and gaps, warnings, and the settings that follow.

    show_data.py --training-data FILE --target last --header true [--json true] [the settings of the same names]
"""
from __future__ import annotations

import contextlib
import io
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lib.arguments import Options, flag, one_of  # noqa: E402  (the scripts' folder must be on the path first)
from lib.csv_fields import TableFormat, separator, words  # noqa: E402
from lib.csv_tables import csv_files  # noqa: E402
from lib.figures import figure  # noqa: E402
from lib.findings import Findings  # noqa: E402
from lib.job_runtime import UserFault  # noqa: E402
from lib.training_data import TrainingData  # noqa: E402


def describe(data: TrainingData, given: Namespace) -> dict[str, Any]:
    """Columns, warnings and settings as JSON: what was given stays, what the data say comes beside it."""
    columns = []
    for feature in data.features:
        entry: dict[str, Any] = {"name": feature.name, "kind": feature.kind, "missing": feature.missing}
        present = feature.values[~np.isnan(feature.values)] if feature.kind == "numeric" else np.empty(0)
        if len(present):
            entry.update(min=float(present.min()), median=float(np.median(present)), max=float(present.max()))
        if feature.kind == "categorical":
            entry["categories"] = [value for value in feature.categories if value][:20]
        columns.append(entry)
    target = data.names[data.columns.target]
    metric = "mse" if data.problem_type == "regression" else "accuracy"
    everything = np.arange(data.table.row_count)
    settings: dict[str, Any] = {"target": target if data.table.has_header else str(data.columns.target),
                                "header": data.table.has_header, "metric": {"name": metric}}
    if given.positive_class:
        settings["metric"]["positiveClass"] = given.positive_class
    found = {kind: [w["column"] for w in data.findings.warnings if w["kind"] == kind] for kind in (
        "row-number", "near-unique", "constant", "no-value", "decimal-comma")}
    optional = {"recordId": given.record_id or next(iter(found["row-number"] + found["near-unique"]), ""),
                "exclude": list(given.exclude) + found["constant"] + found["no-value"],
                "missing": list(given.missing), "separator": "" if given.separator == "," else given.separator,
                "decimal": "," if given.decimal == "," or found["decimal-comma"] else ""}
    settings.update((name, value) for name, value in optional.items() if value)
    return {"rows": data.table.row_count, "target": target, "problemType": data.problem_type, "classes": data.classes,
            "positiveClass": data.positive_class(everything), "columns": columns, "warnings": data.findings.warnings,
            "suggestedSettings": settings}


def as_text(facts: dict[str, Any]) -> str:
    """The same for people."""
    lines = ["%d rows; target '%s': %s" % (facts["rows"], facts["target"], "numbers" if facts["classes"] is None else
                                           "%d classes (%s)" % (len(facts["classes"]), ", ".join(facts["classes"][:10])))]
    if facts["positiveClass"]:
        lines.append("positive class: %(label)s" % facts["positiveClass"])
    width = max(len(column["name"]) for column in facts["columns"])
    for column in facts["columns"]:
        extent = ("%s to %s, median %s" % tuple(figure(column[key]) for key in ("min", "max", "median"))
                  if "min" in column else ", ".join(column.get("categories", [])[:8]))
        lines.append("  %-*s  %-11s  %s%s" % (width, column["name"], column["kind"], extent, "; %d missing" %
                                              column["missing"] if column["missing"] else ""))
    lines += ["warning: " + warning["message"] for warning in facts["warnings"]]
    return "\n".join(lines + ["suggested settings: " + json.dumps(facts["suggestedSettings"], ensure_ascii=False)])


def main(argv: list[str]) -> None:
    options = Options(__doc__).option("training-data").option("target", default="last").option("header", flag, "false")
    options.option("record-id", default="").listed("exclude", words).listed("missing", words)
    options.option("separator", separator, ",").option("decimal", one_of(".", ","), ".").option("positive-class", default="")
    arguments = options.option("json", flag, "false").read(argv)
    source = Path(arguments.training_data)
    if not source.exists():
        raise UserFault("%s: there is no such file or folder" % source)
    with contextlib.redirect_stdout(io.StringIO()):
        data = TrainingData(
            csv_files(source) if source.is_dir() else [source],
            TableFormat.of_options(arguments), Findings("data"),
            arguments.target, arguments.record_id, arguments.exclude, "", arguments.positive_class)
    facts = describe(data, arguments)
    print(json.dumps(facts, indent=2, ensure_ascii=False) if arguments.json else as_text(facts))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except UserFault as fault:
        sys.exit(str(fault))
