"""Processes that a test starts. A limit counts processor time, so that a busy machine fails no test; whoever waits for ever is
ended by ctest, and what he started with him. Nothing outlives its test, however that ends.
"""
import ctypes
import resource
import signal
import subprocess

PR_SET_PDEATHSIG = 1
CPU_SECONDS = 120
_libc = ctypes.CDLL(None, use_errno=True)


def _limits(seconds, more):
    def before_exec():
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if more:
            more()
    return before_exec


def run(words, cpu=CPU_SECONDS, preexec_fn=None, **options):
    """subprocess.run whose process dies with the test, and after so many seconds of processor time."""
    options.setdefault("check", False)
    return subprocess.run(words, preexec_fn=_limits(cpu, preexec_fn), **options)
