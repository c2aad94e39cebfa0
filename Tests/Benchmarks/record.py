#!/usr/bin/env python3
"""Runs the sections of run.sh and records what they measured in Reports/benchmarks.json.

usage: record.py [SECTION …] --bin DIR --work DIR --date YYYY-MM-DD [--rows N] [--large N] [--rounds N]
                 [--contender NAME …] [--json FILE]
A section that is not run keeps its last record. Exit: 0; 1 where answers differ or a contender failed.
"""
import argparse
import csv
import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys

from side_by_side import run_once

HERE = os.path.dirname(os.path.abspath(__file__))
AS_OF = "2024-06-01"
CONTENDERS = ["xieguan", "polars", "duckdb", "polars-sqlite", "pandas-sqlite", "sqlite_cli"]
STAGES = ["inspect", "parse", "check", "store", "settle", "index", "evaluate", "rank", "digest", "keep", "list"]


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def named_in(path, key, separator):
    """The value that a file of the system gives for a key."""
    with open(path, encoding="utf-8") as f:
        return next((line.split(separator, 1)[1].strip().strip('"') for line in f if line.startswith(key)), "")


def machine(work):
    """What the figures depend on; no name of the machine and no path."""
    return {
        "processor": named_in("/proc/cpuinfo", "model name", ":"),
        "cores": os.cpu_count(),
        "memory_gib": round(int(named_in("/proc/meminfo", "MemTotal", ":").split()[0]) / 2**20),
        "system": named_in("/etc/os-release", "PRETTY_NAME", "="),
        "kernel": platform.system() + " " + platform.release().split("-")[0],
        "file_system": output_of("findmnt", "-n", "-o", "FSTYPE", "-T", work),
        "versions": {
            "Swift": output_of("swift", "--version").split("Swift version ")[-1].split()[0],
            "SQLite": output_of("sqlite3", "--version").split()[0],
            "libcsv": output_of("dpkg-query", "-W", "-f", "${Version}", "libcsv-dev"),
            "Python": platform.python_version(),
            **{name: importlib.metadata.version(name) for name in ["polars", "duckdb", "pandas", "pyarrow"]}},
    }


def rounded(wall, cpu, peak):
    return [round(wall, 4), round(cpu, 4), round(peak, 1)]


