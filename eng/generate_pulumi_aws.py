#!/usr/bin/env python3
"""Writes the C# of offline/Pulumi.Aws from eng/pulumi-aws.json.

    python3 eng/generate_pulumi_aws.py [--out FOLDER]

One file for each resource and function, one for each namespace's nested inputs, nested outputs and enums. The output
depends on the JSON only; files of an earlier run that are not written any more are deleted.
To add a class, add its entry to the JSON (its form is explained there) and run this again.
"""
import argparse
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.\n#nullable enable\n"


def literal(text):
    return json.dumps(text)


def qualified(type_name):
    """Types of the package itself start at the root, so that no class or namespace near by can hide them."""
    return re.sub(r"(?<![.\w])Pulumi\.", "global::Pulumi.", type_name)


def input_member(wire, name, type_name, required, json_text=False, secret=False):
    type_name = qualified(type_name)
    flags = (", required: true" if required else "") + (", json: true" if json_text else "")
    attribute = f"[Input({literal(wire)}{flags})]"
    field = "_" + name[0].lower() + name[1:]
    if type_name.startswith(("InputList<", "InputMap<")):
        return (f"    {attribute} private {type_name}? {field};\n"
                f"    public {type_name} {name} {{ get => {field} ??= new(); set => {field} = value; }}\n")
    if secret:
        return (f"    {attribute} private {type_name}? {field};\n"
                f"    public {type_name}? {name} {{ get => {field}; set => {field} = value is null ? null : ({type_name})Output.CreateSecret(value.ToOutput()); }}\n")
    if required:
        return f"    {attribute} public {type_name} {name} {{ get; set; }} = null!;\n"
    return f"    {attribute} public {type_name}? {name} {{ get; set; }}\n"


# What the official ProviderArgs() sets: the first of the variables that is there, and plain values.
PROVIDER_DEFAULTS = {
    "Region": 'Utilities.Variable("AWS_REGION", "AWS_DEFAULT_REGION")',
    "SkipCredentialsValidation": "false",
    "SkipRegionValidation": "true",
}


def args_class(name, base, inputs, provider=False, secrets=()):
    text = f"\npublic sealed class {name} : global::Pulumi.{base}\n{{\n"
    if provider:
        text += f"    public {name}()\n    {{\n" + "".join(
            f"        {member} = {value};\n" for member, value in PROVIDER_DEFAULTS.items()) + "    }\n\n"
    for wire, (member, type_name, required) in inputs.items():
        text += input_member(wire, member, type_name, required, provider and type_name != "Input<string>", wire in secrets)
    return text + "}\n"


def resource_file(key, resource):
    class_name = key.split(".")[-1]
    provider = resource["token"].startswith("pulumi:providers:")
    token = "aws" if provider else resource["token"]
    args = f"{class_name}Args" + ("" if resource["argsRequired"] else "?")
    default = "" if resource["argsRequired"] else " = null"
    options = ", ".join(["options"] + [f"{label}: [{', '.join(map(literal, values))}]" for label, values in (
        ("aliases", resource["aliases"]), ("secrets", resource["additionalSecretOutputs"])) if values])
    text = HEADER + f"using System.Collections.Immutable;\n\nnamespace {resource['namespace']};\n\n"
    text += f"/// <summary>{resource['token']}</summary>\n"
    text += f"public partial class {class_name} : global::Pulumi.{'ProviderResource' if provider else 'CustomResource'}\n{{\n"
    for wire, (name, type_name) in resource["outputs"].items():
        text += f"    [Output({literal(wire)})] public Output<{qualified(type_name)}> {name} {{ get; private set; }} = null!;\n"
    text += (f"\n    public {class_name}(string name, {args} args{default}, CustomResourceOptions? options = null)\n"
             f"        : base({literal(token)}, name, args ?? new {class_name}Args(), Utilities.Defaults({options})) {{ }}\n}}\n")
    return text + args_class(f"{class_name}Args", "ResourceArgs", resource["inputs"], provider, resource["secretInputs"])


def output_type(name, fields):
    parameter = {wire: "@" + wire for wire in fields}
    text = f"\n[OutputType]\npublic sealed class {name}\n{{\n"
    for member, type_name in fields.values():
        text += f"    public readonly {qualified(type_name)} {member};\n"
    parameters = ", ".join(f"{qualified(type_name)} {parameter[wire]}" for wire, (_, type_name) in fields.items())
    text += f"\n    [OutputConstructor]\n    private {name}({parameters})\n    {{\n"
    for wire, (member, _) in fields.items():
        text += f"        {member} = {parameter[wire]};\n"
    return text + "    }\n}\n"


