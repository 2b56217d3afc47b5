#!/usr/bin/python3
"""Sends calendars and their updates through whole programs. Usage: sent_twice.py PROGRAM EVENTS SOURCE_DIR WORK_DIR

Run by hand: it needs what a build machine has not (Debian: radicale vdirsyncer khal evolution-data-server gir1.2-ecal-2.0
python3-gi dbus). After each file that is sent, every program must hold exactly the events that the program meant
(EVENTS): a CalDAV server that vdirsyncer carries into a folder which khal lists, and the calendar of Evolution, whose
own alarm times are read. What was found last stands in docs/calendar-programs.md.
"""
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import readers
import run

SYNC = """[general]
status_path = "{0}/status/"
[pair client]
a = "server"
b = "phone"
collections = ["events"]
conflict_resolution = "a wins"
[storage server]
type = "caldav"
url = "http://127.0.0.1:{1}/"
username = "client"
password = "x"
[storage phone]
type = "filesystem"
path = "{0}/phone/"
fileext = ".ics"
"""


class Synced:
    """A running server, to which each event is put; vdirsyncer; khal on the folder that it fills."""
    name = "Radicale, vdirsyncer, khal"

    def __init__(self, folder):
        self.all_folders = folder
        self.begin()

    def begin(self):
        self.folder = folder = pathlib.Path(tempfile.mkdtemp(dir=self.all_folders))
        homes = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        self.surroundings = {**os.environ, **homes, "LC_ALL": "C.UTF-8"}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.server = subprocess.Popen(["radicale", "-C", "", "--storage-filesystem-folder", f"{folder}/server", "--auth-type", "none",
                                        "--server-hosts", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
        self.url = f"http://127.0.0.1:{port}/client/events/"
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        self.ask("MKCALENDAR", self.url)
        (folder / "sync").write_text(SYNC.format(folder, port))
        (folder / "khal").write_text(readers.KHAL.format(folder).replace("/calendar", "/phone/events"))

    def ask(self, method, url, body=b""):
        request = urllib.request.Request(url, body, {"Content-Type": "text/calendar; charset=utf-8",
                                                     "Authorization": "Basic Y2xpZW50Ong="}, method=method)
        urllib.request.urlopen(request).close()

    def sync(self, step):
        status, _, said = readers.command("vdirsyncer", "-c", self.folder / "sync", step, env=self.surroundings, input="y\n" * 9)
        if status or re.search("error|critical", said):
            raise ValueError(said)

    def take(self, path):
        for name, body in readers.resources(path.read_bytes()):
            self.ask("PUT", self.url + name.rsplit("/", 1)[1], body)
        self.sync("discover")
        self.sync("sync")
        return readers.khal_list(self.folder / "khal", self.surroundings)

    def forget(self):
        self.end()
        self.begin()

    def end(self):
        self.server.terminate()
        self.server.wait()


class Evolution:
    """The calendar of a person, on a bus and in folders of its own."""
    name = "Evolution"

    def __init__(self, folder):
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
            os.environ[name] = str(folder)
        os.environ["TZ"] = "UTC"
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        import gi
        gi.require_version("EDataServer", "1.2")
        gi.require_version("ECal", "2.0")
        gi.require_version("ICalGLib", "3.0")
        from gi.repository import ECal, EDataServer, ICalGLib
        self.cal, self.ical = ECal, ICalGLib
        self.registry = EDataServer.SourceRegistry.new_sync(None)
        source = self.registry.ref_builtin_calendar()
        self.client = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 0xFFFFFFFF, None)

    def take(self, path):
        calendar = self.ical.Component.new_from_string(path.read_bytes().decode())
        calendar.set_method(self.ical.PropertyMethod.PUBLISH)  # as Evolution's importer does
        self.client.receive_objects_sync(calendar, self.cal.OperationFlags.NONE, None)
        return [self.line(component) for component in self.client.get_object_list_as_comps_sync("#t", None)[1]]

    def line(self, component):
        event = component.get_icalcomponent()
        start, end = event.get_dtstart(), event.get_dtend()
        alarms = [component.get_alarm(uid) for uid in component.get_alarm_uids() or []]
        for alarm in alarms:
            before = alarm.get_trigger().get_duration()
            if before.as_int() != -6 * 3600 or alarm.get_action() != self.cal.ComponentAlarmAction.DISPLAY:
                raise ValueError(f"{event.get_uid()} rings {before.as_int()} seconds from its start")
            if not alarm.get_description().get_value():
                raise ValueError("an alarm without text")
        for each in (start, end):
            if not each.is_date():
                raise ValueError("not an all-day event")
        days = [each.as_ical_string() for each in (start, end)]
        cancelled = event.get_status() == self.ical.PropertyStatus.CANCELLED
        title = readers.field(event.get_summary())
        return f"{'-' if cancelled else ''}{event.get_uid()}|{days[0]}|{days[1]}|{title}|{'!' if alarms else ''}"

    def forget(self):
        for event in self.client.get_object_list_as_comps_sync("#t", None)[1]:
            self.client.remove_object_sync(event.get_uid(), None, self.cal.ObjModType.ALL, self.cal.OperationFlags.NONE, None)

    def end(self):
        self.bus.terminate()  # and this program with it, as GLib will have it: so it comes last
        self.bus.wait()


def chains(maker):
    """Of each chain its name and, of each file that is sent, its path and the events that the calendar then has."""
    for mode in run.MODES:
        sent = []
        for number, words in enumerate(run.CHAIN):
            previous = ["--previous", str(sent[-1][0])] if sent else []
            sent.append(maker.make(f"chain-{mode}-{number}", ["--events", mode, *words, *previous]))
        yield f"chain-{mode}", sent
    old = HERE.parent / "calendar/old/changes.ics"
    path, events = maker.make("takeover", ["-d", "2026-11-22,2026-12-06", "--previous", str(old)])
    yield "takeover", [(old, None), (path, events)]


def faults_of(program, name, sent):
    for number, (path, events) in enumerate(sent):
        got = sorted(program.take(path))
        wanted = sorted(line.removeprefix("-") if isinstance(program, Synced) else line for line in events or got)
        if got != wanted:
            surplus, missing = sorted(set(got) - set(wanted)), sorted(set(wanted) - set(got))
            yield f"{name}, file {number + 1}: surplus {surplus[:3]}, missing {missing[:3]}"


def main(program, events, source, work):
    work.mkdir(parents=True, exist_ok=True)
    all_chains = list(chains(run.Maker(program, events, work)))
    faults = []
    for kind in (Synced, Evolution):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            program = kind(pathlib.Path(folder))
            for name, sent in all_chains:
                found = list(faults_of(program, name, sent))
                print(f"{kind.name}: {name}: {len(sent)} files, {len(sent[-1][1])} events at the end, {len(found)} faults", *found, sep="\n", flush=True)
                faults += found
                program.forget()
            if kind is Synced:
                program.end()
    print(f"{len(faults)} faults", flush=True)
    program.end()


if __name__ == "__main__":
    main(*(pathlib.Path(word).resolve() for word in sys.argv[1:5]))
