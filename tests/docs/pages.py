"""What the tests of the documents share: reading mdoc, and running commands as a reader would."""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

ESCAPES = {r"\(dq": '"', r"\(aq": "'", r"\-": "-", r"\e": "\\", r"\&": ""}


def plain(text):
    """A line of mdoc without its escapes."""
    return re.sub(r"\\(?:\(..|.)", lambda found: ESCAPES.get(found.group(), found.group()), text)


def sections(page, macro="Sh"):
    """The lines under each heading, by its plain name."""
    found, lines = {}, []
    for line in page.splitlines():
        if line.startswith(f".{macro} "):
            lines = found.setdefault(plain(line[4:]), [])
        elif macro == "Ss" and line.startswith(".Sh "):
            lines = []
        else:
            lines.append(line)
    return found


def commands(lines):
    """(command, expected exit status) of each `.Dl $ …`; the words before it may say "exit status is 1"."""
    prose = ""
    for line in lines:
        if line.startswith(".Dl $ "):
            status = re.search(r"exit status is (\d)", prose)
            yield plain(line[6:]), int(status.group(1)) if status else 0
        prose = "" if line.startswith((".Dl ", ".S")) else prose + " " + line


def command_names(overview):
    """The commands that `--help` lists."""
    return re.findall(r"^  ([a-z]+(?: [a-z]+)?) {2,}\S", overview, re.M)


def help_options(text):
    """{"-d": takes a value, "--date": …} of what `help COMMAND` prints: a row each, then those that every command has."""
    rows = re.findall(r"^ {2,6}(-\S+) (\S*)", text.split("\nAlso:")[0], re.M)
    common = text.partition("\nAlso:")[2].split()
    for names, value in zip(common, [*common[1:], ""]):
        if names.startswith("-"):
            rows.append((names.rstrip(","), "" if names.endswith(",") or value.startswith("-") else value))
    return {name: bool(value) for names, value in rows for name in names.split(",")}


class Workshop:
    """A fresh folder in which `smpcare` is the program under test."""

    def __init__(self, program):
        self.program = pathlib.Path(program).resolve()

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name, "work")
        self.tools = pathlib.Path(self.temporary.name, "bin")
        self.folder.mkdir()
        self.tools.mkdir()
        (self.tools / "smpcare").symlink_to(self.program)
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def run(self, command, **options):
        environment = {"PATH": f"{self.tools}:/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        options = {"stderr": subprocess.PIPE, **options}
        return guard.run(["sh", "-c", command], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, encoding="utf-8", **options)


def report(faults):
    """Prints what is wrong; the exit status."""
    for fault in faults:
        print(fault)
    return 1 if faults else 0
