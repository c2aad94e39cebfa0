#!/usr/bin/env bash
# Times the stages of the bulk path, each with all before it, on one thread: rows/s, MB/s, memory.
#
# usage: Tests/Benchmarks/stages.sh [ROWS [ROUNDS]]    (1,000,000 rows, 3 rounds; medians)
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-1000000}
rounds=${2:-3}
.ci/libraries
XIEGUAN_BENCHMARKS=1 swift build -c release --product Stages >&2
stages="$(swift build -c release --show-bin-path)/Stages"
mkdir -p .build/benchmarks
sheet=".build/benchmarks/applicants-$rows.csv"
[ -f "$sheet" ] || python3 Tests/Benchmarks/make_applicants.py "$rows" "$sheet" >"$sheet.json"

for stage in inspect parse check store score; do
  for _ in $(seq "$rounds"); do "$stages" "$stage" "$sheet"; done | sort -t$'\t' -k4n |
    sed -n "$(((rounds + 1) / 2))p"
done | awk -F'\t' -v rows="$rows" '
  BEGIN { printf "%-8s %9s %9s %12s %8s %8s\n", "stage", "seconds", "own", "own rows/s", "own MB/s", "MiB" }
  { own = $4 - before; before = $4; if (own <= 0) own = 0.001
    printf "%-8s %9.3f %9.3f %12d %8.1f %8d\n", $1, $4, own, rows / own, $3 / own / 1e6, $5 }'
