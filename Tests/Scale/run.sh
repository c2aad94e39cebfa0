#!/usr/bin/env bash
# Scores many applicants here, on a Spark 4.1 cluster of one master and two workers of which one is
# killed in the middle, and in PostgreSQL 15, and compares the runs' digests. Then scores applicants
# with hostile texts here and on Spark and compares the results byte by byte.
#
# It is run by hand and before a release. It needs Java 17 and PostgreSQL 15 (Debian) and half a
# gigabyte from PyPI, and installs them.
#
# usage: Tests/Scale/run.sh [ROWS [HOSTILE_ROWS]]    (1,000,000 and 110,000)
#
# XIEGUAN names a built command to use instead of building one. Where it cannot run it ends with 69.
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-1000000}
hostile=${2:-110000}
work=$PWD/.build/scale
mkdir -p "$work"

cannot() {
  echo "This cannot run here: $1" >&2
  echo "Nothing was compared." >&2
  exit 69
}
.ci/libraries || cannot "the C libraries could not be installed"
.ci/install openjdk-17-jre-headless postgresql-15 python3-venv procps curl \
  || cannot "Java 17 or PostgreSQL 15 could not be installed"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/python" -c 'import pyspark' 2>/dev/null \
  || "$work/venv/bin/pip" install --quiet 'pyspark==4.1.*' || cannot "PySpark 4.1 could not be had from PyPI"

if [ -z "${XIEGUAN:-}" ]; then
  swift build -c release --product xieguan
  XIEGUAN="$(swift build -c release --show-bin-path)/xieguan"
fi
export SPARK_LOCAL_IP=127.0.0.1
export JAVA_TOOL_OPTIONS=-Dfile.encoding=UTF-8

# measured NAME COMMAND…: runs a command and says how long it took, on processors and in memory.
measured() { python3 Tests/Scale/measured.py "$@"; }
# Status 1 says that rows wait for a person; so they do in these sheets.
or_waiting() { [ $? -eq 1 ]; }

sheet="$work/applicants-$rows.csv"
if [ ! -f "$sheet" ]; then
  python3 Tests/Benchmarks/make_applicants.py "$rows" "$sheet.part" >/dev/null
  mv "$sheet.part" "$sheet"
fi
rm -rf "$work"/local "$work"/job-*
mkdir -p "$work/local"
here="$work/local/xieguan.sqlite"
measured "import here" "$XIEGUAN" import applicants "$sheet" --partial --quiet --json \
  --database "$here" >"$work/import.json" || or_waiting
for engine in spark postgresql; do
  measured "export for $engine" "$XIEGUAN" scale export --engine $engine --output "$work/job-$engine" \
    --as-of 2024-06-01 --database "$here"
  du -sh "$work/job-$engine/facts" | sed 's/\t.*/ of facts/'
done
# Each engine's answers go into a register that has no run yet.
cp "$here" "$work/local/spark.sqlite"
cp "$here" "$work/local/postgresql.sqlite"
digest() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["digest"])' "$1"; }
measured "score here" "$XIEGUAN" score --as-of 2024-06-01 --json --database "$here" \
  >"$work/local.json" || or_waiting

measured "Spark, one worker killed" Tests/Scale/spark_cluster.sh "$work/job-spark"
measured "PostgreSQL 15" Tests/Scale/postgresql_job.sh "$work/job-postgresql"
for engine in spark postgresql; do
  measured "collect from $engine" "$XIEGUAN" scale collect "$work/job-$engine" --json \
    --database "$work/local/$engine.sqlite" >"$work/$engine.json" || or_waiting
  if [ "$(digest "$work/local.json")" != "$(digest "$work/$engine.json")" ]; then
    echo "$engine: the digest differs" >&2
    exit 1
  fi
  "$XIEGUAN" replay latest --database "$work/local/$engine.sqlite"
  echo "$engine: the same digest as here, $(digest "$work/$engine.json")"
done

for policy in beijing-2023 Samples/policies/points-and-marks.yaml; do
  name=$(basename "$policy" .yaml)
  sheet="$work/hostile-$hostile.csv"
  if [ ! -f "$sheet" ]; then
    python3 Tests/Benchmarks/make_applicants.py "$hostile" "$sheet.plain" >/dev/null
    python3 Tests/Scale/adversarial.py "$sheet.plain" "$sheet.part"
    mv "$sheet.part" "$sheet"
  fi
  rm -rf "$work/$name" "$work/$name.job"
  "$XIEGUAN" batch "$sheet" --output "$work/$name" --as-of 2024-06-01 --policy "$policy" --quiet \
    || or_waiting
  "$XIEGUAN" policy sql --dialect spark --run latest --output "$work/$name.job" \
    --database "$work/$name/xieguan.sqlite"
  if ! "$work/venv/bin/python" Tests/Scale/spark_job.py "$work/$name.job" "$work/$name.tsv" \
    "local[2]" 2>"$work/$name.log"; then
    tail -20 "$work/$name.log" >&2
    echo "$name: Spark failed; all it said is in $work/$name.log" >&2
    exit 1
  fi
  if ! cmp "$work/$name.job/results.tsv" "$work/$name.tsv"; then
    echo "$name: Spark's results differ" >&2
    exit 1
  fi
  echo "$name, hostile texts: $(wc -l <"$work/$name.tsv") applicants, the same bytes on Spark"
done
