#!/usr/bin/env bash
# Installs the heavy companions and runs the tests that need them.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/libraries
.ci/install libreoffice-calc unzip
XIEGUAN_ACCEPTANCE=1 swift test --filter AcceptanceTests
