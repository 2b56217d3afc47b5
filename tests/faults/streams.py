"""Standard output that is full or closed, for every command: streams.py PROGRAM"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import commands

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())


def full(words, folder):
    """A full disk is an error that says so."""
    with open("/dev/full", "wb") as disk:
        done = subprocess.run([PROGRAM, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=disk, stderr=subprocess.PIPE, check=False)
    if done.returncode != 3 or b"error[cannot-write]" not in done.stderr:
        yield f"full: status {done.returncode}, {done.stderr.decode()!r}"


def closed(words, folder):
    """Whoever reads may go: no error, and no signal."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run([PROGRAM, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1) or b"error" in done.stderr:
        yield f"closed: status {done.returncode}, {done.stderr.decode()!r}"


def unopened(words, folder):
    """A stream that was never opened is an error where it is needed, and no file takes its place."""
    script = '"$@" >&-'
    done = subprocess.run(["sh", "-c", script, "sh", PROGRAM, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode != 3 or b"error[cannot-write]" not in done.stderr:
        yield f"unopened: status {done.returncode}, {done.stderr.decode()!r}"


def files_as_streams(folder):
    """What would be said on standard error never goes into a file that took its number."""
    trace = pathlib.Path(folder, "trace.txt")
    script = 'exec "$0" plan --date 2026-11-22 -o unopened.txt 0<&- 1>&- 2>&-'
    subprocess.run(["strace", "-qq", "-e", "trace=openat", "-o", trace, "sh", "-c", script, PROGRAM], cwd=folder, check=False)
    yield from (line for line in trace.read_text().splitlines() if re.search(r"O_(TMPFILE|CREAT).*= [012]$", line))


def main():
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        commands.prepare(PROGRAM, folder)
        cases = commands.all_words(PROGRAM)
        for words in cases:
            for fault in [*full(words, folder), *closed(words, folder), *unopened(words, folder)]:
                print(f"FAILED {' '.join(words)}: {fault}")
                wrong += 1
        for line in files_as_streams(folder):
            print(f"FAILED: a file is a standard stream: {line}")
            wrong += 1
    print(f"{len(cases)} commands, {wrong} wrong")
    return 1 if wrong else 0


sys.exit(main())
