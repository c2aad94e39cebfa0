#!/usr/bin/env bash
# Runs the job of `scale export --engine spark` on a Spark standalone cluster on loopback: one master,
# two workers. Once tasks have finished on both workers and others run, one worker and its executor are
# killed with SIGKILL, as when a machine dies; the job must end on the other.
#
# usage: spark_cluster.sh FOLDER
set -euo pipefail
job=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
venv=$here/../../.build/scale/venv
SPARK_HOME=$("$venv/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$venv/bin/python
work=$(mktemp -d)
pids=()
stop() {
  local pid
  for pid in "${pids[@]}"; do
    pkill -KILL -P "$pid" || true
    kill -KILL "$pid" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap stop EXIT
port() { "$venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
rpc=$(port) web=$(port) ui=$(port)
master=spark://127.0.0.1:$rpc
"$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master \
  --host 127.0.0.1 --port "$rpc" --webui-port "$web" 2>"$work/master.log" &
pids+=($!)
disown
for worker in 1 2; do
  "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 \
    --cores 1 --memory 1g --work-dir "$work/worker-$worker" "$master" 2>"$work/worker-$worker.log" &
  pids+=($!)
  disown
done
"$venv/bin/python" "$here/spark_watch.py" workers "http://127.0.0.1:$web" 2
(
  cd "$job"
  exec "$SPARK_HOME/bin/spark-sql" --master "$master" --driver-memory 1g --executor-memory 1g \
    --executor-cores 1 --conf spark.ui.port="$ui" --conf spark.sql.catalogImplementation=in-memory \
    --conf spark.sql.warehouse.dir="$work/warehouse" -f job.sql
) >"$work/job.out" 2>"$work/job.log" &
driver=$!
pids+=("$driver")
fail() {
  tail -20 "$work/job.log" >&2
  echo "Spark: $1" >&2
  exit 1
}
"$venv/bin/python" "$here/spark_watch.py" tasks "http://127.0.0.1:$ui" "$driver" 2 \
  || fail "the job was over before a worker could be killed; take more rows"
# The first worker dies: its executor, which is its child, and itself.
pkill -KILL -P "${pids[1]}"
kill -KILL "${pids[1]}"
echo "killed a worker and its executor with SIGKILL" >&2
wait "$driver" || fail "the job failed"
[ -f "$job/results/_SUCCESS" ] || fail "the job left no _SUCCESS"
grep -q "Executor lost\|Lost executor" "$work/job.log" || fail "Spark did not notice the loss"
grep "Lost executor" "$work/job.log" | head -1 | sed 's/^.*Lost/Spark: lost/' >&2
echo "Spark: $(grep -c "Lost task" "$work/job.log" || true) running tasks were lost" >&2
