#!/usr/bin/python3
"""The speed of batch beside the least its work can cost. Usage: batch.py PROGRAM FOLDER_OF_TOOLS [TURNS]

Interleaved runs on tmpfs; each line gives a median, and its ratio to the first of its group within the same turns.
Limits: files at most 1.25 times the bare writer; a stream at most twice the bare formatter; exponent at most 1.05;
memory at most 16 MiB and 16 bytes a row.
"""
import datetime
import json
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM, TOOLS = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
TURNS = int(sys.argv[3]) if len(sys.argv) > 3 else 7
CLIENTS = 10_000


FILES_LIMIT, STREAM_LIMIT, EXPONENT_LIMIT = 1.25, 2.0, 1.05


def memory_limit_kib(count):
    return (16 << 10) + 16 * count // 1024


def write_clients(path, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,date,name\n")
        for i in range(count):
            file.write(f"c{i:06},2026-{1 + i % 12:02}-{1 + i % 28:02},Client {i}\n")


def write_second_sessions(path, count):
    """Clients with two sessions, 20 to 79 days between them: more shapes of plans than are kept."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,date\n")
        for i in range(count):
            first = datetime.date(2026, 1, 1) + datetime.timedelta(i * 7 % 300)
            file.write(f"c{i:06},{first} {first + datetime.timedelta(20 + i * 37 % 60)}\n")


def timed(command, folder=None):
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    started = time.monotonic()
    done = subprocess.run(command, shell=isinstance(command, str), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seconds = time.monotonic() - started
    if done.returncode:
        sys.exit(f"{command}: {done.stderr.decode()}")
    return seconds


def compare(title, contenders, folder=None, turns=TURNS, limits=None):
    """The median ratio of each to the first; `limits` of these by name."""
    taken = {name: [] for name in contenders}
    for _ in range(turns):
        for name, command in contenders.items():
            taken[name].append(timed(command, folder))
    first = next(iter(taken.values()))
    print(title)
    ratios = {}
    for name, seconds in taken.items():
        ratios[name] = statistics.median(a / b for a, b in zip(seconds, first))
        limit = f"  (limit {limits[name]:.2f})" if limits and name in limits else ""
        print(f"  {statistics.median(seconds) * 1000:9.1f} ms {ratios[name]:7.2f}  {name}{limit}", flush=True)
    return ratios


def peak_kib(command):
    """Peak memory of one command, in a child of its own so that no other run counts."""
    script = f"import resource,subprocess,sys;subprocess.run({command!r},stdout=subprocess.DEVNULL);" \
             "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout)


def files_group(work, mode, failures):
    out, sample = work / "out", work / f"{mode}.ics"
    run = [str(PROGRAM), "batch", str(work / "clients.csv"), "--dir", str(out), "-q", "--events", mode]
    timed(run, out)
    shutil.copy(out / "c000000.ics", sample)
    size = sum(path.stat().st_size for path in out.iterdir())
    # The same number of bytes: the sample is cut or filled up to the mean size.
    mean = (size - (out / "manifest.json").stat().st_size) // CLIENTS
    sample.with_suffix(".bytes").write_bytes(sample.read_bytes().ljust(mean, b"x")[:mean])
    title = f"{CLIENTS} clients to files, --events {mode}, {mean} bytes each"
    bare = [str(TOOLS / "write_files"), str(CLIENTS), str(sample.with_suffix(".bytes")), str(out)]
    ratios = compare(title, {"bare writer, temporary + link": bare, "smpcare batch": run}, out,
                     limits={"smpcare batch": FILES_LIMIT})
    if ratios["smpcare batch"] > FILES_LIMIT:
        failures.append(f"files, {mode}: {ratios['smpcare batch']:.2f} > {FILES_LIMIT}")


def stream_group(work, kind, failures):
    csv, sample = work / "clients.csv", work / f"sample.{kind}"
    plan = [str(PROGRAM), "plan", "-d", "2026-11-22", "--id", "c000000", "--name", "Client 0", "-f", kind, "-q"]
    text = subprocess.run(plan, capture_output=True, check=True).stdout
    sample.write_bytes(text if kind == "ics" else json.dumps(json.loads(text), separators=(",", ":")).encode() + b"\n")
    name = f"smpcare batch --stream -f {kind}"
    contenders = {
        "bare formatter": f"{TOOLS}/format_stream {CLIENTS} {sample} | cat >/dev/null",
        name: f"{PROGRAM} batch {csv} --stream -f {kind} -q | cat >/dev/null",
    }
    ratios = compare(f"{CLIENTS} clients as a stream of {kind} into a pipe", contenders, limits={name: STREAM_LIMIT})
    if ratios[name] > STREAM_LIMIT:
        failures.append(f"stream, {kind}: {ratios[name]:.2f} > {STREAM_LIMIT}")


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
    for count in (1_000, 10_000, 100_000):
        csv = work / f"{count}.csv"
        write_clients(csv, count)
        command = [str(PROGRAM), "batch", str(csv), "--stream", "-f", "ics", "-q"]
        seconds[count] = min(timed(command) for _ in range(3))
        peaks[count] = peak_kib(command)
        check_memory(f"{count:7} clients {seconds[count] * 1000:9.1f} ms", peaks[count], count, failures)
    csv = work / "two.csv"
    write_second_sessions(csv, 10_000)
    for mode in ("changes", "windows"):
        command = [str(PROGRAM), "batch", str(csv), "--stream", "-f", "ics", "-q", "--events", mode]
        check_memory(f"  10000 with two sessions, {mode} {timed(command) * 1000:9.1f} ms", peak_kib(command), 10_000, failures)
    exponent = math.log(seconds[100_000] / seconds[1_000]) / math.log(100)
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
        write_clients(work / "clients.csv", CLIENTS)
        for mode in ("changes", "windows"):
            files_group(work, mode, failures)
        for kind in ("ics", "json"):
            stream_group(work, kind, failures)
        growth_group(work, failures)
        others_group(work)
    print("\n".join(failures) or "within every limit")
    return 1 if failures else 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    sys.exit(main())
