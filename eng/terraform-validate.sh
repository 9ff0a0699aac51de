#!/usr/bin/env bash
# Lets Terraform's AWS provider judge the arguments of every declared resource: writes the resource graph of a stack as
# .tf.json and runs 'terraform validate' on it. Needs terraform; without network also its AWS provider on this machine:
#   TF_PLUGIN_DIR=/path/to/plugins eng/terraform-validate.sh dev
# The provider's generation may be older than the Pulumi package's: what only the newer one has is listed in the converter.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
command -v terraform >/dev/null || { echo "terraform is not on the PATH; nothing was validated." >&2; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
[[ $# -gt 0 ]] || set -- dev staging prod docs/examples/Pulumi.single.yaml
for stack in "$@"; do
  folder=$work/$(basename "$stack"); mkdir -p "$folder"
  "$root/mlops" resources --stack "$stack" --json >"$folder/graph.json"
  python3 "$root/eng/graph_to_terraform.py" "$folder/graph.json" >"$folder/main.tf.json"
  rm "$folder/graph.json"
  (cd "$folder" && terraform init -input=false -no-color ${TF_PLUGIN_DIR:+-plugin-dir="$TF_PLUGIN_DIR"} >init.log 2>&1 || { cat init.log >&2; exit 1; })
  (cd "$folder" && terraform validate -no-color) || { echo "$stack: refused" >&2; exit 1; }
  echo "$stack: accepted"
done
