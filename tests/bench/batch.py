#!/usr/bin/python3
"""The speed of batch beside the least its work can cost. Usage: batch.py PROGRAM FOLDER_OF_TOOLS [TURNS [PROGRAM_0_1_0]]

Interleaved runs on tmpfs; each line gives a median, and its ratio to the first of its group within the same turns. Two
kinds of clients: `one` session each, `any`: one to three sessions on any days. Limits: files at most 1.2 times the bare
writer; a stream at most twice the bare formatter; clients of any sessions at most three times those of one, and a
stream of 100,000 at most two thirds of 0.1.0's, by processor time; exponent at most 1.05; memory at most 16 MiB and 16
bytes a row. Instructions a plan are those of more rows less those of fewer.
"""
import datetime
import json
import math
import os
import pathlib
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM, TOOLS = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
TURNS = int(sys.argv[3]) if len(sys.argv) > 3 else 7
OLD = sys.argv[4] if len(sys.argv) > 4 else None
CLIENTS = 10_000
MANY = 100_000
FEW = 100, 300  # whose instructions are counted

FILES_LIMIT, STREAM_LIMIT, EXPONENT_LIMIT, ANY_LIMIT, OLD_LIMIT = 1.2, 2.0, 1.05, 3.0, 2 / 3


def memory_limit_kib(count):
    return (16 << 10) + 16 * count // 1024


def write_clients(path, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,date,name\n")
        for i in range(count):
            file.write(f"c{i:06},2026-{1 + i % 12:02}-{1 + i % 28:02},Client {i}\n")


def write_any_sessions(path, count):
    """One to three sessions, on any days of a year: hardly two plans alike."""
    dice = random.Random(count)
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,date,name\n")
        for i in range(count):
            days = sorted(dice.sample(range(365), 1 + i % 3))
            dates = " ".join(str(datetime.date(2026, 1, 1) + datetime.timedelta(day)) for day in days)
            file.write(f"c{i:06},{dates},Client {i}\n")


WRITERS = {"one": write_clients, "any": write_any_sessions}


def timed(command, folder=None, clock=time.monotonic):
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    started = clock()
    done = subprocess.run(command, shell=isinstance(command, str), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seconds = clock() - started
    if done.returncode:
        sys.exit(f"{command}: {done.stderr.decode()}")
    return seconds


def processor_time():
    """Of all children that have ended: what other work on the machine changes least."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(title, contenders, folder=None, turns=TURNS, limits=None, clock=time.monotonic):
    """The median ratio of each to the first; `limits` of these by name."""
    taken = {name: [] for name in contenders}
    for _ in range(turns):
        for name, command in contenders.items():
            taken[name].append(timed(command, folder, clock))
    first = next(iter(taken.values()))
    print(title)
    ratios = {}
    for name, seconds in taken.items():
        ratios[name] = statistics.median(a / b for a, b in zip(seconds, first))
        limit = f"  (limit {limits[name]:.2f})" if limits and name in limits else ""
        print(f"  {statistics.median(seconds) * 1000:9.1f} ms {ratios[name]:7.2f}  {name}{limit}", flush=True)
    return ratios


def peak_kib(command):
    """Peak memory. Started by a small program: what a child of this one is counted at is no less than this one's own."""
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(done.stderr.splitlines()[-1])


def files_group(work, kind, count, mode, failures, turns=TURNS):
    out, sample = work / "out", work / f"{mode}.ics"
    run = [str(PROGRAM), "batch", str(work / f"{kind}-{count}.csv"), "--dir", str(out), "-q", "--events", mode]
    timed(run, out)
    shutil.copy(out / "c000000.ics", sample)
    size = sum(path.stat().st_size for path in out.iterdir())
    # The same number of bytes: the sample is cut or filled up to the mean size.
    mean = (size - (out / "manifest.json").stat().st_size) // count
    sample.with_suffix(".bytes").write_bytes(sample.read_bytes().ljust(mean, b"x")[:mean])
    title = f"{count} clients ({kind}) to files, --events {mode}, {mean} bytes each"
    bare = [str(TOOLS / "write_files"), str(count), str(sample.with_suffix(".bytes")), str(out)]
    ratios = compare(title, {"bare writer, temporary + link": bare, "smpcare batch": run}, out, turns=turns,
                     limits={"smpcare batch": FILES_LIMIT})
    if ratios["smpcare batch"] > FILES_LIMIT:
        failures.append(f"files, {count} ({kind}), {mode}: {ratios['smpcare batch']:.2f} > {FILES_LIMIT}")


def stream_group(work, count, kind, failures, turns=TURNS):
    csv, sample = work / f"one-{count}.csv", work / f"sample.{kind}"
    plan = [str(PROGRAM), "plan", "-d", "2026-11-22", "--id", "c000000", "--name", "Client 0", "-f", kind, "-q"]
    text = subprocess.run(plan, capture_output=True, check=True).stdout
    sample.write_bytes(text if kind == "ics" else json.dumps(json.loads(text), separators=(",", ":")).encode() + b"\n")
    name = f"smpcare batch --stream -f {kind}"
    contenders = {
        "bare formatter": f"{TOOLS}/format_stream {count} {sample} | cat >/dev/null",
        name: f"{PROGRAM} batch {csv} --stream -f {kind} -q | cat >/dev/null",
    }
    ratios = compare(f"{count} clients as a stream of {kind} into a pipe", contenders, turns=turns, limits={name: STREAM_LIMIT})
    if ratios[name] > STREAM_LIMIT:
        failures.append(f"stream of {count}, {kind}: {ratios[name]:.2f} > {STREAM_LIMIT}")


def stream_of(program, csv, kind):
    return [str(program), "batch", str(csv), "--stream", "-f", kind, "-q"]


def millions(command):
    """Of instructions."""
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1]) / 1e6


