#!/usr/bin/python3
"""Real calendar programs read our calendars. Usage: run.py PROGRAM EVENTS SOURCE_DIR WORK_DIR [short]

Every program that is installed must read exactly the events that the program meant (EVENTS prints them from its own
data): standard plan, hostile texts, three modes in three scripts, and a chain of updates. Under CI at least eight
programs must be there. `short` is the standard plan and one chain.
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

ENOUGH = 8
PYTHON = "/usr/bin/python3"
HERE = pathlib.Path(__file__).resolve().parent

# Each a list of words after `smpcare plan -f ics`; RULES stands for the folder of rule files.
NAMES = ["--name", "Ana \\ \"Bo\", O'C; D\r\nATTENDEE:x", "--label", "Area=a;b,c\nEND:VEVENT", "--calendar-name",
         "Ana, plan; C:\\new\r\nEND:VCALENDAR \u202e\u2028 x"]
RULES = {
    "standard": [],
    "hostile": ["-r", "RULES/hostile.toml", *NAMES],
    "cjk": ["-r", "RULES/cjk.toml", "--name", "山田太郎"],
    "rtl": ["-r", "RULES/rtl.toml", "--name", "אנה"],
}
MODES = ["changes", "windows", "days"]
SHORT = ("standard-changes", "chain-changes")
CHAIN = [["-d", "2026-11-22"], ["-d", "2026-11-22,2026-12-06"],
         ["-d", "2026-11-24,2026-12-08", "--drop", "alcohol-care", "--set", "swim-pool.through+=5"]]


def run(words):
    # A whole day begins in the zone of who reads it.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "QT_QPA_PLATFORM": "minimal"}
    return guard.run([str(word) for word in words], capture_output=True, env=environment)


# --- Who reads ---

def one_by_one(command, takes_all=False):
    """A reader that is started for each calendar, with the files of its group in order, or with the last one."""
    def read(groups):
        for paths in groups:
            done = run([*command, *(paths if takes_all else paths[-1:])])
            fault = done.stderr.decode(errors="replace").strip()[:500] or f"exit status {done.returncode}"
            yield (fault if done.returncode else "", done.stdout.decode().splitlines())
    return read


def built(compiler, source, flags, work, takes_all=False):
    """A reader that is compiled first, where that was not done before; None where its library is not there."""
    program = work.with_name("interop_readers") / pathlib.Path(source).stem
    program.parent.mkdir(exist_ok=True)
    if not program.exists() or program.stat().st_mtime < (HERE / source).stat().st_mtime:
        half = program.with_suffix(".half")
        done = subprocess.run([*compiler, str(HERE / source), "-o", str(half), *flags], capture_output=True, text=True)
        if done.returncode:
            print(f"{source}: not built: {done.stderr.strip().splitlines()[0]}")
            return None
        half.replace(program)
    return one_by_one([program], takes_all)


def flags_of(*packages):
    found = subprocess.run(["pkg-config", "--cflags", "--libs", *packages], capture_output=True, text=True)
    return found.stdout.split()


def kde(work):
    home = "/usr/include/KF5/KCalendarCore"
    flags = ["-fPIC", f"-I{home}", "-lKF5CalendarCore", *flags_of("Qt5Core", "Qt5Gui")]
    return built(["g++", "-std=c++17", "-w"], "kcalendarcore.cpp", flags, work, takes_all=True)


def ical_js(source):
    modules = source / "build/npm"
    if not shutil.which("node") or not (modules / "node_modules/ical.js").is_dir():
        return None
    return one_by_one(["node", HERE / "ical_js.cjs", modules])


def in_python(name, ready):
    """A reader of readers.py, which reads all calendars in one run."""
    def read(groups):
        words = [word for paths in groups for word in ("--", *paths)][1:]
        done = run([PYTHON, "-B", HERE / "readers.py", name, *words])
        for part in ("\n" + done.stdout.decode()).split("\n= ")[1:]:
            verdict, *lines = part.splitlines()
            yield ("" if verdict == "ok" else verdict, lines)
    return read if ready else None


def imports(modules):
    return run([PYTHON, "-c", f"import {modules}"]).returncode == 0


def readers(source, work):
    found = {
        "khal": in_python("khal", shutil.which("khal")),
        "libical": built(["cc"], "libical.c", flags_of("libical"), work),
        "KCalendarCore": kde(work),
        "ical.js": ical_js(source),
        "icalendar": in_python("icalendar", imports("icalendar")),
        "vobject": in_python("vobject", imports("vobject")),
        "calcurse": in_python("calcurse", shutil.which("calcurse")),
        "radicale": in_python("radicale", imports("radicale, vobject")),
    }
    return {name: reader for name, reader in found.items() if reader}


# What a program does not keep is not compared.
WITHOUT_STATUS = {"khal", "calcurse"}
WITHOUT_UID = {"calcurse"}
WITHOUT_ALARM = {"calcurse"}


def as_kept(name, lines):
    if name in WITHOUT_STATUS:
        lines = [line.removeprefix("-") for line in lines]
    if name in WITHOUT_UID:
        lines = ["?|" + line.split("|", 1)[1] for line in lines]
    if name in WITHOUT_ALARM:
        lines = [line.removesuffix("!") for line in lines]
    return sorted(lines)


# --- What is read ---

class Maker:
    def __init__(self, program, events, work):
        self.program, self.events, self.work = program, events, work

    def make(self, name, words):
        """A calendar file and the events that it should hold."""
        words = [word.replace("RULES", str(HERE / "rules")) if word.startswith("RULES/") else word for word in words]
        words = ["-f", "ics", "--id", "c1", "--today", "2026-11-22", "-q", *words]
        path = self.work / f"{name}.ics"
        for result, line in ((path, [self.program, "plan"]), (None, [self.events])):
            done = run([*line, *words])
            if done.returncode:
                sys.exit(f"{name}: {done.stderr.decode()}")
            if result:
                result.write_bytes(done.stdout)
        return path, done.stdout.decode().splitlines()


def cases(maker):
    """(name, files in the order in which they are sent, events of the last)"""
    for mode in MODES:
        for name, words in RULES.items():
            path, events = maker.make(f"{name}-{mode}", ["-d", "2026-11-22", "--events", mode, *words])
            yield f"{name}-{mode}", [path], events
        sent = []
        for number, words in enumerate(CHAIN):
            previous = ["--previous", str(sent[-1])] if sent else []
            path, events = maker.make(f"chain-{mode}-{number}", ["--events", mode, *words, *previous])
            sent.append(path)
        yield f"chain-{mode}", sent, events
    old = HERE.parent / "calendar/old/changes.ics"  # of the release 0.1.0
    path, events = maker.make("takeover", ["-d", "2026-11-22,2026-12-06", "--previous", str(old)])
    yield "takeover", [old, path], events
    path, events = maker.make("discreet", ["-d", "2026-11-22", "--discreet", "--public", "--alarm", "none"])
    yield "discreet", [path], events


def faults_of(name, reader, all_cases):
    verdicts = list(reader([paths for _, paths, _ in all_cases]))
    if len(verdicts) != len(all_cases):
        yield f"{name} answers {len(verdicts)} times for {len(all_cases)} calendars"
    for (case, _, events), (fault, lines) in zip(all_cases, verdicts):
        got, wanted = sorted(lines), as_kept(name, events)
        if fault:
            yield f"{case}: {name} refuses it: {fault}"
        elif got != wanted:
            surplus, missing = sorted(set(got) - set(wanted)), sorted(set(wanted) - set(got))
            yield f"{case}: {name} reads {len(got)} events, not {len(wanted)}: surplus {surplus[:3]}, missing {missing[:3]}"


def main(program, events, source, work, short=False):
    work.mkdir(parents=True, exist_ok=True)
    found = readers(source, work)
    print("read by:", ", ".join(found))
    all_cases = [case for case in cases(Maker(program, events, work)) if not short or case[0] in SHORT]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(lambda pair: list(faults_of(*pair, all_cases)), pair) for pair in found.items()]
        faults = [fault for job in jobs for fault in job.result()]
    print(*faults, f"{len(all_cases)} calendars, {len(found)} programs, {len(faults)} faults", sep="\n")
    if len(found) < ENOUGH and os.environ.get("CI") == "true":
        sys.exit(f"only {len(found)} programs are installed; {ENOUGH} are needed")
    return 1 if faults or not found else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(word).resolve() for word in sys.argv[1:5]), "short" in sys.argv[5:]))
