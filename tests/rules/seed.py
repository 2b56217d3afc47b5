#!/usr/bin/python3
"""Every sentence of the base guide is carried by a rule, in its words, in every output. Usage: seed.py PROGRAM SOURCE_DIR

guide.txt names, for each sentence, the rules and the words that carry it. The words are looked for in the texts of those rules
in the rule file, and, on a plan of one session, in what the program writes of them.
"""
import html
import json
import pathlib
import re
import subprocess
import sys
import tomllib

TEXTS = ("title", "short", "why", "detail", "headline")
OTHER_SETS = ("smp-cautious", "smp-scar", "smp-wash-early")
MODES = ("changes", "windows", "days")
# An output, the arguments that make it whole, and the fields of a rule that it shows.
# A calendar tells over all its events together what it has no room for in one.
OUTPUTS = (
    ("json", ["-f", "json"], ("title", "short", "why", "detail", "headline")),
    ("html", ["-f", "html"], ("title", "detail")),
    ("text", ["-f", "text", "--details", "--width", "4000", "--today", "2026-11-22"], ("title", "detail")),
    *((f"calendar ({mode})", ["-f", "ics", "--id", "c1", "--events", mode], ("title", "detail"))
      for mode in MODES),
)


def unfolded(text):
    """The texts of a calendar as people read them."""
    return re.sub(r"\\(.)", lambda found: " " if found[1] == "n" else found[1], text.replace("\r\n ", ""))


def plain(text):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", text))).casefold()


def sentences(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            item, _, rules, words = (cell.strip() for cell in line.split("|"))
            yield f"guide.txt:{number}: {item}", rules.split(), [word.strip().casefold() for word in words.split(";")]


def written(program, arguments):
    dated = [] if "-d" in arguments else ["-d", "2026-11-22"]
    run = subprocess.run([program, "plan", *dated, *arguments], capture_output=True, check=True)
    text = run.stdout.decode()
    return plain(unfolded(text) if "ics" in arguments else text)


def lost_by_others(program, source):
    """What the calendars of the other sets do not carry of the sentences that their own rules have."""
    for name in OTHER_SETS:
        run = subprocess.run([program, "plan", "-d", "2026-11-22", "-r", name, "-f", "json"], capture_output=True, check=True)
        items = {item["rule"]: item for item in json.loads(run.stdout)["items"] if item["windows"]}
        texts = {rule: plain(f"{item['title']} {item.get('detail') or ''}") for rule, item in items.items()}
        calendars = [(mode, written(program, ["-r", name, "-f", "ics", "--id", "c1", "--events", mode])) for mode in MODES]
        for place, ids, words in sentences(source / "tests/rules/guide.txt"):
            for word in words:
                if any(word in texts.get(rule, "") for rule in ids):
                    yield from (f"{place}: '{word}' is not in the calendar ({mode}) of {name}"
                                for mode, text in calendars if word not in text)


def lost_whys(program, source):
    """Rules of which a calendar of changes tells neither the sentences nor the line in their stead."""
    standard = tomllib.loads((source / "rules/smp-standard.toml").read_text(encoding="utf-8"))
    for name in ("smp-standard", *OTHER_SETS):
        own = tomllib.loads((source / f"rules/{name}.toml").read_text(encoding="utf-8"))
        rules = {rule["id"]: rule for rule in [*standard["rule"], *own.get("rule", [])]}
        for sessions in ("2026-11-22", "2026-11-22,2026-12-06", "2026-11-22,2026-12-06,2027-01-10"):
            arguments = ["-r", name, "-d", sessions]
            run = subprocess.run([program, "plan", *arguments, "-f", "json"], capture_output=True, check=True)
            text = written(program, [*arguments, "-f", "ics", "--id", "c1"])
            for item in json.loads(run.stdout)["items"]:
                lines = [plain(line) for line in (item["detail"], item["why"]) if line]
                if item["windows"] and lines and not rules[item["rule"]].get("asked_only") and not any(line in text for line in lines):
                    yield f"{name}, {sessions}: neither the sentences of {item['rule']} nor its line"


def main(program, source):
    with (source / "rules/smp-standard.toml").open("rb") as file:
        protocol = tomllib.load(file)
    rules = {rule["id"]: rule for rule in protocol["rule"]}
    summary = plain(protocol["protocol"]["summary"])
    outputs = [(name, written(program, arguments), fields) for name, arguments, fields in OUTPUTS]
    faults, checked = [], 0
    for place, ids, words in sentences(source / "tests/rules/guide.txt"):
        unknown = [name for name in ids if name not in rules and name != "summary"]
        faults += [f"{place}: there is no rule '{name}'" for name in unknown]
        if unknown:
            continue
        for word in words:
            where = [(name, field) for name in ids if name != "summary" for field in TEXTS
                     if word in plain(rules[name].get(field, ""))]
            if not where and not ("summary" in ids and word in summary):
                faults.append(f"{place}: '{word}' stands in none of {' '.join(ids)}")
            for output, text, fields in outputs:
                if any(field in fields for _, field in where):
                    checked += 1
                    if word not in text:
                        faults.append(f"{place}: '{word}' is not in the {output} plan")
    faults += lost_by_others(program, source)
    faults += lost_whys(program, source)
    faults += [f"the summary is not in the {output} plan" for output, text, _ in outputs
               if output.startswith(("calendar", "html")) and summary not in text]
    print("\n".join(faults))
    print(f"{checked} words looked for in outputs, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
