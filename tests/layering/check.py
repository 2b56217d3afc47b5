#!/usr/bin/python3
"""Rooms include only rooms above them, and of those only what is open (ARCHITECTURE.md). Usage: check.py SOURCE_DIR"""
import collections
import pathlib
import re
import sys

# The table of ARCHITECTURE.md, top to bottom; a folder of a room is named where its files have a place of their own.
ROOMS = ["base", "files", "protocol/read", "protocol/prepare", "protocol/resolve", "plan", "ask", "words", "say", "format", "batch/rows",
         "batch/outcomes", "batch/engine", "batch", "cli"]
# What every room may include: the ground, and the rooms that have no doors because only the library speaks.
OPEN = ["base", "files", "words", "say"]
# A door is its house's, so the first of the house's rooms may use it too.
DOORS = {
    "date": "base", "source": "base", "diagnostics": "base", "codes": "base", "terms": "base", "nearest": "base", "version": "base", "files": "files", "print": "files",
    "protocol": "protocol/read", "fields": "protocol/read", "load": "protocol/read", "overrides": "protocol/read", "plan": "plan", "ask": "ask",
    "style": "say", "format": "format", "calendar": "format", "help": "format", "batch": "batch/rows",
}
# Outside libraries that few files may see, and what no room of the library may touch.
GUARDED = {"toml++/": ["protocol/read"], "CLI/": ["cli"], "csv.h": ["format", "batch/rows"],
           "nlohmann/": ["format", "batch/outcomes"],  # outputs, and the list of them (manifest.json)
           "fmt/": ["base"]}
ONCE = ["toml++/", "CLI/", "fmt/"]  # heavy: seen by one file
WORLD = re.compile(r"\b(?:std::)?(?:getenv|printf|puts|exit|abort|localtime_r?|gmtime_r?|setlocale)\s*\(|std::c(?:out|err)\b|"
                   r"\b(?:system|steady)_clock\b|<iostream>")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
NAMESPACE = re.compile(r"^namespace\s+([\w:]+)\s*\{", re.M)
TYPE = re.compile(r"^(?:template <.*>\n)?(?:struct|class|enum class)\s+(\w+)(?:\s*:(?!:)[^;{]*|\s+final)?\s*\{", re.M)
MOST_FILES = 24


def room_of_path(path):
    """The room of a file below src, or None."""
    return next((room for room in sorted(ROOMS, key=len, reverse=True) if path.startswith(room + "/")), None)


def house(room):
    return room.split("/")[0]


def room_of(target):
    """The room that an include leads to, or None for something that is not ours."""
    if target.startswith("smpcare/"):
        return DOORS.get(pathlib.PurePath(target).stem, "an unknown door")
    return room_of_path(target)


def faults_of(text, room, door):
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
        elif bracket == '"' and door:
            yield f'a door may not show the private "{target}"'
        elif bracket == '"' and house(other) != house(room) and (other not in OPEN or room == "cli" and other != "base"):
            yield f'{room} uses only the doors of {other}, not "{target}"'
    if room != "cli" and (found := WORLD.search(text)):
        yield f"the library never prints, exits, or reads clock, locale or environment: {found.group(0)}"


def named_types(text):
    """(namespace, type) for each type that other files can name; those of an anonymous namespace are a file's own."""
    text = re.sub(r"namespace \{.*?^\}  // namespace$", "", text, flags=re.S | re.M)
    spaces = [(match.start(), match[1]) for match in NAMESPACE.finditer(text)]
    for match in TYPE.finditer(text):
        inside = [name for start, name in spaces if start < match.start()]
        yield (inside[-1] if inside else "", match[1])


def main(source):
    count, bad = 0, 0
    homes, seen_by = collections.defaultdict(set), collections.defaultdict(set)

    def tell(where, what):
        nonlocal bad
        print(f"{where}: {what}")
        bad += 1

    for path in sorted(source.glob("src/*/**/*.[ch]pp")) + sorted(source.glob("include/smpcare/*.hpp")):
        door = path.parent.name == "smpcare"
        room = DOORS.get(path.stem) if door else room_of_path(path.relative_to(source / "src").as_posix())
        where = path.relative_to(source)
        count += 1
        if room is None:
            tell(where, "in no room")
            continue
        text = path.read_text(encoding="utf-8")
        for fault in faults_of(text, room, door):
            tell(where, fault)
        for kind in named_types(text):
            homes[kind].add(str(where))
        for _, target in INCLUDE.findall(text):
            for library in ONCE:
                if target.startswith(library):
                    seen_by[library].add(str(where))
    for (space, name), files in sorted(homes.items()):
        if len(files) > 1:
            tell(" and ".join(sorted(files)), f"both define {space}::{name}")
    for library, files in sorted(seen_by.items()):
        if len(files) > 1:
            tell(", ".join(sorted(files)), f"one file may see {library}")
    for folder in sorted({path.parent for path in source.glob("src/**/*.[ch]pp")}):
        if (files := len(list(folder.glob("*.[ch]pp")))) > MOST_FILES:
            tell(folder.relative_to(source), f"{files} files, at most {MOST_FILES}")
    print(f"{count} files, {bad} faults")
    return 1 if bad or not count else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
