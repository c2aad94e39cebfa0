#!/usr/bin/env bash
# Runs our batch and its peers side by side on the job of JOB.md, and compares their answers.
#
# usage: Tests/Benchmarks/run.sh [ROWS [ROUNDS [CONTENDER …]]]    (1,000,000 rows, 5 rounds, all)
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-1000000}
rounds=${2:-5}
[ $# -ge 2 ] && shift 2 || shift $#
.ci/libraries
.ci/install python3-venv sqlite3
swift build -c release --product xieguan
xieguan="$(swift build -c release --show-bin-path)/xieguan"

work=.build/benchmarks
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet -r Tests/Benchmarks/requirements.txt
sheet="$work/applicants-$rows.csv"
[ -f "$sheet" ] || python3 Tests/Benchmarks/make_applicants.py "$rows" "$sheet" >"$sheet.json"

# Ours ends with 1, because rows of the sheet wait for a person.
"$work/venv/bin/python" Tests/Benchmarks/side_by_side.py "$sheet" "$@" -n "$rounds" \
  --work "$work/output" --accept-exit 0,1 \
  --contender "xieguan=$xieguan batch {input} --output {output} --as-of 2024-06-01 --quiet"
