"""Processes that a test starts. A limit counts processor time, so that a busy machine fails no test; whoever waits for ever is
ended by ctest, and what he started with him. Nothing outlives its test, however that ends.
"""
import ctypes
import resource
import signal
import subprocess

PR_SET_PDEATHSIG = 1
CPU_SECONDS = 120
# Dies with the test. A function of Python's before the program would cost a copy of the whole interpreter: six times as much.
DIES_WITH_PARENT = ("/usr/bin/setpriv", "--pdeathsig", "KILL", "--")
_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent():
    """For a process of ours that starts others: whoever ends the test ends it, too."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _limits(seconds, more):
    def before_exec():
        die_with_parent()
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        more()
    return before_exec


def run(words, cpu=CPU_SECONDS, preexec_fn=None, ends_by_itself=False, **options):
    """subprocess.run whose process dies with the test, and after so many seconds of processor time. `ends_by_itself`, where thousands are
    started, is one that needs no help for that: it waits for nothing but its pipes, which close with the test, nor does
    what it starts."""
    options.setdefault("check", False)
    if preexec_fn:
        return subprocess.run(words, preexec_fn=_limits(cpu, preexec_fn), **options)
    given, check = options.pop("input", None), options.pop("check")
    if given is not None:
        options["stdin"] = subprocess.PIPE
    if options.pop("capture_output", False):
        options["stdout"] = options["stderr"] = subprocess.PIPE
    first = () if ends_by_itself else DIES_WITH_PARENT
    with subprocess.Popen((*first, *words), **options) as process:
        try:
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (cpu, cpu))
            out, err = process.communicate(given)
        except BaseException:
            process.kill()
            raise
    done = subprocess.CompletedProcess(words, process.returncode, out, err)
    if check:
        done.check_returncode()
    return done
