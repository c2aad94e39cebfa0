#!/usr/bin/env bash
# Measures our batch beside its peers and alone, compares answers, and writes Reports/benchmarks.md.
#
# usage: Tests/Benchmarks/run.sh [SECTION …] [--rows N] [--large N] [--rounds N] [--date YYYY-MM-DD]
#        [--contender NAME …]
#
# sections   peers       ours and the peers on the job of JOB.md, answers compared   (--rows, 1,000,000)
#            large       the same on the larger sheet                                (--large, 5,000,000)
#            sizes       ours on both sheets in turn: cost per row
#            encodings   ours on the sheet in UTF-8 and in GB18030
#            queries     explain and ranking in the larger register, replay against score in the other
#            startup     xieguan --version
#            stages      the stages of the bulk path, each alone
# Without sections: all. A section that is not run keeps what was last recorded of it, with its date.
# The date is that of the last commit unless one is given.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/libraries
.ci/install python3-venv sqlite3
swift build -c release --product xieguan >&2
XIEGUAN_BENCHMARKS=1 swift build -c release --product Stages >&2

work=.build/benchmarks
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet -r Tests/Benchmarks/requirements.txt
bin=$(swift build -c release --show-bin-path)
"$work/venv/bin/python" Tests/Benchmarks/record.py --bin "$bin" --work "$work" \
  --date "$(git show -s --format=%cs)" "$@"
python3 Tests/Benchmarks/report.py Reports/benchmarks.json Reports/benchmarks.md
