#!/usr/bin/python3
"""Handouts on paper: two pages, and nothing smaller than 9.5 pt. Usage: paper.py PROGRAM SOURCE_DIR [short]

Every built-in protocol, in the widest font by itself and in each font with a clinic's head, one and two sessions, on A4 and Letter, in each
browser that is there. `short` takes the widest font, one clinic's file and two sessions alone. Three sessions may take a third page. Needs what run.py needs;
Firefox where it is installed.
"""
import itertools
import json
import pathlib
import re
import shutil
import sys
import tempfile

from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard
from lakeside import clinic

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
SMALLEST = 9.5  # points
FONTS = ("DejaVu Sans", "Liberation Sans", "Noto Sans")
PROTOCOLS = ("smp-standard", "smp-cautious", "smp-scar", "smp-wash-early")
SESSIONS = {"one": ("2026-11-22", 2), "two": ("2026-11-22,2026-12-04", 2), "three": ("2026-11-22,2026-12-04,2026-12-16", 3)}
OVERRIDE = """[override.swim-pool]
through = 35
reason = "the UV index is high here"
"""
MORE = "".join(f"""[[rule]]
id = "own-{number}"
kind = "{('avoid', 'limit', 'do', 'expect')[number % 4]}"
title = "Rule {number} of our own"
why = "It has a reason that takes a line of its own."
from = {number % 3}
through = {number + 3}
""" for number in range(20))


def cases(short):
    """(name, options, most pages) of each page."""
    with_head = [f"./clinic-{protocol}.toml" for protocol in PROTOCOLS]
    pairs = list(itertools.product(with_head[:1] if short else with_head, FONTS[:1] if short else FONTS))
    if not short:
        pairs += itertools.product(PROTOCOLS, FONTS[:1])
    for protocol, font in pairs:
        for count in ("two",) if short else SESSIONS:
            dates, most = SESSIONS[count]
            name = f"{pathlib.Path(protocol).stem}-{count}-{font.split()[0]}"
            yield name, font, ["--rules", protocol, "--date", dates], most
    yield "many-rules", FONTS[0], ["--rules", "./many.toml", "--date", "2026-11-22"], 3
    if short:
        return
    yield "logo", FONTS[0], ["--rules", "./logo.toml", "--date", SESSIONS["two"][0]], 2
    yield "today", FONTS[0], ["--date", "2026-11-22", "--today", "2026-11-26"], 2


def make(program, folder, short):
    for protocol in PROTOCOLS:
        (folder / f"clinic-{protocol}.toml").write_text(clinic(protocol) + OVERRIDE * (protocol == PROTOCOLS[0]), encoding="utf-8")
    (folder / "many.toml").write_text(clinic() + OVERRIDE + MORE, encoding="utf-8")
    (folder / "logo.toml").write_text(clinic(logo=True) + OVERRIDE, encoding="utf-8")
    Image.new("RGB", (300, 100)).save(folder / "logo.png")
    most_pages = {}
    for name, font, options, most in cases(short):
        sheet = folder / "font.css"
        sheet.write_text(f':root {{ --font: "{font}"; }}\n', encoding="utf-8")
        done = guard.run((program, "plan", *options, "--name", "Ana Example", "-f", "html", "--css", str(sheet)), cwd=folder,
                         capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{name}: {done.stderr}")
        (folder / f"{name}.html").write_text(done.stdout, encoding="utf-8")
        most_pages[name] = most
    return most_pages


def main(program, source, short):
    packages = source / "build/npm/node_modules"
    if not (packages / "puppeteer-core").is_dir() or not shutil.which("chromium"):
        print("skipped: scripts/test installs what this needs")
        return SKIPPED
    browsers = [name for name in ("chromium", "firefox-esr")[:1 if short else 2] if shutil.which(name)]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = pathlib.Path(made)
        most_pages = make(program, folder, short)
        faults, count, smallest = [], 0, 99.0
        for browser in browsers:
            done = guard.run(("node", str(HERE / "paper.cjs"), str(packages), str(folder), browser), cpu=900, capture_output=True, text=True)
            if done.returncode != 0:
                faults.append(f"{browser}: {done.stdout}{done.stderr}")
                continue
            for page in json.loads(done.stdout):
                size = guard.run(("pdfinfo", str(folder / page["pdf"])), capture_output=True, text=True).stdout
                pages = int(re.search(r"^Pages:\s+(\d+)", size, re.M).group(1))
                count, smallest = count + 1, min(smallest, page["smallest"])
                where = f"{browser}, {page['paper']}: {page['name']}"
                if pages > most_pages[page["name"]]:
                    faults.append(f"{where}: {pages} pages, at most {most_pages[page['name']]}")
                if page["smallest"] < SMALLEST:
                    faults.append(f"{where}: type of {page['smallest']:.2f} pt: {page['text']}")
    print("\n".join(faults))
    print(f"{count} handouts on paper in {' and '.join(browsers)}, smallest type {smallest:.2f} pt, {len(faults)} faults")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve(), "short" in sys.argv[3:]))
