#!/usr/bin/python3
"""Handouts as PDF. Usage: pdf.py PROGRAM SOURCE_DIR [short], which leaves out what waits, and prints once

First with browsers that do everything wrong: what is said, the exit status, and that nothing stays behind, whoever is killed. Then with
Chromium, where it is there: two pages, the same bytes twice, every restriction, sign and appointment in the text, and each client of a pile on
a sheet of their own.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

TOOLS = "/usr/bin:/bin"
CASE = ("--date", "2026-11-22")
# What a browser is asked to write, and a page that it reads.
ASKED = 'for word; do case "$word" in --print-to-pdf=*) out=${word#*=};; esac; page=$word; done\n'
PDF = "%%PDF-1.4\\n/CreationDate (D:20300101121314+00'00')\\n/ModDate (D:20300101121314+00'00')>>\\n%%%%EOF\\n"
WRITES = ASKED + f'printf "{PDF}" >"$out"\n'
CLIENTS = "id,date,name\na,2026-11-22,Ana\nb,2026-11-23,Ben\nc,2026-11-24,Cy\n"
# A rule set that takes a third page.
LONG = """schema = 2
[protocol]
id = "lakeside"
title = "Lakeside"
version = "1.0.0"
language = "en"
extends = "smp-standard"
""" + "".join(f"""[[rule]]
id = "own-{number}"
kind = "{('avoid', 'limit', 'do', 'expect')[number % 4]}"
title = "Rule {number} of our own"
why = "It has a reason that takes a line of its own."
through = {number % 20 + 3}
""" for number in range(60))
# (what the browser does, what is said, whether its name is)
WRONG = {
    "fails": ("echo first >&2; echo 'cannot open display' >&2; exit 7", "cannot open display"),
    "fails silently": ("exit 1", "it ended without a word"),
    "writes rubbish": (ASKED + 'echo hello >"$out"', "what it wrote is no PDF"),
    "writes half": (ASKED + 'echo %PDF-1.4 >"$out"', "what it wrote is no PDF"),
    "writes nothing": ("exit 0", "what it wrote is no PDF"),
    "kills itself": ("kill -9 $$", "Killed"),
}


class Place:
    """A folder with a browser of its own and one for what is temporary, which must be empty after each run."""

    def __init__(self, program, folder, faults):
        self.program, self.folder, self.faults = program, folder, faults
        self.scratch = folder / "a b%20c"
        self.scratch.mkdir()
        (folder / "bin").mkdir()
        self.path = f"{folder / 'bin'}:{TOOLS}"

    def browser(self, script):
        program = self.folder / "bin/chromium"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def environment(self, path=None, **more):
        return {"PATH": path or self.path, "TMPDIR": str(self.scratch), **more}

    def run(self, *words, path=None, status=0, **how):
        done = guard.run((self.program, *words), cpu=600, cwd=self.folder, capture_output=True, env=self.environment(path, **how))
        self.check(done.returncode == status, f"{words}: status {done.returncode}, not {status}: {done.stderr.decode()}")
        self.check(not os.listdir(self.scratch), f"{words}: left behind: {os.listdir(self.scratch)}")
        return done

    def check(self, holds, what):
        if not holds:
            self.faults.append(what)


def check_wrong_browsers(place):
    for name, (script, said) in WRONG.items():
        place.browser(script)
        done = place.run("plan", *CASE, "-f", "pdf", "-o", "plan.pdf", status=3)
        place.check(b"error[cannot-print]" in done.stderr and said in done.stderr.decode(), f"{name}: {done.stderr.decode()}")
        place.check(not (place.folder / "plan.pdf").exists(), f"{name}: a file was made")
    done = place.run("plan", *CASE, "-f", "pdf", path="/nowhere", status=3)
    place.check(b"error[no-browser]" in done.stderr and b"apt install chromium" in done.stderr, done.stderr.decode())
    place.run("plan", *CASE, "-f", "html", path="/nowhere")


def check_stamps(place):
    place.browser(WRITES)
    done = place.run("plan", *CASE, "-f", "pdf")
    place.check(done.stdout.count(b"(D:20261122000000+00'00')") == 2, f"stamps: {done.stdout}")
    done = place.run("plan", *CASE, "-f", "pdf", SOURCE_DATE_EPOCH="1000000000")
    place.check(done.stdout.count(b"(D:20010909014640+00'00')") == 2, f"stamps: {done.stdout}")


def check_batch(place):
    (place.folder / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    place.browser('for page; do :; done\nif grep -q "Ben" "$page"; then echo "no room" >&2; exit 1; fi\n' + WRITES)
    done = place.run("batch", "clients.csv", "--dir", "out", "-f", "pdf", status=1)
    made = sorted(path.name for path in (place.folder / "out").iterdir())
    place.check(made == ["a.pdf", "c.pdf", "manifest.json"], f"one row fails: {made}")
    place.check(b"clients.csv:3:1: error[cannot-print]" in done.stderr and b"no room" in done.stderr, done.stderr.decode())
    place.browser(WRITES)
    done = place.run("batch", "clients.csv", "--dir", "out", "-f", "pdf")
    place.check(b"files written: 1, unchanged: 2" in done.stderr, done.stderr.decode())
    done = place.run("batch", "clients.csv", "--combined", "-o", "all.pdf")
    place.check((place.folder / "all.pdf").read_bytes().startswith(b"%PDF"), "the ending chooses the format of a pile")
    place.browser("exit 1")
    place.run("batch", "clients.csv", "--combined", "-f", "pdf", status=3)
    place.run("batch", "clients.csv", "--dir", "out2", "-f", "pdf", path="/nowhere", status=3)
    place.check(not (place.folder / "out2").exists(), "without a browser nothing is begun")


def check_slow_batch(place):
    """Where there is no terminal, a long run says now and then how far it is."""
    (place.folder / "many.csv").write_text("id,date\n" + "".join(f"c{n},2026-11-22\n" for n in range(14)), encoding="utf-8")
    place.browser("sleep 4\n" + WRITES)
    done = place.run("batch", "many.csv", "--dir", "slow", "-f", "pdf")
    place.check(re.search(rb"^rows: \d+ of 14$", done.stderr, re.M) is not None, f"no progress: {done.stderr.decode()}")


def is_running(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(") ")[1][0] != "Z"
    except FileNotFoundError:
        return False


def check_killed(place):
    """Whatever ends the program ends its browser, and takes its folder away."""
    told = place.folder / "told"
    for signal_sent in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        told.unlink(missing_ok=True)
        place.browser(f"trap '' TERM INT\necho $$ >{told}.new\nsleep 1000 & echo $! >>{told}.new\nmv {told}.new {told}\nwait")
        # It is started as a terminal would: a shell's child in the background hears no SIGINT.
        started = subprocess.Popen((place.program, "plan", *CASE, "-f", "pdf"), cwd=place.folder, env=place.environment(),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        while not told.exists():
            time.sleep(0.05)
        started.send_signal(signal_sent)
        started.wait()
        browsers = told.read_text(encoding="utf-8").split()
        for _ in range(600):
            if not os.listdir(place.scratch) and not any(map(is_running, browsers)):
                break
            time.sleep(0.05)
        place.check(not os.listdir(place.scratch), f"{signal_sent.name}: the folder stays")
        place.check(not any(map(is_running, browsers)), f"{signal_sent.name}: the browser stays")


def squeezed(text):
    return re.sub(r"\s+", "", text).lower()


def text_of(pdf):
    return guard.run(("pdftotext", "-raw", str(pdf), "-"), capture_output=True, text=True).stdout


def info_of(pdf, key):
    shown = guard.run(("pdfinfo", str(pdf)), capture_output=True, text=True).stdout
    return re.search(rf"^{key}:\s+(.*)$", shown, re.M).group(1)


def missing(item, text):
    """What of an item of the JSON does not stand in the text."""
    if item["kind"] == "warn" and item["signs"] and item["help"] != "practitioner":
        return [sign["title"] for sign in item["signs"] if squeezed(sign["title"]) not in text]
    names = [name for name in (item["title"], item["short"]) if name]
    return [] if any(squeezed(name) in text for name in names) else names


def check_printed(place, sessions="2026-11-22", twice=False):
    place.path = TOOLS
    words = ("plan", "--date", sessions, "--name", "Ana Example")
    pdf, again = place.folder / "real.pdf", place.folder / "again.pdf"
    place.run(*words, "-f", "pdf", "-o", str(pdf), "--force")
    if twice:
        place.run(*words, "-f", "pdf", "-o", str(again), "--force", TZ="Asia/Tokyo", LC_ALL="de_DE.UTF-8")
        place.check(pdf.read_bytes() == again.read_bytes(), f"{sessions}: other bytes the second time")
    place.check(info_of(pdf, "Pages") == "2", f"{sessions}: {info_of(pdf, 'Pages')} pages")
    place.check(info_of(pdf, "Tagged") == "yes", f"{sessions}: it is not tagged")
    place.check("A4" in info_of(pdf, "Page size"), f"{sessions}: {info_of(pdf, 'Page size')}")
    text = squeezed(text_of(pdf))
    for item in json.loads(place.run(*words, "-f", "json").stdout)["items"]:
        if item["windows"]:
            place.check(not missing(item, text), f"{sessions}: not there: {missing(item, text)}")


def check_chromium(place):
    for sessions in ("2026-11-22", "2026-11-22,2026-12-04"):
        check_printed(place, sessions, twice=True)
    (place.folder / "letter.css").write_text("@page { size: letter }\n", encoding="utf-8")
    place.run("plan", *CASE, "-f", "pdf", "-o", "letter.pdf", "--css", "letter.css")
    place.check("letter" in info_of(place.folder / "letter.pdf", "Page size"), "the sheet chooses no paper")


def check_pile(place):
    """Two clients of two pages and one of three: whoever comes behind the long one begins on the next odd page."""
    (place.folder / "long.toml").write_text(LONG, encoding="utf-8")
    (place.folder / "pile.csv").write_text("id,date,name\na,2026-11-22,Ana\nb,2026-11-23,Ben\n", encoding="utf-8")
    firsts = {}
    for rules, most in (("smp-standard", 2), ("./long.toml", 3)):
        place.run("batch", "pile.csv", "--combined", "-o", "pile.pdf", "--rules", rules, "--force")
        pages = text_of(place.folder / "pile.pdf").split("\f")
        firsts[most] = next(number for number, page in enumerate(pages, 1) if "Client Ben" in page.replace("\n", " "))
    place.check(firsts == {2: 3, 3: 5}, f"the second client of a pile begins on page {firsts}")


def main(program, short):
    faults = []
    with tempfile.TemporaryDirectory() as made:
        place = Place(program, pathlib.Path(made), faults)
        checks = [check_wrong_browsers, check_stamps, check_batch, check_killed]
        if not short:
            checks.append(check_slow_batch)
        if shutil.which("chromium") and shutil.which("pdftotext"):
            checks += [check_printed] if short else [check_chromium, check_pile]
        for check in checks:
            check(place)
    print("\n".join(faults))
    print(f"{len(checks)} checks of PDFs, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[3:] == ["short"]))
