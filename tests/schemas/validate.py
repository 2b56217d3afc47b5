#!/usr/bin/python3
"""Checks what the program prints as JSON: validate.py PROGRAM SOURCE_DIR

Every document must satisfy its schema and have its keys in the order promised; each schema must refuse documents that
were broken on purpose, so that a schema that accepts everything cannot pass.
"""
import copy
import json
import pathlib
import sys
import tempfile

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

CASES = {
    "plan": [
        "--date 2026-11-22",
        "--date 2026-11-22 --id A-17 --name Ana --label Practitioner=Kim",
        "--date 2026-11-22,2026-12-12,2027-01-02 --planned 4",
        "--date 2026-11-22,2026-11-25",
        "--date 2026-11-22 --fact long-hair=no --fact shaved-look",
        "--date 2026-11-22 --observed scabs-gone=2026-12-05",
        "--date 2024-02-29,2026-11-22",
        "--date 2026-11-22 {floor}",
    ],
    "day": [
        "2026-11-20 --date 2026-11-22",
        "2026-11-22 --date 2026-11-22",
        "2026-12-14 --date 2026-11-22,2026-12-12",
        "2030-01-01 --date 2026-11-22",
        "2026-11-22 --date 2026-11-22 {floor}",
    ],
    "can": [
        "swim 2026-11-27 --date 2026-11-22",
        "swim 2027-11-27 --date 2026-11-22",
        "swim 2026-12-01..2027-02-01 --date 2026-11-22,2026-12-12",
        "shave-electric 2026-12-01 --date 2026-11-22",
        "gym 2026-11-28 --date 2026-11-22 {floor}",
        "swim and coffee 2026-11-25 --date 2026-11-22",
    ],
    "normal": ["redness 2026-11-23 --date 2026-11-22", "pus and itching --date 2026-11-22", "trouble breathing"],
    "explain": [
        "swim-pool 2026-12-10 --date 2026-11-22",
        "swim-pool 2026-12-10 --date 2026-11-22 --set swim-pool.through=35 --reason pool",
        "shave-razor 2026-12-04 --date 2026-11-22,2026-12-12 --observed scabs-gone=2026-12-01 --fact shaved-look=no",
        "sunscreen 2026-11-22 --date 2026-11-22",
        "sun-hat 2026-11-22 --date 2026-11-22 --drop sun-hat",
        "exercise-intense 2026-11-28 --date 2026-11-22 {floor}",
    ],
    "latest": ["swim gym --by 2027-01-10", "swim --by 2026-11-01", "pick --by 2027-01-10", "loose-hat --by 2027-01-10",
               "gym --by 2027-01-10 {floor}"],
    "diff": ["{old} {old}", "{old} {new}", "{new} {old}", "{old} {other}"],
    "rules check": ["smp-standard", "{faulty} {doubtful} smp-standard"],
}
SCHEMAS = {"plan": "plan", "day": "day", "can": "answer", "normal": "answer", "explain": "explanation", "latest": "latest", "diff": "diff",
           "rules check": "findings"}
# Frees a day under a floor: what is printed then must say so.
FLOOR = "--set exercise-intense.through=5 --accept-below-floor exercise-intense --reason wanted"
# Files that cases name.
RULES = """schema = 1
[protocol]
extends = "smp-standard"
id = "c"
title = "C"
version = "1"
language = "en"
"""
DOUBTFUL = RULES + '[override.swim-pool]\nthrough = 30\nreason = "same"\n'
FAULTY = RULES + '[override.swim-pol]\nthrough = 35\n'

