"""DataPreProcessingStep: checks a batch and brings it into the order the approved model was trained with.

Reads   processing/input/raw/*.csv, processing/input/model/model.tar.gz (its schema.json says which columns)
Writes  processing/output/scoring/<same file name>: headerless; the record id first if there is one, then the raw
        features in training order; missing values are empty
"""
import os

import numpy as np

from lib.arguments import Options, flag
from lib.csv_tables import CsvReader, category, csv_files, parse_numbers, write_rows
from lib.feature_schema import BatchLayout, check_record_id
from lib.job_runtime import Faults, input_dir, output_dir, run
from lib.model_artifact import read_schema


def clean_column(chunk, position, feature, faults, missing):
    """A feature's fields: numbers checked and missing values emptied; counts the missing ones."""
    texts = chunk.column(position)
    if feature["kind"] == "categorical":
        texts = [category(text) for text in texts]
        missing[feature["name"]] += texts.count("")
        return texts
    values, bad = parse_numbers(texts)
    where = "%s, line %d, column '%s'"
    for index in bad:
        hint = ""
        if chunk.line(index) == 1 and texts[index].strip() == feature["name"]:
            hint = "; a header line seems to be left in: remove it, or configure 'header: true' (--header in a rehearsal)"
        faults.add((where + ": '%s' is no number; allowed: a number (with a decimal point), or empty for a missing "
                    "value%s") % (chunk.file_name, chunk.line(index), feature["name"], texts[index], hint))
    for index in np.flatnonzero(np.isinf(values)).tolist():
        faults.add((where + ": '%s' is not finite; allowed: a finite number, or empty for a missing value")
                   % (chunk.file_name, chunk.line(index), feature["name"], texts[index]))
    absent = np.flatnonzero(np.isnan(values)).tolist()
    missing[feature["name"]] += len(absent)
    for index in absent:
        texts[index] = ""
    return texts


def header_line_fault(chunk, layout, schema):
    """The fault text if the first line of a headerless file holds words in every numeric column, else None."""
    numeric = [position for position, feature in zip(layout.features, schema["features"])
               if feature["kind"] == "numeric"]
    if not numeric or len(chunk.rows) < 2 or chunk.line(0) != 1:
        return None
    _, bad = parse_numbers([chunk.rows[0][position] for position in numeric])
    if len(bad) < len(numeric) or parse_numbers([chunk.rows[1][position] for position in numeric])[1]:
        return None
    return ("%s, line 1: '%s', while numbers are expected: a header line seems to be left in; remove it, or configure "
            "'header: true'" % (chunk.file_name, ",".join(chunk.rows[0])[:100]))


def prepare(reader, layout, schema, faults, missing):
    """Yields the prepared rows of one file."""
    first = not reader.header
    for chunk in reader.chunks(faults):
        if first:
            fault = header_line_fault(chunk, layout, schema)
            if fault:
                faults.add(fault)
                return
            first = False
        columns = [clean_column(chunk, position, feature, faults, missing)
                   for position, feature in zip(layout.features, schema["features"])]
        if layout.record_id is not None:
            ids = [text.strip() for text in chunk.column(layout.record_id)]
            for index in (i for i, text in enumerate(ids) if not text):
                faults.add("%s, line %d: the record id is empty; each record needs one"
                           % (chunk.file_name, chunk.line(index)))
            columns.insert(0, ids)
        if not len(faults):
            yield from zip(*columns)


def main(argv):
    arguments = Options(__doc__).option("header", flag).option("record-id", default="").read(argv)
    header = arguments.header
    schema = read_schema(input_dir("model") / "model.tar.gz")
    check_record_id(schema, arguments.record_id)
    folder, files = output_dir("scoring"), csv_files(input_dir("raw"))
    missing = {feature["name"]: 0 for feature in schema["features"]}
    faults, written = Faults(), []
    for path in files:
        reader = CsvReader(path, header)
        layout = BatchLayout(schema, reader)
        # A folder beside the output, so that a bad batch leaves no half-written file there.
        part = folder.parent / (path.name + ".part")
        written.append((part, folder / path.name))
        write_rows(part, prepare(reader, layout, schema, faults, missing))
    if len(faults):
        for part, _ in written:
            part.unlink()
    faults.raise_if_any()
    for part, target in written:
        os.replace(part, target)
        print("prepared %s" % target.name)
    for name, count in missing.items():
        if count:
            print("warning: column '%s' has %d missing values; they are filled as in training" % (name, count))


if __name__ == "__main__":
    run(main)
