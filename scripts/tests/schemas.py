"""Checks a report against its JSON schema: of the standard, what our schemas use."""
import json
import re

from tests.container import SCRIPTS

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "integer": int,
         "number": (int, float)}


def check(report, name):
    """Raises an AssertionError that names each place that is not as the schema says."""
    schema = json.loads((SCRIPTS / "schemas" / (name + ".schema.json")).read_text(encoding="utf-8"))
    faults = list(_faults(report, schema, schema, name))
    unknown = sorted(set(report) - set(schema["properties"]))
    assert not faults and not unknown, faults + unknown


def _faults(value, schema, root, path):
    if "$ref" in schema:
        schema = dict(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], **schema)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, TYPES[kind]) and (kind == "boolean") == isinstance(value, bool)
                         for kind in kinds):
        yield "%s: %r is no %s" % (path, value, " or ".join(kinds))
        return
    if "enum" in schema and value not in schema["enum"] or "const" in schema and value != schema["const"]:
        yield "%s: %r is not among %s" % (path, value, schema.get("enum", schema.get("const")))
    if isinstance(value, str) and not (schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
                                       and re.search(schema.get("pattern", ""), value)):
        yield "%s: %r has a length or a character that isn't allowed" % (path, value)
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                yield "%s: lacks %s" % (path, key)
        for key, rule in schema.get("properties", {}).items():
            if key in value:
                yield from _faults(value[key], rule, root, path + "." + key)
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from _faults(item, schema["items"], root, "%s[%d]" % (path, index))
