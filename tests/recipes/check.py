#!/usr/bin/python3
"""The recipes and the program of README.md do what they say. Usage: check.py PROGRAM README_PROGRAM SOURCE_DIR

Each `### Title` of the section "Recipes" has a shell block, which is run as it stands in a folder of its own, and a function below
that prepares the folder and looks at what came of it. README_PROGRAM is the C++ block, built.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "docs"))
from pages import Workshop, report  # noqa: E402

CLIENTS = "id,date,name\nc-1,2026-11-22,Ana Example\nc-2,2026-11-23,Ben Example\n"


def blocks(section, language):
    """(title, text of the first block of that language) of each part of a section."""
    for part in re.split(r"^### ", section, flags=re.M)[1:]:
        title = part.splitlines()[0]
        found = re.search(rf"```{language}\n(.*?)```", part, re.S)
        yield title, found.group(1) if found else None


def section_of(readme, title):
    return re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", readme, re.M | re.S).group(1)


def ran(shop, script, status=0, arguments="", quiet=True):
    """Standard output of a script that must end with that status, and by default say nothing on standard error."""
    done = shop.run(f"set -eu -- {arguments}\n{script}")
    if done.returncode != status or (quiet and done.stderr):
        raise AssertionError(f"exit status {done.returncode}, not {status}\n{done.stdout}{done.stderr}")
    return done.stdout


def wants(condition, what):
    if not condition:
        raise AssertionError(what)


def every_night(shop, script):
    """As cron runs it: five fields, then a command for sh. The second night a session has moved."""
    fields, command = re.fullmatch(r"((?:[\d*,/-]+ ){5})(\S[^\n%]*)\n", script).groups()
    wants(len(fields.split()) == 5, f"not a line of a crontab: {script}")
    command = command.replace("/srv/clinic", str(shop.folder))
    (shop.folder / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    ran(shop, command)
    calendar = shop.folder / "calendars/c-1.ics"
    first, other = calendar.read_text(encoding="utf-8"), (shop.folder / "calendars/c-2.ics").read_text(encoding="utf-8")
    ran(shop, command)
    wants(calendar.read_text(encoding="utf-8") == first, "a night without news changes a calendar")
    (shop.folder / "clients.csv").write_text(CLIENTS.replace("c-1,2026-11-22", "c-1,2026-11-24"), encoding="utf-8")
    ran(shop, command)
    second = calendar.read_text(encoding="utf-8")
    wants("SEQUENCE:1\n" in second and "DTSTART;VALUE=DATE:20261124" in second, "the moved session is not in the calendar")
    wants((shop.folder / "calendars/c-2.ics").read_text(encoding="utf-8") == other, "the other client's calendar has changed")
    (shop.folder / "clients.csv").write_text(CLIENTS + "c-3,tomorrow-ish,\n", encoding="utf-8")
    failed = shop.run(command)
    wants(failed.returncode == 1 and "clients.csv:4" in failed.stderr, "cron has nothing to mail of a bad row")


def handouts_on_paper(shop, script):
    if not shutil.which("chromium"):
        print("not run: Handouts on paper (no chromium)")
        return
    (shop.folder / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    ran(shop, script, quiet=False)
    for name, client in (("c-1", "Ana Example"), ("c-2", "Ben Example")):
        text = subprocess.run(["pdftotext", "-raw", f"handouts/{name}.pdf", "-"], cwd=shop.folder, capture_output=True,
                              text=True, check=True).stdout
        wants(client in text and "Swimming" in text, f"{name}.pdf is not the handout of {client}")
        pages = subprocess.run(["pdfinfo", f"handouts/{name}.pdf"], cwd=shop.folder, capture_output=True, text=True, check=True)
        wants(re.search(r"^Pages: +[12]$", pages.stdout, re.M), f"{name}.pdf has more than two pages")
    wants((shop.folder / "morning.pdf").read_bytes().startswith(b"%PDF-"), "the pile is no PDF")


def may_i_swim(shop, script):
    wants(ran(shop, script, arguments="2026-12-24") == "The pool is fine.\n", "the pool is open after day 30")
    wants(ran(shop, script, arguments="2026-12-20") == "Not yet: free from Wed 23 Dec\n", "the pool is closed on day 28")
    ran(shop, script, status=2, arguments="20.12.2026", quiet=False)


def in_the_prompt(shop, script):
    lines = ran(shop, f"{script}\neval \"printf '%s' \\\"$PS1\\\"\"").splitlines()
    # Bash makes the end of a line of \\n when it prints its prompt.
    line = lines[0].split("\\n")[0] if lines else ""
    wants(0 < len(line) <= 60, "the prompt's line is too long or empty")


def clinic_file(shop, script):
    plan = re.sub(r"\n {2,}", " ", ran(shop, script))
    wants("Clinic: Lakeside Clinic\n" in plan and "your practitioner, +44 20 7946 0000: " in plan, "the plan does not name the clinic")
    wants("Your clinic's own advice: UV index is high here" in plan, "the clinic's reason is not in the plan")


def many_clients(shop, script):
    rows = "".join(f"c-{number},2026-11-{number % 28 + 1:02}\n" for number in range(3000))
    (shop.folder / "clients.csv").write_text("id,date\n" + rows, encoding="utf-8")
    ran(shop, script, quiet=False)
    lines = (shop.folder / "plans.ndjson").read_text(encoding="utf-8").splitlines()
    ids = {json.loads(line)["client"]["id"] for line in lines}
    wants(len(lines) == 3000 and ids == {f"c-{number}" for number in range(3000)}, f"{len(lines)} plans of 3000 clients")


RECIPES = {
    "Calendars every night": every_night,
    "Handouts on paper": handouts_on_paper,
    "May I swim?": may_i_swim,
    "In the prompt": in_the_prompt,
    "A clinic's own rules": clinic_file,
    "Many clients at once": many_clients,
}


def faults_of(recipe, title, script, program):
    with Workshop(program) as shop:
        try:
            recipe(shop, script)
        except (AssertionError, OSError, subprocess.SubprocessError, AttributeError) as fault:
            yield f"README.md: {title}: {fault}"


def faults_of_program(readme, program):
    """The block after the C++ block is what the program prints."""
    code = re.search(r"```cpp\n.*?```\n.*?```text\n(.*?)```", readme, re.S)
    done = subprocess.run([program], capture_output=True, text=True, check=False, env={"PATH": os.defpath})
    if code is None or done.returncode != 0 or done.stdout != code.group(1):
        yield f"README.md: the C++ program ends with {done.returncode} and prints:\n{done.stdout}{done.stderr}"


def main(program, readme_program, source):
    readme = pathlib.Path(source, "README.md").read_text(encoding="utf-8")
    found = dict(blocks(section_of(readme, "Recipes"), "sh"))
    faults = [f"README.md and tests/recipes differ: {title}" for title in sorted(found.keys() ^ RECIPES.keys())]
    for title in found.keys() & RECIPES.keys():
        faults += faults_of(RECIPES[title], title, found[title] or "", program)
    faults += faults_of_program(readme, readme_program)
    return report(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
