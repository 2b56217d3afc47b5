"""What each command asks of the system: it opens the files that it was given and no others, looks for the time zone only
where the clock says which day today is, and writes what it prints at once. calls.py PROGRAM"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import commands

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SKIPPED = 77
ZONE = "/etc/localtime"
# Where --today is not given.
ASK_TODAY = {"plan", "day", "can", "normal", "explain", "latest", "batch"}
# What a dynamic program's loader, its memory and its threads look for.
OF_THE_SYSTEM = ("/etc/ld.so", "/lib/", "/usr/lib/", "/usr/local/lib", "/proc/", "/sys/", "/dev/null")


def traced(words, folder):
    """The files that are opened which no word names, and how many writes reach standard output."""
    trace = pathlib.Path(folder) / "trace"
    done = subprocess.run(["strace", "-f", "-qq", "-e", "signal=none", "-e", "trace=open,openat,write,writev", "-o", trace, *words], cwd=folder,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "de_DE.UTF-8"}, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if not trace.exists():
        sys.exit(f"strace does not run: {done.stderr}")
    said = trace.read_text()
    opened = set(re.findall(r'\bopen(?:at)?\((?:[^"]*, )?"([^"]*)"', said)) - {*words, "."}
    return {name for name in opened if "locale" in name or not name.startswith(OF_THE_SYSTEM)}, len(re.findall(r"\bwritev?\(1, ", said))


def faults(words, folder):
    others, writes = traced([PROGRAM, *words], folder)
    asks = words[0] in ASK_TODAY and "--today" not in words
    if others != ({ZONE} if asks else set()):
        yield f"opens {sorted(others)}"
    if writes > 1 and words[0] != "batch":
        yield f"writes {writes} times"


def main():
    if shutil.which("strace") is None:
        print("strace is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        commands.prepare(PROGRAM, folder)
        cases = [*commands.all_words(PROGRAM), ["plan", "--date", "2026-11-22"]]
        wrong = [f"{' '.join(words)}: {fault}" for words in cases for fault in faults(words, folder)]
    print("\n".join(wrong) or f"{len(cases)} runs, none wrong")
    return 1 if wrong else 0


sys.exit(main())
