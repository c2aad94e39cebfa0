#!/usr/bin/env bash
# Installs what is missing, builds, runs the main job on the samples, and says where to look.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/libraries
swift build -c release --product xieguan 1>&2
xieguan="$(swift build -c release --show-bin-path)/xieguan"

# The district HR bureau's desk: three applicant sheets, the caseload sheet, the places to fill.
story=Samples/xicheng-2024
reports=Reports/xicheng-2024
mkdir -p "$reports"
rm -rf "$reports/offices" "$reports/returned"
# Status 1 says that something waits for a person; so it does in these sheets.
"$xieguan" batch "$story"/应聘-*.csv "$story"/社矫工作量-西城.csv "$story"/招聘计划-西城.csv \
  --output "$reports" --rejects "$reports/returned" --as-of 2024-06-01 --lang zh --quiet \
  >"$reports/intake.txt" || [ $? -eq 1 ]
"$xieguan" explain latest XC20241003 --database "$reports/xieguan.sqlite" --lang zh \
  >"$reports/explain-XC20241003.txt"

# Headcount: by ratio with what-ifs and a forecast, and by the work itself.
"$xieguan" import history "$story"/history-西城.csv --database "$reports/xieguan.sqlite" \
  --lang zh --quiet >/dev/null
"$xieguan" plan --scenarios "$story"/情景.yaml --output "$reports" \
  --database "$reports/xieguan.sqlite" --as-of 2024-06-01 --lang zh --quiet >"$reports/plan.txt"
"$xieguan" plan --method workload --office 110102020 --months 6 \
  --output "$reports/plan-workload-110102020" \
  --database "$reports/xieguan.sqlite" --as-of 2024-06-01 --lang zh --quiet >/dev/null
"$xieguan" forecast --months 6 --seed 2024 \
  --database "$reports/xieguan.sqlite" --as-of 2024-06-01 --lang zh >"$reports/forecast.txt"

echo "打开这个文件看结果 / open this file: $PWD/$reports/summary.html"
