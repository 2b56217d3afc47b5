#!/usr/bin/python3
"""Handouts as people see them. Usage: run.py PROGRAM SOURCE_DIR [collect|short]

Needs chromium, tidy, poppler-utils, fonts-liberation, python3-pil (Debian) and build/npm (scripts/test puts it there); without
build/npm it is skipped (77). `collect` writes the reference pictures anew, `short` looks at the page that most people see.
"""
import datetime
import json
import pathlib
import re
import shutil
import sys
import tempfile

from PIL import Image, ImageChops, ImageStat

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard
from lakeside import clinic

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
DIFFERENCE = 2.0  # mean per channel, of 255: another anti-aliasing passes, another layout does not
BIDI = "\u202etxt.exe"
HOSTILE = ["--name", "<script>alert(1)</script> \u0645\u0631\u064a\u0645 \U0001f642 " + BIDI + "x" * 500,
           "--label", "<img src=https://example.org/a.png>=\"'><svg onload=alert(1)>"]
# As many sessions as a plan may have, and a great many rules.
SESSIONS = [datetime.date(2026, 11, 22) + datetime.timedelta(weeks=week) for week in range(1, 64)]
KINDS = ("avoid", "limit", "do", "expect", "visit")
RULES = """schema = 1
protocol = { id = "many", title = "Many rules", version = "1.0.0", language = "en" }
""" + "".join(f"""[[rule]]
id = "rule-{number}"
kind = "{KINDS[number % 5]}"
title = "Rule {number} of five hundred"
detail = "It holds for some days, like all the others."
from = {number % 9}
through = {number % 9 + number % 40}
""" for number in range(500))
LOGO = (90, 30), (255, 0, 255)
ACCENT = (0, 170, 85)  # of the manual's style sheet
PAGES = {
    "handout": [], "today": ["--today", "2026-11-27", "--name", "Ana Example", "--id", "a-17"], "hostile": HOSTILE,
    "clinic": ["--rules", "./clinic.toml", "--name", "Ana Example", "--id", "a-17", "--label", "Practitioner=Kim",
               "--label", "Area=Crown", "--label", "Products=Mild cleanser"],
    "sessions": ["--date", ",".join(map(str, SESSIONS)), "--today", "2027-06-01"], "rules": ["--rules", "./rules.toml"],
}


def run(*command, **how):
    return guard.run(command, cpu=600, capture_output=True, text=True, **how)


def plan(program, folder, *options):
    done = run(program, "plan", "--date", "2026-11-22", *options, cwd=folder)
    if done.returncode != 0:
        sys.exit(f"plan {options}: {done.stderr}")
    return done.stdout


def make_pages(program, folder, pages):
    (folder / "clinic.toml").write_text(clinic(), encoding="utf-8")
    (folder / "rules.toml").write_text(RULES, encoding="utf-8")
    for name, options in pages.items():
        (folder / f"{name}.html").write_text(plan(program, folder, *options, "-f", "html"), encoding="utf-8")
    if pages is not PAGES:
        return titles_of(program, folder)
    clients = "id,date,name\na-1,2026-11-22,Ana Example\na-2,2026-11-23,Ben Example\n"
    done = run(program, "batch", "-", "--combined", "-o", str(folder / "combined.html"), input=clients)
    if done.returncode != 0:
        sys.exit(f"batch --combined: {done.stderr}")
    make_logo(program, folder)
    return titles_of(program, folder)


def titles_of(program, folder):
    """The texts that no handout may miss, also left for look.cjs."""
    items = json.loads(plan(program, folder, "-f", "json"))["items"]
    shown = [texts for item in items if item["windows"] for texts in texts_of(item)]
    (folder / "restrictions.json").write_text(json.dumps(shown), encoding="utf-8")
    return shown


def texts_of(item):
    """For a rule, and for each sign of one that is to be called about, the texts of which one must be shown, in lower case."""
    if item["kind"] == "warn" and item["signs"] and item["help"] != "practitioner":
        return [[sign["title"].lower()] for sign in item["signs"]]
    return [[text.lower() for text in (item["title"], item["short"]) if text]]


