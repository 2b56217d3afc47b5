#!/usr/bin/python3
"""`plan -f md` in the viewers that people have. Usage: markdown.py PROGRAM SOURCE_DIR

Five programs that share no code (cmark-gfm, pandoc, markdown-it, Python's markdown and mistune) turn the same handouts into HTML, raw HTML allowed. Each must show the
headings, entries, links and bars of `plan -f html`, in its order; all must show the same text; and no text of a user's may
become markup. Needs cmark-gfm, pandoc, python3-markdown and python3-mistune (Debian); without them it is skipped (77).
"""
import html.parser
import json
import pathlib
import re
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

SKIPPED = 77
PACKAGES = pathlib.Path(__file__).resolve().parents[2] / "build/npm/node_modules"
# What the outputs are made of, and nothing else.
ELEMENTS = {"h1", "h2", "h3", "p", "ul", "li", "strong", "a", "pre", "code"}
HOSTILE = r"# Hat | <script>alert(1)</script> **b** _i_ `c` ](javascript:alert(1)) ![x](y) \* &lt; ~~z~~ 1. - + > $x$ www.example.org"
SHOWN = 8  # protocol at the foot, clinic, client, label; a rule where it is to be avoided, in the step after it and in its entry; its detail there
CLINIC = f"""schema = 1
[protocol]
id = "lakeside"
title = '''{HOSTILE}'''
version = "1.0.0"
language = "en"
extends = "smp-standard"
[clinic]
name = '''{HOSTILE}'''
phone = "+44 20 7946 0000"
email = "hello@lakeside.example"
url = "https://lakeside.example/after_care?a=1"
emergency = "112"
[[rule]]
id = "hostile"
kind = "avoid"
through = 7
title = '''{HOSTILE}'''
detail = '''- {HOSTILE} --- === | a | b |'''
"""
PAGES = {
    "plain": ["--date", "2026-11-22"],
    "today": ["--date", "2026-11-22,2026-12-06", "--planned", "3", "--today", "2026-11-27", "--name", "Ana Example"],
    "hostile": ["--date", "2026-11-22", "--rules", "./clinic.toml", "--name", HOSTILE, "--id", "a|b", "--label", f"| x={HOSTILE}"],
}


class Reader(html.parser.HTMLParser):
    """What a page shows: (element, text) in order, links, every element's name."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.parts, self.links, self.items = [], [], [], []
        self.elements, self.text = set(), ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.open.append(tag)
        self.parts.append([tag, ""])
        if tag == "a":
            self.links.append(dict(attrs).get("href"))
        if tag == "li":
            self.items.append(sum(one == "li" for one in self.open))

    def handle_endtag(self, tag):
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag):]

    def handle_data(self, data):
        self.text += data
        for part in self.parts[::-1]:
            if self.open and part[0] == self.open[-1]:
                part[1] += data
                break

    def texts(self, *tags):
        return [squeezed(text) for tag, text in self.parts if tag in tags]


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def run(*command, **how):
    done = guard.run(command, capture_output=True, text=True, **how)
    if done.returncode != 0:
        sys.exit(f"{command[:4]}: {done.stderr}")
    return done.stdout


MARKDOWN_IT = """const text = require("node:fs").readFileSync(0, "utf8");
console.log(require(process.argv[1] + "/markdown-it")({ html: true, linkify: true }).render(text));"""


PYTHON_MARKDOWN = "import sys, markdown; print(markdown.markdown(sys.stdin.read()))"
MISTUNE = "import sys, mistune; print(mistune.create_markdown(escape=False)(sys.stdin.read()))"
VIEWERS = {
    "cmark-gfm": lambda text: run("cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", input=text),
    "pandoc": lambda text: run("pandoc", "-f", "gfm+autolink_bare_uris", "-t", "html", "--wrap=none", input=text),
    "python-markdown": lambda text: run("/usr/bin/python3", "-c", PYTHON_MARKDOWN, input=text),
    "mistune": lambda text: run("/usr/bin/python3", "-c", MISTUNE, input=text),
    "markdown-it": lambda text: run("node", "-e", MARKDOWN_IT, str(PACKAGES), input=text),
}


def faults_of(page, viewer, seen, handout, plan):
    where = f"{page}: {viewer}"
    if strange := seen.elements - ELEMENTS:
        yield f"{where}: elements {sorted(strange)}"
    if seen.texts("h1", "h2", "h3") != handout.texts("h1", "h2", "h3"):
        yield f"{where}: headings {seen.texts('h1', 'h2', 'h3')}, not {handout.texts('h1', 'h2', 'h3')}"
    links = [link for link in handout.links if not link.startswith("#")]
    if seen.links != links:
        yield f"{where}: links {seen.links}, not {links}"
    bold = [text.lower() for text in seen.texts("strong")]
    rules = [item for item in json.loads(plan)["items"] if item["windows"] and item["kind"] != "warn"]
    for item in rules:
        names = [squeezed(name).lower() for name in (item["title"], item["short"]) if name]
        if not any(name in bold for name in names):
            yield f"{where}: no entry {names[0]}"
    if max(seen.items) != 2:
        yield f"{where}: lists of {max(seen.items)} levels, not 2"
    if len(seen.texts("pre")) != 1:
        yield f"{where}: {len(seen.texts('pre'))} pictures of the weeks, not one"
    if page != "hostile" and re.search(r"[*\\`|]", seen.text):
        yield f"{where}: marks stand in the text"
    if page == "hostile" and squeezed(seen.text).count(HOSTILE) != SHOWN:
        yield f"{where}: a user's text is not shown as it is"


def main(program, source):
    python = guard.run(("/usr/bin/python3", "-c", "import markdown, mistune"), capture_output=True)
    if not all(map(shutil.which, ("cmark-gfm", "pandoc", "node"))) or not (PACKAGES / "markdown-it").is_dir() or python.returncode != 0:
        print("skipped: scripts/test installs what this needs")
        return SKIPPED
    faults = []
    with tempfile.TemporaryDirectory() as made:
        pathlib.Path(made, "clinic.toml").write_text(CLINIC, encoding="utf-8")
        for page, options in PAGES.items():
            md, handout, plan = (run(program, "plan", *options, "-f", form, cwd=made) for form in ("md", "html", "json"))
            shown = {name: Reader(view(md)) for name, view in VIEWERS.items()}
            for name, seen in shown.items():
                faults += faults_of(page, name, seen, Reader(handout), plan)
            if len({squeezed(seen.text) for seen in shown.values()}) > 1:
                faults.append(f"{page}: the viewers do not show the same text")
    print("\n".join(faults))
    print(f"{len(PAGES)} handouts in {len(VIEWERS)} viewers, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2]))
