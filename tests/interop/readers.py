#!/usr/bin/python3
"""Reads calendars with one real program and prints the events that it has.

Usage: readers.py READER FILE.ics [LATER.ics…] [-- FILE.ics [LATER.ics…]]…

Later files are imported into the same calendar, as a client does who is sent an update. Each group's answer begins with
`= ok`, or with `= ` and what the program minds; then one line an event, UID|first day|day after the last|title|alarm, with
`-` before cancelled ones and `!` for an alarm. A `?` stands for what a program does not keep.
"""
import datetime
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

DAY = datetime.timedelta(1)


def field(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("|", "\\p")


def line(uid, start, end, title, cancelled, rings):
    for value in (start, end):
        if isinstance(value, datetime.datetime):
            raise ValueError(f"{uid} is not an all-day event")
    return f"{'-' if cancelled else ''}{uid}|{start:%Y%m%d}|{end:%Y%m%d}|{field(title)}|{'!' if rings else ''}"


# --- Libraries ---

def icalendar(paths):
    from icalendar import Calendar
    calendar = Calendar.from_ical(paths[-1].read_bytes())
    for part in calendar.walk():
        if part.errors:
            raise ValueError(part.errors)
        missing = [name for name in part.required if name not in part]
        twice = [name for name in part.singletons if isinstance(part.get(name), list)]
        if missing or twice:
            raise ValueError(f"{part.name}: missing {missing}, more than once {twice}")
    for alarm in calendar.walk("VALARM"):
        if not alarm["TRIGGER"].dt < datetime.timedelta(0):
            raise ValueError("an alarm after the start")
    return [line(event["UID"], event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"]),
                 event["STATUS"] == "CANCELLED", event.subcomponents) for event in calendar.walk("VEVENT")]


def vobject_lines(text):
    import vobject
    calendar, = vobject.readComponents(text)
    calendar.validate(raiseException=True)
    return [line(event.uid.value, event.dtstart.value, event.dtend.value, event.summary.value,
                 event.status.value == "CANCELLED", "valarm" in event.contents) for event in calendar.vevent_list]


def vobject(paths):
    return vobject_lines(paths[-1].read_bytes().decode("utf-8"))


# --- Programs ---

def command(*words, **options):
    done = guard.run(words, capture_output=True, text=True, **options)
    said = done.stdout + done.stderr
    return done.returncode, done.stdout, said


KHAL = """[calendars]
[[client]]
path = {0}/calendar
[sqlite]
path = {0}/cache.db
[default]
default_calendar = client
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y%m%d
longdateformat = %Y%m%d
datetimeformat = %Y%m%d %H:%M
longdatetimeformat = %Y%m%d %H:%M
"""


def khal(paths):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "calendar").mkdir()
        config = pathlib.Path(folder) / "config"
        config.write_text(KHAL.format(folder))
        surroundings = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder, "LC_ALL": "C.UTF-8"}
        for path in paths:
            status, _, said = command("khal", "-c", config, "import", "--batch", path, env=surroundings)
            if status or re.search(r"error|warning|critical|cannot", said, re.I):
                raise ValueError(said)
        return khal_list(config, surroundings)


def khal_list(config, surroundings):
    """What khal lists, each event once."""
    shape = "{uid}|{start-date}|{end-date}|{alarm-symbol}|{title}"
    status, listed, said = command("khal", "-c", config, "list", "--once", "--day-format", "", "--format", shape,
                                   "20260101", "2000d", env=surroundings)
    if status:
        raise ValueError(said)
    lines = []
    for text in listed.splitlines():
        uid, start, last, alarm, title = text.split("|", 4)
        end = datetime.datetime.strptime(last, "%Y%m%d").date() + DAY
        lines.append(f"{uid}|{start}|{end:%Y%m%d}|{field(title)}|{'!' if alarm.strip() else ''}")
    return lines


