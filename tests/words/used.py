#!/usr/bin/python3
"""Every text of the tables of words has a reader, and no text for people stands elsewhere. Usage: used.py SOURCE_DIR

A text is read in a file outside src/words that names both its table (the member of Words, or the table's type) and the text itself.
Elsewhere a string of two words or more is a command, markup, what only a programmer sees, or in a file of ELSEWHERE.
"""
import pathlib
import re
import sys


# What people type, or another program says: not said to people, so in no language of ours.
ELSEWHERE = {
    "ask/phrase_days.hpp": "names of days that people ask by",
    "cli/environment.cpp": "a pager's command",
    "cli/completion/completion.hpp": "names of shells",
    "cli/commands.cpp": "names of commands, and examples to type",
    "cli/options/options.cpp": "names of commands, and values to type",
    "protocol/read/text_checks.cpp": "what toml++ says, to be told in our words",
}
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
WORDS = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
NOT_SAID = re.compile(r"\b(?:static_assert|logic_error|assert|throw)\b")  # and what such a statement goes on with
MARKUP = re.compile(r"^(?:smpcare|rules) |[<=;]|^signs more$")


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def tables(header):
    """Of each table its type and the names of its texts; and of the type Words the names of the tables."""
    for found in re.finditer(r"^struct (\w+) \{\n(.*?)^\};", without_comments(header), re.M | re.S):
        members = []
        for line in re.sub(r"\([^)]*\)|\{[^}]*\}", "", found[2]).split(";"):
            declared = re.fullmatch(r"\s*(?:std::array<.*>|[\w:]+(?:<[^<>]*>)?)\s+(\w+(?:\s*,\s*\w+)*)\s*", line, re.S)
            if declared:
                members.append((line.split()[0], re.split(r"\s*,\s*", declared[1])))
        yield found[1], members


def said_elsewhere(source):
    for path in sorted((source / "src").glob("*/**/*.[ch]pp")):
        name = path.relative_to(source / "src").as_posix()
        if name.startswith("words/") or name in ELSEWHERE:
            continue
        for statement in re.split(r"(?<=[;{}])\s*\n", without_comments(path.read_text(encoding="utf-8"))):
            if not NOT_SAID.search(statement):
                yield from (f'src/{name}: "{text}" belongs in src/words' for text in STRING.findall(statement)
                            if WORDS.search(text) and not MARKUP.search(text))


def main(source):
    found = dict(tables((source / "src/words/words.hpp").read_text(encoding="utf-8")))
    names = {kind: member[0] for kind, member in found["Words"]}
    readers = [without_comments(path.read_text(encoding="utf-8")) for path in sorted((source / "src").rglob("*.[ch]pp"))
               if path.parent.parts[-1] != "words" and "words/en" not in path.as_posix()]
    faults, count = [], 0
    for table, members in found.items():
        if table not in names:
            continue
        near = [text for text in readers if re.search(rf"\b{table}\b|[.>]{names[table]}\b", text)]
        for name in (name for _, group in members for name in group):
            count += 1
            if not any(re.search(rf"(?:\.|->|&{table}::){name}\b", text) for text in near):
                faults.append(f"src/words/words.hpp: nothing reads {names[table]}.{name}")
    faults += said_elsewhere(source)
    print("\n".join(faults))
    print(f"{count} texts in {len(names)} tables, {len(faults)} faults")
    return 1 if faults or count < 300 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
