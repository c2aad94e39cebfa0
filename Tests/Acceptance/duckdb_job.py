#!/usr/bin/env python3
"""Runs a job of `policy sql --dialect duckdb --run … --output FOLDER` in DuckDB and prints its results.

usage: duckdb_job.py FOLDER
"""
import pathlib
import sys

import duckdb

job = pathlib.Path(sys.argv[1])
database = duckdb.connect()
database.execute((job / "table.sql").read_text(encoding="utf-8"))
database.execute(
    f"COPY facts FROM '{job / 'facts.csv'}' "
    "(FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '')")
rows = database.execute((job / "query.sql").read_text(encoding="utf-8"))
out = sys.stdout.buffer
while row := rows.fetchone():
    cells = ("\\N" if cell is None else str(cell) for cell in row)
    out.write("\t".join(cells).encode("utf-8") + b"\n")
