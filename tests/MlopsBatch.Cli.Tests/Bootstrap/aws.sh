#!/usr/bin/env bash
# An AWS CLI that notes its calls and remembers what was made; check.py holds the calls against botocore's models afterwards.
set -euo pipefail
printf '%s\0' "$@" | base64 --wrap 0 >> "$FOLDER/raw"
echo >> "$FOLDER/raw"
service=$1 command=$2
shift 2

# option NAME: the value of an option of this call, or nothing.
option() {
  local at
  for ((at = 1; at < ${#words[@]}; at += 2)); do
    if [[ ${words[at - 1]} == "--$1" ]]; then echo "${words[at]}"; fi
  done
}
words=("$@")
case $service in
  kms) ident=key ;;
  s3api) ident=bucket ;;
  *) ident=$(option role-name)$(option open-id-connect-provider-arn)$(option policy-arn) ;;
esac
made=$FOLDER/made
touch "$made"
case $command in
  get-caller-identity) printf '111122223333\tarn:aws:iam::111122223333:user/admin\n' ;;
  describe-key | head-bucket | get-role | get-open-id-connect-provider | get-policy)
    if ! grep --quiet --fixed-strings --line-regexp -- "$ident" "$made"; then
      code=NoSuchEntity
      if [[ $command == head-bucket ]]; then code=404; fi
      echo "An error occurred ($code) when calling it: there is none" >&2
      exit 255
    fi
    echo arn:aws:kms:eu-west-1:111122223333:key/1
    ;;
  list-attached-role-policies) echo "arn:aws:iam::aws:policy/PowerUserAccess arn:aws:iam::aws:policy/ReadOnlyAccess" ;;
  create-open-id-connect-provider)
    url=$(option url)
    echo "arn:aws:iam::111122223333:oidc-provider/${url#https://}" >> "$made"
    ;;
  create-policy) echo "arn:aws:iam::111122223333:policy/$(option policy-name)" >> "$made" ;;
  create-key | create-bucket | create-role)
    echo "$ident" >> "$made"
    echo arn:aws:kms:eu-west-1:111122223333:key/1
    ;;
  delete-role) sed -i "/^$ident\$/d" "$made" ;;
esac
