#!/usr/bin/env bash
# Installs the heavy companions and runs the tests that need them: LibreOffice, PostgreSQL 15, DuckDB.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/libraries
.ci/install libreoffice-calc libreoffice-writer unzip 7zip chromium poppler-utils postgresql-15 \
  python3-venv fonts-noto-cjk
work=.build/acceptance
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet duckdb openpyxl frictionless==5.21.0
XIEGUAN_ACCEPTANCE=1 swift test --filter AcceptanceTests
