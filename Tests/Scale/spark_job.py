#!/usr/bin/env python3
"""Runs a job of `policy sql --dialect spark --run … --output FOLDER` on Spark and writes its results.

usage: spark_job.py FOLDER OUT.tsv [MASTER]

Spark writes one file a partition, in the order of the query; they are put together here.
"""
import pathlib
import shutil
import sys

from pyspark.sql import SparkSession

job, out = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
master = sys.argv[3] if len(sys.argv) > 3 else "local[2]"
parts = out.with_suffix(".parts").resolve()
spark = (
    SparkSession.builder.master(master).appName("xieguan")
    .config("spark.sql.ansi.enabled", "true")
    .config("spark.sql.warehouse.dir", str(parts.with_suffix(".warehouse")))
    .config("spark.ui.enabled", "false")
    .getOrCreate())
spark.sparkContext.setLogLevel("ERROR")

# The table that the query expects, laid over the file of facts.
table = (job / "table.sql").read_text(encoding="utf-8").strip().rstrip(";")
spark.sql(f"{table} USING csv OPTIONS (path '{job / 'facts.csv'}', header 'true', "
          "multiLine 'true', quote '\"', escape '\"', nullValue '')")
result = spark.sql((job / "query.sql").read_text(encoding="utf-8"))
(result.write.mode("overwrite")
 .options(sep="\t", nullValue="\\N", emptyValue="", ignoreLeadingWhiteSpace="false",
          ignoreTrailingWhiteSpace="false", escapeQuotes="false", quote="\u0000")
 .csv(str(parts)))
spark.stop()
with out.open("wb") as whole:
    for part in sorted(parts.glob("part-*.csv")):
        with part.open("rb") as piece:
            shutil.copyfileobj(piece, whole)
shutil.rmtree(parts)