NOTICE = ["code", "message"]
WINDOW = ["kind", "start", "end", "after_sessions"]
CHANGE = ["rule", "kind", "title"]
ACTIVITY = ["id", "title"]
BOTH = ["now", "was"]
PROTOCOL = ["id", "version", "title", "fingerprint"]
ANSWER = {
    "": ["schema", "protocol", "asked", "unknown", "from", "to", "answer", "provisional", "activities", "signs", "notices"],
    "protocol": PROTOCOL,
    "notices/*": NOTICE,
    "activities/*": ["activity", "title", "answer", "because", "also", "road", "free_from", "free_through"],
    "activities/*/because/*": ["rule", "kind", "end", "condition"],
    "activities/*/because/*/condition": ["unknown", "text"],
    "activities/*/also/*": ["rule", "kind", "title", "start", "end", "condition"],
    "activities/*/road/*": ["start", "end", "kind", "rules", "condition"],
    "signs/*": ["sign", "title", "answer", "expected", "call"],
    "signs/*/expected/*": ["rule", "title", "start", "end"],
    "signs/*/call/*": ["rule", "title", "help", "start", "end"],
}
# Where an object stands in a document (`*`: each member of a list) and its keys.
KEYS = {
    "plan": {
        "": ["schema", "protocol", "day_one", "clinic", "client", "sessions", "planned", "facts", "observed", "items",
             "notices"],
        "protocol": PROTOCOL,
        "clinic": ["name", "phone", "email", "address", "url", "emergency"],
        "client": ["id", "name", "labels"],
        "items/*": ["rule", "kind", "title", "detail", "short", "why", "headline", "instead", "signs", "help", "target",
                    "times_per_day", "every", "activities", "condition", "provisional", "windows", "cut", "sources",
                    "evidence", "changes"],
        "items/*/signs/*": ["id", "title"],
        "items/*/changes/*": ["field", "from", "to", "by", "reason", "author", "decided"],
        "items/*/activities/*": ACTIVITY,
        "items/*/condition": ["unknown", "text"],
        "items/*/windows/*": WINDOW,
        "items/*/cut/*": ["start", "end", "by"],
        "notices/*": NOTICE,
    },
    "day": {
        "": ["schema", "protocol", "date", "session", "day", "in_force", "starts", "ends", "next", "notices"],
        "protocol": PROTOCOL,
        "notices/*": NOTICE,
        "in_force/*": ["rule", "kind", "title", "activities", "end", "condition"],
        "in_force/*/activities/*": ACTIVITY,
        "in_force/*/condition": ["unknown", "text"],
        "starts/*": CHANGE,
        "ends/*": CHANGE,
        "next": ["date", "starts", "ends"],
        "next/starts/*": CHANGE,
        "next/ends/*": CHANGE,
    },
    "can": ANSWER,
    "normal": ANSWER,
    "explain": {
        "": ["schema", "protocol", "rule", "kind", "title", "date", "standing", "in_force", "nearest", "listed",
             "provisional", "count_from", "window", "start", "end", "facts", "until", "cut_by", "cuts", "values",
             "changes", "sources", "evidence", "notices"],
        "protocol": PROTOCOL,
        "notices/*": NOTICE,
        "window": WINDOW,
        "start": ["how", "session", "session_date", "days", "date"],
        "end": ["how", "session", "session_date", "days", "date"],
        "facts/*": ["field", "fact", "title", "truth"],
        "until": ["event", "title", "from", "by", "observed"],
        "values/*": ["field", "value", "written_at"],
        "changes/*": ["field", "from", "to", "by", "reason", "author", "decided"],
        "sources/*": ["source", "title", "section", "url"],
    },
    "latest": {
        "": ["schema", "protocol", "by", "latest", "activities", "notices"],
        "protocol": PROTOCOL,
        "notices/*": NOTICE,
        "activities/*": ["activity", "title", "latest", "rule"],
    },
    "diff": {
        "": ["schema", "protocol", "old_protocol", "differs", "client", "day_one", "clinic", "sessions", "planned",
             "rules", "floors", "notices"],
        "protocol": PROTOCOL,
        "old_protocol": PROTOCOL,
        "client": BOTH,
        "day_one": BOTH,
        "clinic": BOTH,
        "sessions": BOTH,
        "planned": BOTH,
        "notices": BOTH,
        "rules/*": ["rule", "kind", "change", "title", "old_title", "now", "was", "parts"],
        "rules/*/parts/*": ["part", "now", "was"],
        "rules/*/now/*": WINDOW,
        "rules/*/was/*": WINDOW,
    },
    "rules check": {
        "": ["schema", "files"],
        "files/*": ["file", "findings"],
        "files/*/findings/*": ["place", "line", "column", "severity", "code", "message", "nearest"],
    },
}


