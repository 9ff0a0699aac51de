#!/usr/bin/env bash
# Plants faults in what the example stacks declare, one at a time, and prints for each kind how many the proofs don't see.
# How many a stack: the first argument, or all of them (which takes some minutes). Exit code 1 if one is unseen without a reason
# in tests/MlopsBatch.Tests/Proof/Mutations/survivors.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
MLOPS_MUTANTS=${1:-all} dotnet test tests/MlopsBatch.Tests --filter FullyQualifiedName~Proof.Mutations --logger "console;verbosity=detailed" |
  grep -E "planted|UNSEEN|Passed|Failed|Total"
