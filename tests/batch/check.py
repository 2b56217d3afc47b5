#!/usr/bin/python3
"""What batch promises, tried on the program. Usage: check.py PROGRAM SOURCE_DIR [TEST…]"""
import hashlib
import json
import os
import pathlib
import pty
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SEED = int(os.environ.get("SMPCARE_SEED", "20261122"))
FULL = "the disk of this test"


def run(*words, given=b"", cwd=".", **more):
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return guard.run([PROGRAM, *map(str, words)], ends_by_itself=True, input=given, capture_output=True, cwd=cwd, env=environment, **more)


def clients(count, header="id,date,name"):
    rows = (f"c{i:05},2026-{1 + i % 12:02}-{1 + i % 28:02},Client {i}" for i in range(count))
    return "\n".join([header, *rows, ""]).encode()


def contents(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


def equal(got, wanted, what):
    assert got == wanted, f"{what}:\n got    {got!r:.2000}\n wanted {wanted!r:.2000}"


def places(done):
    """`17:3 empty-cell` of every error."""
    return re.findall(r"^[^\n:]+:(\d+:\d+): error\[([a-z0-9-]+)\]", done.stderr.decode(), re.M)


# --- What is written ---

def test_a_folder_of_files(work):
    done = run("batch", "-", "--dir", "out", "-f", "ics,json", "--checksums", given=clients(40), cwd=work)
    equal((done.returncode, done.stderr), (0, b"rows: 40, files written: 80, unchanged: 0, rows refused: 0\n"), "a good run")
    files = contents(work / "out")
    equal(len(files), 81, "files in the folder")
    equal({stat.S_IMODE(path.stat().st_mode) for path in (work / "out").iterdir()}, {0o600}, "modes")
    manifest = json.loads(files["manifest.json"])
    schema = json.loads((SOURCE / "rules/schemas/smpcare.manifest.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(manifest, schema)
    equal([entry["row"] for entry in manifest["clients"]], list(range(2, 42)), "rows of the manifest")
    listed = {file["name"]: file["sha256"] for entry in manifest["clients"] for file in entry["files"]}
    equal(listed, {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"},
          "the manifest's sums")
    checked = subprocess.run(["sha256sum", "-c", "--quiet", "-"], input=done.stdout, cwd=work / "out", capture_output=True)
    equal((checked.returncode, checked.stdout), (0, b""), "sha256sum -c")
    again = run("batch", "-", "--dir", "out", "-f", "ics,json", given=clients(40), cwd=work)
    equal(again.stderr, b"rows: 40, files written: 0, unchanged: 80, rows refused: 0\n", "a second run")
    equal(contents(work / "out"), files, "the folder after a second run")


CHANGES = ["--set", "swim-pool.through+=5", "--set", "sauna.through=40", "--reason", "UV"]


def test_files_are_those_of_plan(work):
    rows = ("id;date;name;planned;facts;observed;set;reason;Practitioner\n"
            "a;2026-11-22;Ana;;;;;;Dr Lee\n"
            'b;2026-11-22 2026-12-20;"Ben ""B""";3;long-hair=no uses-minoxidil;;;;\n'
            'c;2026-11-22;Cem;;;scabs-gone=2026-12-05;"swim-pool.through+=5;sauna.through=40";UV;Dr Lee\n'
            'd;2027-01-31;Dana;;;;"swim-pool.through+=5;sauna.through=40";UV;\n').encode()
    (work / "clients.csv").write_bytes(rows)
    extra = {
        "a": ["-d", "2026-11-22", "--name", "Ana", "--label", "Practitioner=Dr Lee"],
        "b": ["-d", "2026-11-22,2026-12-20", "--name", 'Ben "B"', "--planned", "3", "--fact", "long-hair=no", "--fact",
              "uses-minoxidil"],
        "c": ["-d", "2026-11-22", "--name", "Cem", "--label", "Practitioner=Dr Lee", "--observed", "scabs-gone=2026-12-05",
              *CHANGES],
        "d": ["-d", "2027-01-31", "--name", "Dana", *CHANGES],
    }
    names = [row["name"] for row in [{"name": word} for word in ("ics", "json", "text", "csv", "html", "md")]]
    done = run("batch", "clients.csv", "--dir", "out", "-f", ",".join(names), "--label-column", "Practitioner", cwd=work)
    equal(done.returncode, 0, done.stderr)
    for client, options in extra.items():
        for name in names:
            plan = run("plan", "--id", client, "-f", name, *(["-o", work / f"{client}.{name}"]), "--today", "2000-01-01",
                       *options, cwd=work)
            equal(plan.returncode, 0, plan.stderr)
            # A plan as text begins with today, which the files of a batch do not know.
            if name == "text":
                continue
            ending = "txt" if name == "text" else name
            equal((work / "out" / f"{client}.{ending}").read_bytes(), (work / f"{client}.{name}").read_bytes(),
                  f"{client}.{name}")
    lines = run("batch", "clients.csv", "--stream", "--label-column", "Practitioner", cwd=work).stdout.decode().splitlines()
    for line, client in zip(lines, "abcd", strict=True):
        document = json.loads((work / "out" / f"{client}.json").read_bytes())
        equal(line, json.dumps(document, ensure_ascii=False, separators=(",", ":")), f"the line of {client}")


def test_one_calendar(work):
    done = run("batch", "-", "--stream", "-f", "ics", given=clients(5), cwd=work)
    equal((done.returncode, done.stdout.count(b"BEGIN:VCALENDAR\r\n"), done.stdout[-15:]), (0, 1, b"END:VCALENDAR\r\n"),
          "one calendar")
    uids = re.findall(rb"^UID:(.*)\r$", done.stdout, re.M)
    equal(len(uids), len(set(uids)), "identities")
    nothing = run("batch", "-", "--stream", "-f", "ics", given=b"id,date\n", cwd=work)
    equal((nothing.returncode, nothing.stdout), (1, b""), "no row")


def test_update(work):
    first = b"id,date\nk1,2026-11-22\nk2,2026-11-22\n"
    run("batch", "-", "--dir", "out", given=first, cwd=work)
    before = contents(work / "out")
    moved = b"id,date\nk1,2026-11-25\nk2,2026-11-22\n"
    kept = run("batch", "-", "--dir", "out", given=moved, cwd=work)
    equal((kept.returncode, places(kept)), (1, [("2:1", "file-differs")]), "a changed plan without --update")
    equal(contents(work / "out")["k1.ics"], before["k1.ics"], "the file that is there")
    done = run("batch", "-", "--dir", "out", "--update", given=moved, cwd=work)
    equal((done.returncode, done.stderr), (0, b"rows: 2, files written: 1, unchanged: 1, rows refused: 0\n"), "--update")
    after = contents(work / "out")
    equal(after["k2.ics"], before["k2.ics"], "the plan that did not change")
    uids = [set(re.findall(rb"^UID:(.*)\r$", files["k1.ics"], re.M)) for files in (before, after)]
    equal(uids[0] - uids[1], set(), "identities that are gone")
    assert b"SEQUENCE:1\r\n" in after["k1.ics"], "nothing was raised"


def test_update_keeps_what_is_not_the_clients(work):
    run("batch", "-", "--dir", "out", given=b"id,date\nk1,2026-11-22\nk2,2026-11-22\n", cwd=work)
    out = work / "out"
    strangers = {"k1.ics": (out / "k2.ics").read_bytes(), "k3.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
                 "k4.ics": (out / "k1.ics").read_bytes()[:-40]}
    for name, data in strangers.items():
        (out / name).write_bytes(data)
    rows = b"id,date\nk1,2026-11-25\nk2,2026-11-25\nk3,2026-11-25\nk4,2026-11-25\n"
    done = run("batch", "-", "--dir", "out", "--update", "--all-errors", given=rows, cwd=work)
    equal((done.returncode, places(done)), (1, [(f"{row}:1", "other-calendar") for row in (2, 4, 5)]),
          "a calendar of another client, of another program, cut off")
    equal({name: (out / name).read_bytes() for name in strangers}, strangers, "what is there")
    forced = run("batch", "-", "--dir", "out", "--update", "--force", given=rows, cwd=work)
    equal((forced.returncode, forced.stderr), (0, b"rows: 4, files written: 3, unchanged: 1, rows refused: 0\n"), "--force")
    assert b"CANCELLED" not in (out / "k1.ics").read_bytes(), "another client's events were cancelled"


def test_update_with_other_events(work):
    rows = b"id,date\nk1,2026-11-22\n"
    events = re.compile(rb"BEGIN:VEVENT\r\nUID:(\S+).*?\r\nSTATUS:(\w+)", re.S)
    run("batch", "-", "--dir", "out", given=rows, cwd=work)
    sent = dict(events.findall((work / "out/k1.ics").read_bytes()))
    again = ("batch", "-", "--dir", "out", "--update", "--events", "windows")
    strict = run(*again, "--strict", given=rows, cwd=work)
    equal((strict.returncode, places(strict)), (1, [("2:1", "other-events")]), "--strict")
    done = run(*again, given=rows, cwd=work)
    equal((done.returncode, re.findall(rb"notice\[([a-z-]+)", done.stderr)), (0, [b"other-events"]), "windows")
    now = dict(events.findall((work / "out/k1.ics").read_bytes()))
    # An appointment is the same event in every mode.
    visits = {uid for uid in sent if now[uid] == b"CONFIRMED"}
    equal(len(visits), 3, "appointments")
    equal({now[uid] for uid in sent if uid not in visits}, {b"CANCELLED"}, "what was sent before")
    equal({status for uid, status in now.items() if uid not in sent}, {b"CONFIRMED"}, "what is sent now")
    equal(run(*again, given=rows, cwd=work).stderr, b"rows: 1, files written: 0, unchanged: 1, rows refused: 0\n", "again")
    done = run(*again[:-1], "changes", given=rows, cwd=work)
    equal((done.returncode, re.findall(rb"notice\[([a-z-]+)", done.stderr)), (0, [b"other-events"]), "changes again")
    back = dict(events.findall((work / "out/k1.ics").read_bytes()))
    equal({status for uid, status in back.items() if uid in sent}, {b"CONFIRMED"}, "what was sent first, again")
    equal({status for uid, status in back.items() if uid not in sent}, {b"CANCELLED"}, "what came between")


def test_combined(work):
    rows = "id,date,name\nk1,2026-11-22,Ana One\nk2,2O26-11-22,Bob Two\nk3,2026-11-23,Cem Three\n".encode()
    done = run("batch", "-", "--combined", "-o", "all.html", given=rows, cwd=work)
    equal((done.returncode, places(done)), (1, [("3:2", "bad-date")]), "one wrong row")
    equal(done.stderr.splitlines()[-2], b"rows: 3, pages written: 2, rows refused: 1", "the summary")
    page = (work / "all.html").read_text(encoding="utf-8")
    equal((page.lower().count("<!doctype html>"), page.count("</html>"), page.count('<article class="client">')), (1, 1, 2), "a page a client")
    parts = page.split('<article class="client">')[1:]
    equal([[name in part for name in ("Ana One", "Bob Two", "Cem Three")] for part in parts],
          [[True, False, False], [False, False, True]], "the pages in the order of the rows")
    equal(stat.S_IMODE((work / "all.html").stat().st_mode), 0o600, "who can read it")
    equal(run("batch", "-", "--combined", given=rows, cwd=work).stdout.decode(), page, "the same on standard output")
    kept = run("batch", "-", "--combined", "-o", "all.html", given=rows, cwd=work)
    equal((kept.returncode, (work / "all.html").read_text(encoding="utf-8")), (3, page), "a document that is there")
    none = run("batch", "-", "--combined", "-o", "none.html", given=b"id,date\nk1,x\n", cwd=work)
    equal((none.returncode, (work / "none.html").exists()), (1, False), "no right row")


def on_a_terminal(*words, term="xterm", cwd="."):
    """What a run shows where standard error is a terminal."""
    ours, theirs = pty.openpty()
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": term, "NO_COLOR": "1"}
    shown = b""
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=output, stderr=theirs, cwd=cwd,
                                 env=environment)
        os.close(theirs)
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # so a terminal ends on Linux
            pass
        os.close(ours)
        child.wait()
        output.seek(0)
        return child.returncode, shown.replace(b"\r\n", b"\n"), output.read()


def test_progress(work):
    rows = clients(400)
    (work / "c.csv").write_bytes(rows.replace(b"\nc00300,2026", b"\nc00300,2O26"))
    summary = (b"rows: 400, plans written: 399, rows refused: 1\n"
               b"   = help: --rejects bad.csv keeps the refused rows, to mend and run again\n")
    status, shown, output = on_a_terminal("batch", "c.csv", "--stream", cwd=work)
    equal((status, output.count(b"\n"), shown[-len(summary):]), (1, 399, summary), "a run on a terminal")
    # Each is written over the one before; messages and the summary begin on an empty line.
    counts = re.findall(rb"\rrows: (\d+) of 400", shown)
    assert counts and [int(count) for count in counts] == sorted({int(count) for count in counts}), shown
    equal(re.sub(rb"(\rrows: \d+ of 400)+\r\x1b\[K", b"", shown), run("batch", "c.csv", "--stream", cwd=work).stderr.replace(b"\r", b""),
          "the same without the progress line, as a pipe has it")
    for words, term in ((["-q"], "xterm"), ([], "dumb")):
        _, shown, _ = on_a_terminal("batch", "c.csv", "--stream", *words, term=term, cwd=work)
        assert b"\r" not in shown, f"progress with {words}, TERM={term}"


def test_rejects_run_again(work):
    rows = 'id;date;name\r\na;22.11.2026;"Lee;\r\nAna"\r\nb;31.02.2026;Bob\r\nc;22/11/26;"Eve; E"\r\n'.encode()
    (work / "c.csv").write_bytes(rows)
    done = run("batch", "c.csv", "--dir", "out", "--date-order", "dmy", "--rejects", "bad.csv", cwd=work)
    equal(places(done), [("4:2", "no-such-day"), ("5:2", "short-year")], "the rows")
    equal((work / "bad.csv").read_bytes(), b'id;date;name\r\nb;31.02.2026;Bob\r\nc;22/11/26;"Eve; E"\r\n', "rejects")
    mended = (work / "bad.csv").read_bytes().replace(b"31.02.", b"28.02.").replace(b"22/11/26", b"22/11/2026")
    (work / "mended.csv").write_bytes(mended)
    again = run("batch", "mended.csv", "--dir", "out", "--date-order", "dmy", cwd=work)
    equal(again.returncode, 0, again.stderr)
    listed = json.loads((work / "out/manifest.json").read_bytes())["clients"]
    equal(sorted(entry["id"] for entry in listed), ["a", "b", "c"], "the merged manifest")
    kept = run("batch", "c.csv", "--dir", "out2", "--rejects", "bad.csv", cwd=work)
    equal((kept.returncode, (work / "out2").exists() and len(contents(work / "out2"))), (3, 0), "rejects are not replaced")


def test_rejects_night_after_night(work):
    nightly = ("batch", "c.csv", "--dir", "out", "--update", "--rejects", "bad.csv")
    (work / "c.csv").write_bytes(b"id,date\na,2026-11-22\nb,soon\n")
    equal((run(*nightly, cwd=work).returncode, (work / "bad.csv").read_bytes()), (1, b"id,date\nb,soon\n"), "one night")
    equal((run(*nightly, cwd=work).returncode, (work / "bad.csv").read_bytes()), (1, b"id,date\nb,soon\n"), "the next")
    (work / "c.csv").write_bytes(b"id,date\na,2026-11-22\nb,2026-11-23\n")
    equal((run(*nightly, cwd=work).returncode, (work / "bad.csv").read_bytes()), (0, b"id,date\n"), "all is mended")
    (work / "bad.csv").write_bytes(b"another file\n")
    equal((run(*nightly, cwd=work).returncode, (work / "bad.csv").read_bytes()), (3, b"another file\n"), "no rejects")
    before = (work / "c.csv").read_bytes()
    itself = run("batch", "c.csv", "--dir", "out", "--rejects", "./c.csv", "--force", cwd=work)
    equal((itself.returncode, b"output-is-input" in itself.stderr, (work / "c.csv").read_bytes()), (2, True, before), "itself")
    with open(work / "c.csv", "rb") as clients_file:
        piped = subprocess.run([PROGRAM, "batch", "-", "--dir", "out", "--rejects", "c.csv", "--force"], stdin=clients_file,
                               capture_output=True, cwd=work)
    equal((piped.returncode, (work / "c.csv").read_bytes()), (2, before), "itself as standard input")


# --- Nothing lost ---

def test_killed_at_any_moment(work):
    rows = clients(1500)
    (work / "c.csv").write_bytes(rows)
    started = time.monotonic()
    run("batch", "c.csv", "--dir", "whole", cwd=work)
    length = time.monotonic() - started
    wanted = contents(work / "whole")
    chance = random.Random(SEED)
    for turn in range(12):
        child = subprocess.Popen([PROGRAM, "batch", "c.csv", "--dir", "broken", "-q"], cwd=work)
        time.sleep(chance.random() * length)
        child.send_signal(signal.SIGKILL)
        child.wait()
        if not (work / "broken").exists():
            continue
        for name, data in contents(work / "broken").items():
            equal(data, wanted.get(name), f"{name} after kill {turn} (seed {SEED})")
        if turn % 4 == 3:
            shutil.rmtree(work / "broken")
    done = run("batch", "c.csv", "--dir", "broken", cwd=work)
    equal(done.returncode, 0, done.stderr)
    equal(contents(work / "broken"), wanted, "the folder after the last run")


def test_two_at_once(work):
    (work / "c.csv").write_bytes(clients(800))
    (work / "d.csv").write_bytes(clients(800).replace(b"\nc", b"\nd"))
    words = [["c.csv"], ["c.csv"], ["d.csv"]]
    children = [subprocess.Popen([PROGRAM, "batch", *names, "--dir", "out", "-q"], cwd=work) for names in words]
    equal([child.wait() for child in children], [0, 0, 0], "statuses")
    files = contents(work / "out")
    listed = sorted(entry["id"] for entry in json.loads(files.pop("manifest.json"))["clients"])
    equal((len(files), len(listed), len(set(listed))), (1600, 1600, 1600), "files and clients")


def test_obstacles(work):
    out = work / "out"
    out.mkdir()
    (work / "elsewhere").write_bytes(b"mine")
    (out / "c00000.ics").symlink_to(work / "elsewhere")
    os.mkfifo(out / "c00001.ics")
    (out / "c00002.ics").mkdir()
    (out / "c00003.ics").write_bytes(b"other")
    (out / "c00004.ics").symlink_to(work / "nowhere")
    done = run("batch", "-", "--dir", "out", "--all-errors", given=clients(8), cwd=work)
    equal(places(done), [("2:1", "not-a-file"), ("3:1", "not-a-file"), ("4:1", "not-a-file"), ("5:1", "file-differs"),
                         ("6:1", "not-a-file")], "what stands in the way")
    equal((done.returncode, (work / "elsewhere").read_bytes(), (work / "nowhere").exists()), (1, b"mine", False), "links")
    forced = run("batch", "-", "--dir", "out", "--force", "--all-errors", given=clients(8), cwd=work)
    equal([code for _, code in places(forced)], ["not-a-file"] * 4, "with --force")
    assert (out / "c00003.ics").read_bytes().startswith(b"BEGIN:VCALENDAR"), "--force replaces a file"
    (out / "manifest.json").write_bytes(b"{}")
    foreign = run("batch", "-", "--dir", "out", given=clients(9), cwd=work)
    equal((foreign.returncode, (out / "c00008.ics").exists()), (2, False), "a manifest of somebody else")


def test_all_files_of_a_client_or_none(work):
    rows = b"id,date\nx1,2026-11-22\nx2,2026-11-22\n"
    both = ("batch", "-", "--dir", "out", "-f", "html,ics")
    run(*both, given=rows, cwd=work)
    (work / "out/x2.ics").write_bytes((work / "out/x1.ics").read_bytes())
    before = contents(work / "out")
    done = run(*both, "--update", given=rows.replace(b"22", b"25"), cwd=work)
    equal((done.returncode, places(done)), (1, [("3:1", "other-calendar")]), "a calendar of another client")
    after = contents(work / "out")
    equal({name for name in before if before[name] != after[name]}, {"manifest.json", "x1.html", "x1.ics"}, "what was written")
    listed = {entry["id"]: entry["files"] for entry in json.loads(after["manifest.json"])["clients"]}
    equal({file["name"]: file["sha256"] for file in listed["x1"]},
          {name: hashlib.sha256(after[name]).hexdigest() for name in ("x1.html", "x1.ics")}, "the manifest")


def test_names_that_are_taken(work):
    rows = b"id,date,name\nmanifest,2026-11-22,\nz,2026-11-22,Manifest\n"
    done = run("batch", "-", "--dir", "out", "-f", "json", given=rows, cwd=work)
    equal((done.returncode, places(done), set(contents(work / "out"))),
          (1, [("2:1", "reserved-name")], {"z.json", "manifest.json"}), "an id that is the list's name")
    named = run("batch", "-", "--dir", "named", "-f", "json", "--file-name", "{name}", given=rows, cwd=work)
    equal((named.returncode, places(named), set(contents(work / "named"))),
          (1, [("2:1", "empty-cell"), ("3:1", "reserved-name")], {"manifest.json"}), "no name, and the list's")


def test_a_file_of_another_account(work):
    if os.getuid() != 0:
        print("  only root can keep a file from this account")
        return
    os.chmod(work, 0o755)
    shutil.copy(PROGRAM, work / "smpcare")
    (work / "out").mkdir(mode=0o777)
    (work / "out").chmod(0o777)
    (work / "out/c00001.ics").write_bytes(b"not theirs")
    (work / "out/c00001.ics").chmod(0o600)
    done = subprocess.run([work / "smpcare", "batch", "-", "--dir", "out"], input=clients(4), cwd=work, capture_output=True,
                          user=65534, group=65534, extra_groups=[])
    equal((done.returncode, places(done), len(contents(work / "out"))), (1, [("3:1", "file-differs")], 5), "one file")


def test_a_dry_run_meets_what_a_run_meets(work):
    (work / "out").mkdir()
    (work / "out/manifest.json").write_bytes(b"{}")
    (work / "plain").write_bytes(b"")
    for folder, status in (("out", 2), ("deep/a/b", 3), ("plain", 3), ("new", 0)):
        words = ("batch", "-", "--dir", folder)
        equal(run(*words, "--dry-run", given=clients(2), cwd=work).returncode, status, f"a dry run to {folder}")
        equal(run(*words, given=clients(2), cwd=work).returncode, status, f"a run to {folder}")
    words = ("batch", "-", "--dir", "new", "--rejects", "plain")
    equal([run(*words, *more, given=clients(2), cwd=work).returncode for more in ((), ("--dry-run",))], [3, 3], "rejects")


def test_read_only_folder(work):
    (work / "out").mkdir(mode=0o755)
    nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}
    if not nobody:
        (work / "out").chmod(0o555)
    os.chmod(work, 0o755)
    copy = work / "smpcare"
    shutil.copy(PROGRAM, copy)
    done = subprocess.run([copy, "batch", "-", "--dir", "out"], input=clients(3), cwd=work, capture_output=True, **nobody)
    equal((done.returncode, b"cannot-write" in done.stderr, contents(work / "out")), (3, True, {}), "a read-only folder")


def test_full_disk(work):
    for command in (["--stream"], ["--stream", "-f", "ics"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "batch", "-", *command], input=clients(3), stdout=full, stderr=subprocess.PIPE)
        equal((done.returncode, b"cannot-write" in done.stderr), (3, True), f"{command} to a full disk")
    (work / "small").mkdir()
    script = f"mount -t tmpfs -o size=300k none small && '{PROGRAM}' batch c.csv --dir small; echo status $?; ls small"
    (work / "c.csv").write_bytes(clients(200))
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], cwd=work, capture_output=True, text=True)
    if "status" not in done.stdout or "mount:" in done.stderr:
        print(f"  {FULL} cannot be mounted here: {done.stderr.strip()}")
        return
    names = done.stdout.split()
    assert names[:2] == ["status", "3"] and "manifest.json" not in names and len(names) > 5, done
    assert "cannot-write" in done.stderr and "broken-off" in done.stderr, done.stderr


