#!/usr/bin/python3
"""Tab in real bash, zsh and fish. Usage: run.py PROGRAM SOURCE_DIR [bash], which leaves the others out

What each shell offers, as whole lists; what a line becomes; and that the options of each command are the same in --help, in the man
page and in all three shells.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

from shells import SHELLS

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "docs"))
from pages import command_names, help_options, plain, report, sections  # noqa: E402

CLINIC = """schema = 1
[protocol]
id = "our-clinic"
title = "Our clinic"
version = "1"
language = "en"
extends = "../frozen.toml"
[activity.market-stall]
title = "Work on a market stall"
words = ["market", "open air market", "d'oh"]
[fact.works-outdoors]
title = "Works outdoors"
[event.peeling-done]
title = "nothing peels"
from = 3
by = 20
[[rule]]
id = "market-shade"
kind = "limit"
activities = ["market-stall"]
title = "Markets in the shade"
through = 14
"""
OVERRIDES = '[override.swim]\nthrough = 40\nreason = "sun"\n'

FROZEN = ["dry", "fever", "hat", "no-soap", "red", "review", "rinse", "shave", "swim"]
OURS = sorted([*FROZEN, "market-shade"])
BUILT_IN = ["smp-cautious", "smp-scar", "smp-standard", "smp-wash-early"]
DAYS = ["today", "tomorrow", "yesterday"]
COMMANDS = ["batch", "can", "completion", "day", "diff", "explain", "help", "latest", "normal", "plan", "rules"]
CLINIC_FILE = r"-r a\ clinic/clinic.toml"

# (line, all that is offered)
OFFERED = [
    ("smpcare ", COMMANDS),
    ("smpcare d", ["day", "diff"]),
    ("smpcare --", ["--help", "--version"]),
    ("smpcare -r frozen.toml pl", ["plan"]),
    ("smpcare rules ", ["check", "list", "new", "schema", "show", "test"]),
    ("smpcare rules t", ["test"]),
    ("smpcare rules nothing ", []),
    ("smpcare nothing ", []),
    ("smpcare plan --str", ["--strict"]),
    ("smpcare day --st", ["--strict"]),
    ("smpcare batch --st", ["--stream", "--strict"]),
    ("smpcare rules test --force --forc", []),
    ("smpcare plan --fact long-hair --fac", ["--fact"]),
    ("smpcare plan -- --", []),
    ("smpcare plan -f ", ["csv", "html", "ics", "json", "md", "pdf", "text"]),
    ("smpcare can --format=", ["--format=json", "--format=line", "--format=text"]),
    ("smpcare rules check -f j", ["json"]),
    ("smpcare batch x.csv -f ics,h", ["ics,html"]),
    ("smpcare plan --color ", ["always", "auto", "never"]),
    ("smpcare plan --color=a", ["--color=always", "--color=auto"]),
    ("smpcare plan --events ", ["changes", "days", "windows"]),
    ("smpcare plan --language ", ["en"]),
    ("smpcare batch --date-order ", ["dmy", "mdy", "ymd"]),
    ("smpcare plan --name ", []),
    ("smpcare plan --date ", DAYS),
    ("smpcare plan --date 2026-11-22,y", ["2026-11-22,yesterday"]),
    ("smpcare can swim today..t", ["today..today", "today..tomorrow"]),
    ("smpcare completion ", ["bash", "fish", "zsh"]),
    ("smpcare help rules s", ["schema", "show"]),
    ("smpcare help unknown-f", ["unknown-fact", "unknown-field"]),
    # names of the chosen protocol
    ("smpcare explain -r frozen.toml ", FROZEN),
    (f"smpcare explain {CLINIC_FILE} ", OURS),
    ("smpcare explain -r 'a clinic/clinic.toml' m", ["market-shade"]),
    ('smpcare explain --rules="a clinic/clinic.toml" m', ["market-shade"]),
    ("smpcare explain -r ~/frozen.toml s", ["shave", "swim"]),
    (f"smpcare rules show {CLINIC_FILE} ma", ["market-shade"]),
    ("smpcare plan -r frozen.toml --drop s", ["shave", "swim"]),
    ("smpcare plan -r frozen.toml --set swim.through=9 --accept-below-floor s", ["shave", "swim"]),
    ("smpcare plan -r frozen.toml --overrides more.toml --drop s", ["shave", "swim"]),
    ("smpcare plan -r frozen.toml --overrides broken.toml --drop s", ["shave", "swim"]),
    (f"smpcare plan {CLINIC_FILE} --set ", [f"{rule}." for rule in OURS]),
    ("smpcare plan -r frozen.toml --set swim.th", ["swim.through="]),
    ("smpcare plan -r frozen.toml --set=swim.ti", ["--set=swim.times_per_day=", "--set=swim.title="]),
    ("smpcare plan --set swim-pool.through=", []),
    (f"smpcare can {CLINIC_FILE} ", ["market-stall", "shave", "soap", "swim", "wet"]),
    (f"smpcare can {CLINIC_FILE} m", ["market", "market-stall"]),
    (f"smpcare can {CLINIC_FILE} open", ["open-air-market"]),
    ("smpcare latest -r frozen.toml swim so", ["soap"]),
    ("smpcare plan -r frozen.toml --fact l", ["long-hair", "long-hair=no"]),
    ("smpcare plan -r frozen.toml --fact=l", ["--fact=long-hair", "--fact=long-hair=no"]),
    ("smpcare plan -r frozen.toml --fact long-hair=", ["long-hair=no", "long-hair=unknown", "long-hair=yes"]),
    (f"smpcare plan {CLINIC_FILE} --fact w", ["works-outdoors", "works-outdoors=no"]),
    (f"smpcare plan {CLINIC_FILE} --observed ", ["peeling-done=", "scabs-gone="]),
    ("smpcare plan --observed scabs-gone=to", ["scabs-gone=today", "scabs-gone=tomorrow"]),
    # nothing that can be read: nothing offered, nothing printed, no waiting
    ("smpcare explain -r no-such-protocol ", []),
    ("smpcare explain -r no-such-file.toml ", []),
    ("smpcare explain -r broken.toml ", []),
    ("smpcare explain -r - ", []),
    ("smpcare explain -r ./pipe ", []),
    ("smpcare explain -r ./waits.toml ", []),
    ("""smpcare explain -r '$(touch ran)' --name "$(touch ran)" """, []),
    ("smpcare plan --nothing=", []),
]

# Paths, which each shell writes in its own way: (line, what it becomes in bash, in zsh, what fish offers)
PATHS = [
    ("smpcare plan -r a", r"smpcare plan -r a\ clinic/", r"smpcare plan -r a\ clinic/", ["a clinic/"]),
    (r"smpcare plan -r a\ clinic/", r"smpcare plan -r a\ clinic/clinic.toml ", r"smpcare plan -r a\ clinic/clinic.toml ",
     ["a clinic/clinic.toml"]),
    ("smpcare plan -r fro", "smpcare plan -r frozen.toml ", "smpcare plan -r frozen.toml ", ["frozen.toml"]),
    ("smpcare plan -r smp-st", "smpcare plan -r smp-standard ", "smpcare plan -r smp-standard ", ["smp-standard"]),
    ("smpcare plan --css=", "smpcare plan --css=", "smpcare plan --css=", ["--css=a clinic/", "--css=look.css"]),
    ("smpcare plan --css=l", "smpcare plan --css=look.css ", "smpcare plan --css=look.css ", ["--css=look.css"]),
    ("smpcare batch --dir a", r"smpcare batch --dir a\ clinic/", r"smpcare batch --dir a\ clinic/", ["a clinic/"]),
    ("smpcare batch --dir look", "smpcare batch --dir look", "smpcare batch --dir look", []),
    ("smpcare rules check mo", "smpcare rules check more.toml ", "smpcare rules check more.toml ", ["more.toml"]),
    ("smpcare plan -o loo", "smpcare plan -o look.css ", "smpcare plan -o look.css ", ["look.css"]),
    ("smpcare plan -d today > loo", "smpcare plan -d today > look.css ", "smpcare plan -d today > look.css ", ["look.css"]),
]

# What one Tab makes of a line in bash and in zsh.
LINES = [
    ("smpcare pl", "smpcare plan "),
    ("smpcare ru", "smpcare rules "),
    ("smpcare plan --accept", "smpcare plan --accept-below-floor "),
    ("smpcare plan -r frozen.toml --fact=long", "smpcare plan -r frozen.toml --fact=long-hair"),
    ("smpcare plan --fact long-hair=u", "smpcare plan --fact long-hair=unknown "),
    ("smpcare plan --observed sc", "smpcare plan --observed scabs-gone="),
    ("smpcare plan --observed=scabs-gone=y", "smpcare plan --observed=scabs-gone=yesterday "),
    ("smpcare plan -r frozen.toml --set sw", "smpcare plan -r frozen.toml --set swim."),
    ("smpcare plan -r frozen.toml --set swim.thr", "smpcare plan -r frozen.toml --set swim.through="),
    ("smpcare batch x.csv -f ics,ht", "smpcare batch x.csv -f ics,html "),
    ("smpcare nothing ", "smpcare nothing "),
    ("smpcare explain -r broken.toml ", "smpcare explain -r broken.toml "),
    ("LANG=C smpcare dif", "LANG=C smpcare diff "),
    ("true; smpcare lat", "true; smpcare latest "),
    ("./smpcare lat", "./smpcare latest "),
]


def make_folder(folder, source):
    frozen = (source / "tests/golden/files/frozen.toml").read_text(encoding="utf-8")
    (folder / "a clinic").mkdir(parents=True)
    files = {"frozen.toml": frozen, "a clinic/clinic.toml": CLINIC, "broken.toml": frozen + "[[rule]]\nid = 3\n",
             "waits.toml": CLINIC.replace("../frozen.toml", "pipe.toml"), "more.toml": OVERRIDES, "look.css": ""}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("pipe", "pipe.toml"):  # reading one would wait for ever
        subprocess.run(["mkfifo", folder / name], check=True)


def differs(shell, line, expected, got):
    if expected != got:
        yield f"{shell.name}: {line!r}\n  wanted {expected}\n  got    {got}"


def faults_of_lists(shell):
    for line, expected in OFFERED:
        yield from differs(shell, line, expected, shell.candidates(line))
    yield from differs(shell, "with SMPCARE_RULES", FROZEN,
                       shell.candidates("smpcare explain ", SMPCARE_RULES="./frozen.toml"))
    yield from differs(shell, "-r before SMPCARE_RULES", FROZEN,
                       shell.candidates("smpcare explain -r frozen.toml ", SMPCARE_RULES="smp-scar"))
    if (shell.folder / "ran").exists():
        yield f"{shell.name} runs what stands on the line"
    rules = shell.candidates("smpcare rules show ")
    if len(rules) < 50 or "swim-pool" not in rules:
        yield f"{shell.name} does not know the rules of smp-standard: {rules}"
    codes = [word for word in shell.candidates("smpcare help ") if word not in COMMANDS]
    known = (shell.folder.parent / "codes").read_text(encoding="utf-8").split()
    yield from differs(shell, "smpcare help CODE", known, codes)


def faults_of_lines(shell):
    place = {"bash": 1, "zsh": 2}.get(shell.name)
    for case in PATHS:
        if place:
            yield from differs(shell, case[0], case[place], shell.after_tab(case[0]))
        elif ">" not in case[0]:
            yield from differs(shell, case[0], case[3], shell.candidates(case[0]))
    for line, expected in LINES if place else ():
        yield from differs(shell, line, expected, shell.after_tab(line))
    if shell.name == "bash":
        yield from differs(shell, "installed", "smpcare plan --fact=long-hair=unknown ",
                           shell.after_tab_when_installed("smpcare plan --fact=long-hair=u"))


def faults_of_descriptions(shell, helps):
    """zsh and fish say what a candidate is, in the words of --help."""
    if shell.name == "fish":
        told = dict(shell.described("smpcare plan --"))
        yield from (f"fish says '{told.get(name)}' of {name}, --help '{text}'" for name, text in helps.items()
                    if not told.get(name) or not text.startswith(told[name]))
    if shell.name == "zsh":
        shell.candidates("smpcare plan --s")
        yield from (f"zsh does not say '{helps[name]}'" for name in ("--set", "--strict") if not shell.terminal.shows(helps[name]))


def options_in_man(page):
    """{command: its options} of the subsection that lists them; those of all commands count for each."""
    told, name = {}, None
    for line in sections(page, "Ss")["The options of each command"]:
        if line.startswith(".It Cm "):
            name = plain(line[7:])
            told[name] = set()
        elif name and line.startswith(".Fl "):
            told[name] |= {"-" + word for word in line[4:].split() if word.startswith("-")}
    common = told.pop("all commands")
    return {name: options | common for name, options in told.items()}


def faults_of_options(shop, shells, source):
    """--help, man page and the three shells name the same options, command by command."""
    told = options_in_man((source / "man/smpcare.1").read_text(encoding="utf-8"))
    real = command_names(shop("--help"))
    if set(told) != set(real):
        yield f"the man page lists the options of {sorted(told)}, the program has {sorted(real)}"
    for command in real:
        named = set(help_options(shop("help", *command.split())))
        long_names = {name for name in named if name.startswith("--")}
        if told.get(command, set()) != long_names:
            yield f"{command}: the man page has {sorted(told.get(command, set()))}, --help {sorted(long_names)}"
        for shell in shells:
            offered = set(shell.candidates(f"smpcare {command} -"))
            if offered != named:
                yield f"{command}: --help has {sorted(named)}, {shell.name} offers {sorted(offered)}"


def faults_of_values(shop):
    """Every fixed value that is offered is one that the program takes."""
    for option, others in {"--color": "", "--view": "-f text", "--events": "-f ics", "--alarm": "-f ics", "--language": "",
                           "--format": "", "--date": ""}.items():
        words = [row.split("\t")[0] for row in shop("__complete", "plan", option, "").splitlines()[1:]]
        date = [] if option == "--date" else ["-d", "2026-11-22"]
        for word in words:
            shop("plan", *date, "-q", "--id", "x", "-o", "/dev/null", *others.split(), option, word)
        if len(words) < 1:
            yield f"nothing is offered for {option}"
    fields = [row.split("\t")[0] for row in shop("__complete", "plan", "--set", "swim-pool.").splitlines()[1:]]
    for field in fields:
        done = subprocess.run([shop.program, "rules", "show", "--set", f"{field}35"], capture_output=True, encoding="utf-8")
        if "unknown-field" in done.stderr:
            yield done.stderr


def faults_of_scripts(shells):
    for shell, check in zip(shells, (["shellcheck", "-s", "bash"], ["zsh", "-n"], ["fish", "--no-execute"])):
        done = subprocess.run([*check, shell.script], capture_output=True, encoding="utf-8")
        if done.returncode or done.stdout or done.stderr:
            yield f"{shell.script.name}: {done.stdout}{done.stderr}"


def main(program, source, kinds):
    def shop(*arguments):
        return subprocess.run([program, *arguments], capture_output=True, check=True, encoding="utf-8").stdout
    shop.program = program
    rows = re.findall(r"^  (?=.*--)(.{29}) (\S.*)$", shop("plan", "--help"), re.M)
    helps = {re.search(r"--[\w-]+", names).group(): text for names, text in rows}
    faults = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary, "work")
        make_folder(folder, source)
        (folder / "smpcare").symlink_to(pathlib.Path(program).resolve())
        codes = (source / "include/smpcare/codes.def").read_text(encoding="utf-8")
        codes = sorted(name.replace("_", "-") for name in re.findall(r"^SMPCARE_CODE\((\w+)", codes, re.M))
        folder.with_name("codes").write_text("\n".join(codes), encoding="utf-8")
        shells = [kind(program, folder) for kind in kinds]
        for shell in shells:
            faults += [*faults_of_lists(shell), *faults_of_lines(shell), *faults_of_descriptions(shell, helps)]
        faults += [*faults_of_options(shop, shells, source), *faults_of_values(shop), *faults_of_scripts(shells)]
        for shell in shells[:2]:
            shell.terminal.close()
    return report(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), SHELLS[:1] if sys.argv[3:] == ["bash"] else SHELLS))
