#!/usr/bin/python3
"""The JSON Schema of rule files and the files themselves: rule_files.py PROGRAM SOURCE_DIR

An independent validator must accept every shipped file and refuse what the loader refuses; the program must print the
same schema, and each shipped file must name it in its first line.
"""
import datetime
import json
import os
import pathlib
import sys
import tomllib

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

HEAD = 'schema = 1\n[protocol]\nid = "p"\ntitle = "P"\nversion = "1"\nlanguage = "en"\n'
EXTENDING = 'schema = 1\n[protocol]\nextends = "smp-standard"\n'
HEAD2 = HEAD.replace("schema = 1", "schema = 2")
RULE2 = HEAD2 + '[[rule]]\nid = "r"\nkind = "ask"\ntitle = "R"\n'
RULE = HEAD + '[[rule]]\nid = "r"\nkind = "avoid"\ntitle = "R"\n'
GOOD = [
    HEAD, RULE, EXTENDING,
    RULE + 'from = { after = "a", days = 2 }\nthrough = "48 hours"\nuntil = "e"\n',
    EXTENDING + '[override.swim-pool]\nthrough = { add = -5 }\naccept_below_floor = true\nreason = "r"\n',
    'schema = 1\n[override.swim-pool]\ndrop = true\n',
    RULE2 + 'short = "r"\nwhy = "w"\nheadline = "h"\ninstead = ["a"]\nasked_only = true\nhelp = "doctor"\n',
    HEAD2 + '[clinic]\nphone = ["1", "2"]\nemergency = "112"\nlogo = "l.png"\n'
    '[sign.s]\nwords = ["red"]\n[activity.a]\nnot_words = ["x"]\nheadline = "h"\n',
    'schema = 2\n[override.swim-pool]\ndrop = true\nreason = "r"\nauthor = "a"\ndecided = 2026-11-01\n',
]
BAD = {
    "no schema": HEAD.removeprefix("schema = 1\n"),
    "a newer schema": HEAD.replace("schema = 1", "schema = 3"),
    "no version": HEAD.replace('version = "1"\n', ""),
    "an unknown table": HEAD + "[rules]\n",
    "an unknown field": RULE + "throuh = 3\n",
    "an unknown kind": RULE.replace("avoid", "ban"),
    "a rule without id": RULE.replace('id = "r"\n', ""),
    "an id with a capital": RULE.replace('"r"', '"R"'),
    "a negative day": RULE + "through = -1\n",
    "a duration in minutes": RULE + 'through = "20 minutes"\n',
    "after and before": RULE + 'from = { after = "a", before = "b" }\n',
    "how often for avoid": RULE + "times_per_day = 2\n",
    "a target for avoid": RULE + "target = 2\n",
    "until for do": RULE.replace("avoid", "do") + 'until = "e"\n',
    "an event without by": HEAD + "[event.e]\nfrom = 3\n",
    "a test without sessions": HEAD + '[[test]]\nname = "t"\non = 2026-11-22\n',
    "an override that extends nothing": HEAD + "[override.swim-pool]\nthrough = 3\n",
    "an override of the kind": EXTENDING + '[override.swim-pool]\nkind = "do"\n',
    "an acceptance without reason": EXTENDING + "[override.swim-pool]\naccept_below_floor = true\n",
    "a new field in schema 1": RULE + 'short = "r"\n',
    "a new kind in schema 1": RULE.replace("avoid", "ask"),
    "a list of numbers in schema 1": HEAD + '[clinic]\nphone = ["1"]\n',
    "a sign in schema 1": HEAD + "[sign.s]\n",
    "an author in schema 1": EXTENDING + '[override.swim-pool]\ndrop = true\nauthor = "a"\n',
    "signs of avoid": RULE2.replace("ask", "avoid") + 'signs = ["s"]\n',
    "overrides with a clinic": 'schema = 1\n[clinic]\nname = "C"\n[override.swim-pool]\ndrop = true\n',
}


def as_json(value):
    """TOML's dates as the texts that JSON has for them."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def document(text):
    return as_json(tomllib.loads(text))


def faults_of_shipped(path, schema, validator):
    text = path.read_text(encoding="utf-8")
    yield from (f"{error.json_path}: {error.message}" for error in validator.iter_errors(document(text)))
    named = os.path.relpath(schema, path.parent)
    if text.splitlines()[0] not in (f"#:schema {named}", f"#:schema ./{named}", "#:schema ./smpcare-rules.schema.json"):
        yield f"the first line does not name {named}"


def main(program, source):
    schema = source / "rules/smpcare-rules.schema.json"
    content = json.loads(schema.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(content)
    validator = jsonschema.Draft202012Validator(content)
    shipped = sorted(path for path in (source / "rules").rglob("*.toml"))
    faults = [f"{path.name}: {fault}" for path in shipped for fault in faults_of_shipped(path, schema, validator)]
    faults += [f"refused: {text}" for text in GOOD if not validator.is_valid(document(text))]
    faults += [f"accepted: {what}" for what, text in BAD.items() if validator.is_valid(document(text))]
    printed = guard.run([program, "rules", "schema"], capture_output=True, check=True).stdout
    if printed != schema.read_bytes():
        faults.append("the program prints another schema")
    started = guard.run([program, "rules", "new"], capture_output=True, check=True).stdout
    faults += [f"rules new: {error.message}" for error in validator.iter_errors(document(started.decode()))]
    for fault in faults:
        print(fault)
    print(f"{len(shipped)} shipped files, {len(GOOD)} good and {len(BAD)} bad ones, {len(faults)} faults")
    return 1 if faults or len(shipped) < 2 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
