#!/usr/bin/python3
"""What a client must find, and must not, in the calendars of the built-in protocols. Usage: cases.py PROGRAM

Signs and whom to call stand first on every event; an end is no permission; good habits and stages do not end with an alarm; a visit rings
once; and there are few events.
"""
import datetime
import re
import subprocess
import sys

PROTOCOLS = ["smp-standard", "smp-cautious", "smp-scar", "smp-wash-early"]
SESSIONS = ["2026-11-22", "2026-11-22,2026-12-06", "2026-11-22,2026-12-06,2027-01-10"]
MODES = ["changes", "windows", "days"]
SIGNS = ["Swollen face, trouble breathing", "Redness spreads, pain grows, pus, fever"]
# The plans advise against these for good; an end of theirs is no permission.
FOR_GOOD = ["sun", "picking", "tanning beds", "smoking", "scratching", "hot water", "hair-growth lotion", "needling, light therapy",
            "skin treatments", "scrubs"]
NEWS_OF_NOTHING = ["fine again", "o longer needed", "hould be over", "ess likely", "normal: "]
MOST_EVENTS = {"smp-standard": 18}


def events(program, *arguments):
    run = subprocess.run([program, "plan", "-f", "ics", "--id", "c1", *arguments], capture_output=True, check=True)
    for block in run.stdout.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]:
        event = dict(re.findall(r"^([A-Z]+)(?:;VALUE=DATE)?:(.*?)\r$", block.split("BEGIN:VALARM")[0], re.M))
        text = {name: re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], event[name])
                for name in ("SUMMARY", "DESCRIPTION")}
        yield event["DTSTART"], event["DTEND"], text["SUMMARY"], text["DESCRIPTION"], "BEGIN:VALARM" in block


def allowed(title, description):
    """The names of what is called allowed."""
    lines = re.findall(r"^Allowed again[^:]*: (.*)$", description, re.M)
    names = [name for line in lines for name in line.split("; ")]
    told = re.search(r"(?:^|: |· )([^:·]*?) allowed", title)
    return names + (re.sub(r" and \d+ more$", "", told[1]).split(", ") if told else [])


def told_twice(description):
    """Names that stand in two lists of what is off limits, to be asked about or with care, whatever is said in brackets."""
    names, inside = [], False
    for line in description.split("\n"):
        heading = re.match(r"(?:Off limits|Ask first|With care|Avoid from today|Still)\b.*?:", line)
        inside = bool(heading) or (inside and bool(re.match(r"\w{3} \d+ \w{3}(?: \d{4})?: ", line)))
        listed = line.split(": ", 1)[1] if inside and ": " in line else ""
        names += [re.sub(r" \(.*", "", name) for name in re.split("; (?![^(]*\\))", listed) if name]
    return {name for name in names if names.count(name) > 1}


def faults_of(event, last_session):
    start, end, title, description, rings = event
    if len(title) > 60:
        yield "a long title"
    lines = description.split("\n")
    if not lines[0].startswith("Call the emergency services now if: " + SIGNS[0]):
        yield f"it begins with {lines[0]!r}"
    if not lines[1].startswith("See a doctor today if: " + SIGNS[1]):
        yield f"its second line is {lines[1]!r}"
    if not any(line.startswith("Call (write it here)") for line in lines[:5]):
        yield "whom to call does not stand with the signs"
    if not lines[-1].startswith("The whole plan is "):
        yield "it does not end with where the plan is"
    yield from (f"'{name}' is told twice" for name in told_twice(description))
    if re.search("call if .* and ", title):
        yield "one sign is enough to call"
    if re.search(r"careful with (?!.*\(best never\)).*smoking", title):
        yield "to smoke is never well"
    yield from (f"'{words}' is news of nothing" for words in NEWS_OF_NOTHING if words in title)
    yield from (f"'{name}' is called allowed" for name in allowed(title, description) if name in FOR_GOOD)
    is_span = end != (datetime.date.fromisoformat(f"{start[:4]}-{start[4:6]}-{start[6:]}")
                      + datetime.timedelta(1)).strftime("%Y%m%d")
    if rings and "allowed" in title and not re.search(r"(?:: |· )start ", title) and "call if" not in title:
        yield "it rings, and only allows"
    if rings and start > last_session and not is_span and start > "20270601":
        yield "it rings in a year in which nothing is to be done"


def main(program):
    faults = []
    for protocol in PROTOCOLS:
        for sessions in SESSIONS:
            for mode in MODES:
                found = list(events(program, "-r", protocol, "-d", sessions, "--events", mode))
                name = f"{protocol} {sessions} {mode}"
                if mode == "changes" and sessions == SESSIONS[0] and len(found) > MOST_EVENTS.get(protocol, 20):
                    faults.append(f"{name}: {len(found)} events")
                last = sessions.split(",")[-1].replace("-", "")
                faults += [f"{name}: {event[0]} {event[2]!r}: {fault}" for event in found for fault in faults_of(event, last)]
    print("\n".join(faults[:30]))
    print(f"{len(PROTOCOLS) * len(SESSIONS) * len(MODES)} calendars read, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
