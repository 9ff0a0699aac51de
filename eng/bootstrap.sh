#!/usr/bin/env bash
# Makes what Pulumi and GitLab need in an account before the first deployment, or takes it away again.
# What exists is kept, so it can be repeated. What its roles may do is made from the stack's resources (./mlops bootstrap
# policies); the rest stands in eng/bootstrap/*.json.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: eng/bootstrap.sh up|teardown --environment dev|staging|production --state-bucket NAME --gitlab HOST --project GROUP/PROJECT
                        [--stack NAME] [--policies FOLDER] [--branch main] [--region eu-west-1] [--registry-reader ARN] [--dry-run]

up        makes the state's bucket and key, GitLab as identity provider, the boundary, and the roles mlops-batch-ci and
          mlops-batch-ci-preview. Needs an administrator's credentials of the account, and
          a recent AWS CLI 2 (IAM finds the provider's thumbprint by itself).
          Again after a change that declares something of another kind or name, such as one more model; before what loses
          something is deployed for the last time.
teardown  takes both roles, their policies and the provider's audience away. Bucket, key and boundary stay: state and roles depend on them.

--environment      the account's audience is mlops-batch-ENVIRONMENT, as in .gitlab/model-build.yml and model-deploy.yml
--stack            whose resources the roles may look after; left out, dev, staging or prod, by the environment
--policies         folder of what ./mlops bootstrap policies --out wrote; left out, it is asked, which needs .NET (up only)
--registry-reader  role that looks up versions in the registry's account; left out, the one of a registry in this account
--dry-run          only prints the commands that change something
TEXT
}

fail() {
  echo "bootstrap: $1" >&2
  exit "${2:-1}"
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
verb=${1:-}
case $verb in
  up | teardown) shift ;;
  -h | --help) usage && exit 0 ;;
  *) usage >&2 && exit 2 ;;
esac
environment="" bucket="" gitlab="" project="" branch=main region=${AWS_REGION:-eu-west-1} reader="" stack="" policies="" dry_run=false
while [[ $# -gt 0 ]]; do
  if [[ $1 == --dry-run ]]; then
    dry_run=true
    shift
    continue
  fi
  [[ $# -ge 2 ]] || fail "$1 has no value" 2
  case $1 in
    --environment) environment=$2 ;;
    --state-bucket) bucket=$2 ;;
    --gitlab) gitlab=${2#https://} ;;
    --project) project=$2 ;;
    --branch) branch=$2 ;;
    --region) region=$2 ;;
    --registry-reader) reader=$2 ;;
    --stack) stack=$2 ;;
    --policies) policies=$2 ;;
    *) fail "'$1' is no option; see --help" 2 ;;
  esac
  shift 2
