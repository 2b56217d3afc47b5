"""Every command of the program with words that make it do its work, for tests that watch the program from outside."""

import pathlib
import re
import subprocess

DATE = ["--date", "2026-11-22", "--today", "2026-11-24"]
CASES = {
    "plan": [[*DATE], [*DATE, "-f", "html"], [*DATE, "-f", "ics"]],
    "day": [[*DATE]],
    "can": [["swim", *DATE]],
    "normal": [["fever"], ["redness", *DATE]],
    "latest": [["swim", "--by", "2026-12-24"]],
    "explain": [["swim-pool", *DATE]],
    "diff": [["old.json", "new.json"]],
    "batch": [["clients.csv", "--stream"], ["clients.csv", "--stream", "-f", "ics"],
              ["clients.csv", "--combined", "-f", "html", "-o", "-"]],
    "rules list": [[]],
    "rules show": [[], ["swim-pool"]],
    "rules check": [["clinic.toml", "--today", "2026-11-24", "-f", "json"]],
    "rules test": [["clinic.toml"]],
    "rules new": [[]],
    "rules schema": [[]],
    "completion": [["bash"], ["zsh"], ["fish"]],
    "help": [["plan"], ["unknown-field"]],
}
GENERAL = [["--help"], ["--version"]]


def names(program):
    """The commands that the program itself lists."""
    said = subprocess.run([program, "help"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^  ([a-z]+(?: [a-z]+)?)  ", said, re.M)


def prepare(program, folder):
    """Files that the commands read."""
    folder = pathlib.Path(folder)
    for name, date in (("old.json", "2026-11-22"), ("new.json", "2026-11-25")):
        subprocess.run([program, "plan", "--date", date, "-f", "json", "-o", name], cwd=folder, check=True, capture_output=True)
    (folder / "clients.csv").write_text("id,date,name\nc1,2026-11-22,Ana\nc2,2026-11-25,Ben\n")
    (folder / "clinic.toml").write_bytes(subprocess.run([program, "rules", "new"], capture_output=True, check=True).stdout)


def all_words(program):
    """The words of every case; a command without a case is an error."""
    known = names(program)
    lacking = [name for name in known if name not in CASES]
    assert len(known) > 10 and not lacking, f"no case in {__file__} for {lacking}"
    return [[*name.split(), *words] for name in known for words in CASES[name]] + GENERAL
