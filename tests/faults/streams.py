"""Standard output that is full or closed, for every command: streams.py PROGRAM"""

import os
import pathlib
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


def main():
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        commands.prepare(PROGRAM, folder)
        cases = commands.all_words(PROGRAM)
        for words in cases:
            for fault in [*full(words, folder), *closed(words, folder)]:
                print(f"FAILED {' '.join(words)}: {fault}")
                wrong += 1
    print(f"{len(cases)} commands, {wrong} wrong")
    return 1 if wrong else 0


sys.exit(main())
