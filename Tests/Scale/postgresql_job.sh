#!/usr/bin/env bash
# Runs the job of `scale export --engine postgresql` in a throwaway PostgreSQL 15 whose own collation
# is Chinese. It listens on a socket in its own folder, and on no port.
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
  (cd "$work" && "${as_server[@]}" "$bin/pg_ctl" -D "$work/data" -m immediate stop >"$work/stop.log" 2>&1) || true
  rm -rf "$work"
}
trap stop EXIT
cd "$work"
"${as_server[@]}" "$bin/initdb" -D "$work/data" -E UTF8 -U postgres -A trust \
  --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh >/dev/null
"${as_server[@]}" "$bin/pg_ctl" -D "$work/data" -w -l "$work/server.log" \
  -o "-c listen_addresses='' -k $work" start >/dev/null
start=$EPOCHREALTIME
(cd "$job" && psql -X -h "$work" -U postgres -f job.sql)
took=$((${EPOCHREALTIME/./} - ${start/./}))
# The server is nobody's child here; what its ended processes used stands in its own record.
sleep 2
used=$(awk '{ print $14 + $15 + $16 + $17 }' "/proc/$(head -1 "$work/data/postmaster.pid")/stat")
echo "PostgreSQL: the job took $((took / 1000)) ms, of which the server used" \
  "$((used * 1000 / $(getconf CLK_TCK))) ms of processor" >&2
