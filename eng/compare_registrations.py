#!/usr/bin/env python3
"""Compares what a program registered with an engine to what ./mlops resources shows.

    ./mlops resources --stack NAME --json > resources.json
    python3 eng/compare_registrations.py RECORDING.jsonl resources.json

RECORDING has a JSON object on each line; those with "kind": "resource" are registrations, with urn, type, protect and inputs.
Compared are the resources by URN, their protection and the names of their inputs: values hold what the engine answered.
Inputs that only the engine's answers give, and that it leaves out, are counted. Exit code 1 if something differs.
"""
import json
import sys


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        recorded = [json.loads(line) for line in lines if line.strip()]
    registered = {one["urn"]: one for one in recorded if one.get("kind") == "resource" and one["type"] != "pulumi:pulumi:Stack"}
    with open(sys.argv[2], encoding="utf-8") as file:
        shown = json.load(file)
    shown = {one["urn"]: one for one in (shown["resources"] if isinstance(shown, dict) else shown)}

    faults = [f"only registered: {urn}" for urn in sorted(registered.keys() - shown.keys())]
    faults += [f"only shown: {urn}" for urn in sorted(shown.keys() - registered.keys())]
    absent = 0
    for urn in sorted(registered.keys() & shown.keys()):
        one, other = registered[urn], shown[urn]
        if bool(one.get("protect")) != bool(other.get("protect")):
            faults.append(f"{urn}: protect is {one.get('protect')} registered, {other.get('protect')} shown")
        extra = one["inputs"].keys() - other["inputs"].keys()
        faults += [f"{urn}: input {name} is only registered" for name in sorted(extra)]
        absent += len(other["inputs"].keys() - one["inputs"].keys())

    print("\n".join(faults + [f"{len(registered)} registered, {len(shown)} shown, {len(faults)} differences, "
                              f"{absent} inputs that the engine's answers leave out"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