def at(document, path):
    """The values at `path`; nulls on the way are passed over."""
    values = [document]
    for step in filter(None, path.split("/")):
        values = [v for v in values if v is not None]
        values = [m for v in values for m in v] if step == "*" else [v[step] for v in values]
    return [v for v in values if v is not None]


def key_faults(command, document):
    return [f"keys at '{path}' are {list(value)}, not {wanted}"
            for path, wanted in KEYS[command].items() for value in at(document, path) if list(value) != wanted]


def broken(document):
    """The document, broken in one way at a time: each must be refused."""
    def changed(key, value):
        copied = copy.deepcopy(document)
        copied[key] = value
        return copied

    yield "another schema", changed("schema", "smpcare.other/1")
    for key in document:
        copied = copy.deepcopy(document)
        del copied[key]
        yield f"no '{key}'", copied
        yield f"'{key}' of a wrong type", changed(key, 3.5)
    for key in ("date", "from", "to", "by"):
        if key in document:
            yield f"'{key}' that is no ISO date", changed(key, "22/11/2026")
    if "items" in document:
        copied = copy.deepcopy(document)
        next(i for i in copied["items"] if i["windows"])["windows"][0]["start"] = "2026-13-01"
        yield "a window in month 13", copied


def run(program, command, arguments):
    """The document, and what is wrong with how it came."""
    words = [program, *command.split(), *arguments.split(), "--format", "json", "--today", "2026-11-27"]
    done = guard.run(words, ends_by_itself=True, capture_output=True, text=True)
    allowed = (0,) if command in ("plan", "day", "explain") else (0, 1)
    if done.returncode not in allowed:
        return None, [f"exit status {done.returncode}: {done.stderr.strip()}"]
    return json.loads(done.stdout), []


def faults_of(program, validator, command, arguments):
    document, faults = run(program, command, arguments)
    if faults:
        return faults
    faults += [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]
    faults += key_faults(command, document)
    notices = document.get("notices", []) if command != "diff" else []
    if (FLOOR in arguments) != ("floor-accepted" in [n["code"] for n in notices]):
        faults.append("the notices do not say whether a day was freed below its floor")
    faults += [f"the schema accepts {how}" for how, wrong in broken(document) if validator.is_valid(wrong)]
    return faults


def write_files(program, folder):
    """The files that cases name, each under its name."""
    files = {name: pathlib.Path(folder, f"{name}.{end}")
             for name, end in (("old", "json"), ("new", "json"), ("other", "json"), ("faulty", "toml"), ("doubtful", "toml"))}
    files["faulty"].write_text(FAULTY, encoding="utf-8")
    files["doubtful"].write_text(DOUBTFUL, encoding="utf-8")
    others = ["--name", "Ana", "--planned", "3", "--set", "review.target=50", "--drop", "infection", "--reason", "told",
              "--accept-below-floor", "infection"]
    for name, dates, more in (("old", "2026-11-22", []), ("new", "2026-11-22,2026-12-12", []),
                              ("other", "2026-11-22", others)):
        guard.run([program, "plan", "-d", dates, "-f", "json", "-o", files[name], *more], check=True)
    return files


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        return check(program, source, write_files(program, folder))


def check(program, source, files):
    failed = checked = 0
    for command, cases in CASES.items():
        schema = json.loads((source / "rules/schemas" / f"smpcare.{SCHEMAS[command]}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for arguments in cases:
            checked += 1
            faults = faults_of(program, validator, command, arguments.format(**files, floor=FLOOR))
            failed += bool(faults)
            for fault in faults:
                print(f"{command} {arguments}: {fault}")
    print(f"{checked} documents, {failed} with faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
