#!/usr/bin/python3
"""The examples of the man pages work. Usage: man_examples.py PROGRAM SOURCE_DIR"""
import json
import pathlib
import re
import sys
import tomllib

from pages import Workshop, commands, plain, report, sections

WRITTEN = "2026-11-22"  # an example that looks ahead holds on the day when the page was written
LONGEST = 65  # characters of a command that a page of 78 columns shows on one line, to be copied whole
NOTICE = re.compile(r"\S+: notice\[")


def unexpected(errors):
    """Lines of standard error that are neither a notice nor the rest of one."""
    return [line for line in errors.splitlines() if not line.startswith(" ") and not NOTICE.match(line)]


def faults_of_command(command, status, program, files):
    with Workshop(program) as shop:
        for name, text in files.items():
            (shop.folder / name).write_text(text, encoding="utf-8")
        done = shop.run(command.replace("smpcare latest", f"smpcare latest --today {WRITTEN}"))
        written = {path.name for path in shop.folder.iterdir() if path.stat().st_size} - files.keys()
    if done.returncode != status:
        yield f"$ {command}\n  exit status {done.returncode}, not {status}\n{done.stderr}"
    elif unexpected(done.stderr):
        yield f"$ {command}\n  on standard error:\n{done.stderr}"
    elif not done.stdout and not written and "rules check" not in command:
        yield f"$ {command}\n  gives nothing"


def literal_block(lines):
    start = next(number for number, line in enumerate(lines) if line.startswith(".Bd -literal"))
    end = lines.index(".Ed", start)
    return "\n".join(map(plain, lines[start + 1:end])) + "\n"


def faults_of_file(text, program):
    """The file is clean, every rule of it comes to hold, and its own test is true."""
    rules = tomllib.loads(text)
    today = rules["protocol"]["reviewed"]
    with Workshop(program) as shop:
        (shop.folder / "clinic.toml").write_text(text, encoding="utf-8")
        checked = shop.run(f"smpcare rules check --strict --today {today} clinic.toml")
        if checked.returncode or checked.stdout or checked.stderr:
            yield f"the example rule file has faults:\n{checked.stdout}{checked.stderr}"
            return
        plan = shop.run(f"smpcare plan -r ./clinic.toml -d {today} -f csv").stdout
        yield from (f"the example rule '{rule['id']}' is not in the plan:\n{plan}" for rule in rules["rule"]
                    if not re.search(rf"^{rule['id']},", plan, re.M))
        for test in rules["test"]:
            sessions = ",".join(map(str, test["sessions"]))
            day = shop.run(f"smpcare day {test['on']} -r ./clinic.toml -d {sessions} -f json").stdout
            holds = {entry["rule"] for entry in json.loads(day)["in_force"]}
            if not holds.issuperset(test["in_force"]) or not holds.isdisjoint(test["not_in_force"]):
                yield f"the example test '{test['name']}' is wrong; in force: {sorted(holds)}"


def main(program, source):
    program_page = pathlib.Path(source, "man/smpcare.1").read_text(encoding="utf-8")
    rules_page = pathlib.Path(source, "man/smpcare-rules.5").read_text(encoding="utf-8")
    clinic = literal_block(sections(rules_page)["EXAMPLES"])
    examples = list(commands(sections(program_page)["EXAMPLES"]))
    faults = [] if len(examples) >= 8 else [f"smpcare.1 has only {len(examples)} examples"]
    faults += [f"too long for one line: $ {command}" for command, _ in examples if len(command) > LONGEST]
    for command, status in examples:
        faults += faults_of_command(command, status, program, {})
    for command, status in commands(rules_page.splitlines()):
        faults += faults_of_command(command, status, program, {"clinic.toml": clinic})
    return report(faults + list(faults_of_file(clinic, program)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
