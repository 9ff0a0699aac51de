"""DataPreProcessingStep: checks a batch and brings it into the order the approved model was trained with.

Reads   processing/input/raw/**/*.csv, processing/input/model/model.tar.gz (its schema.json says which columns)
Writes  processing/output/scoring/<same name, "__" for "/">: headerless; the record id first if there is one, then the raw
        features in training order; missing values are empty
        processing/output/findings/names.json: the files' names below the raw data's prefix
        processing/output/findings/warnings.json: what is odd about the batch, but allowed
"""
from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any, Iterator, Mapping, Sequence

import numpy as np

from lib.arguments import Options, flag
from lib.batch_names import batch_names, flat, write_names
from lib.csv_fields import MARKS, TableFormat, category, header_left_in, mend_of, parse_numbers, spelling
from lib.csv_tables import Chunk, CsvReader, csv_files, write_rows
from lib.feature_encoding import LARGEST
from lib.feature_schema import BatchLayout, check_record_id, feature_names
from lib.findings import Findings
from lib.job_runtime import Faults, input_dir, output_dir, run
from lib.model_artifact import read_schema


class Preparation:
    """Brings the files of a batch into the model's order, and counts what is odd."""

    def __init__(self, schema: dict[str, Any], faults: Faults) -> None:
        self.schema, self.faults = schema, faults
        self.features: list[dict[str, Any]] = schema["features"]
        self.rows = 0
        self.missing, self.clipped = Counter[str](), Counter[str]()
        self.marks: dict[str, Counter[str]] = {feature["name"]: Counter() for feature in self.features}
        self.unseen: dict[str, Counter[str]] = {feature["name"]: Counter() for feature in self.features}

    def _categories(self, texts: list[str], feature: dict[str, Any]) -> list[str]:
        texts = [category(text) for text in texts]
        counts = Counter(texts)
        self.missing[feature["name"]] += counts.pop("", 0)
        if feature["categories"] is not None:
            known = set(feature["categories"])
            self.unseen[feature["name"]].update({text: count for text, count in counts.items() if text not in known})
        return texts

    def _numbers(self, chunk: Chunk, texts: list[str], thousands: dict[int, str], feature: dict[str, Any]) -> list[str]:
        name = feature["name"]
        values, bad = parse_numbers(texts)
        where = "%s, line %d, column '%s'"
        for index in bad:
            hint = header_left_in() if chunk.line(index) == 1 and texts[index].strip() == name else ""
            self.faults.add((where + ": '%s' is no number; allowed: a number (with a decimal point), or empty for a missing "
                             "value%s") % (chunk.file_name, chunk.line(index), name, texts[index], hint or (
                                 mend_of(texts[index]) if spelling(texts[index]) else "")))
        for index, text in thousands.items():
            self.faults.add((where + ": '%s' has a mark between thousands; write the number without it")
                            % (chunk.file_name, chunk.line(index), name, text))
        for index in np.flatnonzero(np.isinf(values)).tolist():
            self.faults.add((where + ": '%s' is not finite; allowed: a finite number, or empty for a missing value")
                            % (chunk.file_name, chunk.line(index), name, texts[index]))
        absent = np.flatnonzero(np.isnan(values)).tolist()
        self.missing[name] += len(absent)
        for index in absent:
            if texts[index].strip().lower() in MARKS:
                self.marks[name][texts[index].strip()] += 1
            texts[index] = ""
        with np.errstate(invalid="ignore"):
            self.clipped[name] += int((np.abs(values) > LARGEST).sum())
        return texts

    def rows_of(self, reader: CsvReader, layout: BatchLayout) -> Iterator[Sequence[str]]:
        """The prepared rows of one file."""
        first = not reader.header
        for chunk in reader.chunks(self.faults):
            if first:
                fault = self._header_line(chunk, layout)
                if fault:
                    self.faults.add(fault)
                    return
                first = False
            columns = []
            for position, feature in zip(layout.features, self.features):
                texts = chunk.column(position)
                columns.append(self._categories(texts, feature) if feature["kind"] == "categorical"
                               else self._numbers(chunk, texts, chunk.thousands_in(position), feature))
            if layout.record_id is not None:
                ids = [text.strip() for text in chunk.column(layout.record_id)]
                for index in (i for i, text in enumerate(ids) if not text):
                    self.faults.add("%s, line %d: the record id is empty; each record needs one"
                                    % (chunk.file_name, chunk.line(index)))
                columns.insert(0, ids)
            self.rows += len(chunk.rows)
            if not len(self.faults):
                yield from zip(*columns)

    def _header_line(self, chunk: Chunk, layout: BatchLayout) -> str | None:
        """The fault text if the first line of a headerless file holds words in every numeric column, else None."""
        numeric = [position for position, feature in zip(layout.features, self.features) if feature["kind"] == "numeric"]
        if not numeric or len(chunk.rows) < 2 or chunk.line(0) != 1:
            return None
        _, bad = parse_numbers([chunk.rows[0][position] for position in numeric])
        if len(bad) < len(numeric) or parse_numbers([chunk.rows[1][position] for position in numeric])[1]:
            return None
        return "%s, line 1: '%s', while numbers are expected%s" % (
            chunk.file_name, ",".join(chunk.rows[0])[:100], header_left_in())

    def warn(self, findings: Findings) -> None:
        """Says what is odd."""
        for feature in self.features:
            name = feature["name"]
            marks = self.marks[name]
            if marks:
                count = sum(marks.values())
                findings.warn("missing-marks", "column '%s': %d cells hold %s among numbers; they count as missing" % (
                    name, count, ", ".join("'%s'" % mark for mark in sorted(marks))), name, count)
            if self.missing[name]:
                findings.warn("missing-values", "column '%s': %d of %d values are missing; they are filled as in training" % (
                    name, self.missing[name], self.rows), name, self.missing[name])
            if self.clipped[name]:
                findings.warn("values-clipped", "column '%s': %d values are beyond %.2g and cut to it" % (
                    name, self.clipped[name], LARGEST), name, self.clipped[name])
            if self.unseen[name]:
                count = sum(self.unseen[name].values())
                findings.warn("unseen-categories", "column '%s': %d rows have categories that training never saw (%s)" % (
                    name, count, ", ".join("'%s'" % text for text, _ in self.unseen[name].most_common(5))), name, count)


