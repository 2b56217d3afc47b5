#!/usr/bin/python3
"""Every text for people is short and plain. Usage: readable.py SOURCE_DIR

Rule texts of rules/*.toml, the tables of words and the messages and explanations of diagnostics: each text of ten words or more is at
or under a grade by the Flesch-Kincaid measure, the average at or under 6, and none uses a word of avoided.txt. The grade is 6 for what
clients read, and 8 for diagnostics, which speak of files, fields and options, and so have long names.
"""
import pathlib
import re
import sys
import tomllib

HIGHEST, HIGHEST_OF_DIAGNOSTICS, AVERAGE = 6.0, 8.0, 6.0
FEWEST_WORDS = 10  # the measure says nothing of a title
# What a user types or reads as a name, not as a word.
NAMES = re.compile(r"\{\d?\}|(?<!\w)'[^']*'|--[\w-]+|\b\w+[._/=]\w[\w./=-]*|[\w-]+\(\d\)")


def syllables(word):
    """Groups of vowels; a final silent e, es or ed is none."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = re.sub(r"(?<![aeiouyl])e$|(?<![aeiouydt])ed$|(?<![aeiouyscxzhg])es$", "", word)
    word = re.sub(r"(?<=[aeiouy][^aeiouy])le$", "l", word) if word.endswith("ale") else word
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def grade(text):
    text = NAMES.sub("it", text)
    sentences = [part for part in re.split(r"[.!?]+(?:\s|$)|\n", text) if re.search(r"[A-Za-z]", part)]
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", text)
    count = sum(syllables(part) for word in words for part in re.split("-", word) if part)
    if len(words) < FEWEST_WORDS or not sentences:
        return None
    return 0.39 * len(words) / len(sentences) + 11.8 * count / len(words) - 15.59


def rule_texts(path):
    with path.open("rb") as file:
        data = tomllib.load(file)
    for rule in data.get("rule", []):
        yield f"{path.name}: {rule['id']}: title", rule["title"]
        for field in ("headline", "why", "detail"):
            if field in rule:
                yield f"{path.name}: {rule['id']}: {field}", rule[field]
    for table in ("activity", "sign", "fact", "event"):
        for name, entry in data.get(table, {}).items():
            yield f"{path.name}: {table}.{name}", entry["title"]


def strings(path):
    """The string literals of a C++ file, neighbours joined as the compiler joins them; raw strings and examples are not prose."""
    text = re.sub(r"//[^\n]*|^#.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
    text = re.sub(r'R"(\w*)\(.*?\)\1"', '""', text, flags=re.S)
    for found in re.finditer(r'"((?:[^"\\]|\\.)*)"(?:\s*"((?:[^"\\]|\\.)*)")*', text):
        joined = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(0)))
        if not re.search(r"(^|\\n)(smpcare |\w[\w.-]* = |\[|\$ )", joined):
            yield f"{path.name}: {joined[:50]}", joined.replace("\\n", "\n").replace('\\"', "'")


def texts(source):
    for path in sorted((source / "rules").glob("*.toml")):
        yield from rule_texts(path)
    for path in sorted((source / "src/words").rglob("*.[ch]pp")):
        yield from strings(path)


def avoided(source):
    lines = (source / "tests/words/avoided.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def main(source):
    grades, faults = [], []
    unwanted = avoided(source)
    for place, text in texts(source):
        faults += [f"{place}: write '{better}', not '{word}'" for word, better in unwanted
                   if re.search(rf"\b{re.escape(word)}\w*", text, re.I)]
        level = grade(text)
        if level is None:
            continue
        grades.append(level)
        highest = HIGHEST_OF_DIAGNOSTICS if place.startswith("codes_") else HIGHEST
        if level > highest:
            faults.append(f"{place}: grade {level:.1f}, at most {highest}: {text}")
    average = sum(grades) / len(grades)
    if average > AVERAGE:
        faults.append(f"the average is grade {average:.1f}, at most {AVERAGE}")
    print("\n".join(faults))
    print(f"{len(grades)} texts, on average grade {average:.1f}; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
