"""The yardstick: a Lambda function in Python with boto3 that publishes the very message of the notification function.

It composes only the mail of event.json with settings.json (a step with a custom message) and speaks the Lambda Runtime
API with the standard library alone, which is less than Lambda's own Python runtime does at a start.
"""
import http.client
import json
import os
from datetime import datetime

import boto3

SNS = boto3.client("sns", endpoint_url=os.environ.get("AWS_ENDPOINT_URL"))
TOPIC = os.environ["OPERATIONS_TOPIC_ARN"]
with open(os.environ["SETTINGS_FILE"], encoding="utf-8") as file:
    CUSTOM = json.load(file)["custom"]


def handle(event):
    detail = event["detail"]
    step, status = detail["stepName"], detail["currentStepStatus"]
    text = next(c["stepCustomMessage"] for c in CUSTOM if (c["stepName"], c["stepStatus"]) == (step, status))
    execution = detail["pipelineExecutionArn"].rsplit("/", 1)[-1]
    pipeline = detail["pipelineArn"].rsplit("/", 1)[-1]
    region = event["region"]
    started, ended = (datetime.fromisoformat(detail[key].replace("Z", "+00:00")) for key in ("stepStartTime", "stepEndTime"))
    minutes, seconds = divmod(int((ended - started).total_seconds()), 60)
    console = f"https://{region}.console.aws.amazon.com"
    job = detail["metadata"]["processingJob"]["arn"]
    subject = f"Pipeline {pipeline}, {step} {status}: {text}"
    body = "\n".join([
        text, "",
        f"Step {step} of pipeline {pipeline} is now {status}.", "",
        f"Reason: {detail['failureReason']}", "",
        "If the execution ends because of it, a mail of its own says what to do.", "",
        f"Pipeline: {pipeline}",
        f"Execution: {execution}",
        f"Started: {started:%Y-%m-%d %H:%M} UTC",
        f"Ended: {ended:%Y-%m-%d %H:%M} UTC, after {minutes} min {seconds} s",
        f"Account: {event['account']}, {region}",
        f"Job: {job}", "",
        f"Log: {console}/cloudwatch/home?region={region}#logsV2:log-groups/log-group/"
        f"$252Faws$252Fsagemaker$252FProcessingJobs$3FlogStreamNameFilter$3Dpipelines-{execution}-{step}",
        f"In Studio: {console}/sagemaker/home?region={region}#/studio",
        "",
    ])
    SNS.publish(
        TopicArn=TOPIC,
        Subject=subject if len(subject) <= 99 else subject[:96] + "...",
        Message=body,
        MessageAttributes={
            name: {"DataType": "String", "StringValue": value}
            for name, value in (("model", "none"), ("severity", "error"), ("kind", "step"))
        },
    )


def main():
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    base = "/2018-06-01/runtime/invocation/"
    while True:
        connection.request("GET", base + "next")
        response = connection.getresponse()
        event = json.load(response)
        handle(event)
        connection.request("POST", f"{base}{response.headers['Lambda-Runtime-Aws-Request-Id']}/response", b"")
        connection.getresponse().read()


main()
