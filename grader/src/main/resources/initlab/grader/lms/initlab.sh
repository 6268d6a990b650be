#!/usr/bin/env bash
# Grades one submission with all that lies beside this script: initlab.sh PLATFORM [--root DIR]
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
options=("@$here/options.txt")
# What there is was said when the package was made: a student may hand in files of these names.
# "later" is said where the platform keeps the secret and writes it into a folder of its own.
secret="$here/course.secret"
if [ @SECRET@ = yes ] || { [ @SECRET@ = later ] && [ -f "$secret" ]; }; then
  if [ -L "$secret" ]; then
    echo "initlab: $secret is a link, and no course's secret" >&2
    exit 4
  fi
  chmod 600 "$secret" 2>/dev/null || true # submissions run as another user
  options+=(--secret "$secret")
fi
if [ @RUBRIC@ = yes ]; then
  options+=(--rubric "$here/rubric/rubric.yaml")
fi

# One submission ends before a better compiler or collector would pay.
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$here/initlab.jar" lms run "$@" "${options[@]}"
