#!/usr/bin/python3
"""Rooms include only rooms to their left (ARCHITECTURE.md). Usage: check.py SOURCE_DIR"""
import pathlib
import re
import sys

ROOMS = ["base", "protocol", "plan", "ask", "format", "batch", "cli"]
DOORS = {
    "batch": "batch",
    "date": "base", "source": "base", "diagnostics": "base", "nearest": "base", "files": "base", "version": "base",
    "protocol": "protocol", "load": "protocol", "overrides": "protocol", "plan": "plan", "ask": "ask", "format": "format",
    "calendar": "format", "help": "format",
}
# Outside libraries that few rooms may see, and what no room of the library may touch.
GUARDED = {"toml++/": ["protocol"], "CLI/": ["cli"], "nlohmann/": ["format"], "csv.h": ["format", "batch"]}
WORLD = re.compile(r"\b(?:std::)?(?:getenv|printf|puts|exit|abort|localtime_r?|gmtime_r?|setlocale)\s*\(|std::c(?:out|err)\b|"
                   r"\b(?:system|steady)_clock\b|<iostream>")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def room_of(target):
    """The room that an include leads to, or None for something that is not ours."""
    if target.startswith("smpcare/"):
        return DOORS.get(pathlib.PurePath(target).stem, "an unknown door")
    return target.split("/")[0] if target.split("/")[0] in ROOMS else None


def faults_of(path, room, own):
    text = path.read_text(encoding="utf-8")
    for bracket, target in INCLUDE.findall(text):
        for library, homes in GUARDED.items():
            if target.startswith(library) and room not in homes:
                yield f"{room} may not include <{target}>: only {', '.join(homes)} may see that library"
        other = room_of(target)
        if other is None:
            if bracket == '"':
                yield f'"{target}" leads into no room'
        elif other not in ROOMS:
            yield f"<{target}> is {other}"
        elif ROOMS.index(other) > ROOMS.index(room):
            yield f"{room} may not include {other}: {other} comes after it"
        elif room == "cli" and bracket == '"' and other != "cli":
            yield f'cli uses only the doors, not "{target}"'
        elif own and bracket == '"':
            yield f'a door may not show the private "{target}"'
    if room != "cli" and (found := WORLD.search(text)):
        yield f"the library never prints, exits, or reads clock, locale or environment: {found.group(0)}"


def main(source):
    count, bad = 0, 0
    for path in sorted(source.glob("src/*/**/*.[ch]pp")) + sorted(source.glob("include/smpcare/*.hpp")):
        own = path.parent.name == "smpcare"
        room = DOORS.get(path.stem) if own else path.relative_to(source / "src").parts[0]
        count += 1
        if room not in ROOMS:
            print(f"{path}: in no room")
            bad += 1
            continue
        for fault in faults_of(path, room, own):
            print(f"{path.relative_to(source)}: {fault}")
            bad += 1
    print(f"{count} files, {bad} faults")
    return 1 if bad or not count else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
