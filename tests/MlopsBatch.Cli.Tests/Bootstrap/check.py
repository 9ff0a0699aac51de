"""Holds the calls that aws.sh noted in the file RAW against botocore's models; prints one JSON line for each.

usage: check.py RAW
"""
import base64
import functools
import json
import sys

import botocore.session
from botocore import xform_name
from botocore.validate import ParamValidator

PLACES = ("STATE_BUCKET", "KEY_ARN", "ACCOUNT", "GITLAB_HOST", "PROJECT_PATH", "READER_ARN", "BRANCH")
SESSION = botocore.session.get_session()


@functools.cache
def operation_of(service, command):
    model = SESSION.get_service_model("s3" if service == "s3api" else service)
    operation = model.operation_model(next(name for name in model.operation_names if xform_name(name, "-") == command))
    if "ThumbprintList" in operation.input_shape.required_members:
        # IAM finds it by itself since 2024; models from before still ask for it.
        operation.input_shape.required_members.remove("ThumbprintList")
    return operation


def value(text, shape):
    if shape.type_name == "structure" and not text.startswith("{"):
        return {k: value(v, shape.members[k]) for k, v in (pair.split("=", 1) for pair in text.split(","))}
    if shape.type_name == "structure":
        return json.loads(text)
    if shape.type_name == "list":
        return text.split(" ")
    if shape.type_name == "integer":
        return int(text)
    return text == "true" if shape.type_name == "boolean" else text


for line in open(sys.argv[1], encoding="ascii"):
    service, command, *words = base64.b64decode(line).decode().split("\0")[:-1]
    operation = operation_of(service, command)
    members = {xform_name(name, "-"): (name, shape) for name, shape in operation.input_shape.members.items()}
    arguments = {}
    if "--set-as-default" in words:
        words.remove("--set-as-default")
        arguments["SetAsDefault"] = True
    for option, text in zip(words[::2], words[1::2], strict=True):
        if option in ("--query", "--output"):
            continue
        name, shape = members[option[2:]]
        arguments[name] = value(text, shape)
        if name.endswith("Document") or name == "Policy":
            assert json.loads(text)["Statement"]
            assert not any(place in text for place in PLACES), text
    report = ParamValidator().validate(arguments, operation.input_shape)
    if report.has_errors():
        sys.exit(f"aws {service} {command}: {report.generate_report()}")
    print(json.dumps([service, command, arguments]))
