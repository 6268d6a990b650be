#!/usr/bin/env bash
# PrairieLearn runs this for every submission, in a container of its own, as /grade/tests/grade.sh.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
chmod 700 "$here" 2>/dev/null || true # submissions run as another user
exec "$here/initlab.sh" prairielearn --root "$(dirname "$here")"
