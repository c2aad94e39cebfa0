#!/usr/bin/env bash
# Kills a batch at every rename and every sync, and counts what is left half done.
# By hand and before a release; needs strace. usage: Tests/Faults/run.sh [BINARY]
set -uo pipefail
cd "$(dirname "$0")/../.."
xieguan="${1:-$(swift build --show-bin-path)/xieguan}"
samples="$PWD/Samples/xicheng-2024"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
batch() { "$xieguan" batch "$samples"/$1 --output out --as-of 2024-06-01 --quiet; }
batch '应聘-*.csv' >/dev/null 2>&1
cp -a out base
tried=0 failed=0
for call in renameat2 rename fsync; do
  for n in $(seq 1 200); do
    rm -rf out out.2* .xieguan-*; cp -a base out
    strace -f -o trace -e trace=$call -e inject=$call:signal=SIGKILL:when="$n" \
      "$xieguan" batch "$samples"/应聘-德胜*.csv --output out --as-of 2024-06-02 --quiet \
      >/dev/null 2>&1
    [ $? -eq 137 ] || break
    tried=$((tried + 1))
    run=$(sqlite3 out/xieguan.sqlite 'SELECT id FROM run')
    grep -q "\"run\" : \"$run\"" out/run.json && grep -q "\"$run\"" out/ranking.csv || {
      failed=$((failed + 1))
      echo "killed at $call $n: the folder is of two runs"
    }
    batch '应聘-德胜*.csv' >/dev/null 2>&1
    ls -d .xieguan-* >/dev/null 2>&1 && {
      failed=$((failed + 1))
      echo "killed at $call $n: something is left after a sound run"
    }
  done
done
echo "tried $tried, failed $failed"
[ "$failed" -eq 0 ]
