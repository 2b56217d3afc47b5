#!/usr/bin/python3
"""The same input gives the same bytes in any zone, locale, folder and terminal setting. Usage: same_bytes.py PROGRAM SOURCE_DIR"""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

CASE = ["--date", "2026-11-22,2026-12-04", "--id", "c1", "--name", "İlkay", "--today", "2026-12-01"]
COMMANDS = [
    ["plan", *CASE], ["plan", *CASE, "-f", "json"], ["plan", *CASE, "-f", "csv"], ["plan", *CASE, "-f", "ics"],
    ["day", "2026-12-05", *CASE], ["can", "SWIM", "2026-12-20", *CASE], ["rules", "show"],
]
WORLDS = [
    {"TZ": "UTC", "LC_ALL": "C"},
    {"TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8"},
    {"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    {"TZ": "Asia/Kathmandu", "TERM": "dumb", "HOME": "/nonexistent"},
]


def output(program, command, world, folder):
    done = guard.run([program, *command], env=world, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode, done.stdout, done.stderr


def main(program):
    failed = 0
    with tempfile.TemporaryDirectory() as elsewhere:
        for command in COMMANDS:
            expected = output(program, command, WORLDS[0], "/")
            if not expected[1]:
                print("prints nothing:", *command)
                failed += 1
            for world in WORLDS[1:]:
                if output(program, command, world, elsewhere) != expected:
                    print("differs:", *command, "in", world)
                    failed += 1
    print(f"{len(COMMANDS) * len(WORLDS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve())))
