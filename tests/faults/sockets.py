"""No command opens a socket: traces the system calls of each one. sockets.py PROGRAM"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import commands

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SKIPPED = 77


def network_calls(words, folder):
    """The calls that have to do with the network, and the status."""
    trace = pathlib.Path(folder) / "trace"
    done = subprocess.run(["strace", "-f", "-qq", "-e", "signal=none", "-e", "trace=%network", "-o", trace, *words], cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if not trace.exists():
        sys.exit(f"strace does not run: {done.stderr}")
    return trace.read_text().splitlines(), done


def main():
    if shutil.which("strace") is None:
        print("strace is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        control = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
        seen, _ = network_calls([sys.executable, "-c", control], folder)
        if not any("socket(AF_INET" in line for line in seen):
            print(f"the tracer does not see a socket that is opened: {seen}")
            return 1
        commands.prepare(PROGRAM, folder)
        wrong = 0
        cases = commands.all_words(PROGRAM)
        for words in cases:
            calls, done = network_calls([PROGRAM, *words], folder)
            if done.returncode not in (0, 1) or not done.stdout:
                print(f"FAILED {' '.join(words)}: status {done.returncode}\n{done.stderr}")
                wrong += 1
            if calls:
                print(f"FAILED {' '.join(words)}: {calls}")
                wrong += 1
    print(f"{len(cases)} runs, {wrong} wrong")
    return 1 if wrong else 0


sys.exit(main())
