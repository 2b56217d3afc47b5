#!/usr/bin/python3
"""The man pages tell all that the program has, and nothing else. Usage: man_covers_program.py PROGRAM SOURCE_DIR"""
import json
import pathlib
import re
import sys

from pages import Workshop, command_names, help_options, plain, report, sections

# The tables of a rule file, as its JSON Schema has them, and the subsections that describe them.
TABLES = {
    "file": "The top of the file", "head": "The [protocol] table", "clinic": "The [clinic] table",
    "source": "The [source.id] tables", "activity": "The [activity.id] tables", "sign": "The [sign.id] tables",
    "fact": "The [fact.id] tables",
    "event": "The [event.id] tables", "rule": "The [[rule]] tables", "test": "The [[test]] tables",
    "override": "The [override.id] tables", "relative": "Relative days",
}


def differences(what, real, told):
    yield from (f"{what} '{name}' is not in the man page" for name in sorted(real - told))
    yield from (f"{what} '{name}' of the man page does not exist" for name in sorted(told - real))


def items(lines, macro):
    """The words after `macro` in each item: `.It Ic starts , ends` gives both."""
    for line in lines:
        if line.startswith(f".It {macro} "):
            words = re.split(r" (?:P[qo]|Ar|Op|No|Ns) ", plain(line[5 + len(macro):]) + " ")[0]
            yield from (word.strip() for word in re.split(r" , ", words) if word.strip())


# --- smpcare.1 ---

def options_told(lines):
    """{"-d": takes a value, "--date": …} of the man page."""
    told = {}
    for line in lines:
        if line.startswith(".It Fl "):
            for name in re.findall(r"(?:Fl|,) Fl (\S+)|^\.It Fl (\S+)", line):
                told["-" + "".join(name)] = " Ar " in line
    return told


def options_real(shop, commands):
    real = {}
    for command in commands:
        real |= help_options(shop.run(f"smpcare help {command}").stdout)
    return real


def faults_of_commands(shop, page):
    real = set(command_names(shop.run("smpcare --help").stdout))
    told = set(items(page["COMMANDS"], "Cm"))
    yield from differences("the command", real, told)
    options, described = options_real(shop, real), options_told(page["OPTIONS"])
    if shop.run("smpcare --version").stdout:
        options["--version"] = False
    yield from differences("the option", set(options), set(described))
    for name in options.keys() & described.keys():
        if options[name] != described[name]:
            yield f"the man page is wrong on whether {name} takes a value"


def faults_of_surroundings(shop, page, source):
    environment = (source / "src/cli/environment.cpp").read_text(encoding="utf-8")
    yield from differences("the variable", set(re.findall(r'variable\("(\w+)"\)', environment)),
                           set(items(page["ENVIRONMENT"], "Ev")))
    statuses = (source / "src/cli/exit_status.hpp").read_text(encoding="utf-8")
    told = {line[4:] for line in page["EXIT STATUS"] if line.startswith(".It ")}
    yield from differences("the exit status", set(re.findall(r"= (\d)", statuses)), told)
    formats = "".join(shop.run(f"smpcare {command} -d 2026-11-22 -f no-such-format").stderr for command in ("plan", "day"))
    told = {word for line in page["OUTPUT FORMATS"] for word in re.findall(r"^\.Fl f Cm (\w+)", line)} | {"text"}
    yield from (f"'{name}' is in the man page, but no format" for name in told if name not in formats)


def keys_of(value):
    """Every key of a JSON document, apart from those that are the client's or the file's own words."""
    if isinstance(value, list):
        return set().union(*map(keys_of, value))
    if not isinstance(value, dict):
        return set()
    own_words = ("labels", "facts", "observed")
    return set(value).union(*(keys_of(inner) for key, inner in value.items() if key not in own_words))


