#!/usr/bin/python3
"""A calendar that 0.1.0 sent, and one with other --events, are taken over. Usage: takeover.py PROGRAM SOURCE_DIR

The files in `old` were written by the release 0.1.0 with the commands of SAMPLES. Whoever imported one and then the new file sees what a
new calendar shows and nothing twice: each old event is updated or cancelled.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

FROZEN = ["-r", "frozen.toml", "-d", "2026-11-22"]
# A file, what it was made with, and its events.
SAMPLES = [("changes", ["-d", "2026-11-22,2026-12-06"], "changes"), ("windows", FROZEN, "windows"), ("days", FROZEN, "days"),
           ("discreet", [*FROZEN, "--discreet"], "changes")]
MODES = ["changes", "windows", "days"]


def events(data):
    """uid -> the event's properties; fails where one comes twice."""
    found = {}
    for block in data.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        event = dict(re.findall(r"^([A-Z]+)(?:;VALUE=DATE)?:(.*?)\r$", block.split("BEGIN:VALARM")[0], re.M))
        event["alarm"] = "BEGIN:VALARM" in block
        assert event["UID"] not in found, f"UID {event['UID']} twice"
        found[event["UID"]] = event
    return found


def shown(found):
    return {uid: (event["DTSTART"], event["DTEND"], event["SUMMARY"]) for uid, event in found.items()
            if event["STATUS"] == "CONFIRMED"}


def check(program, rules, sample, arguments, old_mode, mode):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "frozen.toml").write_bytes(rules.read_bytes())
        (work / "old.ics").write_bytes(sample.read_bytes())

        def run(*more):
            command = [program, "plan", *arguments, "--id", "c1", "-f", "ics", "--events", mode, *more]
            done = subprocess.run(command, cwd=work, capture_output=True, check=True)
            return done.stdout.decode(), done.stderr.decode()

        old, fresh = events(sample.read_bytes().decode()), events(run()[0])
        text, talk = run("--previous", "old.ics")
        new = events(text)
        yield shown(new) == shown(fresh), "it does not show what a new calendar shows"
        yield set(old) <= set(new), "an old event is neither updated nor cancelled"
        for uid, before in old.items():
            now = new[uid]
            yield int(now["SEQUENCE"]) == int(before["SEQUENCE"]) + (now != before), f"{uid}: SEQUENCE {now['SEQUENCE']}"
            if uid not in fresh:
                yield now["STATUS"] == "CANCELLED" and now["SUMMARY"].startswith("Cancelled: "), f"{uid}: {now['SUMMARY']}"
                yield not now["alarm"], f"{uid}: rings, though cancelled"
        if mode == old_mode:
            yield len(set(old) & set(fresh)) > len(old) // 3, "hardly any event is updated"
        yield ("[other-events]" in talk) == (mode != old_mode), f"the notice: {talk!r}"
        (work / "old.ics").write_bytes(text.encode())
        yield run("--previous", "old.ics")[0] == text, "sent again, it changes"


def main(program, source):
    faults = []
    for name, arguments, old_mode in SAMPLES:
        for mode in MODES:
            sample = source / f"tests/calendar/old/{name}.ics"
            faults += [f"{name}, then {mode}: {fault}" for good, fault in
                       check(program, source / "tests/golden/files/frozen.toml", sample, arguments, old_mode, mode) if not good]
    print("\n".join(faults[:20]))
    print(f"{len(SAMPLES) * len(MODES)} calendars taken over, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
