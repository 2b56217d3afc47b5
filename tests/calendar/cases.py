#!/usr/bin/python3
"""What a client must find, and must not, in the calendars of the built-in protocols. Usage: cases.py PROGRAM

Signs and whom to call stand first on every event; an end is no permission; good habits and stages do not end with an alarm; a visit rings
once; there are few events; and titles, which are read on a locked screen, are short, true by themselves, and lose little.
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
# Titles of changes that name less than what changes, of all protocols and sessions here; it may only fall.
MOST_CUT = 164
CUTS = (" …", " · more", " · more inside")
NO_SESSION = "No new session? "
# Until that day no session can have followed the first.
EARLIEST = {"smp-scar": "20261206"}


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
    if "smoking" in title and not re.search(r"smoking: best never|\(best never\)|(still no|: no|[Aa]void:?) .*smoking", title):
        yield "to smoke is never well"
    care = re.search(r"^With care from today:.*\bsun \(", description, re.M)
    if care and not re.search(r"sun with care|careful with sun|sun: hat or|hat or sunscreen", title):
        yield "it does not tell that the sun still needs care"
    if re.search(r"…(?!$)", title) or (title.endswith("…") and not title.endswith(" …")):
        yield "a name is cut"
    if re.search(r" more\b", title) and not title.endswith(CUTS):
        yield "it counts what it should name"
    yield from (f"'{words}' is news of nothing" for words in NEWS_OF_NOTHING if words in title)
    yield from (f"'{name}' is called allowed" for name in allowed(title, description) if name in FOR_GOOD)
    is_span = end != (datetime.date.fromisoformat(f"{start[:4]}-{start[4:6]}-{start[6:]}")
                      + datetime.timedelta(1)).strftime("%Y%m%d")
    if rings and "allowed" in title and not re.search(r"(?:: |· )start ", title) and "call if" not in title:
        yield "it rings, and only allows"
    if rings and start > last_session and not is_span and start > "20270601":
        yield "it rings in a year in which nothing is to be done"


def window_faults(found, earliest):
    """Of the titles of windows: conditions stand in them, and what is urgent comes first."""
    for start, end, title, description, _ in found:
        for condition in re.findall(r"^Only if (no scab remains)\.$", description, re.M):
            if condition not in title:
                yield f"{start} {title!r}: without its condition"
        if "Only if you have no session before then." in description and re.match("With care|! Call", title) and start > earliest:
            yield f"{start} {title!r}: as if no session could come before"
    for day in {event[0] for event in found}:
        titles = [event[2] for event in found if event[0] == day and not event[2].startswith(("Booked?", NO_SESSION + "Review"))]
        if sorted(titles, key=lambda title: not title.startswith("!")) != titles:
            yield f"{day}: what is urgent does not come first"
    if not found[0][2].startswith("! Danger: " + SIGNS[0]):
        yield f"it begins with {found[0][2]!r}"


def discreet_faults(program, *arguments):
    seen = set()
    for start, end, title, *_ in events(program, "--discreet", *arguments):
        if len(title) > 60:
            yield f"{start} {title!r}: a long title"
        if (start, end, title) in seen:
            yield f"{start} {title!r}: the same as another"
        seen.add((start, end, title))


def is_cut(event):
    return event[2].endswith(CUTS)


def planned_faults(program, protocol):
    """While sessions are planned, what one of them would undo stands under that condition."""
    for start, _, title, _, _ in events(program, "-r", protocol, "-d", SESSIONS[0], "--planned", "3"):
        if start > EARLIEST.get(protocol, "20261129") and re.search("call if|allowed", title) and not title.startswith(NO_SESSION):
            yield f"{start} {title!r}: without its condition"


def booking_faults(found):
    """A visit is told while there is time to book it."""
    reminded = [event for event in found if "· book next session" in event[2] or "\nBook in good time: Next session" in event[3]]
    if len(reminded) != 1 or not reminded[0][4]:
        yield f"{len(reminded)} events, or none that rings, remind of booking the next session"


def main(program):
    faults, cut = [], 0
    for protocol in PROTOCOLS:
        for sessions in SESSIONS:
            for mode in MODES:
                found = list(events(program, "-r", protocol, "-d", sessions, "--events", mode))
                name = f"{protocol} {sessions} {mode}"
                if mode == "changes" and sessions == SESSIONS[0] and len(found) > MOST_EVENTS.get(protocol, 20):
                    faults.append(f"{name}: {len(found)} events")
                if mode == "changes":
                    cut += sum(map(is_cut, found))
                    faults += [f"{name}: {fault}" for fault in booking_faults(found)]
                if mode == "windows":
                    faults += [f"{name}: {fault}" for fault in window_faults(found, EARLIEST.get(protocol, "20261129"))]
                faults += [f"{name} discreet: {fault}" for fault in
                           discreet_faults(program, "-r", protocol, "-d", sessions, "--events", mode)]
                last = sessions.split(",")[-1].replace("-", "")
                faults += [f"{name}: {event[0]} {event[2]!r}: {fault}" for event in found for fault in faults_of(event, last)]
        faults += [f"{protocol} planned: {fault}" for fault in planned_faults(program, protocol)]
        planned = list(events(program, "-r", protocol, "-d", SESSIONS[0], "--events", "windows", "--planned", "3"))
        faults += [f"{protocol} planned windows: {fault}" for fault in window_faults(planned, EARLIEST.get(protocol, "20261129"))]
    if cut > MOST_CUT:
        faults.append(f"{cut} titles of changes do not name all that changes; it was {MOST_CUT}")
    print(f"{cut} titles of changes do not name all that changes")
    print("\n".join(faults[:30]))
    print(f"{len(PROTOCOLS) * len(SESSIONS) * len(MODES)} calendars read, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
