#!/usr/bin/python3
"""What README.md shows is what happens. Usage: readme_commands.py PROGRAM SOURCE_DIR

Lines `$ …` of fenced blocks are run, one after the other, in one new folder that shows the checkout's files; a line that ends
in `\\` goes on. The lines after a command are all that it prints; `…` alone on a line stands for any lines. Where none follow,
anything may be printed, but the exit status is 0 or 1. Commands other than smpcare, scripts/run (here the program under test)
and those of READERS are instructions for people and not run.
"""
import difflib
import pathlib
import re
import subprocess
import sys

from pages import Workshop, report

READERS = ("cat", "head", "grep", "ls")
OURS = re.compile(r"(?:^|[|;&(]\s*|\b(?:if|then|do)\s+)(?:\./)?(?:scripts/run|smpcare)(?=\s|$)")


def blocks(text):
    """The lines of each fenced block, without the fence's indentation."""
    indentation, lines = None, []
    for line in text.splitlines():
        fence = re.match(r"(\s*)```", line)
        if fence and indentation is None:
            indentation, lines = len(fence.group(1)), []
        elif fence:
            yield lines
            indentation = None
        elif indentation is not None:
            lines.append(line[indentation:])


def steps(lines):
    """(command, expected lines) of one block."""
    command, expected = None, []
    for line in lines:
        if command is not None and command.endswith("\\"):
            command = command[:-1] + line.strip()
        elif line.startswith("$ "):
            if command is not None:
                yield command, expected
            command, expected = line[2:], []
        elif command is not None:
            expected.append(line.rstrip())
    if command is not None:
        yield command, expected


def without_blank_end(lines):
    return re.sub(r"\n+\Z", "\n", "".join(line.rstrip() + "\n" for line in lines))


def agrees(expected, printed):
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line + "\n") for line in expected.splitlines())
    return re.fullmatch(pattern, printed) is not None


def fault_of(command, expected, shop):
    done = shop.run(re.sub(r"(?:\./)?scripts/run(?=\s|$)", "smpcare", command), stderr=subprocess.STDOUT)
    printed = without_blank_end(done.stdout.splitlines())
    wanted = without_blank_end(expected)
    if not wanted.strip():
        return f"$ {command}\n  exit status {done.returncode}\n{printed}" if done.returncode > 1 else None
    if agrees(wanted, printed):
        return None
    difference = difflib.unified_diff(wanted.splitlines(), printed.splitlines(), "README.md", "printed", lineterm="")
    return f"$ {command}\n" + "\n".join(difference)


def main(program, source):
    text = pathlib.Path(source, "README.md").read_text(encoding="utf-8")
    found = [step for lines in blocks(text) for step in steps(lines)]
    faults, runs = [], 0
    with Workshop(program) as shop:
        for path in pathlib.Path(source).resolve().iterdir():
            if not path.name.startswith("."):
                (shop.folder / path.name).symlink_to(path)
        for command, expected in found:
            if not OURS.search(command) and command.split()[0] not in READERS:
                print(f"not run: $ {command}")
                continue
            runs += 1
            faults.append(fault_of(command, expected, shop))
    if not runs:
        faults.append("README.md shows no command of smpcare")
    return report([fault for fault in faults if fault])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