def faults_of_formats(shop, page):
    text = page["OUTPUT FORMATS"]
    told = {word for line in text if "Ic " in line for word in re.findall(r"[a-z_]+", plain(line))}
    facts = "--fact long-hair --observed scabs-gone=2026-12-05"
    for command in ("plan", "day 2026-11-27", "can swim 2026-11-27", "explain shave-razor 2026-11-27"):
        document = json.loads(shop.run(f"smpcare {command} -d 2026-11-20,2026-11-22 {facts} -f json").stdout)
        yield from (f"the JSON key '{key}' is not in the man page" for key in sorted(keys_of(document) - told))
    header = shop.run("smpcare plan -d 2026-11-22 -f csv").stdout.splitlines()[0]
    if f".Dl {header}" not in text:
        yield f"the columns of CSV are {header}"


# --- smpcare-rules.5 ---

def fields_of(table, schema):
    """{field: required} of one table of the schema, wherever its conditions say so."""
    fields, must = dict(table.get("properties", {})), set(table.get("required", []))
    must |= set(table.get("else", {}).get("required", []))
    return {name: name in must for name in fields}


def fields_real(source):
    """{table: {field: required}} from the JSON Schema, which tests/schemas holds against the program."""
    schema = json.loads((source / "rules/smpcare-rules.schema.json").read_text(encoding="utf-8"))
    tables = {"file": fields_of(schema, schema), "relative": {"after": False, "before": False, "days": False}}
    for name, table in schema["properties"].items():
        if name == "schema":
            continue
        inner = table.get("items") or table.get("additionalProperties") or table
        tables["head" if name == "protocol" else name] = fields_of(inner, schema)
    return tables


def faults_of_fields(page, source):
    real, told = fields_real(source), sections(page, "Ss")
    yield from differences("the table", set(real), set(TABLES))
    for table, heading in TABLES.items():
        lines = told.get(heading, [])
        fields = real.get(table, {})
        if table == "file":  # its tables have subsections of their own
            fields = {name: rank for name, rank in fields.items()
                      if not any(re.search(rf"\[{name}\b", heading) for heading in told)}
        if table == "relative":
            text = plain(" ".join(lines))
            yield from (f"'{name}' of a relative day is not in the man page" for name in fields
                        if not re.search(rf"\b{name} =", text))
            continue
        yield from differences(f"{heading}: the field", set(fields), set(items(lines, "Ic")))
        must = {name for line in lines if "required" in line for name in items([line], "Ic")}
        yield from (f"{heading}: '{name}' is required" for name, rank in fields.items() if rank and name not in must)


def faults_of_words(page, source):
    """Every word that a field may hold, and every limit, stands somewhere in the page."""
    told = set(re.findall(r"[\w-]+", plain(page)))
    names = (source / "src/protocol/read/words_of_fields.cpp").read_text(encoding="utf-8")
    rows = (source / "include/smpcare/fields.def").read_text(encoding="utf-8")
    limits = "\n".join(path.read_text(encoding="utf-8") for path in (source / "src/protocol").rglob("*.hpp"))
    words = set(re.findall(r'"(\w+)"sv', names)) | set(re.findall(r'SMPCARE_FIELD\(\w+, "(\w+)"', rows))
    numbers = {number.replace("'", "") for number in re.findall(r"constexpr .*_limit = ([\d']+);", limits)}
    if not words or not numbers:
        yield "src/protocol no longer shows its words and limits to this test"
    yield from (f"the word '{word}' is not in smpcare-rules.5" for word in sorted(words - told))
    yield from (f"the limit {number} is not in smpcare-rules.5" for number in sorted(numbers - told))


def main(program, folder):
    source = pathlib.Path(folder)
    page = sections((source / "man/smpcare.1").read_text(encoding="utf-8"))
    rules = (source / "man/smpcare-rules.5").read_text(encoding="utf-8")
    with Workshop(program) as shop:
        faults = [*faults_of_commands(shop, page), *faults_of_surroundings(shop, page, source),
                  *faults_of_formats(shop, page)]
    return report(faults + [*faults_of_fields(rules, source), *faults_of_words(rules, source)])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
