#!/usr/bin/python3
"""Command lines and all that comes of them. Usage: run.py PROGRAM SOURCE_DIR [CASE…]

A case is a file in tests/golden/cases:

    # why this case is here
    $ smpcare day 2026-11-27 --date 2026-11-22 -r frozen.toml
    --- status 0
    --- stdout
    …
    --- stderr
    …

One file may hold several commands; each runs through sh in a new folder that holds the files of tests/golden/files, with nothing
of the machine's environment but PATH. A carriage return is written `\\r`. SMPCARE_GOLDEN=collect rewrites what came out.
"""
import concurrent.futures
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guard

ENVIRONMENT = {"TZ": "UTC", "LC_ALL": "C.UTF-8"}


def shown(data):
    text = data.decode("utf-8", "backslashreplace").replace("\r", "\\r")
    return text if text.endswith("\n") or not text else text + "\\ no newline at the end\n"


def run(command, program, files):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder, "work")
        shutil.copytree(files, work)
        tools = pathlib.Path(folder, "bin")
        tools.mkdir()
        (tools / "smpcare").symlink_to(program)
        environment = {**ENVIRONMENT, "PATH": f"{tools}:/usr/bin:/bin", "HOME": folder}
        done = guard.run(["sh", "-c", command], ends_by_itself=True, cwd=work, env=environment, stdin=subprocess.DEVNULL,
                         capture_output=True)
    return f"--- status {done.returncode}\n--- stdout\n{shown(done.stdout)}--- stderr\n{shown(done.stderr)}"


def rerun(path, program, files):
    """The case's text with everything that comes out of its commands made anew."""
    parts, keep = [], True
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("$ "):
            parts += [line, run(line[2:].rstrip("\n"), program, files), "\n"]
            keep = False
        elif line.startswith("# ") and (keep or parts[-1] == "\n"):
            parts.append(line)
            keep = True
        elif keep:
            parts.append(line)
    return "".join(parts).rstrip("\n") + "\n"


def main(program, source, chosen):
    folder = source / "tests/golden"
    cases = sorted(p for p in (folder / "cases").glob("*.txt") if not chosen or p.stem in chosen)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(lambda path: rerun(path, program, folder / "files"), cases))
    for path, got in zip(cases, made):
        expected = path.read_text(encoding="utf-8")
        if expected == got:
            continue
        if os.environ.get("SMPCARE_GOLDEN") == "collect":
            path.write_text(got, encoding="utf-8")
            continue
        failed += 1
        sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), f"{path} expected",
                                                   f"{path} got"))
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]))
