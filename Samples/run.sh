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

echo "打开这个文件看结果 / open this file: $PWD/$reports/summary.html"
