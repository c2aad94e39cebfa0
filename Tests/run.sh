#!/usr/bin/env bash
# Installs what is missing and runs the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/libraries
swift test "$@"
