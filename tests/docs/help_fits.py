#!/usr/bin/python3
"""Help fits a screen, begins with an example, and is there for every code. Usage: help_fits.py PROGRAM SOURCE_DIR

A screen has 24 lines of 80 columns. `plan` and `batch` have more options than lines, so they get 40.
"""
import pathlib
import re
import sys

from pages import Workshop, command_names, report

LINES, COLUMNS = 24, 80
LONG = {"plan": 40, "batch": 40}
SHORTEST = 50  # characters that explain anything


def faults_of_size(what, text, lines):
    if text.count("\n") > lines:
        yield f"{what} has {text.count(chr(10))} lines, more than {lines}"
    yield from (f"{what} is wider than {COLUMNS} columns: {line}" for line in text.splitlines() if len(line) > COLUMNS)


def faults_of_commands(shop):
    overview = shop.run("smpcare --help").stdout
    yield from faults_of_size("smpcare --help", overview, LINES)
    if not re.search(r"^  --version {2,}\S", overview, re.M):
        yield "smpcare --help does not name --version"
    for name in command_names(overview):
        text = shop.run(f"smpcare {name} --help").stdout
        yield from faults_of_size(f"smpcare {name} --help", text, LONG.get(name, LINES))
        if not re.match(rf"  (source <\()?smpcare {name}\b.*\n\nsmpcare {name}\b", text):
            yield f"smpcare {name} --help does not begin with an example:\n{text}"
        if text != shop.run(f"smpcare help {name}").stdout:
            yield f"smpcare help {name} says something else than {name} --help"


def faults_of_codes(shop, source):
    """The codes are those of their table, so that one without a name, or without a text, is told."""
    table = (source / "include/smpcare/codes.def").read_text(encoding="utf-8")
    codes = [name.replace("_", "-") for name in re.findall(r"^SMPCARE_CODE\((\w+)", table, re.M)]
    if len(codes) < 100:
        yield "codes.def no longer shows its codes to this test"
    for code in codes:
        done = shop.run(f"smpcare help {code}")
        text = done.stdout.removeprefix(code).strip()
        if done.returncode or len(text) < SHORTEST:
            yield f"smpcare help {code} is missing: {done.stdout}{done.stderr}"
        yield from faults_of_size(f"smpcare help {code}", done.stdout, LINES)


def main(program, folder):
    with Workshop(program) as shop:
        return report([*faults_of_commands(shop), *faults_of_codes(shop, pathlib.Path(folder))])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