def test_a_file_too_large_for_the_system(work):
    done = run("batch", "-", "--combined", "-o", "all.html", given=clients(3), cwd=work,
               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
    equal((done.returncode, b"cannot-write" in done.stderr, contents(work)), (3, True, {}), "a limit of 4096 bytes")


def test_many_faults(work):
    faulty = b"id,date\n" + b"x\n" * 1200
    once = run("batch", "-", "--stream", given=faulty, cwd=work)
    equal((once.returncode, places(once)), (1, [("2:2", "wrong-cell-count")]), "1200 like faults")
    assert b"   = the same on 1199 more lines: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 " in once.stderr, once.stderr
    done = run("batch", "-", "--stream", "--all-errors", given=faulty, cwd=work)
    equal((done.returncode, len(places(done)), b"more-faults]: 200 more faults" in done.stderr, b"refused: 1200" in done.stderr),
          (1, 1000, True, True), "1200 faults")


def test_a_reader_that_goes(work):
    child = subprocess.Popen([PROGRAM, "batch", "-", "--stream"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
    child.stdout.close()
    child.stdin.write(clients(300))
    child.stdin.close()
    errors = child.stderr.read()
    equal((child.wait(), b"cannot-write" in errors), (0, False), "a closed pipe")


# --- Bad input ---

def one_bad(row, header="id,date,name", **options):
    """Status, places, and whether the right rows around it were done."""
    with tempfile.TemporaryDirectory() as folder:
        given = f"{header}\ng1,2026-11-22,Good\n".encode() + row + b"\ng2,2026-11-22,Good\n"
        done = run("batch", "-", "--dir", "out", *options.get("words", []), given=given, cwd=folder)
        good = {"g1.ics", "g2.ics"} <= set(contents(pathlib.Path(folder, "out")))
        names = set(contents(pathlib.Path(folder, "out"))) - {"g1.ics", "g2.ics", "manifest.json"}
    return done.returncode, places(done), good, names


BAD_ROWS = {
    "a day that no month has": (b"k,2026-02-30,X", [("3:2", "no-such-day")]),
    "a day before 1900": (b"k,1899-12-31,X", [("3:2", "date-out-of-range")]),
    "a path": (b"../../x,2026-11-23,X", [("3:1", "path-as-id")]),
    "two dots": (b"..,2026-11-23,X", [("3:1", "path-as-id")]),
    "no id": (b",2026-11-23,X", [("3:1", "empty-cell")]),
    "no date": (b"x,,X", [("3:2", "empty-cell")]),
    "a quote that stays open": (b'x,2026-11-23,"X', [("3:3", "open-quote")]),
    "a quote inside": (b'x,2026-11-23,X "Y" Z', [("3:3", "stray-quote")]),
    "a cell of 50 MB": (b"x,2026-11-23," + b"X" * 50_000_000, [("3:1", "row-too-long")]),
    "a quoted cell of 5 MB in lines": (b'x,2026-11-23,"' + b"X" * 70_000, [("3:1", "row-too-long")]),
    "a NUL": (b"x,2026-11-23,X\0Y", [("3:3", "control-character")]),
    "an escape": (b"x\x1b[1m,2026-11-23,XY", [("3:1", "control-character")]),
    "Latin-1": (b"x,2026-11-23,M\xfcller", [("3:3", "invalid-utf8")]),
    "a formula": (b'x,2026-11-23,"=HYPERLINK(""http://a"")"', [("3:3", "formula")]),
    "a date in words": (b"x,November,X", [("3:2", "bad-date")]),
    "a day that is not": (b"x,2026-02-30,X", [("3:2", "no-such-day")]),
    "too few cells": (b"x,2026-11-23", [("3:3", "wrong-cell-count")]),
    "too many cells": (b"x,2026-11-23,Lee, Ana", [("3:4", "wrong-cell-count")]),
    "a name too long": (b"x" * 250 + b",2026-11-23,X", [("3:1", "file-name-too-long")]),
    "the same session twice": (b"x,2026-11-23 2026-11-23,X", [("3:2", "duplicate-session")]),
    "empty lines": (b"\n" * 1_000_000 + b"x,,", [("1000003:2", "empty-cell")]),
    "CR alone": (b"x,2026-11-23,X\ry,,Y\r", [("4:2", "empty-cell")]),
    "CR LF": (b"x,2026-11-23,X\r\ny,,Y\r", [("4:2", "empty-cell")]),
}


def test_bad_rows(_):
    for what, (row, wanted) in BAD_ROWS.items():
        status, found, good, _ = one_bad(row)
        equal((status, found, good), (1, wanted, True), what)
    for what, row in (("an id twice", b"g1,2026-11-23,X"), ("an id in capitals", b"G1,2026-11-23,X")):
        status, found, good, names = one_bad(row)
        equal((status, found, good), (1, [("2:1", "duplicate-client")], False), what)
    equal(one_bad(b"x,22.11.2026,X"), (1, [("3:2", "dates-mixed")], False, set()), "another order")
    equal(one_bad(b"a/b\\c \xc3\xbc.,2026-11-23,X"), (0, [], True, {"a%2Fb%5Cc%20%C3%BC%2E.ics"}), "an id that needs encoding")
    wanted = [("3:4", "unknown-rule")]
    equal(one_bad(b"x,2026-11-23,X,swim-pol.through=3", header="id,date,name,set")[1][1:2], wanted, "a misspelt rule")


def test_no_name_in_a_message(work):
    """Rows whose cells are out of place, so that a name stands where something else is wanted."""
    header = "id,date,name,planned,facts,observed,set,language"
    for column in range(1, 8):
        if column == 2:
            continue
        cells = ["k1", "2026-11-22", "", "", "", "", "", ""]
        cells[column] = "Özgür O'Malley"
        done = run("batch", "-", "--dir", "out", given=f"{header}\n{','.join(cells)}\n".encode(), cwd=work)
        told = done.stderr.decode()
        equal((done.returncode, f":2:{column + 1}: error[" in told), (1, True), f"column {column + 1}: {told}")
        assert not re.search("zg|alley", told), told
    done = run("batch", "-", "--dir", "out", given=b"id,date\nk1,2O26-11-22\n", cwd=work)
    assert b"'2...26-11-22' is not a date" in done.stderr, done.stderr
    by_name = ("batch", "-", "--dir", "named", "--file-name", "{name}")
    run(*by_name, given=b"id,date,name\nk1,2026-11-22,Maria\n", cwd=work)
    done = run(*by_name, given=b"id,date,name\nk1,2026-11-25,Maria\nk2,2026-11-22,maria\n", cwd=work)
    equal(places(done), [("2:1", "file-differs"), ("3:1", "file-name-twice")], "files named by clients")
    assert b"maria" not in done.stderr.lower() and b"'named/{name}.ics' is there already" in done.stderr, done.stderr


def test_bad_files(work):
    cases = {
        "nothing": (b"", "empty-file"),
        "only lines": (b"\n\n\r\n", "empty-file"),
        "no header": (b"c1,2026-11-22\nc2,2026-11-22\n", "missing-column"),
        "another name": (b"id,Datum\nc1,2026-11-22\n", "missing-column"),
        "nearly ours": (b"id,date,planed\nc1,2026-11-22,3\n", "misspelt-heading"),
        "twice": (b"id,date,Date\nc1,2026-11-22,2026-11-23\n", "duplicate-heading"),
        "UTF-16": ("\ufeffid,date\nc1,2026-11-22\n".encode("utf-16"), "invalid-utf8"),
        "UTF-16 without mark": ("id,date\nc1,2026-11-22\n".encode("utf-16-le"), "invalid-utf8"),
        "Latin-1 heading": (b"id,date,M\xfc\nc1,2026-11-22,x\n", "invalid-utf8"),
        "open quote": (b'id,date,"x\nc1,2026-11-22,x\n', "open-quote"),
    }
    for what, (given, code) in cases.items():
        done = run("batch", "-", "--dir", f"out-{len(given)}", given=given, cwd=work)
        told = re.findall(r"error\[([a-z0-9-]+)\]", done.stderr.decode())
        equal((done.returncode, set(told), done.stdout), (2, {code}, b""), what)
    marked = run("batch", "-", "--dir", "marked", given=b"\xef\xbb\xbfID\tDATE\r\nc1\t2026-11-22", cwd=work)
    equal((marked.returncode, "c1.ics" in contents(work / "marked")), (0, True), "a mark, tabs, and no last line end")
    equal(run("batch", "missing.csv", "--dir", "x", cwd=work).returncode, 3, "a file that is not there")
    equal(run("batch", ".", "--dir", "x", cwd=work).returncode, 3, "a folder as file")
    equal(run("batch", "-", "--dir", "x", "-r", "-", cwd=work).returncode, 2, "standard input twice")


def test_one_bad_row_of_many(work):
    rows = clients(10_000).replace(b"\nc07654,2026-", b"\nc07654,2O26-")
    done = run("batch", "-", "--dir", "out", given=rows, cwd=work)
    equal((done.returncode, places(done)), (1, [("7656:2", "bad-date")]), "one row of ten thousand")
    equal(len(contents(work / "out")), 10_000, "9,999 files and the manifest")
    assert b"Client" not in done.stderr, "a name in a message"


# --- Recipes of the man page ---

def recipes():
    page = (SOURCE / "man/smpcare.1").read_text(encoding="utf-8").split(".Sh MANY CLIENTS")[1].split(".Sh ")[0]
    for block in re.findall(r"\.Bd -literal\n(.*?)\.Ed", page, re.S):
        yield block.replace("\\e\n", "\\\n").removeprefix("$ ")


def test_recipes(work):
    (work / "bin").mkdir()
    (work / "bin/smpcare").symlink_to(PROGRAM)
    (work / "clients.csv").write_bytes(clients(6_000))
    shutil.copy(SOURCE / "rules/examples/bookings.csv", work)
    environment = {"PATH": f"{work}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(work)}
    stream, folder, export, workbook = recipes()
    # A machine of tests has no office program.
    assert "soffice" in workbook, workbook
    for command in (stream, folder, export):
        done = guard.run(["sh", "-c", command.replace("--dir out -f", "--dir export -f")], cwd=work, env=environment,
                         capture_output=True)
        equal(done.returncode, 0, f"{command}: {done.stderr.decode()[-2000:]}")
    alone = run("batch", "clients.csv", "--stream", cwd=work)
    equal(sorted((work / "plans.ndjson").read_bytes().splitlines()), sorted(alone.stdout.splitlines()), "the stream")
    run("batch", "clients.csv", "--dir", "alone", cwd=work)
    files, wanted = contents(work / "out"), contents(work / "alone")
    listed, own = (sorted((entry["id"], entry["files"][0]["sha256"]) for entry in json.loads(some.pop("manifest.json"))["clients"])
                   for some in (files, wanted))
    equal((files == wanted, listed == own), (True, True), "the folder of several workers")
    equal(sorted(contents(work / "export")), sorted(["manifest.json"] + [f"B-100{i}.{kind}" for i in (1, 2, 3)
                                                                         for kind in ("html", "ics")]), "the export")
    assert "Dr Okafor" in (work / "export/B-1001.html").read_text(encoding="utf-8"), "the label"


# They take as long as all others.
SLOW = {"test_recipes", "test_killed_at_any_moment", "test_one_bad_row_of_many", "test_bad_rows"}


def main():
    chosen = sys.argv[3:]
    short = chosen == ["short"]
    failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_") or (name in SLOW if short else chosen and name not in chosen):
            continue
        started = time.monotonic()
        with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
            try:
                test(pathlib.Path(folder))
                print(f"ok {name} {time.monotonic() - started:.1f} s", flush=True)
            except (AssertionError, OSError, ValueError, KeyError) as fault:
                failed += 1
                print(f"FAILED {name}: {fault}", flush=True)
    return 1 if failed else 0


sys.exit(main())
