"""Lets every call on files and memory fail once: check.py PROGRAM SOURCE [SCENARIO…].

For each scenario PROGRAM (faults.c is linked with it) fails the first, the second … call of a name until the run has no more of them. Whatever fails, each
file is absent, as it was, or whole; nothing else is left over; the status is 3 and a message says why. What can be tried again (EINTR, a
short write) succeeds.
"""

import collections
import concurrent.futures
import errno
import functools
import itertools
import json
import os
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

PROGRAM, SOURCE = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
SHORT = 0
FAULTS = {
    "open": [errno.EACCES, errno.ENOSPC, errno.EINTR],
    "read": [errno.EIO, errno.EINTR],
    "write": [errno.ENOSPC, errno.EIO, errno.EINTR, SHORT],
    "fsync": [errno.EIO, errno.EINTR],
    "syncfs": [errno.EIO, errno.EINTR],
    "link": [errno.EIO, errno.EPERM],
    "rename": [errno.EIO],
    "mkdir": [errno.EACCES],
    "close": [errno.EIO],
    "stat": [errno.EACCES],
    "fstat": [errno.EIO],
    "flock": [errno.ENOLCK, errno.EINTR],
    "thread": [errno.EAGAIN],
}
AGAIN = (errno.EINTR, errno.EAGAIN, SHORT)
NEVER_IGNORED = {"write", "fsync", "syncfs", "rename", "mkdir"}
# Of the first allocations each one fails, of the later ones each `step`th of a scenario; the seed of the day says which comes first.
EACH = 200
SEED = int(os.environ.get("SMPCARE_SEED", "0"))

CLIENTS = b"id,date,name\nc1,2026-11-22,Ana\nc2,2026-11-25,Ben\nc3,2026-12-01,Eve\n"
BAD = b"id,date,name\nc1,2026-11-22,Ana\nc2,2026-13-25,Ben\nc3,2026-12-01,Eve\nc4,,Eve\n"
# More than are worked on at a time, so that something comes after a fault.
MANY = b"id,date\n" + b"".join(b"c%d,2026-11-22\n" % row for row in range(120))
PLAN = ["plan", "-r", "frozen.toml", "--id", "c1", "--date", "2026-11-25"]
BATCH = ["batch", "clients.csv", "-r", "frozen.toml", "-q"]


class Scenario:
    """A command in a folder that `prepare` filled."""

    def __init__(self, name, words, prepare=lambda box: None, step=97):
        self.name, self.words, self.prepare, self.step = name, words, prepare, step

    def fill(self, box):
        box.mkdir()
        shutil.copy(SOURCE / "tests/golden/files/frozen.toml", box)
        (box / "clients.csv").write_bytes(CLIENTS)
        self.prepare(box)


def run(words, box, **environment):
    # Without memory the C library takes UTC for the zone, and the day may be another.
    return guard.run([PROGRAM, *words], ends_by_itself=True, cwd=box, env={**os.environ, "TZ": "UTC", **environment}, capture_output=True)


def sent_before(box):
    run([*PLAN[:-1], "2026-11-22", "-f", "ics", "-o", "c1.ics"], box)


def exported_before(box):
    (box / "before.csv").write_bytes(CLIENTS.replace(b"-22,", b"-21,").replace(b"c3", b"c0"))
    run(["batch", "before.csv", "-r", "frozen.toml", "-q", "--dir", "out"], box)


SCENARIOS = [
    Scenario("plan", [*PLAN, "-o", "plan.txt"]),
    Scenario("force", [*PLAN, "-o", "plan.html", "--force"], lambda box: (box / "plan.html").write_text("mine\n")),
    Scenario("update", [*PLAN, "-f", "ics", "--previous", "c1.ics", "-o", "c1.ics", "--force"], sent_before),
    Scenario("batch", [*BATCH, "--dir", "out", "-f", "ics,html"]),
    Scenario("batch-update", [*BATCH, "--dir", "out", "--update"], exported_before),
    Scenario("batch-rejects", [*BATCH, "--dir", "out", "--rejects", "bad.csv"], lambda box: (box / "clients.csv").write_bytes(BAD)),
    Scenario("batch-combined", [*BATCH, "--combined", "-f", "html", "-o", "all.html"]),
    Scenario("batch-stream", [*BATCH, "--stream"]),
    Scenario("check", ["rules", "check", "frozen.toml"]),
]


