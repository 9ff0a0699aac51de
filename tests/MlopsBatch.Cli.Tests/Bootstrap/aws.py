#!/usr/bin/python3
"""An AWS CLI that notes its calls, holds their arguments against botocore's models and remembers what was made."""
import json
import os
import sys

import botocore.session
from botocore import xform_name
from botocore.validate import ParamValidator

service, command, *words = sys.argv[1:]
client_name = "s3" if service == "s3api" else service
model = botocore.session.get_session().get_service_model(client_name)
operation = model.operation_model(next(name for name in model.operation_names if xform_name(name, "-") == command))
members = {xform_name(name, "-"): (name, shape) for name, shape in operation.input_shape.members.items()}


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


arguments = {}
for option, text in zip(words[::2], words[1::2], strict=True):
    if option in ("--query", "--output"):
        continue
    name, shape = members[option[2:]]
    arguments[name] = value(text, shape)
    if name.endswith("Document") or name == "Policy":
        assert json.loads(text)["Statement"]
        assert not any(word in text for word in ("STATE_BUCKET", "KEY_ARN", "ACCOUNT", "GITLAB_HOST", "PROJECT_PATH", "READER_ARN", "BRANCH"))
if "ThumbprintList" in operation.input_shape.required_members:
    # IAM finds it by itself since 2024; models from before still ask for it.
    operation.input_shape.required_members.remove("ThumbprintList")
report = ParamValidator().validate(arguments, operation.input_shape)
if report.has_errors():
    sys.exit(report.generate_report())

folder = os.environ["FOLDER"]
with open(f"{folder}/calls", "a", encoding="utf-8") as calls:
    calls.write(json.dumps([service, command, arguments]) + "\n")
try:
    with open(f"{folder}/made.json", encoding="utf-8") as file:
        made = json.load(file)
except FileNotFoundError:
    made = []

ident = {
    "kms": "key",
    "s3api": "bucket",
    "iam": next((str(arguments[k]) for k in ("RoleName", "OpenIDConnectProviderArn", "PolicyArn") if k in arguments), ""),
}.get(service)
verb = command.split("-")[0]
if command == "get-caller-identity":
    print("111122223333\tarn:aws:iam::111122223333:user/admin")
elif command in ("describe-key", "head-bucket", "get-role", "get-open-id-connect-provider", "get-policy"):
    if ident not in made:
        sys.exit("An error occurred (%s) when calling it: there is none" % ("404" if command == "head-bucket" else "NoSuchEntity"))
    print("arn:aws:kms:eu-west-1:111122223333:key/1")
elif command == "list-attached-role-policies":
    print("arn:aws:iam::aws:policy/PowerUserAccess arn:aws:iam::aws:policy/ReadOnlyAccess")
elif command == "create-open-id-connect-provider":
    made.append("arn:aws:iam::111122223333:oidc-provider/" + arguments["Url"].removeprefix("https://"))
elif command == "create-policy":
    made.append("arn:aws:iam::111122223333:policy/" + arguments["PolicyName"])
elif command in ("create-key", "create-bucket", "create-role"):
    made.append(ident)
    print("arn:aws:kms:eu-west-1:111122223333:key/1")
elif command == "delete-role":
    made.remove(ident)
with open(f"{folder}/made.json", "w", encoding="utf-8") as file:
    json.dump(made, file)
