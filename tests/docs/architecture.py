#!/usr/bin/python3
"""ARCHITECTURE.md fits a screen and is true: every path and door in it is there, and its rooms are those that layering holds.

Usage: architecture.py SOURCE_DIR
"""
import pathlib
import re
import sys

MOST_LINES = 60


def faults(source):
    text = (source / "ARCHITECTURE.md").read_text(encoding="utf-8")
    if len(text.splitlines()) > MOST_LINES:
        yield f"{len(text.splitlines())} lines, at most {MOST_LINES}"
    for path in re.findall(r"`((?:src|tests|rules|include|man)/[\w./*-]*|\w+\.cpp)`", text):
        where = path if "/" in path else f"src/**/{path}"
        if not list(source.glob(where.rstrip("/"))):
            yield f"'{path}' is not there"
    layering = (source / "tests/layering/check.py").read_text(encoding="utf-8")
    held = {room.split("/")[0] for room in re.findall(r'"([\w/]+)"', re.search(r"ROOMS = \[(.*?)\]", layering, re.S)[1])}
    held_order = list(dict.fromkeys(re.findall(r'"(\w+)[\w/]*"', re.search(r"ROOMS = \[(.*?)\]", layering, re.S)[1])))
    table = re.search(r"\| room \|.*?\n\n", text, re.S)[0]
    told = re.findall(r"^\| `src/(\w+)", table, re.M)
    if told != held_order:
        yield f"the table's rooms are {told}, layering's {held_order}"
    if held != {path.name for path in (source / "src").iterdir() if path.is_dir()}:
        yield "src has other folders than layering has rooms"
    doors = set(re.findall(r"`(\w+)`", " ".join(line.split("|")[3] for line in table.splitlines()[2:] if line)))
    real = {path.stem for path in (source / "include/smpcare").glob("*.hpp")}
    if doors != real:
        yield f"the table's doors and include/smpcare differ: {sorted(doors ^ real)}"


def main(source):
    found = list(faults(source))
    print("\n".join(found) or "ARCHITECTURE.md is true")
    return 1 if found else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
