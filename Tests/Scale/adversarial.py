#!/usr/bin/env python3
"""Gives every fifth applicant of a sheet an application number and a name that engines, loaders and
collations have been seen to treat otherwise.

usage: adversarial.py IN.csv OUT.csv
"""
import csv
import sys

ODD = ["a'b", "a''b", 'a"b', "a\\b", "\\N", "é", "e\u0301", "阿", "啊", "Z", "z", "_", "😀", "a,b",
       "NULL", "%", "ß", "ss", "İ", "0", "00", "x -- y", "a  b"]

with open(sys.argv[1], encoding="utf-8", newline="") as source, \
        open(sys.argv[2], "w", encoding="utf-8", newline="") as target:
    rows = csv.reader(source)
    out = csv.writer(target, lineterminator="\n")
    out.writerow(next(rows))
    for number, row in enumerate(rows):
        if number % 5 == 0 and row[0]:
            odd = ODD[number // 5 % len(ODD)]
            row[0] = odd + row[0]
            row[1] = row[1] and row[1] + odd
        out.writerow(row)
