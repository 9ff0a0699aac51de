#!/usr/bin/env python3
"""Writes the endpoints that AWS's own rules give for the services that the stand-ins of offline/ have a client for.

    python3 eng/generate_official_endpoints.py > tests/MlopsBatch.Offline.Tests/Aws/official-endpoints.txt

Needs botocore (pip install botocore), which has these rules as data; AWS's clients for .NET are generated from the same.
A line has the service, what is asked for (plain, fips, dualstack, fips+dualstack), the endpoint, and the regions that it
holds for.
"""
import sys
from collections import defaultdict

import botocore
from botocore.endpoint_provider import EndpointProvider
from botocore.loaders import Loader

SERVICES = ["events", "sagemaker", "secretsmanager", "sns"]
KINDS = {"plain": (False, False), "fips": (True, False), "dualstack": (False, True), "fips+dualstack": (True, True)}


def main():
    loader = Loader()
    partitions = loader.load_data("partitions")
    regions = [region for partition in partitions["partitions"] for region in sorted(partition["regions"])]
    print(f"# What AWS's own rules give, by {sys.argv[0]} from botocore {botocore.__version__}: see there.")
    for service in SERVICES:
        provider = EndpointProvider(loader.load_service_model(service, "endpoint-rule-set-1"), partitions)
        for kind, (fips, dual_stack) in KINDS.items():
            held = defaultdict(list)
            for region in regions:
                url = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack).url
                held[url.replace(f".{region}.", ".{region}.")].append(region)
            for url, where in held.items():
                print(f"{service}\t{kind}\t{url}\t{' '.join(where)}")


if __name__ == "__main__":
    main()
