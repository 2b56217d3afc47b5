#!/usr/bin/python3
"""What is longer than the terminal goes through a pager. Usage: run.py PROGRAM

Each case runs the program in a pseudo-terminal of a given height, with pagers that leave a mark.
"""
import fcntl
import os
import pathlib
import pty
import struct
import subprocess
import sys
import tempfile
import termios

PLAN = ["plan", "--date", "2026-11-22", "--today", "2026-11-26"]
LINE = ["day", "-f", "line", "--date", "2026-11-22", "--today", "2026-11-26"]
MARK = "sed s/^/PAGED:/"


def run(program, arguments, variables, rows=24):
    """(what the terminal showed, exit status)"""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
    environment = {"PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8", **variables}
    shown = b""
    with subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL, stdout=follower, stderr=follower, env=environment,
                          start_new_session=True) as process:
        os.close(follower)
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # the last writer has gone
                break
            if not part:
                break
            shown += part
        status = process.wait()
    os.close(leader)
    return shown.decode("utf-8", "replace").replace("\r\n", "\n"), status


def faults(program, folder):
    usual, _ = run(program, [*PLAN, "--no-pager"], {})

    def check(what, arguments, variables, paged, rows=24, status=0):
        shown, ended = run(program, arguments, variables, rows)
        if ended != status:
            yield f"{what}: exit status {ended}, not {status}"
        if ("PAGED:" in shown) != paged:
            yield f"{what}: {'not ' if paged else ''}paged:\n{shown[:200]}"

    yield from check("SMPCARE_PAGER", PLAN, {"SMPCARE_PAGER": MARK, "PAGER": "false"}, True)
    yield from check("PAGER", PLAN, {"PAGER": MARK}, True)
    yield from check("--no-pager", [*PLAN, "--no-pager"], {"PAGER": MARK}, False)
    yield from check("a terminal that is high enough", PLAN, {"PAGER": MARK}, False, rows=500)
    yield from check("one line", LINE, {"PAGER": MARK}, False)
    yield from check("TERM=dumb", PLAN, {"PAGER": MARK, "TERM": "dumb"}, False)
    yield from check("an empty SMPCARE_PAGER", PLAN, {"SMPCARE_PAGER": "", "PAGER": MARK}, False)
    yield from check("cat", PLAN, {"SMPCARE_PAGER": "cat", "PAGER": MARK}, False)
    yield from check("to a file", [*PLAN, "-o", str(folder / "plan.txt")], {"PAGER": MARK}, False)
    yield from check("a command that answers no", ["can", "swim", "--width", "20", "--date", "2026-11-22", "--today", "2026-11-26"],
                     {"PAGER": MARK}, True, rows=3, status=1)
    yield from check("a pager whose status is not ours", PLAN, {"PAGER": MARK + "; exit 3"}, True)
    for what, pager in (("a pager that is closed at once", "true"), ("one that reads a line", "head -n 1 >/dev/null")):
        shown, status = run(program, PLAN, {"PAGER": pager})
        if shown or status:
            yield f"{what}: status {status}, and shown:\n{shown[:200]}"
    shown, status = run(program, PLAN, {"PAGER": "no-such-pager-here 2>/dev/null"})
    if shown != usual or status:
        yield f"a pager that is not there: status {status}, and shown:\n{shown[:200]}"
    shown, status = run(program, PLAN, {"PAGER": "printenv LESS; cat >/dev/null"})
    if shown.split() != ["FRX"] or status:
        yield f"LESS is not FRX for a pager of one's own: {shown[:200]}"


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(program, pathlib.Path(folder)))
    for fault in found:
        print(fault)
    print(f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
