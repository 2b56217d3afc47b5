#!/usr/bin/python3
"""Reads the hardening back from what was built. Usage: hardening.py PROGRAM LIBRARY

The program: loaded anywhere, tables of addresses read-only from the start, no stack that runs, nothing writable that runs.
The library, whose objects are the program's: checked copies, stack guards and probes, and on x86 marked jump targets.
"""
import re
import subprocess
import sys


def tool(*command):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", errors="replace").stdout


def program_faults(program):
    head, segments, dynamic = (tool("readelf", "-W", flag, program) for flag in ("-h", "-l", "-d"))
    if not re.search(r"Type:\s+DYN", head):
        yield "not position-independent"
    if "GNU_RELRO" not in segments:
        yield "no read-only relocations"
    if not re.search(r"FLAGS.*NOW|BIND_NOW", dynamic):
        yield "relocations wait for their first use"
    if not re.search(r"GNU_STACK(?:\s+0x\w+)+\s+RW\s", segments):
        yield "the stack may run"
    if re.search(r"(?:LOAD|GNU_STACK).*\bRWE\b", segments):
        yield "something is writable and may run"


def library_faults(library):
    symbols = tool("nm", "--undefined-only", library)
    for symbol, meaning in (("__stack_chk_fail", "no stack guard"), (r"__\w+_chk$", "no checked copy"),
                            (r"_ZSt21__glibcxx_assert_fail|_ZSt\w*glibcxx_assert", "no check of the standard library's own limits")):
        if not re.search(symbol.replace("$", r"\b"), symbols):
            yield meaning
    if "X86-64" not in tool("readelf", "-h", library):
        return
    notes = tool("readelf", "-W", "-n", library)
    objects = len(re.findall(r"^File:", notes, re.M))
    if objects != len(re.findall(r"x86 feature: IBT, SHSTK", notes)) or not objects:
        yield "an object without marked jump targets and shadow stack"
    # A frame of more than a page is touched page by page, without a change to it.
    if not re.search(r"\bor[bq]\s+\$0x0,(?:0x\w+)?\(%rsp\)", tool("objdump", "-d", "--no-show-raw-insn", library)):
        yield "no large stack frame is probed"


def main(program, library):
    faults = [f"{program}: {fault}" for fault in program_faults(program)]
    faults += [f"{library}: {fault}" for fault in library_faults(library)]
    print("\n".join(faults) or "hardening: good")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
