"""DataCheckPreProcessingStep: the batch as the data quality check wants it, exactly like the training baseline.

Reads   processing/input/scoring/*.csv (prepared rows), processing/input/model/model.tar.gz
Writes  processing/output/data_check/data_check.csv: raw features with header, training order, no record id
"""
from __future__ import annotations

from pathlib import Path
from typing import Iterator, Sequence

from lib.arguments import Options
from lib.csv_tables import CsvReader, csv_files, write_rows
from lib.feature_schema import feature_names
from lib.job_runtime import UserFault, input_dir, output_dir, run, shown
from lib.model_artifact import read_schema


def feature_rows(files: Sequence[Path], width: int, has_id: int) -> Iterator[list[str]]:
    """The feature fields of all prepared rows."""
    for path in files:
        reader = CsvReader(path, header=False)
        if reader.width != width + has_id:
            raise UserFault("%s: %d columns, but the model's schema makes %d of a batch; the file must be an output of "
                            "scoring_preprocessing.py with this model" % (shown(path), reader.width, width + has_id))
        for chunk in reader.chunks():
            yield from (row[has_id:] for row in chunk.rows) if has_id else chunk.rows


def main(argv: list[str]) -> None:
    Options(__doc__).read(argv)
    schema = read_schema(input_dir("model") / "model.tar.gz")
    names = feature_names(schema)
    rows = feature_rows(csv_files(input_dir("scoring")), len(names), int(schema["recordId"] is not None))
    write_rows(output_dir("data_check") / "data_check.csv", rows, names)


if __name__ == "__main__":
    run(main)