def prepare_files(files: Mapping[str, Path], schema: dict[str, Any], header: bool, folder: Path, findings: Findings) -> int:
    """Writes the prepared files to `folder`, each under its name without folders, or none of them if anything is wrong.

    Returns the count of rows.
    """
    faults, written = Faults(), []
    preparation = Preparation(schema, faults)
    for name, path in files.items():
        with faults.gather():
            reader = CsvReader(path, table=TableFormat.of_schema(schema, header), expected=",".join(feature_names(schema)))
            layout = BatchLayout(schema, reader)
            # A folder beside the output, so that a bad batch leaves no half-written file there.
            part = folder.parent / (flat(name) + ".part")
            written.append((part, folder / flat(name)))
            write_rows(part, preparation.rows_of(reader, layout))
    if len(faults):
        for part, _ in written:
            part.unlink()
    faults.raise_if_any()
    for part, target in written:
        os.replace(part, target)
        print("prepared %s" % target.name)
    preparation.warn(findings)
    return preparation.rows


def main(argv: list[str]) -> None:
    options = Options(__doc__).option("header", flag).option("record-id", default="")
    arguments = options.option("input-key", default="").option("raw-prefix", default="").read(argv)
    schema = read_schema(input_dir("model") / "model.tar.gz")
    check_record_id(schema, arguments.record_id)
    findings = Findings("DataPreProcessingStep")
    raw = input_dir("raw")
    names = batch_names(csv_files(raw), raw, arguments.input_key, arguments.raw_prefix)
    write_names(list(names), output_dir("findings"))
    prepare_files(names, schema, arguments.header, output_dir("scoring"), findings)
    findings.write(output_dir("findings"))


if __name__ == "__main__":
    run(main)
