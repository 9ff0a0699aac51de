"""DataQualityCheckStep with the Script engine: statistics, constraints and violations in Model Monitor's file formats.

Reads   processing/input/baseline_dataset_input/*.csv (with header), and to check against
        processing/input/baseline_statistics/statistics.json, processing/input/baseline_constraints/constraints.json
Writes  processing/output/statistics.json, constraints.json, and if a check ran constraint_violations.json
        (an empty list where nothing is wrong) and drift.json: per feature what a check of so few rows could have seen

`--mode baseline` never checks; `--mode check` does, unless `--skip-check true`. Statistics and constraints are always
those of the dataset given, so that it can become the next baseline (`--register-new-baseline`, which the pipeline acts
on; the files are the same either way).
"""
from __future__ import annotations

from typing import Any

from lib.arguments import Options, flag, one_of
from lib.csv_tables import CsvReader, csv_files
from lib.data_constraints import find_violations, suggest_constraints
from lib.data_profiles import as_statistics, profile_files
from lib.drift_sight import describe_sight
from lib.job_runtime import base_dir, input_dir, output_dir, read_json, run, write_json


def main(argv: list[str]) -> None:
    options = Options(__doc__).option("mode", one_of("baseline", "check"))
    arguments = options.option("skip-check", flag, "false").option("register-new-baseline", flag, "false").read(argv)
    check = arguments.mode == "check" and not arguments.skip_check
    statistics: dict[str, Any] = {}
    constraints: dict[str, Any] = {}
    if check:
        statistics = read_json(input_dir("baseline_statistics") / "statistics.json")
        constraints = read_json(input_dir("baseline_constraints") / "constraints.json")

    files = csv_files(input_dir("baseline_dataset_input"))
    known = {feature["name"]: feature["inferred_type"] for feature in constraints.get("features", [])}
    profiles = profile_files([CsvReader(path, header=True) for path in files], known)

    folder = output_dir()
    write_json(folder / "statistics.json", as_statistics(profiles), indent=None)
    write_json(folder / "constraints.json", suggest_constraints(profiles))
    message = "Completed: Job completed successfully with no violations."
    if check:
        violations = find_violations(profiles, statistics, constraints)
        write_json(folder / "constraint_violations.json", {"violations": violations})
        sight = describe_sight(profiles, statistics, constraints)
        write_json(folder / "drift.json", sight)
        for feature in sight["features"]:
            print("%s: %s" % (feature["name"], feature["sentence"]))
        for violation in violations:
            print("%(feature_name)s: %(constraint_check_type)s: %(description)s" % violation)
        if violations:
            message = ("CompletedWithViolations: Job completed successfully with %d violations." % len(violations))
    print(message)
    # Model Monitor's analyzer leaves the same line for the processing job's ExitMessage.
    (base_dir() / "output").mkdir(parents=True, exist_ok=True)
    (base_dir() / "output" / "message").write_text(message + "\n", encoding="utf-8")


if __name__ == "__main__":
    run(main)
