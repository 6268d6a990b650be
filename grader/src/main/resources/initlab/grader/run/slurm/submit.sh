#!/bin/bash
# Grades a class on a Slurm cluster, in @SHARDS@ parts, and puts them together:
#
#   ./submit.sh /shared/initlab.jar /shared/submissions /shared/results [options of 'grade']
#
# All three lie where every node sees them. The class is in results/class in the end. The nodes have
# a JDK, version 17 or later, and bubblewrap; --require-sandbox refuses to grade without.
set -euo pipefail
if [ $# -lt 3 ]; then
  echo "usage: $0 initlab.jar submissions results [options of 'initlab grade']" >&2
  exit 2
fi
INITLAB_JAR=$(realpath "$1")
INITLAB_SUBMISSIONS=$(realpath "$2")
INITLAB_RESULTS=$(realpath -m "$3")
export INITLAB_JAR INITLAB_SUBMISSIONS INITLAB_RESULTS
shift 3
here=$(dirname "$(realpath "$0")")
mkdir -p "$INITLAB_RESULTS"

grade=$(sbatch --parsable --export=ALL "$here/grade.sbatch" "$@")
merge=$(sbatch --parsable --export=ALL --dependency="afterok:$grade" "$here/merge.sbatch")
echo "grading is job $grade, merging job $merge: $INITLAB_RESULTS/class"
