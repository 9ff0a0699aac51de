#!/usr/bin/env python3
"""Trims SageMaker's API model to the shapes that the local cloud checks pipeline steps against.

usage: sagemaker-shapes.py service-2.json > src/MlopsBatch.LocalCloud/SageMaker/Shapes/api-shapes.json

The input is botocore's data/sagemaker/2017-07-24/service-2.json (Apache-2.0). Kept are names, types, bounds,
patterns and enumerations; documentation is dropped.
"""
import json
import sys

ROOTS = [
    "CreateProcessingJobRequest", "DescribeProcessingJobResponse",
    "CreateTrainingJobRequest", "DescribeTrainingJobResponse",
    "CreateHyperParameterTuningJobRequest", "DescribeHyperParameterTuningJobResponse",
    "HyperParameterTrainingJobSummary",
    "CreateTransformJobRequest", "DescribeTransformJobResponse",
    "CreateModelInput", "DescribeModelOutput",
    "CreateModelPackageInput", "DescribeModelPackageOutput", "UpdateModelPackageInput",
    "CreatePipelineRequest", "Parameter",
    # What the HTTP face answers.
    "ListPipelinesRequest", "ListPipelinesResponse", "DescribePipelineRequest", "DescribePipelineResponse",
    "StartPipelineExecutionRequest", "StartPipelineExecutionResponse",
    "StopPipelineExecutionRequest", "StopPipelineExecutionResponse",
    "DescribePipelineExecutionRequest", "DescribePipelineExecutionResponse",
    "ListPipelineExecutionsRequest", "ListPipelineExecutionsResponse",
    "ListPipelineExecutionStepsRequest", "ListPipelineExecutionStepsResponse",
    "ListPipelineParametersForExecutionRequest", "ListPipelineParametersForExecutionResponse",
    "DescribePipelineDefinitionForExecutionRequest", "DescribePipelineDefinitionForExecutionResponse",
    "CreateModelPackageGroupInput", "CreateModelPackageGroupOutput", "DeleteModelPackageGroupInput",
    "ListModelPackageGroupsInput", "ListModelPackageGroupsOutput",
    "DescribeModelPackageGroupInput", "DescribeModelPackageGroupOutput",
    "ListModelPackagesInput", "ListModelPackagesOutput", "DescribeModelPackageInput",
    "CreateModelPackageOutput", "UpdateModelPackageOutput", "DeleteModelPackageInput",
    "ListModelsInput", "ListModelsOutput", "DescribeModelInput", "DeleteModelInput", "ListTagsInput", "ListTagsOutput",
]


def main(path):
    with open(path, encoding="utf-8") as file:
        shapes = json.load(file)["shapes"]
    kept = {}

    def keep(name):
        if name in kept:
            return
        shape = shapes[name]
        out = {k: shape[k] for k in ("type", "required", "enum", "pattern", "min", "max") if k in shape}
        kept[name] = out
        if "members" in shape:
            out["members"] = {k: v["shape"] for k, v in shape["members"].items()}
        for k in ("member", "key", "value"):
            if k in shape:
                out[k] = shape[k]["shape"]
        for child in [*out.get("members", {}).values(), *(out[k] for k in ("member", "key", "value") if k in out)]:
            keep(child)

    for root in ROOTS:
        keep(root)
    print("{")
    print(",\n".join(f"{json.dumps(n)}:{json.dumps(kept[n], separators=(',', ':'))}" for n in sorted(kept)))
    print("}")


if __name__ == "__main__":
    main(sys.argv[1])
