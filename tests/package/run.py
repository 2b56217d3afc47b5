#!/usr/bin/python3
"""Installs the build and uses it as a stranger would. Usage: run.py BUILD_DIR SOURCE_DIR WORK_DIR CMAKE COMPILER

Every file of the installation is expected; the example is built by find_package, pkg-config and add_subdirectory, with fmt
compiled in and without, and each prints the same; each door compiles alone, and shows no header but the standard library's and ours.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ARGUMENTS = ["2026-11-22", "2026-12-06"]
COMPLETIONS = ["bash-completion/completions/smpcare", "zsh/vendor-completions/_smpcare", "fish/vendor_completions.d/smpcare.fish"]


def run(*command, wanted=0, **options):
    """What the command printed; a fault with all of it where the exit status is another."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", **options)
    if done.returncode != wanted:
        raise AssertionError(f"$ {' '.join(map(str, command))}\nexit status {done.returncode}, wanted {wanted}\n{done.stdout}")
    return done.stdout


def same(what, expected, found):
    if expected != found:
        lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="")
        raise AssertionError(what + "\n" + "\n".join(lines))


class Package:
    def __init__(self, build, source, work, cmake, compiler):
        self.build, self.source, self.cmake, self.compiler = pathlib.Path(build), pathlib.Path(source), cmake, compiler
        self.work = pathlib.Path(work)
        self.prefix = self.work / "installed here"  # a blank in the path is no obstacle
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        run(cmake, "--install", build, "--prefix", self.prefix)
        self.installed = {str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*") if not path.is_dir()}
        self.library = next(self.prefix.rglob("libsmpcare.a")).parent

    def expected_files(self):
        library = str(self.library.relative_to(self.prefix))
        zipped = ".gz" if any(name.endswith(".gz") for name in self.installed) else ""
        yield from ("bin/smpcare", f"share/man/man1/smpcare.1{zipped}", f"share/man/man5/smpcare-rules.5{zipped}")
        yield from (f"share/{name}" for name in COMPLETIONS)
        rules = self.source / "rules"
        for path in [*rules.glob("*.*"), *rules.glob("examples/*"), *rules.glob("schemas/*")]:
            yield f"share/smpcare/{path.relative_to(self.source)}"
        yield from (f"include/smpcare/{path.name}" for path in (self.source / "include/smpcare").glob("*.*"))
        yield from ("include/smpcare/version.hpp", f"{library}/libsmpcare.a", f"{library}/pkgconfig/smpcare.pc")
        for name in ("Config", "ConfigVersion", "Linked", "Targets"):
            yield f"{library}/cmake/smpcare/smpcare{name}.cmake"

    def files(self):
        """The installation holds what it should, no more, and names neither the checkout nor the build."""
        found = {re.sub(r"smpcareTargets-\w+\.cmake", "smpcareTargets.cmake", name) for name in self.installed}
        same("installed files", "\n".join(sorted(set(self.expected_files()))), "\n".join(sorted(found)))
        for name in self.installed:
            if name.endswith((".cmake", ".pc", ".hpp")):
                text = (self.prefix / name).read_text(encoding="utf-8")
                for folder in (self.source, self.build, self.prefix):
                    assert str(folder) not in text, f"{name} names {folder}"
        for shell, name in zip(("bash", "zsh", "fish"), COMPLETIONS):
            same(name, run(self.prefix / "bin/smpcare", "completion", shell), (self.prefix / "share" / name).read_text(encoding="utf-8"))

    def configure(self, project, *options, to="", compiler=None, **keywords):
        folder = self.work / (to or project)
        run(self.cmake, "-S", HERE / project, "-B", folder, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler or self.compiler}",
            "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", *options, **keywords)
        run(self.cmake, "--build", folder)
        return folder

    def example(self, program):
        """What it prints, the calendar it writes, and how it fails."""
        calendar = program.parent / "client-17.ics"
        same(f"{program} prints", (HERE / "expected.txt").read_text(encoding="utf-8"), run(program, *ARGUMENTS, calendar))
        ours = run(self.prefix / "bin/smpcare", "plan", "--date", ARGUMENTS[0], "--id", "client-17", "-f", "ics")
        same(f"{program} writes", ours, calendar.read_bytes().decode("utf-8").replace("\r\n", "\n"))
        refusal = run(program, "2026-02-30", ARGUMENTS[1], calendar, wanted=1)
        assert refusal.startswith("SESSION: error[bad-date]: "), refusal

    def find_package(self):
        folder = self.configure("find_package", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.example(folder / "aftercare")
        version = run(self.prefix / "bin/smpcare", "--version").split()[-1]
        major, minor, *_ = version.split(".")
        (self.work / "other").mkdir()
        (self.work / "other/CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(other LANGUAGES CXX)\nfind_package(smpcare ${WANTED} REQUIRED)\n")
        for wanted, status in ((version, 0), (f"{major}.{int(minor) + 1}", 1)):
            run(self.cmake, "-S", self.work / "other", "-B", self.work / f"other/{wanted}", f"-DWANTED={wanted}",
                f"-DCMAKE_PREFIX_PATH={self.prefix}", wanted=status)

    def build_with_pkg_config(self, library, name):
        environment = {**os.environ, "PKG_CONFIG_PATH": str(library / "pkgconfig"), "CXX": self.compiler}
        folder = self.work / name
        folder.mkdir()
        run(HERE / "example/build-with-pkg-config", folder / "aftercare", env=environment)
        self.example(folder / "aftercare")
        return environment

    def pkg_config(self):
        environment = self.build_with_pkg_config(self.library, "pkg-config")
        same("pkg-config --modversion", run(self.prefix / "bin/smpcare", "--version").split()[-1] + "\n",
             run("pkg-config", "--modversion", "smpcare", env=environment))

    def subdirectory(self):
        """A part of another project, which is compiled by clang: the library alone, its own warnings no errors, nothing of ours installed."""
        folder = self.configure("subdirectory", f"-DSMPCARE_CHECKOUT={self.source}", "-DCMAKE_UNITY_BUILD=ON", "-DCMAKE_CXX_FLAGS=-O0",
                                "-DCMAKE_C_COMPILER=clang", compiler="clang++")
        self.example(folder / "aftercare")
        assert "-Werror" not in (folder / "compile_commands.json").read_text(encoding="utf-8")
        assert not (folder / "smpcare/smpcare").exists()
        run(self.cmake, "--install", folder, "--prefix", folder / "stage")
        installed = [str(path.relative_to(folder / "stage")) for path in (folder / "stage").rglob("*") if path.is_file()]
        assert installed == ["bin/aftercare"], installed

    def shared(self):
        """The library of the step before, whose fmt is the system's, installed after all and found in both ways."""
        prefix = self.work / "shared"
        run(self.cmake, "-DSMPCARE_INSTALL=ON", self.work / "subdirectory")
        run(self.cmake, "--build", self.work / "subdirectory")
        run(self.cmake, "--install", self.work / "subdirectory", "--prefix", prefix, "--component", "development")
        self.example(self.configure("find_package", f"-DCMAKE_PREFIX_PATH={prefix}", to="shared_found") / "aftercare")
        library = next(prefix.rglob("libsmpcare.a")).parent
        assert "fmt" in (library / "pkgconfig/smpcare.pc").read_text(encoding="utf-8")
        self.build_with_pkg_config(library, "shared-pkg-config")

    def doors(self):
        """Every door compiles alone; every header that one brings is standard or ours."""
        folder = self.configure("doors", f"-DCMAKE_PREFIX_PATH={self.prefix}", f"-DSMPCARE_INCLUDE={self.prefix / 'include'}")
        headers, target = {}, None
        for text in run("ninja", "-C", folder, "-t", "deps").splitlines():
            if found := re.match(r"CMakeFiles/\w+\.dir/(\w+)\.cpp\.o:", text):
                target = headers.setdefault(found.group(1), set())
            elif text.startswith("    ") and target is not None:
                target.add(os.path.realpath(os.path.join(folder, text.strip())))
        standard = headers.pop("standard")
        ours = {path.stem for path in (self.prefix / "include/smpcare").glob("*.hpp")}  # tables (.def) are parts of doors
        same("doors compiled", "\n".join(sorted(ours)), "\n".join(sorted(headers)))
        for door, found in sorted(headers.items()):
            strangers = [path for path in sorted(found - standard)
                         if not path.startswith((str(self.prefix / "include/smpcare/"), str(folder.resolve())))]
            assert not strangers, f"<smpcare/{door}.hpp> shows {', '.join(strangers)}"


def main(*arguments):
    package, faults = Package(*arguments), 0
    for step in (package.files, package.find_package, package.pkg_config, package.doors, package.subdirectory, package.shared):
        try:
            step()
            print(f"{step.__name__}: good")
        except AssertionError as fault:
            faults += 1
            print(f"{step.__name__}: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