def contents(box):
    """Every file below `box` by name; of folders only their names count where they are empty."""
    return {str(path.relative_to(box)): path.read_bytes() for path in sorted(box.rglob("*")) if path.is_file()}


def whole_in_another_way(name, data):
    """A manifest or a list of rejects tells of the rows that were done; those may be others after a fault."""
    if name.endswith("manifest.json"):
        return "clients" in json.loads(data)
    if name == "bad.csv":
        return data.startswith(b"id,date,name\n") and set(data.splitlines()) <= set(BAD.splitlines() + CLIENTS.splitlines())
    return False


class Reference:
    """What the scenario does when nothing fails."""

    def __init__(self, scenario, folder):
        self.scenario = scenario
        box = folder / "reference"
        scenario.fill(box)
        self.before = contents(box)
        done = run(scenario.words, box)
        self.status, self.output = done.returncode, done.stdout
        self.after = contents(box)
        shutil.rmtree(box)

    def is_wanted(self, box, done):
        return (done.returncode, done.stdout, contents(box)) == (self.status, self.output, self.after)

    def faults_of(self, box, done):
        """What is wrong after a run in which something failed, in sentences."""
        files = contents(box)
        for name, data in files.items():
            if data not in (self.before.get(name), self.after.get(name)) and not whole_in_another_way(name, data):
                yield f"{name} is neither old nor whole" if name in self.after else f"{name} is left over"
        yield from (f"{name} is gone" for name in self.before if name not in files)
        # A row that could not be read or written fails among others.
        if done.returncode != 3 and not (done.returncode == 1 and self.scenario.name.startswith("batch")):
            yield f"status {done.returncode}"
        if b"error" not in done.stderr:
            yield "no message"


class Trial:
    """Runs a scenario with one fault and says what is wrong."""

    def __init__(self, reference, folder):
        self.reference, self.folder = reference, folder
        self.must_succeed = False

    def inject(self, call, number, error, **more):
        """Whether the fault happened, and what was wrong then."""
        box = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "box"
        self.reference.scenario.fill(box)
        seen = box.parent / "seen"
        done = run(self.reference.scenario.words, box, FAULT_CALL=call, FAULT_AT=str(number), FAULT_ERROR=str(error),
                   FAULT_UNDER=str(box), FAULT_SEEN=str(seen), **more)
        wrong = list(self.judge(call, error, box, done)) if seen.exists() else []
        wrong += self.resume(box) if call in NEVER_IGNORED and seen.exists() else []
        happened = seen.exists()
        shutil.rmtree(box.parent)
        return happened, [f"{fault}\n{done.stderr.decode(errors='replace')}" for fault in wrong]

    def judge(self, call, error, box, done):
        as_wanted = self.reference.is_wanted(box, done)
        if self.must_succeed or (error in AGAIN and call != "alloc"):
            if not as_wanted:
                yield f"not tried again: status {done.returncode}"
        elif not as_wanted:
            yield from self.reference.faults_of(box, done)
        elif call in NEVER_IGNORED:
            yield "the fault was ignored"

    def kill(self, call, number):
        """Whether the program got as far as being killed in that call, and what it left then."""
        box = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "box"
        self.reference.scenario.fill(box)
        seen = box.parent / "seen"
        run(self.reference.scenario.words, box, FAULT_CALL=call, FAULT_AT=str(number), FAULT_ERROR="-1",
            FAULT_UNDER=str(box), FAULT_SEEN=str(seen))
        happened, files = seen.exists(), contents(box)
        shutil.rmtree(box.parent)
        return happened, files in (self.reference.before, self.reference.after)

    def resume(self, box):
        """A batch that broke off is resumed by running it again."""
        if "--dir" not in self.reference.scenario.words or "--rejects" in self.reference.scenario.words:
            return []
        run(self.reference.scenario.words, box)
        return [] if contents(box) == self.reference.after else ["running it again does not resume it"]


def numbers(call, step):
    return itertools.count() if call != "alloc" else itertools.chain(range(EACH), itertools.count(EACH + SEED % step, step))


