#!/usr/bin/python3
"""What one command costs from start to end.

start.py counts PROGRAM static|other: instructions (callgrind) and page faults, which are the same on a busy machine, against their limits; and that
a plan of a built-in reads no TOML. Status 77 without valgrind. `static` is one as the presets release and dev link it, `other` any other.
start.py all PROGRAM EMPTY EMPTY_STATIC REMINDERS [ROUNDS]: beside them the time as a ratio to an empty program, linked dynamically and statically
(`hyperfine -N`, the median of some rounds in each of which all take turns), system calls and memory; and the time of `remind -n` on the same plan.
docs/speed.md has what came out.
"""
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

DAY = "2026-11-22"
TIMED = {  # name: (words, most times the empty dynamic program)
    "plan": (["plan", "--date", DAY], 1.5),
    "can": (["can", "swim", "--date", DAY], 1.5),
    "calendar": (["plan", "--date", DAY, "-f", "ics", "-q"], 1.7),
    "version": (["--version"], 1.5),
    "setting": (["plan", "--date", DAY, "--set", "swim-pool.through=35"], None),
}
RUNS, ROUNDS = 40, 7
PEAK_KIB = 8 << 10
# What was reached, and a little more, as a plan depends on the day: millions of instructions, page faults.
LIMITS = {
    "static": {"plan": (3.0, 172), "can": (2.7, 170), "calendar": (6.9, 248), "version": (0.27, 88), "setting": (6.8, 306)},
    "other": {"plan": (32.0, 330), "can": (26.0, 330), "calendar": (66.0, 400), "version": (4.5, 210), "setting": (68.0, 480)},
}


def words_of(program, name):
    return [program, *TIMED[name][0]]


def ended(status, command):
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{command}: exit status {code}")


def used(command):
    """What the system counts for one run, from the program's start to its end."""
    with open(os.devnull, "wb") as nothing:
        actions = [(os.POSIX_SPAWN_DUP2, nothing.fileno(), 1), (os.POSIX_SPAWN_DUP2, nothing.fileno(), 2)]
        child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
    ended(status, command)
    return usage


def page_faults(command):
    return min(used(command).ru_minflt for _ in range(5))


def peak_kib(command):
    """Started by a small program: what a child of this one is counted at is no less than this one's own."""
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(done.stderr.splitlines()[-1])


def instructions(command):
    """In millions; and whether TOML was read."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "callgrind"
        done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{command}: {done.stderr}")
        text = out.read_text(encoding="utf-8")
        return int(re.search(r"^(?:summary|totals): (\d+)", text, re.M)[1]) / 1e6, re.search(r"fn=\(\d+\) .*toml::", text) is not None


def system_calls(command):
    done = subprocess.run(["strace", "-f", "-o", "/dev/stderr", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return sum("(" in line for line in done.stderr.splitlines())


def counts(program, kind):
    """Prints what each command takes; how many are over their limits."""
    over = 0
    for name, (most_millions, most_faults) in LIMITS[kind].items():
        command = words_of(program, name)
        (millions, parsed), faults = instructions(command), page_faults(command)
        good = millions <= most_millions and faults <= most_faults and not parsed
        over += not good
        print(f"{name:9} {millions:7.2f} million instructions (limit {most_millions}) {faults:4} page faults (limit {most_faults})"
              f"{'' if good else '   OVER'}{'   READS TOML' if parsed else ''}", flush=True)
    return over


def medians(commands):
    """Seconds of each, of one round in which each has its block of runs."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(["hyperfine", "-N", "--warmup", "5", "--runs", str(RUNS), "--ignore-failure", "--export-json", out.name,
                        *(" ".join(map(str, command)) for command in commands)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return [result["median"] for result in json.load(open(out.name, encoding="utf-8"))["results"]]


def times(program, empty, empty_static, reminders, rounds):
    """Prints each command's time beside the empty programs'; how many are over their limits."""
    commands = [[empty], [empty_static], *(words_of(program, name) for name in TIMED), ["remind", "-n", reminders, DAY]]
    taken = [medians(commands) for _ in range(rounds)]
    over = 0
    for number, (name, (_, limit)) in enumerate(TIMED.items(), 2):
        dynamic, static = (statistics.median(run[number] / run[base] for run in taken) for base in (0, 1))
        peak = peak_kib(words_of(program, name))
        bad = limit is not None and dynamic > limit or peak > PEAK_KIB
        over += bad
        print(f"{name:9} {statistics.median(run[number] for run in taken) * 1000:6.2f} ms {dynamic:5.2f} times an empty program"
              f"{f' (limit {limit})' if limit else ''}, {static:5.2f} times a static one, {system_calls(words_of(program, name)):3} system calls, "
              f"{peak / 1024:.1f} MiB{'   OVER' if bad else ''}", flush=True)
    remind = statistics.median(run[-1] / run[0] for run in taken)
    print(f"{'remind':9} {statistics.median(run[-1] for run in taken) * 1000:6.2f} ms {remind:5.2f} times an empty program (the plan's days, `remind -n`)")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}; an empty program {statistics.median(run[0] for run in taken) * 1000:.2f} ms, "
          f"a static one {statistics.median(run[1] for run in taken) * 1000:.2f} ms")
    return over


def main(what, program, *rest):
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed")
        return 77
    program = str(pathlib.Path(program).resolve())
    if what == "counts":
        return 1 if counts(program, rest[0]) else 0
    over = counts(program, "static")
    return 1 if over + times(program, *rest[:3], int(rest[3]) if len(rest) > 3 else ROUNDS) else 0


if __name__ == "__main__":
    # No pager, no colour, a fixed zone: the same work everywhere.
    os.environ.update(LC_ALL="C.UTF-8", TERM="dumb")
    sys.exit(main(*sys.argv[1:]))
