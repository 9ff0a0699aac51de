#!/usr/bin/env bash
# Measures the packaged notification function against python_handler.py. How and why: README.md beside this file.
#   LAMBDA_EMULATOR=/path/to/emulate.py bench/lambda/run.sh [rounds]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
rounds=${1:-25}
python=${PYTHON:-/usr/bin/python3}
zip=$root/artifacts/notifications.zip

[[ -f ${LAMBDA_EMULATOR:-} ]] || { echo "run.sh: set LAMBDA_EMULATOR to the emulator's emulate.py (see bench/lambda/README.md)" >&2; exit 2; }
"$python" -c 'import boto3' 2>/dev/null || { echo "run.sh: $python has no boto3. Install it: sudo apt-get install -y python3-boto3" >&2; exit 2; }
[[ -f $zip ]] || "$root/mlops" package

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" -m zipfile -e "$zip" "$folder"
chmod 0755 "$folder/bootstrap"

arn=arn:aws:sns:eu-west-1:111122223333
"$python" "$LAMBDA_EMULATOR" --event "$here/event.json" --rounds "$rounds" --warm 40 --log "$folder/log" \
  --env "OPERATIONS_TOPIC_ARN=$arn:operations" --env "APPROVALS_TOPIC_ARN=$arn:approvals" --env "QUALITY_TOPIC_ARN=$arn:quality" \
  --env "SETTINGS_FILE=$here/settings.json" --json "$folder/figures.json" \
  --variant "native=$folder/bootstrap" --variant "python=$python $here/python_handler.py"

"$python" - "$folder/figures.json" "$zip" <<'P'
import json, os, statistics, sys
runs = json.load(open(sys.argv[1]))
cold = {name: statistics.median(r["cold"] for r in runs if r["name"] == name) for name in ("native", "python")}
memory = max(r["rss"] for r in runs if r["name"] == "native")
size = os.path.getsize(sys.argv[2]) / 1e6
rows = [("cold start", f"{cold['python'] / cold['native']:.1f} times faster than Python", "at least 10", cold["python"] >= 10 * cold["native"]),
        ("resident memory", f"{memory:.1f} MiB", "at most 30", memory <= 30), ("zip", f"{size:.2f} MB", "at most 6", size <= 6)]
same = len({json.dumps(r["message"], sort_keys=True) for r in runs}) == 1
rows.append(("message", "the same bytes from both" if same else "differs: bring python_handler.py up to date", "the same", same))
for name, value, goal, reached in rows:
    print(f"{'ok  ' if reached else 'FAIL'}  {name}: {value} (goal: {goal})")
sys.exit(not all(row[3] for row in rows))
P
