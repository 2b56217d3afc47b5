#!/usr/bin/python3
"""docs/rules.md says of each rule of smp-standard what the program says. Usage: table.py PROGRAM SOURCE_DIR

Kind, days and floor of each row, and what is published, are compared with a plan of one session in JSON and with the rule file.
"""
import json
import pathlib
import re
import subprocess
import sys
import tomllib

SESSION = "2026-11-22"
ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (\w+) \| (\d+)(?:–(\d+)| (on))? \| (\w*) \| (\d*) \|", re.M)


def day(date):
    import datetime
    return (datetime.date.fromisoformat(date) - datetime.date.fromisoformat(SESSION)).days


def planned(program):
    """id -> kind, first and last day of the rule's own windows; cuts count as days of the rule."""
    run = subprocess.run([program, "plan", "-d", SESSION, "-f", "json"], capture_output=True, text=True, check=True)
    found = {}
    for item in json.loads(run.stdout)["items"]:
        days = [d for d in item["windows"] + item["cut"] if d.get("kind", item["kind"]) == item["kind"]]
        ends = [d["end"] for d in days]
        found[item["rule"]] = (item["kind"], day(min(d["start"] for d in days)),
                               None if None in ends else day(max(ends)))
    return found


def main(program, source):
    text = (source / "docs/rules.md").read_text(encoding="utf-8")
    with (source / "rules/smp-standard.toml").open("rb") as file:
        file_rules = tomllib.load(file)["rule"]
    floors = {rule["id"]: rule.get("floor") for rule in file_rules}
    rules, faults = planned(program), []
    rows = ROW.findall(text)
    told = {row[0]: row[5:9] for row in ([cell.strip(" `") for cell in line.strip("|\n").split("|")] for line in text.splitlines() if line.startswith("| `"))}
    for rule in file_rules:
        fields = [rule.get(field, "") for field in ("published_lowest", "published_usual", "published_highest", "basis")]
        if told.get(rule["id"]) != fields:
            faults.append(f"{rule['id']}: the table publishes {told.get(rule['id'])}, the file {fields}")
    if [row[0] for row in rows] != list(floors):
        faults.append("the rows are not the rules of smp-standard, in their order")
    for name, kind, first, last, open_end, _, floor in rows:
        end = None if open_end else int(last or first)
        if rules.get(name) != (kind, int(first), end):
            faults.append(f"{name}: the table says {kind} {first} to {end}, the program {rules.get(name)}")
        if floors.get(name) != (int(floor) if floor else None):
            faults.append(f"{name}: the table says floor {floor or 'none'}, the file {floors.get(name)}")
    print("\n".join(faults))
    print(f"{len(rows)} rules, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
