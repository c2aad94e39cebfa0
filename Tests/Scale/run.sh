#!/usr/bin/env bash
# Scores applicants with hostile texts here and on Spark 4.1, and compares the results byte by byte.
# It is run by hand and before a release. It needs Java 17 (Debian) and half a gigabyte from PyPI.
#
# usage: Tests/Scale/run.sh [ROWS]    (110,000, of which more than 100,000 are accepted)
#
# XIEGUAN names a built command to use instead of building one; MASTER a Spark master.
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-110000}
work=.build/scale
mkdir -p "$work"

cannot() {
  echo "This cannot run here: $1" >&2
  echo "Nothing was compared." >&2
  exit 69
}
.ci/libraries || cannot "the C libraries could not be installed"
.ci/install openjdk-17-jre-headless python3-venv || cannot "Java 17 could not be installed"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/python" -c 'import pyspark' 2>/dev/null \
  || "$work/venv/bin/pip" install --quiet 'pyspark==4.1.*' || cannot "PySpark 4.1 could not be had from PyPI"

if [ -z "${XIEGUAN:-}" ]; then
  swift build -c release --product xieguan
  XIEGUAN="$(swift build -c release --show-bin-path)/xieguan"
fi
export SPARK_LOCAL_IP=127.0.0.1
export JAVA_TOOL_OPTIONS=-Dfile.encoding=UTF-8

for policy in beijing-2023 Samples/policies/points-and-marks.yaml; do
  name=$(basename "$policy" .yaml)
  sheet="$work/applicants-$rows.csv"
  if [ ! -f "$sheet" ]; then
    python3 Tests/Benchmarks/make_applicants.py "$rows" "$sheet.plain" >/dev/null
    python3 Tests/Scale/adversarial.py "$sheet.plain" "$sheet.part"
    mv "$sheet.part" "$sheet"
  fi
  rm -rf "$work/$name" "$work/$name.job"
  # Status 1 says that rows wait for a person; so they do in this sheet.
  "$XIEGUAN" batch "$sheet" --output "$work/$name" --as-of 2024-06-01 --policy "$policy" --quiet \
    || [ $? -eq 1 ]
  "$XIEGUAN" policy sql --dialect spark --run latest --output "$work/$name.job" \
    --database "$work/$name/xieguan.sqlite"
  if ! "$work/venv/bin/python" Tests/Scale/spark_job.py "$work/$name.job" "$work/$name.tsv" \
    "${MASTER:-local[2]}" 2>"$work/$name.log"; then
    tail -20 "$work/$name.log" >&2
    echo "$name: Spark failed; all it said is in $work/$name.log" >&2
    exit 1
  fi
  if ! cmp "$work/$name.job/results.tsv" "$work/$name.tsv"; then
    echo "$name: Spark's results differ" >&2
    exit 1
  fi
  echo "$name: $(wc -l <"$work/$name.tsv") applicants, the same bytes on Spark"
done
