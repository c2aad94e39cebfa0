#!/usr/bin/env bash
# Runs a job of `policy sql --dialect postgresql --run … --output FOLDER` in a throwaway PostgreSQL 15
# and prints its results. The server's own collation is Chinese, so that the table's must hold.
#
# usage: postgresql_job.sh FOLDER
set -euo pipefail
job=$(cd "$1" && pwd)
bin=/usr/lib/postgresql/15/bin
work=$(mktemp -d)
as_server=()
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses to run as root.
  chown postgres "$work"
  as_server=(runuser -u postgres --)
fi
stop() {
  "${as_server[@]}" "$bin/pg_ctl" -D "$work/data" -m immediate stop >"$work/stop.log" 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT
cd "$work"
"${as_server[@]}" "$bin/initdb" -D "$work/data" -E UTF8 -U postgres -A trust \
  --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh >/dev/null
# It listens on a socket in its own folder, and on no port.
"${as_server[@]}" "$bin/pg_ctl" -D "$work/data" -w -l "$work/server.log" \
  -o "-c listen_addresses='' -k $work" start >/dev/null
sql() { psql -X -q -h "$work" -U postgres -v ON_ERROR_STOP=1 "$@"; }
sql -f "$job/table.sql"
sql -c "\\copy facts FROM '$job/facts.csv' WITH (FORMAT csv, HEADER true)"
sql -At -F $'\t' -P 'null=\N' -f "$job/query.sql"