def enum_type(name, values):
    text = f"\n[EnumType]\npublic readonly struct {name} : IEquatable<{name}>\n{{\n    private readonly string _value;\n\n"
    text += f"    private {name}(string value) => _value = value;\n\n"
    for member, value in values.items():
        text += f"    public static {name} {member} {{ get; }} = new({literal(value)});\n"
    return text + f"""
    public static bool operator ==({name} left, {name} right) => left.Equals(right);

    public static bool operator !=({name} left, {name} right) => !left.Equals(right);

    public static explicit operator string({name} value) => value._value;

    public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is {name} other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode() ?? 0;

    public override string ToString() => _value;
}}
"""


def function_file(name, function):
    token, result = literal(function["token"]), f"{name}Result"
    text = HEADER + "using System.Threading.Tasks;\n\nnamespace Pulumi.Aws;\n\n"
    text += f"/// <summary>{function['token']}</summary>\npublic static class {name}\n{{\n"
    text += (f"    public static Task<{result}> InvokeAsync({name}Args? args = null, InvokeOptions? options = null)\n"
             f"        => Deployment.Instance.InvokeAsync<{result}>({token}, args ?? new {name}Args(), Utilities.Defaults(options));\n\n"
             f"    public static Output<{result}> Invoke({name}InvokeArgs? args = null, InvokeOptions? options = null)\n"
             f"        => Deployment.Instance.Invoke<{result}>({token}, args ?? new {name}InvokeArgs(), Utilities.Defaults(options));\n\n"
             f"    public static Output<{result}> Invoke({name}InvokeArgs args, InvokeOutputOptions options)\n"
             f"        => Deployment.Instance.Invoke<{result}>({token}, args ?? new {name}InvokeArgs(), Utilities.Defaults(options));\n}}\n")
    text += f"\npublic sealed class {name}Args : global::Pulumi.InvokeArgs\n{{\n"
    for wire, (member, type_name) in function["args"].items():
        text += f"    [Input({literal(wire)})] public {type_name} {member} {{ get; set; }}\n"
    text += "}\n"
    text += args_class(f"{name}InvokeArgs", "InvokeArgs", {
        wire: (member, f"Input<{type_name.rstrip('?')}>", False) for wire, (member, type_name) in function["args"].items()})
    return text + output_type(result, function["result"])


def grouped(types):
    """The types by namespace, in order."""
    groups = {}
    for full_name, members in sorted(types.items()):
        namespace, name = full_name.rsplit(".", 1)
        groups.setdefault(namespace, {})[name] = members
    return groups


def folder_of(namespace):
    return namespace[len("Pulumi.Aws"):].lstrip(".").replace(".", "/")


def files(model):
    """Relative path -> text of everything there is to write."""
    written = {}
    for key, resource in model["resources"].items():
        written[f"{folder_of(resource['namespace'])}/{key.split('.')[-1]}.generated.cs"] = resource_file(key, resource)
    for name, function in model["functions"].items():
        written[f"{name}.generated.cs"] = function_file(name, function)
    for namespace, types in grouped(model["inputTypes"]).items():
        text = HEADER + f"using System.Collections.Immutable;\n\nnamespace {namespace};\n"
        text += "".join(args_class(name, "ResourceArgs", members) for name, members in types.items())
        written[f"{folder_of(namespace)}.generated.cs"] = text
    for namespace, types in grouped(model["outputTypes"]).items():
        text = HEADER + f"using System.Collections.Immutable;\n\nnamespace {namespace};\n"
        text += "".join(output_type(name, members) for name, members in types.items())
        written[f"{folder_of(namespace)}.generated.cs"] = text
    for namespace, types in grouped(model["enums"]).items():
        text = HEADER + f"namespace {namespace};\n" + "".join(enum_type(name, values) for name, values in types.items())
        written[f"{folder_of(namespace)}/Enums.generated.cs"] = text
    version = HEADER + f"namespace Pulumi.Aws;\n\ninternal static partial class Utilities\n{{\n    public const string Version = {literal(model['version'])};\n}}\n"
    written["Utilities.Version.generated.cs"] = version
    return {path.lstrip("/"): text for path, text in written.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "offline" / "Pulumi.Aws", help="the folder to write to")
    out = parser.parse_args().out
    model = json.loads((ROOT / "eng" / "pulumi-aws.json").read_text(encoding="utf-8"))
    written = files(model)
    for path in out.rglob("*.generated.cs"):
        if path.relative_to(out).as_posix() not in written:
            path.unlink()
    for path, text in written.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))  # The same bytes on every system.


if __name__ == "__main__":
    main()