done
[[ $environment =~ ^(dev|staging|production)$ ]] || fail "--environment: got '$environment', needs dev, staging or production" 2
[[ $bucket =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] || fail "--state-bucket: got '$bucket', needs a bucket's name" 2
[[ $gitlab =~ ^[A-Za-z0-9.-]+(/[A-Za-z0-9._/-]+)?$ ]] || fail "--gitlab: got '$gitlab', needs a host such as gitlab.example.com" 2
# A '*' or a part left out would let other projects or branches take the deploying role.
[[ $project =~ ^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$ ]] || fail "--project: got '$project', needs a path such as group/project" 2
[[ $environment != production ]] || : "${stack:=prod}"
: "${stack:=$environment}"
[[ $stack =~ ^[A-Za-z0-9_.-]+$ ]] || fail "--stack: got '$stack', needs a stack's name" 2
[[ $branch =~ ^[A-Za-z0-9._/-]+$ ]] || fail "--branch: got '$branch', needs a branch's name" 2

export AWS_REGION=$region AWS_PAGER=""
read -r account caller < <(aws sts get-caller-identity --query '[Account, Arn]' --output text)
[[ $account =~ ^[0-9]{12}$ ]] || fail "sts get-caller-identity named no account; are there credentials?"
partition=$(cut -d: -f2 <<<"$caller")
iam="arn:$partition:iam::$account"
provider="$iam:oidc-provider/$gitlab"
boundary="$iam:policy/mlops-batch-boundary"
: "${reader:=$iam:role/mlops-batch-*-registry-reader}"
alias_name=alias/mlops-batch-state
key=""
echo "$verb in account $account, region $region, as $caller$([[ $dry_run == true ]] && echo ' (dry run: nothing is changed)')"

# Shows a command that changes something, and runs it unless this is a dry run.
change() {
  printf '+ aws'
  printf ' %q' "$@"
  echo
  if [[ $dry_run == false ]]; then aws "$@"; fi
}

# found COMMAND…: whether AWS has it; its answer is in $answer. Any other refusal than "there is none" ends the script.
found() {
  local errors status=0
  errors=$(mktemp)
  answer=$(aws "$@" 2>"$errors") || status=$?
  if [[ $status -ne 0 ]] && ! grep -qE '\((404|NoSuchEntity|NotFoundException|NoSuchBucket)\)' "$errors"; then
    cat "$errors" >&2
    rm -f "$errors"
    fail "aws $1 $2 was refused"
  fi
  rm -f "$errors"
  return "$status"
}

policy() {
  sed -e "s|STATE_BUCKET|$bucket|g; s|KEY_ARN|$key|g; s|READER_ARN|$reader|g; s|GITLAB_HOST|$gitlab|g; s|PROJECT_PATH|$project|g" \
    -e "s|BRANCH|$branch|g; s|ENVIRONMENT|$environment|g; s|REGION|$region|g; s|ACCOUNT|$account|g; s|arn:aws:|arn:$partition:|g" \
    "$here/bootstrap/$1.json" | tr -d '\n'
}

make_state() {
  if found kms describe-key --key-id "$alias_name" --query KeyMetadata.Arn --output text; then
    key=$answer
  else
    key="arn:$partition:kms:$region:$account:key/THE-KEY-MADE-ABOVE"
    if [[ $dry_run == true ]]; then
      change kms create-key --description "Pulumi state of mlops-batch" --query KeyMetadata.Arn --output text
    else
      echo "+ aws kms create-key --description 'Pulumi state of mlops-batch' --query KeyMetadata.Arn --output text"
      key=$(aws kms create-key --description "Pulumi state of mlops-batch" --query KeyMetadata.Arn --output text)
    fi
    change kms create-alias --alias-name "$alias_name" --target-key-id "$key"
  fi
  change kms enable-key-rotation --key-id "$key"
  # The owner is asked for each time, so that a bucket of that name in another account is refused.
  if ! found s3api head-bucket --bucket "$bucket" --expected-bucket-owner "$account"; then
    if [[ $region == us-east-1 ]]; then
      change s3api create-bucket --bucket "$bucket"
    else
      change s3api create-bucket --bucket "$bucket" --create-bucket-configuration "LocationConstraint=$region"
    fi
  fi
  local own=(--bucket "$bucket" --expected-bucket-owner "$account")
  change s3api put-bucket-versioning "${own[@]}" --versioning-configuration Status=Enabled
  change s3api put-public-access-block "${own[@]}" --public-access-block-configuration \
    BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  change s3api put-bucket-encryption "${own[@]}" --server-side-encryption-configuration "$(policy state-encryption)"
  change s3api put-bucket-policy "${own[@]}" --policy "$(policy state-bucket)"
}

make_provider() {
  if found iam get-open-id-connect-provider --open-id-connect-provider-arn "$provider"; then
    change iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn "$provider" --client-id "mlops-batch-$environment"
  else
    change iam create-open-id-connect-provider --url "https://$gitlab" --client-id-list "mlops-batch-$environment"
  fi
}

# A managed policy keeps five versions; the oldest makes room.
make_policy() {
  local name=$1 text=$2 arn="$iam:policy/$1" versions
  if ! found iam get-policy --policy-arn "$arn"; then
    change iam create-policy --policy-name "$name" --policy-document "$text"
    return 0
  fi
  if found iam list-policy-versions --policy-arn "$arn" --query 'Versions[?!IsDefaultVersion].VersionId' --output text; then
    read -ra versions <<<"$answer"
    if [[ ${#versions[@]} -ge 4 ]]; then change iam delete-policy-version --policy-arn "$arn" --version-id "${versions[-1]}"; fi
  fi
  change iam create-policy-version --policy-arn "$arn" --policy-document "$text" --set-as-default
}

remove_policy() {
  local name=$1 role=$2 arn="$iam:policy/$1" versions version
  if ! found iam get-policy --policy-arn "$arn"; then return 0; fi
  if found iam list-attached-role-policies --role-name "$role" --query 'AttachedPolicies[].PolicyArn' --output text && [[ $answer == *"$arn"* ]]; then
    change iam detach-role-policy --role-name "$role" --policy-arn "$arn"
  fi
  if found iam list-policy-versions --policy-arn "$arn" --query 'Versions[?!IsDefaultVersion].VersionId' --output text; then
    read -ra versions <<<"$answer"
    for version in "${versions[@]}"; do change iam delete-policy-version --policy-arn "$arn" --version-id "$version"; done
  fi
  change iam delete-policy --policy-arn "$arn"
}

# Names of a role's policies that the account has.
policies_of() {
  local prefix="mlops-batch-ci-$stack-$1-"
  found iam list-policies --scope Local --query "Policies[?starts_with(PolicyName, '$prefix')].PolicyName" --output text
  # With --query, the CLI writes a line for each page of the answer.
  read -rd '' -a names <<<"$answer" || true
}

# make_role NAME KIND: KIND is deploy or preview, as in the names of the files.
make_role() {
  local role=$1 kind=$2 file name names
  if found iam get-role --role-name "$role"; then
    change iam update-assume-role-policy --role-name "$role" --policy-document "$(policy "trust-$kind")"
  else
    change iam create-role --role-name "$role" --assume-role-policy-document "$(policy "trust-$kind")" --max-session-duration 3600
  fi
  change iam put-role-policy --role-name "$role" --policy-name "$kind" --policy-document "$(policy "$kind")"
  for file in "$policies/$kind"-*.json; do
    name=mlops-batch-ci-$stack-$(basename "$file" .json)
    make_policy "$name" "$(cat "$file")"
    change iam attach-role-policy --role-name "$role" --policy-arn "$iam:policy/$name"
  done
  policies_of "$kind"
  for name in "${names[@]}"; do
    if [[ ! -f $policies/${name#"mlops-batch-ci-$stack-"}.json ]]; then remove_policy "$name" "$role"; fi
  done
}

# An earlier form of this script gave the roles AWS's own policies, which allow more than the stack has.
drop_broad() {
  local role=$1 broad=$2 inline=$3
  if found iam list-attached-role-policies --role-name "$role" --query 'AttachedPolicies[].PolicyArn' --output text && [[ $answer == *"/$broad"* ]]; then
    change iam detach-role-policy --role-name "$role" --policy-arn "arn:$partition:iam::aws:policy/$broad"
  fi
  if [[ -n $inline ]] && found iam get-role-policy --role-name "$role" --policy-name "$inline"; then
    change iam delete-role-policy --role-name "$role" --policy-name "$inline"
  fi
}

# remove_role NAME KIND
remove_role() {
  local role=$1 kind=$2 name names
  if ! found iam get-role --role-name "$role"; then return 0; fi
  policies_of "$kind"
  for name in "${names[@]}"; do remove_policy "$name" "$role"; done
  if found iam get-role-policy --role-name "$role" --policy-name "$kind"; then
    change iam delete-role-policy --role-name "$role" --policy-name "$kind"
  fi
  change iam delete-role --role-name "$role"
}

if [[ $verb == up && -z $policies ]]; then
  policies=$(mktemp -d)
  trap 'rm -rf "$policies"' EXIT
  "$here/../mlops" bootstrap policies --stack "$stack" --account "$account" --out "$policies"
fi
[[ $verb == teardown || -f $policies/deploy-1.json ]] || fail "--policies: there is no $policies/deploy-1.json; ./mlops bootstrap policies --out makes it" 2

if [[ $verb == up ]]; then
  make_state
  make_provider
  make_policy mlops-batch-boundary "$(policy boundary)"
  make_role mlops-batch-ci deploy
  drop_broad mlops-batch-ci PowerUserAccess roles
  make_role mlops-batch-ci-preview preview
  drop_broad mlops-batch-ci-preview ReadOnlyAccess ""
  echo "Now: pulumi config set --path settings.iam.permissionsBoundary $boundary --stack $stack"
else
  for role in mlops-batch-ci mlops-batch-ci-preview; do
    kind=deploy broad=PowerUserAccess inline=roles
    if [[ $role == *-preview ]]; then kind=preview broad=ReadOnlyAccess inline=""; fi
    if found iam get-role --role-name "$role"; then drop_broad "$role" "$broad" "$inline"; fi
    remove_role "$role" "$kind"
  done
  if found iam get-open-id-connect-provider --open-id-connect-provider-arn "$provider"; then
    change iam remove-client-id-from-open-id-connect-provider --open-id-connect-provider-arn "$provider" --client-id "mlops-batch-$environment"
  fi
  echo "Kept: bucket $bucket, key $alias_name, policy $boundary, provider $provider (other projects may use it)."
fi
