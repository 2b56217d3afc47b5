#!/usr/bin/python3
"""Whether what people type is answered rightly. Usage: grade.py PROGRAM FILE.csv SHARE [hard|mild]

A row of FILE has a phrase, what it is about (`about`, or `expect` alone), the right answer on 26 November 2026 after a session on the 22nd, and the days that
it names, if any. `about` are activities and signs, with `;` between them: all that is answered must be among them, and one of them
at least must be answered; or `ask` (the plan says nothing, or says to ask first), `call` (a sign to call about, whichever) or `any`.
The answer may be empty in a set that was never looked into. Of a misspelt word (`near`) the right one must be offered or
understood. Each phrase is asked as one argument and as several, which must not differ. SHARE of a hundred rows must be right,
and none may do harm.

`hard`: no phrase whose right answer is `ask` or a sign may be answered by yes, limited or normal, or by another thing's answer.
`mild`: by yes, limited or normal alone.
"""
import csv
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

CASE = ["--date", "2026-11-22", "--today", "2026-11-26", "-f", "json", "-r", "smp-standard"]
MILD = {"yes", "limited", "normal"}


def run(program, words):
    done = guard.run([program, "can", *words, *CASE], ends_by_itself=True, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def about(text):
    return set(text.split(";"))


class Reply:
    def __init__(self, program, phrase):
        quoted, bare = run(program, [phrase]), run(program, phrase.split())
        self.same = quoted == bare
        status, out, err = quoted
        told = json.loads(out) if out else {"answer": "nothing", "activities": [], "signs": [], "from": "", "to": ""}
        self.answer = told["answer"]
        self.things = {one["activity"] for one in told["activities"]} | {one["sign"] for one in told["signs"]}
        self.days = told["from"] if told["from"] == told["to"] else f"{told['from']}..{told['to']}"
        near = re.search(r"Did you mean: (.*)\?", err)
        self.near = near[1] if near else ""
        self.refused_date = re.search(r"error\[bad-date\].*\n(?:.*\n)*?.*did you mean '(\S+)'", err)
        self.status = status


def is_near(program, reply, row):
    return reply.near and Reply(program, reply.near).things & about(row["about"])


def is_right(program, reply, row):
    if row["days"].startswith("not "):
        return bool(reply.refused_date) and reply.refused_date[1] == row["days"][4:]
    if row["days"] and reply.answer != "nothing" and reply.days != row["days"]:
        return False
    if row["about"] == "ask":
        return reply.answer in ("nothing", "ask") and not reply.near
    if row["about"] == "call":
        return reply.answer == "call"
    if row["about"] == "any":
        return reply.answer != "normal"
    if row["answer"] == "near" and reply.answer == "nothing":
        return bool(is_near(program, reply, row))
    return bool(reply.things & about(row["about"])) and row["answer"] in ("", "near", reply.answer)


def is_dangerous(reply, row, strictness):
    """A mild answer, or another thing's, where the right one is to ask or to call."""
    if row["about"] == "ask" and strictness == "hard":
        return reply.answer not in ("nothing", "ask")
    return row["about"] in ("ask", "call") and reply.answer in MILD


def main(program, file, share, strictness=""):
    with open(file, encoding="utf-8", newline="") as lines:
        rows = [{"about": row.get("expect"), "answer": "", "days": "", **row} for row in csv.DictReader(lines)]
    wrong = dangerous = 0
    for row in rows:
        reply = Reply(program, row["phrase"])
        is_bad = not (reply.same and is_right(program, reply, row))
        does_harm = bool(strictness) and is_dangerous(reply, row, strictness)
        wrong, dangerous = wrong + is_bad, dangerous + does_harm
        if is_bad or does_harm:
            print(f"{row['phrase']}: wanted {row['about']} {row['answer']} {row['days']}, got {reply.answer} "
                  f"{' '.join(sorted(reply.things))} {reply.days} {reply.near}{' (does harm)' if does_harm else ''}")
    right = 100 * (len(rows) - wrong) / len(rows)
    print(f"{len(rows) - wrong} of {len(rows)} right, {right:.1f} %; wanted {share} %; {dangerous} do harm")
    return 0 if rows and right >= float(share) and not dangerous else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