def any_group(work, failures):
    """Clients as they are beside clients that are alike."""
    for kind in ("json", "ics"):
        runs = {f"{clients}, {kind}": stream_of(PROGRAM, work / f"{clients}-{CLIENTS}.csv", kind) for clients in WRITERS}
        name = f"any, {kind}"
        ratio = compare(f"{CLIENTS} clients as a stream of {kind}, processor time", runs, clock=processor_time,
                        limits={name: ANY_LIMIT})[name]
        if ratio > ANY_LIMIT:
            failures.append(f"{name}: {ratio:.2f} > {ANY_LIMIT}")
        for clients in WRITERS:
            few, more = (millions(stream_of(PROGRAM, work / f"{clients}-{count}.csv", kind)) for count in FEW)
            print(f"  {(more - few) * 1000 / (FEW[1] - FEW[0]):9.0f} thousand instructions a plan  {clients}, {kind}", flush=True)


def old_group(work, failures):
    csv = work / f"one-{MANY}.csv"
    for kind in ("json", "ics"):
        runs = {"0.1.0": stream_of(OLD, csv, kind), "this one": stream_of(PROGRAM, csv, kind)}
        ratio = compare(f"{MANY} clients as a stream of {kind}, processor time", runs, turns=3, clock=processor_time,
                        limits={"this one": OLD_LIMIT})["this one"]
        if ratio > OLD_LIMIT:
            failures.append(f"beside 0.1.0, {kind}: {ratio:.2f} > {OLD_LIMIT:.2f}")


def others_group(work):
    plan = work / "plan.csv"
    plan.write_bytes(subprocess.run([PROGRAM, "plan", "-d", "2026-11-22", "-f", "csv", "-q"], capture_output=True).stdout)
    few, out = 500, work / "out"
    write_clients(work / "few.csv", few)
    contenders = {
        "smpcare batch": [PROGRAM, "batch", work / "few.csv", "--dir", out, "-q", "--events", "windows"],
        "libical": [TOOLS / "libical_files", str(few), plan, out],
        "python3-icalendar": ["/usr/bin/python3", TOOLS / "icalendar_files.py", str(few), plan, out],
    }
    compare(f"{few} clients to files, beside other programs", contenders, out, turns=3)


def growth_group(work, failures):
    print("growth, --stream -f ics to /dev/null")
    seconds, peaks = {}, {}
    for count in (1_000, CLIENTS, MANY):
        command = stream_of(PROGRAM, work / f"one-{count}.csv", "ics")
        seconds[count] = min(timed(command) for _ in range(3))
        peaks[count] = peak_kib(command)
        check_memory(f"{count:7} clients {seconds[count] * 1000:9.1f} ms", peaks[count], count, failures)
    for mode in ("changes", "windows"):
        command = [*stream_of(PROGRAM, work / f"any-{CLIENTS}.csv", "ics"), "--events", mode]
        check_memory(f"  {CLIENTS} of any sessions, {mode} {timed(command) * 1000:9.1f} ms", peak_kib(command), CLIENTS, failures)
    exponent = math.log(seconds[MANY] / seconds[1_000]) / math.log(100)
    print(f"  exponent {exponent:.3f}  (limit {EXPONENT_LIMIT})")
    if exponent > EXPONENT_LIMIT:
        failures.append(f"exponent {exponent:.3f} > {EXPONENT_LIMIT}")


def check_memory(what, peak, count, failures):
    limit = memory_limit_kib(count)
    print(f"  {what} {peak / 1024:6.1f} MiB  (limit {limit / 1024:.1f})", flush=True)
    if peak > limit:
        failures.append(f"memory, {what.strip()}: {peak} KiB")


def main():
    failures = []
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        work = pathlib.Path(folder)
        for clients, write in WRITERS.items():
            for count in (*FEW, 1_000, CLIENTS, MANY):
                write(work / f"{clients}-{count}.csv", count)
        for mode in ("changes", "windows"):
            files_group(work, "one", CLIENTS, mode, failures)
            files_group(work, "any", CLIENTS, mode, failures)
        files_group(work, "one", MANY, "windows", failures, turns=1)
        for kind in ("ics", "json"):
            stream_group(work, CLIENTS, kind, failures)
            stream_group(work, MANY, kind, failures, turns=3)
        any_group(work, failures)
        growth_group(work, failures)
        others_group(work)
        if OLD:
            old_group(work, failures)
    print("\n".join(failures) or "within every limit")
    return 1 if failures else 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    sys.exit(main())
