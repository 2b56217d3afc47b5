#!/usr/bin/python3
"""One version, wherever it stands. Usage: versions.py PROGRAM SOURCE_DIR"""
import datetime
import pathlib
import re
import subprocess
import sys

from pages import report


def only(pattern, text):
    found = re.search(pattern, text, re.M)
    return found.group(1) if found else None


def main(program, source):
    source = pathlib.Path(source)
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    changes = (source / "CHANGELOG.md").read_text(encoding="utf-8")
    places = {
        "CMakeLists.txt": only(r"^project\(smpcare VERSION (\S+)", (source / "CMakeLists.txt").read_text(encoding="utf-8")),
        "smpcare --version": only(r"^smpcare (\S+)$", told),
        "CHANGELOG.md": only(r"^## \[(\d\S*)\]", changes),
    }
    for page in sorted(source.glob("man/*.[0-9]")):
        places[f"man/{page.name}"] = only(r"^\.Os smpcare (\S+)$", page.read_text(encoding="utf-8"))
    faults = []
    if len(set(places.values())) != 1:
        faults.append("\n".join(f"{place}: {version}" for place, version in places.items()))
    heads = re.findall(r"^## (.*)$", changes, re.M)
    if not heads or heads[0] != "[Unreleased]":
        faults.append("CHANGELOG.md: [Unreleased] stands first")
    dates = [only(r"^\[\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d)$", head) for head in heads[1:]]
    if None in dates or sorted(dates, reverse=True) != dates or not all(map(datetime.date.fromisoformat, dates)):
        faults.append(f"CHANGELOG.md: each version has its number and date, the newest first: {heads}")
    kinds = set(re.findall(r"^### (.*)$", changes, re.M)) - {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    faults += [f"CHANGELOG.md: no heading of Keep a Changelog: {kind}" for kind in sorted(kinds)]
    return report(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
