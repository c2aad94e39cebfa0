#!/usr/bin/env bash
# Counts the instructions that each stage of the bulk path takes for a row, under callgrind, and
# compares them with those that are recorded: unlike times, they are the same on a busy machine.
#
# usage: Tests/Benchmarks/counts.sh [--record]     fails where a stage grew by more than 10 %
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=10000
recorded=Tests/Benchmarks/counts.tsv
.ci/libraries
.ci/install valgrind
XIEGUAN_BENCHMARKS=1 swift build -c release --product Stages >&2
work=.build/benchmarks
mkdir -p "$work"
# Debian's valgrind does not understand the newest debugging information.
stages="$work/Stages"
strip --strip-debug -o "$stages" "$(swift build -c release --show-bin-path)/Stages"
sheet="$work/applicants-$rows.csv"
[ -f "$sheet" ] || python3 Tests/Benchmarks/make_applicants.py "$rows" "$sheet" >"$sheet.json"

count() { # the instructions of a stage, without what prepares it; hashes with the same seed each time
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    --toggle-collect='*Stopwatch*measure*' "$stages" "$1" "$sheet" 2>&1 >/dev/null |
    awk '/Collected :/ { print $4 }'
}

for stage in inspect parse check store settle index evaluate rank digest keep list; do
  printf '%s\t%s\n' "$stage" "$(count "$stage")"
done | awk -F'\t' -v OFS='\t' -v rows="$rows" '
  $2 == "" { print "callgrind counted nothing for " $1 >"/dev/stderr"; exit 2 }
  { print $1, sprintf("%.0f", $2 / rows) }' >"$work/counts.tsv"

if [ "${1:-}" = --record ]; then
  { echo "# stage	instructions a row ($rows rows, $(uname -m), counts.sh --record)"
    cat "$work/counts.tsv"; } >"$recorded"
  cat "$recorded"
  exit
fi
awk -F'\t' '
  /^#/ { next }
  NR == FNR { before[$1] = $2; next }
  { change = before[$1] ? ($2 / before[$1] - 1) * 100 : 999
    printf "%-9s %8d instructions a row, %8d recorded, %+6.1f %%\n", $1, $2, before[$1], change
    if (change > 10) { grown = grown " " $1 } }
  END { if (grown) {
    print "These stages take over 10 % more instructions than recorded:" grown
    print "Where that is meant, record anew: Tests/Benchmarks/counts.sh --record"
    exit 1 } }' "$recorded" "$work/counts.tsv"