def make_logo(program, folder):
    """logo.html: the picture that a clinic's rule file names, and the colours of the manual's style sheet."""
    manual = (HERE.parent.parent / "man/smpcare.1").read_text(encoding="utf-8")
    sheet = re.search(r"^\$ echo '(.*)' > clinic\.css$", manual, re.M).group(1)
    (folder / "clinic.css").write_text(sheet, encoding="utf-8")
    Image.new("RGB", *LOGO).save(folder / "logo.png")
    (folder / "logo.toml").write_text(clinic(logo=True), encoding="utf-8")
    options = ("--rules", "./logo.toml", "--css", str(folder / "clinic.css"), "-f", "html")
    (folder / "logo.html").write_text(plan(program, folder, *options), encoding="utf-8")


def logo_faults(folder):
    if not (folder / "logo.html").exists():
        return
    made = Image.open(folder / "logo-desktop.png").convert("RGB")
    colours = {colour: count for count, colour in made.getcolors(maxcolors=made.width * made.height)}
    if colours.get(LOGO[1], 0) < 0.9 * LOGO[0][0] * LOGO[0][1]:
        yield f"logo: {colours.get(LOGO[1], 0)} points of it are shown"
    if ACCENT not in colours:
        yield "logo: the manual's colour is not shown"


def markup_faults(folder):
    """tidy knows no SVG attributes and would leave out empty elements; all else it says counts."""
    known = re.compile(r"<svg> proprietary|<title> proprietary")
    for page in sorted(folder.glob("*.html")):
        for line in run("tidy", "-errors", "-quiet", str(page)).stderr.splitlines():
            if not known.search(line):
                yield f"{page.name}: {line}"


def paper_faults(folder, titles):
    def squeezed(text):
        return re.sub(r"\s+", "", text)

    for size in ("A4", "Letter"):
        for name, most in (("handout", 2), ("today", 2), ("clinic", 2), ("combined", 4), ("sessions", 5)):
            pdf = folder / f"{name}-{size}.pdf"
            if not (folder / f"{name}.html").exists():
                continue
            pages = int(re.search(r"^Pages:\s+(\d+)", run("pdfinfo", str(pdf)).stdout, re.M).group(1))
            if pages > most:
                yield f"{pdf.name}: {pages} pages"
            text = squeezed(run("pdftotext", "-raw", str(pdf), "-").stdout).lower()
            yield from (f"{pdf.name}: not there: {texts[0]}" for texts in titles if not any(squeezed(one) in text for one in texts))


def picture_faults(folder, collect):
    for name in ("today-phone", "today-desktop"):
        reference = HERE / f"{name}.png"
        made = Image.open(folder / f"{name}.png").convert("L")
        if collect:
            made.quantize(16).save(reference, optimize=True)
            continue
        known = Image.open(reference).convert("L")
        if known.size != made.size:
            yield f"{name}: {made.size}, not {known.size}"
        elif (far := ImageStat.Stat(ImageChops.difference(known, made)).mean[0]) > DIFFERENCE:
            yield f"{name}: looks different ({far:.2f} of at most {DIFFERENCE}); 'run.py … collect' after a look at it"


def main(program, source, collect, short):
    packages = source / "build/npm/node_modules"
    if not (packages / "puppeteer-core").is_dir() or not shutil.which("chromium"):
        print("skipped: scripts/test installs what this needs")
        return SKIPPED
    pages = {"today": PAGES["today"]} if short else PAGES
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = pathlib.Path(made)
        titles = make_pages(program, folder, pages)
        looked = run("node", str(HERE / "look.cjs"), str(packages), str(folder))
        faults = looked.stdout.splitlines() + looked.stderr.splitlines()
        faults += markup_faults(folder)
        if looked.returncode == 0 or collect:
            faults += paper_faults(folder, titles)
            faults += picture_faults(folder, collect)
            faults += logo_faults(folder)
        (folder / "handout.md").write_text(plan(program, folder, "-f", "md", *HOSTILE), encoding="utf-8")
        # The one depth of a list in a list that every reader knows.
        (folder / "lint.json").write_text('{"default": true, "MD007": {"indent": 4}}', encoding="utf-8")
        linted = run(str(packages / ".bin/markdownlint"), "--config", str(folder / "lint.json"), str(folder / "handout.md"))
        faults += linted.stdout.splitlines() + linted.stderr.splitlines()
    print("\n".join(faults))
    print(f"{len(list(pages))} kinds of pages, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve(), "collect" in sys.argv[3:], "short" in sys.argv[3:]))