class Bench:
    """The sections, and what they share."""

    def __init__(self, a):
        self.a = a
        self.xieguan = os.path.join(a.bin, "xieguan")
        self.failed = False

    def place(self, name):
        return os.path.join(self.a.work, name)

    def sheet(self, rows, encoding="utf-8"):
        """The sheet of so many rows, made where it is not there."""
        path = self.place(f"applicants-{rows}{'' if encoding == 'utf-8' else '-' + encoding}.csv")
        if os.path.exists(path):
            return path
        if encoding == "utf-8":
            with open(path + ".json", "w", encoding="utf-8") as counts:
                subprocess.run([sys.executable, os.path.join(HERE, "make_applicants.py"), str(rows), path + ".new"],
                               stdout=counts, check=True)
        else:
            with open(self.sheet(rows), encoding="utf-8", newline="") as source, \
                    open(path + ".new", "w", encoding=encoding, newline="") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)
        os.replace(path + ".new", path)
        return path

    def batch(self, sheet):
        return f"{self.xieguan} batch {sheet} --output {{output}} --as-of {AS_OF} --quiet"

    def side_by_side(self, sheet, contenders, *more):
        """Runs contenders in turn and returns what side_by_side.py wrote."""
        report = self.place("side-by-side.json")
        command = [sys.executable, os.path.join(HERE, "side_by_side.py"), sheet, *contenders, "-n",
                   str(self.a.rounds), "--work", self.place("output"), "--json", report, *more]
        self.failed |= subprocess.run(command).returncode != 0
        with open(report, encoding="utf-8") as f:
            result = json.load(f)
        return {"rows": int(os.path.basename(sheet).split("-")[1].split(".")[0]), "bytes": result["bytes"],
                "rounds": self.a.rounds, "figures": {
                    name: [rounded(x["wall"], x["cpu"], x["peak_mib"]) for x in runs]
                    for name, runs in result["figures"].items()}}

    def time(self, *command, accepted=(0,)):
        """Wall seconds, CPU seconds and peak MiB of one run."""
        return rounded(*run_once(command, self.place("scratch"), self.place("log"), set(accepted))[:3])

    # The sections: each returns its record.

    def peers(self, rows=None):
        return self.side_by_side(self.sheet(rows or self.a.rows), self.a.contender or CONTENDERS,
                                 "--contender", f"xieguan={self.batch('{input}')}")

    def large(self):
        return self.peers(self.a.large)

    def sizes(self):
        small, large = self.sheet(self.a.rows), self.sheet(self.a.large)
        return {**self.side_by_side(large, ["small", "large"], "--no-check",
                                    "--contender", f"small={self.batch(small)}",
                                    "--contender", f"large={self.batch(large)}"), "small_rows": self.a.rows}

    def encodings(self):
        other = self.sheet(self.a.rows, "gb18030")
        return self.side_by_side(self.sheet(self.a.rows), ["utf-8", "gb18030"],
                                 "--contender", f"utf-8={self.batch('{input}')}",
                                 "--contender", f"gb18030={self.batch(other)}")

    def queries(self):
        folder = self.place("queries")
        database = os.path.join(folder, "xieguan.sqlite")
        self.time(*self.batch(self.sheet(self.a.large)).replace("{output}", folder).split(), accepted=(0, 1))
        with open(os.path.join(folder, "ranking.csv"), encoding="utf-8-sig", newline="") as f:
            step = self.a.large // 21
            picked = [(row["application_no"], row["office_code"]) for i, row in enumerate(csv.DictReader(f))
                      if i % step == step // 2]
        explain, ranking = [], []
        for applicant, office in picked:
            explain.append(self.time(self.xieguan, "explain", "latest", applicant, "--database", database))
            ranking.append(self.time(self.xieguan, "ranking", "latest", "--office", office, "--database", database))

        # The run that is replayed is made by a score over the same register, as stored by an import.
        imported, scored = self.place("imported.sqlite"), self.place("scored.sqlite")
        if os.path.exists(imported):
            os.remove(imported)
        self.time(self.xieguan, "import", "applicants", self.sheet(self.a.rows), "--partial", "--database", imported,
                  accepted=(0, 1))
        score, replay = [], []
        for _ in range(self.a.rounds):
            shutil.copyfile(imported, scored)
            score.append(self.time(self.xieguan, "score", "--as-of", AS_OF, "--database", scored, accepted=(0, 1)))
            replay.append(self.time(self.xieguan, "replay", "latest", "--database", scored))
        shutil.rmtree(folder)
        return {"rows": self.a.rows, "large_rows": self.a.large, "rounds": self.a.rounds,
                "figures": {"explain": explain, "ranking": ranking, "score": score, "replay": replay}}

    def startup(self):
        return {"rounds": 50, "figures": {"--version": [self.time(self.xieguan, "--version") for _ in range(50)]}}

    def stages(self):
        stages = os.path.join(self.a.bin, "Stages")
        sheet = self.sheet(self.a.rows)
        figures = {stage: [] for stage in STAGES}
        for _ in range(self.a.rounds):
            for stage in STAGES:
                _, rows, size, seconds, peak = output_of(stages, stage, sheet).split("\t")
                figures[stage].append([float(seconds), None, float(peak)])
        return {"rows": int(rows), "bytes": int(size), "rounds": self.a.rounds, "figures": figures}


SECTIONS = ["peers", "large", "sizes", "encodings", "queries", "startup", "stages"]


def main():
    ap = argparse.ArgumentParser(description="Runs the sections of run.sh and records what they measured")
    ap.add_argument("sections", nargs="*", metavar="SECTION", help=" ".join(SECTIONS))
    ap.add_argument("--bin", required=True)
    ap.add_argument("--work", required=True)
    ap.add_argument("--date", required=True)
    ap.add_argument("--rows", type=int, default=1_000_000)
    ap.add_argument("--large", type=int, default=5_000_000)
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--contender", nargs="+", metavar="NAME", help="of peers and large: " + " ".join(CONTENDERS))
    ap.add_argument("--json", default="Reports/benchmarks.json")
    a = ap.parse_args()
    if unknown := set(a.sections) - set(SECTIONS):
        ap.error(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    a.bin, a.work = os.path.abspath(a.bin), os.path.abspath(a.work)
    record = {}
    if os.path.exists(a.json):
        with open(a.json, encoding="utf-8") as f:
            record = json.load(f)
    bench, here = Bench(a), machine(a.work)
    for section in a.sections or SECTIONS:
        print(f"== {section}", flush=True)
        record[section] = {"date": a.date, "machine": here, **getattr(bench, section)()}
        with open(a.json, "w", encoding="utf-8") as f:
            json.dump({x: record[x] for x in SECTIONS if x in record}, f, ensure_ascii=False, indent=1)
            f.write("\n")
    return int(bench.failed)


if __name__ == "__main__":
    sys.exit(main())
