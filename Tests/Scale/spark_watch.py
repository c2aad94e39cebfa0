#!/usr/bin/env python3
"""Waits for a state of a Spark cluster, asked over its own HTTP interfaces.

usage: spark_watch.py workers URL COUNT        until the master knows so many workers
       spark_watch.py tasks URL PID EXECUTORS  until each of so many executors has finished a task, and
                                               some task runs; fails once the process PID has ended
"""
import json
import os
import sys
import time
import urllib.request


def ask(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return json.load(answer)
    except (OSError, ValueError):
        return None


def workers(url, count):
    state = ask(url + "/json/")
    return state and sum(worker["state"] == "ALIVE" for worker in state["workers"]) >= int(count)


def tasks(url, pid, count):
    if not os.path.exists(f"/proc/{pid}"):
        sys.exit(1)
    for application in ask(url + "/api/v1/applications") or []:
        executors = [executor for executor in
                     ask(f"{url}/api/v1/applications/{application['id']}/executors") or []
                     if executor["id"] != "driver"]
        finished = [executor["completedTasks"] for executor in executors]
        active = [executor["activeTasks"] for executor in executors]
        if sum(number > 0 for number in finished) >= int(count) and sum(active) > 0:
            print(f"tasks finished by executor: {finished}, running: {active}", file=sys.stderr)
            return True
    return False


deadline = time.monotonic() + 120
while not {"workers": workers, "tasks": tasks}[sys.argv[1]](*sys.argv[2:]):
    if time.monotonic() > deadline:
        sys.exit(1)
    time.sleep(0.1)
