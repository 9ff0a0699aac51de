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
  get-role-policy) ident=$(option role-name)/$(option policy-name) ;;&
  describe-key | head-bucket | get-role | get-open-id-connect-provider | get-policy | get-role-policy)
    if ! grep --quiet --fixed-strings --line-regexp -- "$ident" "$made"; then
      code=NoSuchEntity
      if [[ $command == head-bucket ]]; then code=404; fi
      echo "An error occurred ($code) when calling it: there is none" >&2
      exit 255
    fi
    echo arn:aws:kms:eu-west-1:111122223333:key/1
    ;;
  list-attached-role-policies) grep "^$(option role-name) " "$made" | cut -d' ' -f2 | tr '\n' '\t' || true ;;
  list-policies)
    prefix=$(option query)
    prefix=${prefix#*"'"}
    grep "^arn:.*:policy/${prefix%%"'"*}" "$made" | cut -d/ -f2 | tr '\n' '\t' || true
    ;;
  attach-role-policy) echo "$(option role-name) $(option policy-arn)" >> "$made" ;;
  detach-role-policy) sed -i "\|^$(option role-name) $(option policy-arn)\$|d" "$made" ;;
  put-role-policy) echo "$(option role-name)/$(option policy-name)" >> "$made" ;;
  delete-role-policy) sed -i "\|^$(option role-name)/$(option policy-name)\$|d" "$made" ;;
  # As AWS sorts them: the newest first; --query takes the default one out.
  list-policy-versions) grep "^version of $(option policy-arn) " "$made" | tac | cut -d' ' -f4 | tr '\n' '\t' || true ;;
  create-policy-version)
    count=$(grep --count "^version of $(option policy-arn) " "$made" || true)
    if [[ $count -ge 4 ]]; then echo "An error occurred (LimitExceeded) when calling it: five versions" >&2 && exit 255; fi
    echo "version of $(option policy-arn) v$(date +%N)" >> "$made"
    ;;
  delete-policy-version) sed -i "\|^version of $(option policy-arn) $(option version-id)\$|d" "$made" ;;
  delete-policy)
    if grep --quiet " $(option policy-arn)\$\|^version of $(option policy-arn) " "$made"; then
      echo "An error occurred (DeleteConflict) when calling it: it is attached or has versions" >&2 && exit 255
    fi
    sed -i "\|^$(option policy-arn)\$|d" "$made"
    ;;
  create-open-id-connect-provider)
    url=$(option url)
    echo "arn:aws:iam::111122223333:oidc-provider/${url#https://}" >> "$made"
    ;;
  create-policy) echo "arn:aws:iam::111122223333:policy/$(option policy-name)" >> "$made" ;;
  create-key | create-bucket | create-role)
    echo "$ident" >> "$made"
    echo arn:aws:kms:eu-west-1:111122223333:key/1
    ;;
  delete-role)
    if grep --quiet "^${ident}[ /]" "$made"; then
      echo "An error occurred (DeleteConflict) when calling it: it has policies" >&2 && exit 255
    fi
    sed -i "/^$ident\$/d" "$made"
    ;;
esac
