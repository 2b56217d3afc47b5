#!/usr/bin/python3
"""What the loop costs a developer: build.py SOURCE [PART…]. Parts, all where none is named:
release (a clean build of what users run), test (the quick ring, cold and again), try (an edit, then one test), all, ci.

Everything runs in a copy of the checkout, without ccache. The limits of the rings are seconds on two processors: a busy
machine takes longer, so what fails is processor time that two of them cannot give within the limit.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

RELEASE_CPU = 200
CPUS = 2
LIMITS = {"test": 300, "again": 60, "try": 15, "all": 720, "ci": 1200}
SLOWEST = 5
# An edit in a room, and a test that sees it.
EDITS = {"src/plan/make_plan.cpp": "not knowing never frees", "src/cli/output.cpp": "day"}
PARTS = ("release", "test", "try", "all", "ci")


def copy_of(source, folder):
    """What git knows or would, and the packages of npm."""
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=source,
                           capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        if (source / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / name, folder / name)
    if (source / "build/npm").is_dir():
        shutil.copytree(source / "build/npm", folder / "build/npm", symlinks=True)


class Bench:
    def __init__(self, folder):
        self.folder, self.faults = folder, 0

    def timed(self, *command):
        """(seconds, processor seconds, what it printed); ends the bench where the command fails."""
        log = self.folder.parent / "log"
        began = time.monotonic()
        with open(log, "wb") as out:
            started = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                       env={**os.environ, "CCACHE_DISABLE": "1"}, start_new_session=True)
            try:
                _, status, used = os.wait4(started.pid, 0)
                started.returncode = os.waitstatus_to_exitcode(status)
            finally:
                if started.returncode is None:
                    os.killpg(started.pid, signal.SIGTERM)
        text = log.read_text(encoding="utf-8", errors="replace")
        if started.returncode != 0:
            sys.exit(f"{text[-4000:]}\n{' '.join(command)}: exit status {started.returncode}")
        return time.monotonic() - began, used.ru_utime + used.ru_stime, text

    def tell(self, what, seconds, cpu, limit, of="s"):
        over = cpu > limit * (1 if of == "cpu s" else CPUS)
        self.faults += over
        print(f"{what:44} {seconds:7.1f} s {cpu:7.1f} cpu s   at most {limit} {of}{'   OVER' if over else ''}", flush=True)

    def ring(self, what, limit, *command):
        seconds, cpu, text = self.timed(*command)
        self.tell(what, seconds, cpu, LIMITS[limit])
        tests = re.findall(r"Test\s+#\d+: (\S+) \.+\s*\S+\s+([\d.]+) sec", text)
        for name, took in sorted(tests, key=lambda pair: -float(pair[1]))[:SLOWEST]:
            print(f"    {name:40} {float(took):7.1f} s")

    def release(self):
        self.timed("cmake", "--preset", "release")
        seconds, cpu, _ = self.timed("cmake", "--build", "--preset", "release")
        self.tell("clean release build", seconds, cpu, RELEASE_CPU, "cpu s")

    def test(self):
        self.ring("scripts/test, empty build folder", "test", "scripts/test")
        self.ring("scripts/test, again", "again", "scripts/test")

    def try_(self):
        for edited, word in EDITS.items():
            self.timed("scripts/try", word)
            file = self.folder / edited
            file.write_text(file.read_text(encoding="utf-8") + "// edited\n", encoding="utf-8")
            seconds, cpu, _ = self.timed("scripts/try", word)
            self.tell(f"{edited} edited, then scripts/try '{word.split()[0]}'", seconds, cpu, LIMITS["try"])

    def all(self):
        self.ring("scripts/test all", "all", "scripts/test", "all")

    def ci(self):
        self.ring(".ci/run", "ci", ".ci/run")


def main(source, chosen):
    if unknown := set(chosen) - set(PARTS):
        sys.exit(f"no part is called {', '.join(sorted(unknown))}; parts: {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory(prefix="smpcare-bench-") as made:
        folder = pathlib.Path(made) / "checkout"
        folder.mkdir()
        copy_of(source, folder)
        bench = Bench(folder)
        for part in PARTS:
            if part in chosen or not chosen:
                getattr(bench, "try_" if part == "try" else part)()
    return 1 if bench.faults else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]))
