#!/usr/bin/env python3
"""Runs a command and says on standard error how long it took and what it used, its children included.

usage: measured.py NAME COMMAND…
"""
import os
import resource
import subprocess
import sys
import time

start = time.monotonic()
status = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{sys.argv[1]}: {time.monotonic() - start:.2f} s, {used.ru_utime + used.ru_stime:.2f} s of "
      f"processor, largest process {used.ru_maxrss / 1024:.0f} MiB", file=sys.stderr)
sys.exit(status if status >= 0 else 128 - status)
