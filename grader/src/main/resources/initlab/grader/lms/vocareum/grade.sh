#!/usr/bin/env bash
# Vocareum runs this for every submission, in the folder of the student's files.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
exec "$here/initlab/initlab.sh" vocareum --root "${VOC_HOME_DIR:-$PWD}"