# An entry of calcurse's own file: 11/22/2026 [1] title, or with {1D -> 11/29/2026} for several days.
ENTRY = re.compile(r"(\d\d/\d\d/\d{4}) \[1\] (?:\{1D -> (\d\d/\d\d/\d{4})\} )?(?:>\w{40} )?(.*)")


def calcurse(paths):
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {**os.environ, "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8"}
        status, _, said = command("calcurse", "-D", folder, "-i", paths[-1], env=surroundings, stdin=subprocess.DEVNULL)
        if status or " 0 skipped" not in said:
            raise ValueError(said)
        entries = (pathlib.Path(folder) / "apts").read_text(encoding="utf-8").split("\n")[:-1]
    lines = []
    for entry in entries:
        first, last, title = ENTRY.fullmatch(entry).groups()
        start, end = (datetime.datetime.strptime(text, "%m/%d/%Y").date() for text in (first, last or first))
        lines.append(line("?", start, end + DAY, title, False, False))
    return lines


# --- A CalDAV server ---

QUERY = b"""<?xml version="1.0" encoding="utf-8"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:prop><c:calendar-data/></d:prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter>
</c:calendar-query>"""


class Radicale:
    def __init__(self, folder):
        from radicale import Application, config
        import logging
        logging.disable(logging.CRITICAL)
        settings = config.load()
        settings.update({"storage": {"filesystem_folder": folder}, "auth": {"type": "none"}}, "test", privileged=True)
        self.application = Application(settings)

    def ask(self, method, path, body=b"", kind="text/calendar; charset=utf-8"):
        answer = {}
        surroundings = {"REQUEST_METHOD": method, "PATH_INFO": path, "CONTENT_LENGTH": str(len(body)),
                        "CONTENT_TYPE": kind, "wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr,
                        "wsgi.url_scheme": "http", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
                        "REMOTE_ADDR": "127.0.0.1", "HTTP_AUTHORIZATION": "Basic Y2xpZW50Og==", "HTTP_DEPTH": "1"}
        parts = self.application(surroundings, lambda status, headers: answer.update(status=int(status.split()[0])))
        if answer["status"] >= 300:
            raise ValueError(f"{method} {path}: HTTP {answer['status']}")
        return b"".join(parts)


def resources(data):
    """Each event as a file of its own, as CalDAV clients put them."""
    head = data[:data.index(b"BEGIN:VEVENT")]
    for event in re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", data, re.S):
        uid = re.search(rb"\r\nUID:(\S+)\r\n", event)[1].decode()
        yield f"/client/events/{uid}.ics", head + event + b"END:VCALENDAR\r\n"


def radicale(paths):
    import xml.etree.ElementTree as tree
    with tempfile.TemporaryDirectory() as folder:
        server = Radicale(folder)
        server.ask("PUT", "/client/whole/", paths[-1].read_bytes())
        server.ask("MKCALENDAR", "/client/events/", kind="application/xml")
        for path in paths:
            for name, body in resources(path.read_bytes()):
                server.ask("PUT", name, body)
        found = []
        for collection in ("/client/whole/", "/client/events/"):
            answer = tree.fromstring(server.ask("REPORT", collection, QUERY, "application/xml"))
            data = answer.iter("{urn:ietf:params:xml:ns:caldav}calendar-data")
            found.append(sorted(text for part in data for text in vobject_lines(part.text)))
    if found[0] != found[1]:
        raise ValueError("the whole file and its events are not read alike")
    return found[0]


READERS = {"icalendar": icalendar, "vobject": vobject, "khal": khal, "calcurse": calcurse, "radicale": radicale}


def answer(read, paths):
    try:
        return ["= ok", *read(paths)]
    except Exception as fault:  # whatever it minds is what we want to know
        return [f"= {type(fault).__name__}: {fault!s:.500}".replace("\n", " ")]


def main(reader, words):
    groups = " ".join(words).split(" -- ")
    for group in groups:
        print("\n".join(answer(READERS[reader], [pathlib.Path(name) for name in group.split(" ")])))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
