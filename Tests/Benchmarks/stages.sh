#!/usr/bin/env bash
# Times the stages of the bulk path, each alone on one thread: rows/s, MB/s, memory.
#
# usage: Tests/Benchmarks/stages.sh [ROWS [ROUNDS [STAGE …]]]    (1,000,000 rows, 3 rounds; medians)
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-1000000}
rounds=${2:-3}
[ $# -ge 2 ] && shift 2 || shift $#
.ci/libraries
XIEGUAN_BENCHMARKS=1 swift build -c release --product Stages >&2
stages="$(swift build -c release --show-bin-path)/Stages"
mkdir -p .build/benchmarks
sheet=".build/benchmarks/applicants-$rows.csv"
[ -f "$sheet" ] || python3 Tests/Benchmarks/make_applicants.py "$rows" "$sheet" >"$sheet.json"

[ $# -gt 0 ] || set -- inspect parse check store settle index evaluate rank digest keep list
for stage in "$@"; do
  for _ in $(seq "$rounds"); do "$stages" "$stage" "$sheet"; done | sort -t$'\t' -k4n |
    sed -n "$(((rounds + 1) / 2))p"
done | awk -F'\t' -v rows="$rows" '
  BEGIN { printf "%-9s %9s %12s %8s %8s\n", "stage", "seconds", "rows/s", "MB/s", "MiB" }
  { printf "%-9s %9.3f %12d %8.1f %8d\n", $1, $4, rows / $4, $3 / $4 / 1e6, $5 }'