def all_of(trial, call, error, more):
    """Fails every call of that name once; the name, how many there were, and what went wrong."""
    wrong = []
    for index, number in enumerate(numbers(call, trial.reference.scenario.step)):
        happened, faults = trial.inject(call, number, error, **more)
        wrong += [f"{call} {number} {errno.errorcode.get(error, 'short')}: {fault}" for fault in faults]
        if not happened or len(wrong) > 20:
            return call, index, wrong
    raise AssertionError("endless")


MEMORY = [
    Scenario("memory-text", PLAN),
    Scenario("memory-ics", [*PLAN, "-f", "ics", "-o", "c1.ics"]),
    Scenario("memory-usage", ["plan", "--dat", "2026-11-22", "--label", "a"]),
    Scenario("memory-batch", [*BATCH, "--dir", "out"]),
    Scenario("memory-batch-many", [*BATCH, "--dir", "out"], lambda box: (box / "clients.csv").write_bytes(MANY), 31),
]


def faults_for(scenario):
    """Call, errno, and whether every later call fails as well."""
    if scenario in MEMORY:
        return [("alloc", errno.ENOMEM, {}), ("alloc", errno.ENOMEM, {"FAULT_THEN": "1"})]
    faults = [(call, error, {}) for call, errors in FAULTS.items() for error in errors]
    return [*faults, ("thread", errno.EAGAIN, {"FAULT_THEN": "1"})]


def killed(trial):
    """A plan's file is there as it was or whole, and nothing else, whenever the program is killed; but for the moment between the link
    and the rename by which an old file is replaced."""
    wrong = []
    for call in ("write", "fsync", "link"):
        for number in itertools.count():
            happened, clean = trial.kill(call, number)
            if not happened:
                break
            if not clean:
                wrong.append(f"killed in {call} {number}: something is left over")
    return "write", 0, wrong


def linkless(trial):
    """Where a file system knows no links, files are written all the same."""
    trial.must_succeed = True
    _, wrong = trial.inject("link", 0, errno.EPERM, FAULT_THEN="1")
    return "link", 0, wrong


def jobs_of(scenario):
    """What can be done side by side: each takes a trial, and says which call failed, how often that is counted, and what went wrong."""
    if scenario.name in ("plan", "force", "batch-combined"):
        yield killed
    if scenario.name in ("plan", "force"):
        yield linkless
    for call, error, more in faults_for(scenario):
        yield functools.partial(all_of, call=call, error=error, more=more)


@functools.cache
def reference_of(name, folder):
    scenario = next(scenario for scenario in SCENARIOS + MEMORY if scenario.name == name)
    return Reference(scenario, pathlib.Path(tempfile.mkdtemp(dir=folder)))


def work(name, job, folder):
    return name, *job(Trial(reference_of(name, folder), folder))


def told(results):
    """Prints each scenario's line as its last part comes in; how often each call failed, and how much was wrong."""
    total, failed = collections.Counter(), 0
    for name, parts in itertools.groupby(results, key=lambda result: result[0]):
        parts = list(parts)
        wrong = [fault for *_, faults in parts for fault in faults]
        print(f"{f'FAILED (SMPCARE_SEED={SEED})' if wrong else 'ok'} {name}: {sum(count for _, _, count, _ in parts)} faults", flush=True)
        print("".join(f"  {fault}\n" for fault in wrong[:20]), end="")
        failed += len(wrong)
        total.update({call: 0 for _, call, _, _ in parts})
        for _, call, count, _ in parts:
            total[call] += count
    return total, failed


def main():
    chosen = [scenario for scenario in reversed(SCENARIOS + MEMORY) if not sys.argv[3:] or scenario.name in sys.argv[3:]]
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        # The last scenario takes longest, so it begins first.
        with concurrent.futures.ProcessPoolExecutor(2, initializer=guard.die_with_parent) as pool:
            begun = [pool.submit(work, scenario.name, job, folder) for scenario in chosen for job in jobs_of(scenario)]
            total, failed = told(job.result() for job in begun)
    print(dict(total))
    if len(chosen) == len(SCENARIOS + MEMORY):
        # One processor needs no thread.
        wanted = {*FAULTS, "alloc"} - ({"thread"} if os.cpu_count() == 1 else set())
        missing = [call for call in wanted if total.get(call, 0) == 0]
        if missing:
            print(f"never happened: {missing}")
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
