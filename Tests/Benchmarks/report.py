#!/usr/bin/env python3
"""Writes the page of the figures that record.py has recorded, beside what is aimed at.

usage: report.py FIGURES.json PAGE.md
"""
import json
import os
import sys
from statistics import median

HERE = os.path.dirname(os.path.abspath(__file__))
# What our wall time is to be at most, against each peer's in the same round.
RATIOS = {"polars": 0.45, "duckdb": 0.33, "polars-sqlite": 1 / 8, "sqlite_cli": 1 / 15, "pandas-sqlite": 1 / 10}
NAMES = {"polars": "Polars (Parquet)", "duckdb": "DuckDB", "polars-sqlite": "Polars into SQLite",
         "sqlite_cli": "sqlite3 `.import` and SQL", "pandas-sqlite": "pandas into SQLite"}
SMALL, LARGE = 1_000_000, 5_000_000
WALL, CPU, PEAK = 0, 1, 2


def middle(runs, which=WALL):
    return median(run[which] for run in runs)


def ratio(ours, theirs):
    """The median of the ratios within each round."""
    return median(a[WALL] / b[WALL] for a, b in zip(ours, theirs))


def seconds(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def milliseconds(value):
    return f"{value * 1000:.1f} ms"


def number(value):
    return f"{value:,}"


def table(heads, rows):
    left = {"target", "contender", "stage", "command"}
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "|".join(" --- " if head in left else " ---: " for head in heads) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def targets(record):
    """What is aimed at, what was reached, and whether that is enough; only where the sheets have the sizes for which the
    targets are stated."""
    def line(what, limit, reached, shown):
        return [what, shown(limit), shown(reached), "yes" if reached <= limit else "**no**"]

    two = lambda x: f"{x:.3f}"
    mib = lambda x: f"{x:.0f} MiB"
    def part_of(section, **sizes):
        part = record.get(section)
        return part if part and all(part[name] == rows for name, rows in sizes.items()) else None

    for section, rows in [("peers", SMALL), ("large", LARGE)]:
        if not (part := part_of(section, rows=rows)):
            continue
        ours, size = part["figures"].get("xieguan"), number(part["rows"]) + " rows"
        for name, limit in RATIOS.items():
            if ours and part["figures"].get(name):
                yield line(f"wall time against {NAMES[name]}, {size}", limit, ratio(ours, part["figures"][name]), two)
        if ours:
            limit = 200 if section == "peers" else 500
            yield line(f"peak memory, {size}", limit, middle(ours, PEAK), mib)
    if part := part_of("sizes", small_rows=SMALL, rows=LARGE):
        times = part["rows"] / part["small_rows"]
        yield line(f"cost of a row among {number(part['rows'])} against {number(part['small_rows'])}", 1.10,
                   ratio(part["figures"]["large"], part["figures"]["small"]) / times, two)
    if part := part_of("encodings", rows=SMALL):
        figures = part["figures"]
        yield line("GB18030 against UTF-8", 1.15, ratio(figures["gb18030"], figures["utf-8"]), two)
    if part := part_of("queries", rows=SMALL, large_rows=LARGE):
        figures, size = part["figures"], f"among {number(part['large_rows'])} rows"
        yield line(f"`explain` of one applicant {size}", 0.050, middle(figures["explain"]), milliseconds)
        yield line(f"`ranking` of one office {size}", 0.100, middle(figures["ranking"]), milliseconds)
        yield line(f"`replay` against `score`, {number(part['rows'])} rows", 1.0,
                   ratio(figures["replay"], figures["score"]), two)
    if part := part_of("startup"):
        yield line("`xieguan --version`", 0.015, middle(part["figures"]["--version"]), milliseconds)


def runs_table(figures, first):
    """Medians of the contenders, with their ratios against the first."""
    rows = []
    for name, runs in figures.items():
        if not runs:
            continue
        walls = [run[WALL] for run in runs]
        rows.append([name, seconds(median(walls)), f"{seconds(min(walls))}…{seconds(max(walls))}",
                     seconds(middle(runs, CPU)), f"{middle(runs, PEAK):.0f}",
                     f"{ratio(runs, figures[first]):.2f}" if figures.get(first) else ""])
    return table(["contender", "wall s", "least…most", "CPU s", "peak MiB", "ratio"], rows)


def commands_table(figures):
    """Medians of short commands; what measures them is larger than they are, so memory is left out."""
    rows = []
    for name, runs in figures.items():
        walls = [run[WALL] * 1000 for run in runs]
        rows.append([f"`{name}`", str(len(runs)), f"{median(walls):.1f}", f"{min(walls):.1f}…{max(walls):.1f}",
                     f"{middle(runs, CPU) * 1000:.1f}"])
    return table(["command", "times", "wall ms", "least…most", "CPU ms"], rows)


def stages_table(part):
    counts = {}
    path = os.path.join(HERE, "counts.tsv")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            counts = dict(line.rstrip("\n").split("\t")[:2] for line in f if not line.startswith("#"))
    rows = []
    for stage, runs in part["figures"].items():
        own = middle(runs)
        rows.append([stage, seconds(own), f"{min(r[WALL] for r in runs):.3f}…{max(r[WALL] for r in runs):.3f}",
                     f"{own / part['rows'] * 1e9:.0f}", f"{middle(runs, PEAK):.0f}",
                     number(int(counts[stage])) if stage in counts else ""])
    return table(["stage", "seconds", "least…most", "ns a row", "peak MiB", "instructions a row"], rows)


def machine(m):
    versions = ", ".join(f"{name} {version}" for name, version in m["versions"].items())
    return (f"{m['processor']}, {m['cores']} cores, {m['memory_gib']} GiB of memory, {m['system']}, {m['kernel']}, "
            f"{m['file_system']}; {versions}.")


def side_by_side(part):
    size = f"{number(part['rows'])} rows, {part['bytes'] / 1e6:.0f} MB."
    return [size + " The ratio is against xieguan.", "",
            *runs_table(part["figures"], "xieguan")]


def page(record):
    yield "# Benchmarks"
    yield ""
    yield ("Written by `Tests/Benchmarks/run.sh`; [what is measured and how](../Tests/Benchmarks/README.md). Whole "
           "processes, input in the file cache, contenders in turn, medians. Ours syncs its commit to the disk, checks "
           "every row, holds duplicates and stores every outcome.")
    yield ""
    machines = {json.dumps(part["machine"], sort_keys=True) for part in record.values()}
    if len(machines) == 1:
        yield machine(next(iter(record.values()))["machine"])
        yield ""
    yield "## Targets"
    yield ""
    yield from table(["target", "at most", "reached", "met"], targets(record))
    sections = {
        "peers": ("Side by side", side_by_side),
        "large": ("Side by side, more rows", side_by_side),
        "sizes": ("Ours at two sizes", lambda part: [
            f"{number(part['small_rows'])} and {number(part['rows'])} rows, in turn. The ratio is against the small "
            "sheet.", "", *runs_table(part["figures"], "small")]),
        "encodings": ("Encodings", lambda part: [
            f"The same {number(part['rows'])} rows; the answers are the same.", "",
            *runs_table(part["figures"], "utf-8")]),
        "queries": ("Questions to a register", lambda part: [
            f"`explain` and `ranking` among {number(part['large_rows'])} rows, for applicants spread over the list; "
            f"`score` and `replay` over {number(part['rows'])} rows.", "",
            *commands_table(part["figures"])]),
        "startup": ("Start-up", lambda part: [*commands_table(part["figures"])]),
        "stages": ("Stages of the bulk path", lambda part: [
            f"{number(part['rows'])} rows, each stage alone on one thread. Instructions are counted "
            "on a small sheet by `Tests/Benchmarks/counts.sh`.", "", *stages_table(part)]),
    }
    for name, (title, lines) in sections.items():
        if name not in record:
            continue
        part = record[name]
        yield "## " + title
        yield ""
        yield f"Measured {part['date']}, {part['rounds']} rounds."
        if len(machines) > 1:
            yield machine(part["machine"])
        yield ""
        yield from lines(part)


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        record = json.load(f)
    with open(sys.argv[2], "w", encoding="utf-8") as f:
        f.write("\n".join(page(record)).rstrip() + "\n")


if __name__ == "__main__":
    main()
