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
# Results are made elsewhere: a batch replaces the whole of its folder.
made="$(mktemp -d)"
trap 'rm -rf "$made"' EXIT
results="$made/xicheng-2024"
# Status 1 says that something waits for a person; so it does in these sheets.
"$xieguan" batch "$story"/应聘-*.csv "$story"/社矫工作量-西城.csv "$story"/招聘计划-西城.csv \
  --output "$results" --rejects "$results/returned" --as-of 2024-06-01 --lang zh --quiet \
  >"$made/intake.txt" || [ $? -eq 1 ]
"$xieguan" explain latest XC20241003 --database "$results/xieguan.sqlite" --lang zh \
  >"$results/explain-XC20241003.txt"

# Headcount: by ratio with what-ifs and a forecast, and by the work itself.
"$xieguan" import history "$story"/history-西城.csv --database "$results/xieguan.sqlite" \
  --lang zh --quiet >/dev/null
"$xieguan" plan --scenarios "$story"/情景.yaml --output "$made/plan" \
  --database "$results/xieguan.sqlite" --as-of 2024-06-01 --lang zh --quiet >"$made/plan.txt"
"$xieguan" plan --method workload --office 110102020 --months 6 \
  --output "$results/plan-workload-110102020" \
  --database "$results/xieguan.sqlite" --as-of 2024-06-01 --lang zh --quiet >/dev/null
"$xieguan" forecast --months 6 --seed 2024 \
  --database "$results/xieguan.sqlite" --as-of 2024-06-01 --lang zh >"$results/forecast.txt"
mv "$made/intake.txt" "$made/plan.txt" "$results"
cp "$made/plan"/* "$results"
rm -rf "$reports"
cp -R "$results" "$reports"

echo "打开这个文件看结果 / open this file: $PWD/$reports/summary.html"
