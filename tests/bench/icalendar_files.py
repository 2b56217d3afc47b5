#!/usr/bin/python3
"""A calendar file a client with python3-icalendar. Usage: icalendar_files.py COUNT PLAN.csv FOLDER"""
import csv
import datetime
import pathlib
import sys
import uuid

import icalendar

with open(sys.argv[2], encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
FIRST = min(datetime.date.fromisoformat(row["start"]) for row in ROWS)


def calendar(client, move):
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//bench//bench//EN")
    for number, row in enumerate(ROWS):
        event = icalendar.Event()
        start = datetime.date.fromisoformat(row["start"]) + move
        last = datetime.date.fromisoformat(row["end"] or row["start"]) + move
        event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"{client}/{number}")))
        event.add("dtstamp", datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc))
        event.add("dtstart", start)
        event.add("dtend", last + datetime.timedelta(1))
        event.add("summary", row["title"])
        event.add("description", f"Until and including {last:%A %d %B %Y}")
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return made.to_ical()


for count in range(int(sys.argv[1])):
    path = pathlib.Path(sys.argv[3], f"c{count:06}.ics")
    path.write_bytes(calendar(count, datetime.timedelta(count % 28)))
