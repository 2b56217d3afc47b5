#!/usr/bin/python3
"""The plan's windows as a remind script that counts from a variable. Usage: smpcare plan … -f csv | remind_rules.py DATE"""
import csv
import datetime
import sys

session = datetime.date.fromisoformat(sys.argv[1])
print("BANNER %")
print(f"SET proc '{session}'")
for row in csv.DictReader(sys.stdin):
    start = (datetime.date.fromisoformat(row["start"]) - session).days
    end = row["end"] or row["start"]
    through = (datetime.date.fromisoformat(end) - session).days
    print(f"REM [trigger(proc+{start})] THROUGH [trigger(proc+{through})] MSG {row['kind']}: {row['title']}")
