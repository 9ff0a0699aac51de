#!/usr/bin/env python3
"""Turns the JSON of './mlops resources --json' into Terraform's JSON, so that 'terraform validate' judges the arguments.

    python3 eng/graph_to_terraform.py GRAPH.json > main.tf.json

Resources keep their values; references are plain values already. Pulumi's names follow Terraform's by rule (camel case,
plurals of lists); what the rule doesn't give stands in the tables below.
"""
import json
import re
import sys

# Terraform's type where it isn't aws_ + module + class in snake case.
TYPES = {
    "aws:s3/bucketObjectv2:BucketObjectv2": "aws_s3_object",
    "aws:secretsmanager/secret:Secret": "aws_secretsmanager_secret",
}
# Arguments that Terraform names otherwise.
RENAMED = {
    "aws:cloudwatch/metricAlarm:MetricAlarm": {"name": "alarm_name"},
    "aws:lambda/function:Function": {"name": "function_name", "code": "filename"},
    "aws:lambda/layerVersion:LayerVersion": {"code": "filename"},
    "aws:lambda/permission:Permission": {"function": "function_name"},
    "aws:sns/topicSubscription:TopicSubscription": {"topic": "topic_arn"},
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {"rules": "rule"},
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {"rules": "rule"},
}
# Lists whose singular is Terraform's block, wherever they occur.
SINGULAR = {"pipelineParameterLists": "pipeline_parameter_list", "pipelineParameters": "pipeline_parameter"}
# Maps whose keys are the user's.
VERBATIM = {"tags", "variables", "dimensions"}


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def terraform_type(token):
    if token in TYPES:
        return TYPES[token]
    _, module, class_name = re.match(r"(aws):(\w+)/\w+:(\w+)", token).groups()
    name = snake(class_name)
    return f"aws_{module}_{name}"


def literal(text):
    return text.replace("${", "$${").replace("%{", "%%{")


def value(node):
    if isinstance(node, dict):
        if set(node) == {"archive"} or set(node) == {"asset"}:
            content = next(iter(node.values()))
            return content if isinstance(content, str) else "archive.zip"
        return {SINGULAR.get(key, snake(key)): {k: literal(str(v)) for k, v in item.items()} if key in VERBATIM else value(item)
                for key, item in node.items()}
    if isinstance(node, list):
        return [value(item) for item in node]
    return literal(node) if isinstance(node, str) else node


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        graph = json.load(file)
    resources = {}
    for resource in graph["resources"]:
        token = resource["type"]
        if not token.startswith("aws:"):
            continue
        renamed = RENAMED.get(token, {})
        arguments = {}
        for key, item in resource["inputs"].items():
            if key in VERBATIM:
                arguments[key] = {k: literal(str(v)) for k, v in item.items()}
            else:
                arguments[renamed.get(key, snake(key))] = value(item)
        label = re.sub(r"[^A-Za-z0-9_-]", "_", resource["name"])
        if not re.match(r"[A-Za-z_]", label):
            label = "_" + label
        resources.setdefault(terraform_type(token), {})[label] = arguments
    json.dump({
        "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
        "provider": {"aws": {"region": "eu-west-1"}},
        "resource": resources,
    }, sys.stdout, indent=1, sort_keys=True)


if __name__ == "__main__":
    main()
