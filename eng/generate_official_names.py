#!/usr/bin/env python3
"""Writes tests/MlopsBatch.OfficialNames/Names.generated.cs from eng/official-type-names.json.

    python3 eng/generate_official_names.py

An empty type for each public type of the official packages that offline/ has no stand-in for. Compiled beside our sources they
make a name that would be ambiguous with the official packages ambiguous here, too.
"""
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "tests" / "MlopsBatch.OfficialNames" / "Names.generated.cs"
HEADER = "// Written by eng/generate_official_names.py from eng/official-type-names.json: change these, not this file.\n"
TYPE = re.compile(r"^\s*(?:public|internal) (?:(?:static|sealed|abstract|readonly|partial|record) )*"
                  r"(?:class|struct|enum|interface|record|delegate \S+) ?(\w+)(?:<([\w, ]+)>)?", re.M)
NAMESPACE = re.compile(r"^namespace ([\w.]+)", re.M)


def stand_ins():
    """(namespace, name with arity) of everything in offline/."""
    found = set()
    for path in (ROOT / "offline").rglob("*.cs"):
        text = path.read_text(encoding="utf-8-sig")
        namespace = NAMESPACE.search(text)
        if namespace and "obj" not in path.parts:
            for name, parameters in TYPE.findall(text):
                found.add((namespace[1], name + (f"`{parameters.count(',') + 1}" if parameters else "")))
    return found


def declaration(name):
    name, _, arity = name.partition("`")
    return f"class {name}" + (f"<{', '.join(f'T{i}' for i in range(int(arity)))}>" if arity else "") + ";"


def main():
    types = json.loads((ROOT / "eng" / "official-type-names.json").read_text(encoding="utf-8"))["types"]
    ours = stand_ins()
    text = HEADER
    for namespace, names in types.items():
        # Two names are longer than a line of source may be; nobody writes them.
        missing = [name for name in names.split() if (namespace, name) not in ours and len(declaration(name)) <= 140]
        if missing:
            text += f"\nnamespace {namespace}\n{{\n" + "".join(f"{declaration(name)}\n" for name in missing) + "}\n"
    TARGET.write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
